import Foundation
import Testing

/// The hash of the API's interface, as the build takes it.
@Suite struct InterfaceHashTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  @Test func theHashChangesWithTheCodeAndNotWithCommentsAndIndentation() throws {
    let hash = try hash("struct A {\n  var a: Int\n}\n")
    #expect(try self.hash("struct A {\n  var a: Int\n}\n") == hash)
    #expect(try self.hash("/// A comment.\nstruct A {\n\n    var a: Int  \n  // Another.\n}\n") == hash)
    for other in [
      "struct A {\n  var a: Int8\n}\n", "struct A {\n  var b: Int\n}\n", "struct A {\n}\nvar a: Int\n",
    ] {
      #expect(try self.hash(other) != hash)
    }
  }

  @Test func theHashDoesNotDependOnWhereTheSourcesLie() throws {
    try copydesk.write("struct A {}", to: "one/A.swift")
    try copydesk.write("struct B {}", to: "one/deep/B.swift")
    try copydesk.write("struct A {}", to: "two/z/A.swift")
    try copydesk.write("struct B {}", to: "two/a/B.swift")
    #expect(
      try hash(of: ["one/A.swift", "one/deep/B.swift"]) == hash(of: ["two/a/B.swift", "two/z/A.swift"]))
  }

  @Test func theProgramHasTheHashOfTheSources() throws {
    let root = "\(Copydesk.root)/Sources/Copydesk"
    let names = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }
    let hash = try hash(of: names.map { "\(root)/\($0)" })
    let list = try Shell.succeed("copydesk list plugins", in: copydesk.folder)
    #expect(list.contains("this program: interface \(hash), "), "\(list)")
  }

  private func hash(_ source: String) throws -> String {
    try copydesk.write(source, to: "A.swift")
    return try hash(of: ["A.swift"])
  }

  private func hash(of files: [String]) throws -> String {
    let list = files.map { "'\($0)'" }.joined(separator: " ")
    try Shell.succeed("interface-hash Stamp.swift \(list)", in: copydesk.folder)
    let text = String(decoding: copydesk.data("Stamp.swift"), as: UTF8.self)
    let mark = try #require(text.range(of: "copydesk-plugin-interface:"))
    return String(text[mark.upperBound...].prefix(16))
  }
}
