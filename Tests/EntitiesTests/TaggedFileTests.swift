import Copydesk
import Testing

@testable import Entities

@Suite struct TaggedFileTests {
  private func file(_ text: String) throws -> TaggedFile { try TaggedFile(Array(text.utf8)) }

  @Test func sentencesAndDocumentsAreToldApart() throws {
    let file = try file("-DOCSTART-\tO\n\nRome\tB-LOC\nwins\tO\n\nYes\tO\n\n-DOCSTART-\tO\n\nNo\tO\n")
    #expect(file.documents.map { $0.sentences.count } == [2, 1])
    #expect(file.tokenCount == 4 && file.columnNames == ["B-LOC", "O"])
  }

  @Test func aFileWithoutDocumentsIsCut() throws {
    let file = try file(String(repeating: "a\tO\n\n", count: 45))
    #expect(file.documents.map { $0.sentences.count } == [20, 20, 5])
  }

  @Test(arguments: [("a\tO\nb\n", 2), ("a\tO\n\tO\n", 2), ("a\n", 1)])
  func aLineThatIsNoneIsAMistakeAtItsPlace(text: String, line: Int) {
    do {
      _ = try file(text)
      Issue.record("nothing was thrown")
    } catch let problem as TaggedFile.Problem {
      #expect(problem.line == line)
    } catch { Issue.record("\(error)") }
  }

  @Test func bytesThatAreNotUTF8AreAMistakeAtTheirLine() {
    #expect(throws: TaggedFile.Problem.self) { try TaggedFile([0x61, 0x09, 0x4F, 0x0A, 0xFF, 0x09, 0x4F]) }
  }

  @Test func theSchemeIsToldByTheNamesOfTheLabels() {
    let gmb = TaggedFile.Scheme(of: ["O", "B-per", "I-tim"])
    #expect(gmb.titles && gmb.names["PLACE"] == "geo")
    let conll = TaggedFile.Scheme(of: ["O", "I-LOC"])
    #expect(!conll.titles && conll.names["PERSON"] == "PER")
    #expect(TaggedFile.Scheme(of: ["B-person", "O"]).names.isEmpty)
  }

  @Test func theRulesTagWhatTheyKnow() throws {
    let file = try file("Mr.\tO\nMaria\tO\nQuenneville\tO\nleft\tO\nSyria\tO\n.\tO\n")
    #expect(
      file.tags(by: .rules, in: TaggedFile.Scheme()) == ["O", "B-PERSON", "I-PERSON", "O", "B-PLACE", "O"])
  }

  @Test func strayInsideTagsBeginNames() {
    let tags = EntityTags(["O", "I-ORG", "B-PERSON", "I-PERSON", "TITLE"])
    var names: [EntityTags.Name] = []
    tags.names([1, 1, 0, 4, 4, 2, 3, 3, 1], from: 10, into: &names)
    #expect(
      names == [
        .init(tokens: 10..<12, label: .organisation), .init(tokens: 15..<18, label: .person, title: 13..<15),
        .init(tokens: 18..<19, label: .organisation),
      ])
  }

  @Test func aComparisonTellsWhatIsTakenForWhat() throws {
    let file = try file(
      "Maria\tB-PER\nQuenneville\tI-PER\nleft\tO\nSyria\tB-ORG\n.\tO\n\nZorvath\tB-LOC\nplc\tO\nin\tO\nIraq\tB-LOC\n"
    )
    let comparison = EntityComparison(of: .rules, on: file)
    #expect(comparison.score.labels["PERSON"]?.f1 == 1)
    #expect(comparison.confusion["ORG"]?["PLACE"] == 1)
    #expect(comparison.confusion["PLACE"]?["PLACE"] == 1)
    #expect(comparison.worst.map(\.line).sorted() == [1, 7])
    #expect(comparison.worst.flatMap(\.missed).contains("ORG Syria"))
  }
}
