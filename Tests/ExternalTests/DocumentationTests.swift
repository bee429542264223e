import Copydesk
import Foundation
import Testing

@testable import External

/// `Documentation/ExternalStages.md` is exact: its program says its lines, and Copydesk says the others.
@Suite struct DocumentationTests {
  private let page: String
  private let lines: [(isOurs: Bool, text: String)]

  init() throws {
    page = try String(contentsOfFile: "\(root)/Documentation/ExternalStages.md", encoding: .utf8)
    lines = page.split(separator: "\n").compactMap { line in
      line.hasPrefix("> {")
        ? (true, String(line.dropFirst(2))) : line.hasPrefix("< {") ? (false, String(line.dropFirst(2))) : nil
    }
  }

  private func json(_ text: String) throws -> JSONValue { try JSONReader.value(Array(text.utf8)[...]) }

  /// The last block of Python in the page.
  private var program: String {
    let block = page.components(separatedBy: "```python\n").last ?? ""
    return block.components(separatedBy: "```").first ?? ""
  }

  private var documents: [Document] {
    var known = Document("One\ntwo three", id: "b.txt")
    known.title = "Known"
    return [
      Document("Café reopens in Łódź\nThe café reopened on Monday.", id: "a.txt"), known,
      Document("Short", id: "c.txt"),
    ]
  }

  @Test func copydeskSaysItsLinesWordForWord() throws {
    let ours = lines.filter(\.isOurs).map { $0.text + "\n" }
    let fields: Set<DocumentField> = [.text, .title]
    let encoded = documents.map { $0.request(fields) }
    let said = [
      Message.hello(), Message.start("acme.headline", [.init("min_words", 3)]),
      Message.batch(1, encoded[..<1]),
      Message.batch(2, encoded[1...]),
    ]
    #expect(said.map { String(decoding: $0, as: UTF8.self) } == ours)
  }

  @Test(.enabled(if: hasPython, "needs python3"))
  func theProgramSaysItsLinesAndItsAnswersCount() throws {
    let folder = try Folder()
    try folder.write(program, "headline.py")
    let stage = try external(
      ["command": list(["python3", "headline.py"]), "batch": number("2")], folder: folder.path)
    #expect(stage.declaration?.name == "acme.headline")
    var documents = documents
    let failures = try stage.process(&documents)
    stage.finish()
    #expect(failures.allSatisfy { $0 == nil })
    #expect(documents.map(\.title) == ["Café reopens in Łódź", "Known", nil])
    #expect(documents[0].text.string == "The café reopened on Monday.")
    #expect(documents[2].verdict == .dropped(reason: "too few words"))
    #expect(documents[2].trail.entries.last?.limit == 3)
    // The same program, spoken to by hand.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "\(folder.path)/headline.py"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for line in lines where line.isOurs { input.fileHandleForWriting.write(Data((line.text + "\n").utf8)) }
    try input.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let theirs = lines.filter { !$0.isOurs }.map(\.text)
    #expect(theirs.count == 4)
    #expect(try said.split(separator: "\n").map { try json(String($0)) } == theirs.map(json))
  }

  @Test func everyMemberOfAnAnswerIsDescribed() {
    for member in Answer.members { #expect(page.contains("`\(member)`"), "\(member)") }
  }

  @Test func everyOptionOfTheStageExplainsItself() {
    for option in External.Options.specs { #expect(option.help.hasSuffix(".")) }
  }
}
