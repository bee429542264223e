import Copydesk
import CopydeskTesting
import Testing

@testable import Entities

@Suite struct GazetteerTests {
  private func gazetteer(_ csv: String) throws -> Gazetteer {
    var builder = GazetteerBuilder()
    try NameList.read(Array(csv.utf8)) { builder.add($0) }
    return Gazetteer(builder)
  }

  private func found(_ gazetteer: Gazetteer, in string: String) -> [String] {
    let text = Text(string)
    return text.utf8.withUnsafeBufferPointer { bytes in
      let view = NameTokens(bytes, text.tokens, NameLexicon.shared.words)
      return gazetteer.matches(in: view).map { match in
        let span = Span(
          view.tokens[match.tokens.lowerBound].start, view.tokens[match.tokens.upperBound - 1].end)
        return text[span] + "/" + gazetteer.entry(match.entry).id
      }
    }
  }

  @Test func namesAndAliasesAreFoundWithTheirIds() throws {
    let list = try gazetteer(
      "name,label,id,aliases\nHarbour Bank plc,CLIENT,c1,Harbour Bank|HBK\nOkafor,PERSON,p2,\n")
    #expect(list.count == 2 && list.spellingCount == 4)
    #expect(
      found(list, in: "HBK, or Harbour Bank plc, paid Okafor; Harbour Bank's chief left.")
        == ["HBK/c1", "Harbour Bank plc/c1", "Okafor/p2", "Harbour Bank/c1"])
  }

  @Test func capitalsOfTheListAreWanted() throws {
    let list = try gazetteer("name,id\nApple,a\nWHO,w\nblack market,b\n")
    #expect(
      found(list, in: "An apple. Who? The APPLE, the WHO, a Black Market.") == [
        "APPLE/a", "WHO/w", "Black Market/b",
      ])
  }

  @Test(arguments: [
    ("Globex Corp", "Globex Corp. rose.", "Globex Corp."),
    ("Initech Inc.", "They sued Initech Inc, a firm.", "Initech Inc"),
    ("Umbrella Co", "We asked Umbrella Co. again.", "Umbrella Co."),
    ("St. Orla's Hospital", "At St Orla's Hospital.", "St Orla's Hospital"),
    ("St Orla's Hospital", "At St. Orla's Hospital.", "St. Orla's Hospital"),
    ("Linden Pty.", "Linden Pty rose.", "Linden Pty"),
    ("Linden Pty. Ltd.", "The Linden Pty Ltd rose.", "Linden Pty Ltd"),
    ("A.B.C. Mills", "The ABC Mills rose.", "ABC Mills"), ("ABC", "The A.B.C. rose.", "A.B.C."),
    ("Zor-Vath", "The Zor\u{2011}Vath rose.", "Zor\u{2011}Vath"),
    ("Zor-Vath", "The Zor–Vath rose.", "Zor–Vath"),
    ("Zor–Vath", "The Zor-Vath rose.", "Zor-Vath"), ("Zor\u{2011}Vath", "The Zor-Vath rose.", "Zor-Vath"),
    ("Café Orla", "The Cafe\u{301} Orla rose.", "Cafe\u{301} Orla"),
    ("Cafe\u{301} Orla", "The Café Orla rose.", "Café Orla"),
  ])
  func aNameIsFoundHoweverItsAbbreviationsHyphensAndAccentsAreWritten(
    _ name: String, _ text: String, _ wanted: String
  ) throws {
    let list = try gazetteer("name,id\n\(name),x\n")
    // Byte by byte: strings are equal however accents are written.
    #expect(found(list, in: text).map { Array($0.utf8) } == [Array((wanted + "/x").utf8)])
    #expect(list.spellingCount == 1)
  }

  @Test func whatOnlyLooksLikeAnAbbreviationIsNotFound() throws {
    #expect(found(try gazetteer("name\nU.S.\nCo Ltd\n"), in: "They gave us a company. Ltd").isEmpty)
    #expect(found(try gazetteer("name\nGlobex Corp\n"), in: "They met Globex. Corp left.").isEmpty)
  }

  @Test func namesEndAtWordsAndParagraphs() throws {
    let list = try gazetteer("name,id\nNew York,n\nYork,y\n")
    #expect(found(list, in: "New Yorkers in New\n\nYork and New York.") == ["York/y", "New York/n"])
  }

  @Test func theLongestOfThoseThatBeginFirstStays() throws {
    let list = try gazetteer("name,id\nA B,1\nB C D,2\nA B C,3\nD,4\n")
    #expect(found(list, in: "A B C D") == ["A B C/3", "D/4"])
  }

  @Test func theFirstOfTwoEqualSpellingsIsFound() throws {
    #expect(found(try gazetteer("name,id\nZorvath,1\nzorvath,2\nZorvath,3"), in: "Zorvath") == ["Zorvath/1"])
  }

  /// The automaton against a search by hand, over a small alphabet so that names overlap.
  @Test func theAutomatonFindsWhatASearchByHandFinds() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var rows: [[String]] = []
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        rows.append(
          (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            ["a", "b", "c"].randomElement(using: &generator) ?? ""
          })
      }
      let words = (0..<30).map { _ in ["a", "b", "c", "d"].randomElement(using: &generator) ?? "" }
      let list = try gazetteer("name\n" + rows.map { $0.joined(separator: " ") }.joined(separator: "\n"))
      var wanted: [String] = []
      var index = 0
      while index < words.count {
        let longest = rows.filter { words[index...].starts(with: $0) }.map(\.count).max()
        if let longest { wanted.append(words[index..<(index + longest)].joined(separator: " ") + "/") }
        index += longest ?? 1
      }
      #expect(found(list, in: words.joined(separator: " ")) == wanted)
    }
  }

  @Test func aFileMayHaveQuotesTabsAnotherOrderAndAByteOrderMark() throws {
    var rows: [NameList.Row] = []
    try NameList.read(
      Array("\u{FEFF}id,name,aliases\r\n7,\"Bank, Harbour \"\"HB\"\"\",\"x|y z\"\r\n\r\n".utf8)
    ) { rows.append($0) }
    #expect(rows == [.init(name: "Bank, Harbour \"HB\"", label: "MISC", id: "7", aliases: ["x", "y z"])])
    rows = []
    try NameList.read(Array("Okafor\tPERSON\t9\nZorvath".utf8)) { rows.append($0) }
    #expect(rows.map(\.name) == ["Okafor", "Zorvath"] && rows.map(\.label) == ["PERSON", "MISC"])
  }

  @Test func aRowWithoutANameIsAMistakeAtItsLine() {
    #expect(throws: NameList.Problem(line: 3, message: "the row has no name")) {
      try NameList.read(Array("name,id\nA,1\n,2\n".utf8)) { _ in }
    }
    #expect(throws: NameList.Problem(line: 2, message: "a quotation mark is not closed")) {
      try NameList.read(Array("name,id\n\"A,1\n".utf8)) { _ in }
    }
  }

  @Test func fieldsMayBeSetApartBySemicolons() throws {
    var rows: [NameList.Row] = []
    try NameList.read(Array("\u{FEFF}name;label;aliases\nLinden, Hafner & Co;ORG;Linden|LHC\n".utf8)) {
      rows.append($0)
    }
    #expect(rows == [.init(name: "Linden, Hafner & Co", label: "ORG", id: "", aliases: ["Linden", "LHC"])])
    rows = []
    try NameList.read(Array("A B;ORG\nLisbon;PLACE".utf8)) { rows.append($0) }
    #expect(rows.map(\.label) == ["ORG", "PLACE"])
  }

  @Test(arguments: [
    ("Name,Typ\nA,ORG\n", 1, "\"Typ\"", "\"type\""),
    ("name,label,colour\nA,ORG,red\n", 1, "\"colour\"", "aliases"),
    ("name,label\nA,ORG\nB,PERSN\n", 3, "\"PERSN\"", "\"PERSON\""),
    ("A,person\n", 1, "\"person\"", "\"PERSON\""), ("A,LOC ATION\n", 1, "\"LOC ATION\"", "PERSON"),
    ("name,label\nA, B,ORG\n", 2, "3 fields", "quotation marks"),
  ])
  func whatAListCannotHoldIsToldWithItsLineAndARemedy(
    _ csv: String, _ line: Int, _ message: String, _ help: String
  ) {
    let problem = #expect(throws: NameList.Problem.self) { try NameList.read(Array(csv.utf8)) { _ in } }
    guard let problem else { return }
    let told = problem.help ?? ""
    #expect(problem.line == line)
    #expect(problem.message.contains(message))
    #expect(told.contains(help))
  }

  @Test func aListStandsBesideItsDefinitionOrWhereTheRunStarted() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("name,label,id\nZorvath,CLIENT,c9\n", to: "clients.csv")
    let parent = String(path.dropLast("/clients.csv".count))
    var options = EntitiesStage.Options()
    options.gazetteers = ["clients.csv"]
    var document = Document("He flew to Zorvath on Friday.")
    let stage = try EntitiesStage(options: options, context: StageContext(folder: parent))
    try stage.process(&document)
    #expect(document.entities.contains { $0.label == "CLIENT" })
    let problem = #expect(throws: InvalidOption.self) {
      try EntitiesStage(options: options, context: StageContext(folder: parent + "/other"))
    }
    let told = problem?.help ?? ""
    #expect(problem?.message == "there is no file \"clients.csv\"")
    #expect(told.contains("\"\(parent)/other/clients.csv\""))
  }

  @Test func theUsersOwnNamesWinOverTheModel() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("name,label,id\nDamascus,CLIENT,c9\n", to: "clients.csv")
    let document = Document("He flew from Damascus to Zorvath Damascus Airport on Friday.")
    let result = try run(EntitiesStage.self, on: document) { $0.gazetteers = [path] }
    let clients = result.entities.filter { $0.label == "CLIENT" }
    #expect(clients.map { result.text[$0.span] } == ["Damascus", "Damascus"])
    #expect(clients.allSatisfy { $0.id == "c9" })
    #expect(result.names.filter { $0.id == "c9" }.map(\.label) == ["CLIENT"])
  }

  @Test func aMissingFileIsAMistakeInTheOption() {
    #expect(throws: InvalidOption.self) {
      try run(EntitiesStage.self, on: Document("x")) { $0.gazetteers = ["/nowhere/names.csv"] }
    }
  }
}
