import Copydesk
import Testing

@testable import Files

/// Which records count as written by Copydesk, whose findings are made anew.
struct OwnRecordTests {
  private func read(_ line: String) throws -> Document {
    let folder = try TemporaryFolder(["r.jsonl": line])
    return try source().documents([folder.path])[0]
  }

  @Test(arguments: [
    #"{"id":"a","schema":1,"summary":"S","source":"Reuters","trail":"hiking","text":"Rain fell."}"#,
    #"{"schema":2,"id":"a","summary":"S","source":"Reuters","trail":"hiking","text":"Rain fell."}"#,
    #"{"schema":2,"id":"a","source":{"name":"Reuters"},"summary":"S","trail":"hiking","text":"Rain fell."}"#,
    #"{"schema":7,"trail":[1,2],"source":{"path":"abc"},"summary":"S","text":"Rain fell."}"#,
  ])
  func aSchemaOfOthersCostsARecordNoField(line: String) throws {
    let names = Set(try read(line).metadata.fields.map(\.name))
    #expect(names == ["schema", "summary", "source", "trail"])
  }

  @Test func whatCopydeskWroteIsKnownInAnyOrder() throws {
    var document = Document(
      id: #"a"\"#, source: DocumentSource(bytes: Array("Rain fell.".utf8)), text: Text("Rain fell."))
    document.metadata["k"] = 1
    let record = String(decoding: document.record(), as: UTF8.self)
    #expect(OwnRecord.isOne(Array(record.utf8)[...]))
    #expect(try read(record).metadata.fields.map(\.name) == ["k"])
    let sorted =
      #"{"id":"a","schema":1,"source":{"end":9,"path":"a","start":0},"summary":"S","text":"Rain fell.","trail":[]}"#
    #expect(try read(sorted).metadata.isEmpty)
  }

  @Test func aLineThatIsCutOffAnywhereIsNoneOfOurs() {
    let line = Array(#"{"schema":1,"id":"a\"b","source":{"path":"x"#.utf8)
    for end in 0..<(line.count - 1) { #expect(!OwnRecord.isOne(line[..<end])) }
    #expect(!OwnRecord.isOne(Array(#"{"schema":1,"id":"a\"#.utf8)[...]))
  }
}
