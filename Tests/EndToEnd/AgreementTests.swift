import Foundation
import Testing

/// `copydesk check` and `copydesk run` say the same of every definition: neither lets through what the other refuses.
@Suite struct AgreementTests {
  private static let folder = "\(Copydesk.root)/Tests/Fixtures/broken"
  private static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test(arguments: files) func checkAndRunNeverDisagree(_ file: String) throws {
    let copydesk = try Copydesk()
    try FileManager.default.copyItem(atPath: "\(Self.folder)/\(file)", toPath: "\(copydesk.folder)/\(file)")
    try FileManager.default.copyItem(
      atPath: "\(Self.folder)/included", toPath: "\(copydesk.folder)/included")
    try copydesk.write("The bridge opened on Friday, a year late. Two thousand people came.", to: "in/a.txt")
    let arguments = try Self.arguments(of: file)
    let check = try copydesk.run(arguments: ["check", file] + arguments)
    let run = try copydesk.run(arguments: ["run", file, "in"] + arguments)
    let shown = try String(
      contentsOfFile: "\(Self.folder)/\(file.dropLast(5)).txt", encoding: .utf8)
    #expect(check.errors.hasPrefix(shown), "\(check.errors)")
    #expect(run.errors.hasPrefix(shown), "\(run.errors)")
    if shown.contains(" error[") {
      #expect(check.exitCode == 1 && run.exitCode == 1)
      #expect(run.errors == shown)
      #expect(!copydesk.exists("out"), "a pipeline with errors writes nothing")
    } else {
      #expect(check.exitCode == 0 && run.exitCode == 0, "\(run.errors)")
      #expect(try copydesk.run(arguments: ["check", file, "--strict"] + arguments).exitCode == 1)
    }
  }

  @Test func thereAreBrokenDefinitions() { #expect(Self.files.count >= 40) }

  /// The first line may say what the command line changes: `# Command line: --set a.b=c`.
  private static func arguments(of file: String) throws -> [String] {
    let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    let mark = "# Command line: "
    guard text.hasPrefix(mark) else { return [] }
    return text.dropFirst(mark.count).prefix { $0 != "\n" }.split(separator: " ").map(String.init)
  }
}
