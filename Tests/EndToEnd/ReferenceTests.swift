import Foundation
import Testing

/// What is generated and committed must be what the code says now.
@Suite struct ReferenceTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  @Test func theCommittedReferenceIsWhatTheStagesDeclare() throws {
    let outcome = try copydesk.run("reference", "--output", "ref")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let made = try Self.files(in: "\(copydesk.folder)/ref")
    let committed = try Self.files(in: "\(Copydesk.root)/Documentation/Reference")
    #expect(made.count >= 11)
    let stale = Set(made.keys).union(committed.keys).filter { made[$0] != committed[$0] }.sorted()
    #expect(stale.isEmpty, "stale: \(stale.joined(separator: ", ")). Mend it with: make reference")
  }

  @Test func theCommittedSchemaIsWhatTheStagesDeclare() throws {
    let path = "\(Copydesk.root)/Documentation/copydesk.schema.json"
    let committed = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    let isCurrent = try copydesk.run("schema").output == committed
    #expect(isCurrent, "Documentation/copydesk.schema.json is stale. Mend it with: make reference")
  }

  @Test func pagesOfStagesThatAreGoneAreRemovedAndOtherFilesStay() throws {
    _ = try copydesk.run("reference", "--output", "ref")
    let page = String(decoding: copydesk.data("ref/stages/clean.md"), as: UTF8.self)
    try copydesk.write(page, to: "ref/stages/gone.md")
    try copydesk.write("# Written by hand", to: "ref/stages/notes.md")
    _ = try copydesk.run("reference", "--output", "ref")
    #expect(!copydesk.exists("ref/stages/gone.md"))
    #expect(copydesk.exists("ref/stages/notes.md"))
  }

  @Test func aFolderThatCannotBeWrittenIsToldOf() throws {
    try copydesk.write("a file", to: "ref")
    let outcome = try copydesk.run("reference", "--output", "ref")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("error[CD301]: cannot write \"ref\""), "\(outcome.errors)")
  }

  /// Links between pages, and to their headings.
  @Test func linksOfTheReferenceLeadSomewhere() throws {
    let pages = try Self.files(in: "\(Copydesk.root)/Documentation/Reference")
    var checked = 0
    for (name, text) in pages {
      for link in text.matches(of: /\]\(([^)]+)\)/).map({ String($0.output.1) }) {
        checked += 1
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        if parts[0].hasPrefix("../") { continue }
        let target = parts[0].isEmpty ? text : pages[parts[0]]
        #expect(target != nil, "\(name): \(link)")
        guard parts.count == 2, let target else { continue }
        let headings = target.split(separator: "\n").filter { $0.hasPrefix("#") }
          .map { $0.drop { $0 == "#" || $0 == " " }.lowercased().replacingOccurrences(of: " ", with: "-") }
        #expect(headings.contains(parts[1]), "\(name): \(link)")
      }
    }
    #expect(checked > 40)
  }

  private static func files(in folder: String) throws -> [String: String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".md") }.reduce(into: [:]) {
      $0[$1] = try String(contentsOfFile: "\(folder)/\($1)", encoding: .utf8)
    }
  }
}
