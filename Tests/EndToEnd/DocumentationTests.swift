import Foundation
import Testing

/// Every public symbol that an author of stages sees has a comment, and is found from the first page.
@Suite(.enabled(if: Shell.has("swift"), "there is no Swift toolchain on the path")) struct DocumentationTests
{
  @Test(arguments: ["Copydesk", "CopydeskTesting"])
  func everyPublicSymbolIsDocumented(_ module: String) throws {
    let graphs = try graphs(module)
    for graph in graphs {
      for symbol in graph.symbols where symbol.docComment == nil && !symbol.isFulfilment(in: graph) {
        Issue.record("\(symbol.pathComponents.joined(separator: ".")) has no comment")
      }
    }
    #expect(graphs.reduce(0) { $0 + $1.symbols.count } > 20)
  }

  @Test func everyPublicSymbolStandsInATopicOfTheFirstPage() throws {
    let path = "\(Copydesk.root)/Sources/Copydesk/Copydesk.docc/Copydesk.md"
    let topics = try #require(
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "## Topics").last)
    let listed = topics.split(separator: "\n").filter { $0.hasPrefix("- ``") }.map { line in
      String(line.dropFirst(4).prefix { $0 != "`" })
    }
    #expect(Set(listed).count == listed.count, "one stands in two topics")
    // Overloads are told apart by what follows the name.
    let names = Set(
      listed.map { $0.components(separatedBy: ")-").count > 1 ? $0.prefix { $0 != ")" } + ")" : $0 })
    let graphs = try graphs("Copydesk", extensions: false)
    let symbols = Set(
      graphs.flatMap(\.symbols).filter { $0.pathComponents.count == 1 }.map { $0.pathComponents[0] })
    #expect(symbols.count > 80)
    #expect(symbols.subtracting(names).sorted() == [] && names.subtracting(symbols).sorted() == [])
  }

  /// What the compiler knows of the public symbols of a module.
  /// - Parameter extensions: whether also of those that it gives other modules' types.
  private func graphs(_ module: String, extensions: Bool = true) throws -> [Graph] {
    let copydesk = try Copydesk()
    let modules = URL(fileURLWithPath: Copydesk.binary).deletingLastPathComponent().path + "/Modules"
    try Shell.succeed(
      """
      target="$(swift -print-target-info | sed -n 's/^ *"triple": "\\(.*\\)",/\\1/p' | head -n 1)"
      swift symbolgraph-extract -module-name \(module) -target "$target" -I '\(modules)' \
        -I '\(Copydesk.root)/Sources/CCopydesk/include' -minimum-access-level public -skip-synthesized-members \
        -output-dir .
      """, in: copydesk.folder)
    return try FileManager.default.contentsOfDirectory(atPath: copydesk.folder)
      .filter { $0.hasSuffix(".symbols.json") && (extensions || !$0.contains("@")) }
      .map { try JSONDecoder().decode(Graph.self, from: copydesk.data($0)) }
  }

  private struct Graph: Decodable {
    var symbols: [Symbol]
    var relationships: [Relationship]
  }

  private struct Symbol: Decodable {
    struct Identifier: Decodable { var precise: String }
    struct Comment: Decodable {}
    var identifier: Identifier
    var pathComponents: [String]
    var docComment: Comment?

    /// What a protocol of the standard library asks for is explained there.
    func isFulfilment(in graph: Graph) -> Bool {
      let names: Set = [
        "description", "==(_:_:)", "<(_:_:)", "hash(into:)", "init(from:)", "encode(to:)",
        "init(stringLiteral:)",
        "init(integerLiteral:)", "init(booleanLiteral:)", "makeIterator()", "next()", "index(after:)",
        "startIndex",
        "endIndex",
      ]
      return names.contains(pathComponents.last ?? "")
        || graph.relationships.contains {
          $0.source == identifier.precise && ["requirementOf", "defaultImplementationOf"].contains($0.kind)
            && $0.sourceOrigin != nil
        }
    }
  }

  private struct Relationship: Decodable {
    struct Origin: Decodable { var displayName: String }
    var source: String
    var kind: String
    var sourceOrigin: Origin?
  }
}
