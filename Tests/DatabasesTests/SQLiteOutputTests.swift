import Copydesk
import CopydeskTesting
import Foundation
import Testing

@testable import Databases

final class SQLiteOutputTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "db-\(UUID().uuidString)")

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func database(_ documents: [Document]) throws -> String {
    let path = folder.appendingPathComponent("\(UUID().uuidString)/n.sqlite").path
    let kept = try run(SQLiteOutput.self, on: documents) { $0.path = path }
    #expect(kept.count == documents.count)
    #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
    return path
  }

  private func samples() -> [Document] {
    var first = Document("Talks in Damascus went on. Nobody in Damascus spoke of a cease fire.", id: "a")
    first.title = "Talks"
    first.setEntities([Entity(Span(9, 17), .place)])
    var second = Document("A cafe by the river \"café\"; negotiations in Geneva and Damascus.", id: "b")
    second.setEntities([Entity(Span(45, 51), .place)])
    second.duplicateOf = "a"
    return [first, second, Document("Nothing of the kind.", id: "c")]
  }

  @Test func documentsAreFoundByTheirWordsTheBestFirst() throws {
    let path = try database(samples())
    let articles = try ArticleDatabase(path: path)
    func ids(_ words: String, name: String? = nil, limit: Int = 9) throws -> [String] {
      try articles.search(words, name: name, limit: limit).map(\.id)
    }
    #expect(try ids("damascus") == ["a", "b"] && ids("DAMASCUS", limit: 1) == ["a"])
    #expect(try ids("CAFÉ") == ["b"] && ids("negotiat*") == ["b"] && ids("\"cease fire\"") == ["a"])
    #expect(try ids("\"fire cease\"") == [] && ids("damascus geneva") == ["b"])
    #expect(try ids("damascus", name: "geneva") == ["b"] && articles.count("damascus") == 2)
    let passage = try #require(try articles.search("damascus", limit: 1).first?.passage)
    #expect(passage.contains("in \u{2}Damascus\u{3} went"))
  }

  @Test func namesAreInTheirTableAndFindDocumentsByWhatTheyAreCalledElsewhere() throws {
    var document = Document("Mrs. Berg of Lorn Ferries spoke. Anna Berg left.", id: "a")
    var short = Entity(Span(5, 9), .person)
    (short.id, short.title, short.confidence) = ("e1", "Mrs.", 0.5)
    var client = Entity(Span(13, 25), .organisation)
    client.id = "c7"
    var long = Entity(Span(33, 42), .person)
    long.id = "e1"
    document.setEntities(
      [short, client, long],
      names: [
        EntityName(id: "e1", label: .person, name: "Anna Berg"),
        EntityName(id: "c7", label: .organisation, name: "Lorn Ferries Ltd"),
      ])
    let rows = ArticleRows(document)
    #expect(rows.names.map(\.id) == ["e1", "c7"] && rows.names.map(\.count) == [2, 1])
    #expect(rows.names.map(\.name) == ["Anna Berg", "Lorn Ferries Ltd"])
    #expect(
      rows.entities.map(\.id) == ["e1", "c7", "e1"] && rows.entities.map(\.title) == ["Mrs.", nil, nil])
    #expect(rows.entities.map(\.confidence) == [0.5, nil, nil])
    let path = try database([document] + samples())
    let articles = try ArticleDatabase(path: path)
    for name in ["anna berg", "BERG", "lorn ferries ltd", "c7", "Lorn Ferries"] {
      #expect(try articles.search("spoke", name: name, limit: 5).map(\.id) == ["a"], "\(name)")
    }
    #expect(try articles.search("spoke", name: "Lorn", limit: 5).isEmpty)
  }

  @Test(arguments: [
    ("東京", ["ja"]), ("地震", ["ja", "zh"]), ("\"東京で\"", ["ja"]), ("地震 东京", ["zh"]), ("서울", ["ko"]),
    ("กรุงเทพ", ["th"]),
    ("地震 MINISTER", ["ja"]), ("地震 minister 北京", []), ("東京*", ["ja"]), ("%東", []), ("横浜", []), ("々", []),
    (String(repeating: "東", count: 20_000), []),
  ])
  func wordsThatNoBlanksSetApartAreFound(_ words: String, _ wanted: [String]) throws {
    var japanese = Document("昨日、東京で強い地震があった。The minister spoke.", id: "ja")
    japanese.title = "首相"
    let articles = try ArticleDatabase(
      path: try database([
        japanese, Document("昨天东京发生地震，地震很强。", id: "zh"), Document("어제 서울에서 지진이 났다.", id: "ko"),
        Document("เมื่อวานนี้ที่กรุงเทพมหานคร", id: "th"),
      ]))
    #expect(try Set(articles.search(words, limit: 9).map(\.id)) == Set(wanted))
    #expect(try articles.count(words) == wanted.count)
  }

  @Test func whatIsFoundInATextIsMarkedAndTheTextThatHasItMostIsFirst() throws {
    let long = String(repeating: "あ", count: 300)
    let articles = try ArticleDatabase(
      path: try database([
        Document("東京です。", id: "once"), Document(long + "東京と東京。" + long, id: "twice"),
      ]))
    let hits = try articles.search("東京", limit: 9)
    #expect(hits.map(\.id) == ["twice", "once"] && hits[1].passage == "\u{2}東京\u{3}です。")
    #expect(hits[0].passage.hasPrefix("…あ") && hits[0].passage.contains("\u{2}東京\u{3}と\u{2}東京\u{3}。あ"))
    #expect(hits[0].passage.count < 140 && hits[0].passage.hasSuffix("…"))
    #expect(try articles.search("東京", limit: 1).count == 1)
  }

  @Test(arguments: ["", " ", "\"", "* -", "OR", "NEAR(", "a\"b", "text:x", "^", "'; DROP TABLE documents"])
  func noWordsAreAMistake(_ words: String) throws {
    let path = try database(samples())
    #expect(try ArticleDatabase(path: path).search(words, limit: 5).isEmpty)
  }

  @Test func aTextDoesNotEndAtASignOfNothing() throws {
    var document = Document("Before the nul.\0After the nul harbourmaster.", id: "nul")
    document.title = "One\0two"
    document.setEntities([Entity(Span(30, 43), .organisation)])
    let hit = try #require(
      try ArticleDatabase(path: try database([document])).search(
        "harbourmaster", name: "harbourmaster", limit: 1
      ).first)
    #expect(hit.title == "One\u{FFFD}two" && hit.passage.contains("nul.\u{FFFD}After"))
  }

  @Test func theFileThatALinkLeadsToIsReplaced() throws {
    let path = try database([Document("Old.", id: "old")])
    let link = folder.appendingPathComponent("link.sqlite").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    _ = try run(SQLiteOutput.self, on: samples()) { $0.path = link }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(try ArticleDatabase(path: path).search("damascus", limit: 5).map(\.id) == ["a", "b"])
  }

  #if !canImport(Darwin)
    @Test func twoRunsDoNotWriteTheSameFile() throws {
      let path = folder.appendingPathComponent("two.sqlite").path
      let first = try ArticleDatabaseWriter(path: path)
      let problem = #expect(throws: CopydeskError.self) { try ArticleDatabaseWriter(path: path) }
      #expect(problem?.diagnostics.first?.message.contains("another run") == true)
      try first.finish()
      try ArticleDatabaseWriter(path: path).finish()
      #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
    }
  #endif

  @Test func theSameDocumentsMakeTheSameFile() throws {
    let many = (0..<1200).map { Document("Text \($0) of some words, and more of them.", id: "d\($0)") }
    let paths = [try database(many), try database(many)]
    let files = paths.map { FileManager.default.contents(atPath: $0) }
    #expect(files[0] != nil && files[0] == files[1])
    #expect(try ArticleDatabase(path: paths[0]).count("words") == 1200)
  }

  @Test func whatIsNoDatabaseIsRefused() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("no.sqlite").path
    try Data("not a database, by far not".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: CopydeskError.self) { try ArticleDatabase(path: path) }
    #expect(throws: CopydeskError.self) { try ArticleDatabase(path: path + ".none") }
    #expect(throws: InvalidOption.self) { try run(SQLiteOutput.self, on: []) { $0.path = "out/" } }
  }
}
