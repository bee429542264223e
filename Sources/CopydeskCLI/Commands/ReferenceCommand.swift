import ArgumentParser
import Copydesk
import Foundation

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Write the reference as Markdown: a page a stage, one on definitions, an index.",
    discussion: """
      Pages of stages that no longer exist are removed; other files in the folder are left alone.

        copydesk reference --output Documentation/Reference
      """)

  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
  var output: String

  func run() throws {
    try reportingErrors(code: 1) {
      let pages = ReferencePages(catalog: try Shipped.catalog()).all
      do {
        try removeStalePages(besides: Set(pages.map(\.path)))
        for page in pages { try NewFile.write(page.text, to: "\(output)/\(page.path)") }
      } catch {
        throw CopydeskError.unwritable(output, error)
      }
      Terminal.message("\(output): \(Figures.count(pages.count, "page"))")
    }
  }

  private func removeStalePages(besides paths: Set<String>) throws {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(output)/stages")) ?? [] {
      let path = "\(output)/stages/\(name)"
      guard name.hasSuffix(".md"), !paths.contains("stages/\(name)"),
        let text = try? String(contentsOfFile: path, encoding: .utf8), text.hasPrefix(ReferencePages.mark)
      else { continue }
      try FileManager.default.removeItem(atPath: path)
    }
  }
}
