import Foundation
import Testing

/// Every public symbol that an author of stages sees has a comment.
@Suite(.enabled(if: Shell.has("swift"), "there is no Swift toolchain on the path")) struct DocumentationTests
{
  @Test(arguments: ["Copydesk", "CopydeskTesting"])
  func everyPublicSymbolIsDocumented(_ module: String) throws {
    let copydesk = try Copydesk()
    let modules = URL(fileURLWithPath: Copydesk.binary).deletingLastPathComponent().path + "/Modules"
    try Shell.succeed(
      """
      target="$(swift -print-target-info | sed -n 's/^ *"triple": "\\(.*\\)",/\\1/p' | head -n 1)"
      swift symbolgraph-extract -module-name \(module) -target "$target" -I '\(modules)' \
        -I '\(Copydesk.root)/Sources/CCopydesk/include' -minimum-access-level public -skip-synthesized-members \
        -output-dir .
      """, in: copydesk.folder)
    var symbols = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: copydesk.folder)
    where name.hasSuffix(".symbols.json") {
      let graph = try JSONDecoder().decode(Graph.self, from: copydesk.data(name))
      symbols += graph.symbols.count
      for symbol in graph.symbols where symbol.docComment == nil && !symbol.isFulfilment(in: graph) {
        Issue.record("\(symbol.pathComponents.joined(separator: ".")) has no comment")
      }
    }
    #expect(symbols > 20)
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
