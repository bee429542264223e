import Copydesk
import Foundation
import Testing

@testable import Files

struct TableTests {
  private func read(_ text: String, name: String = "t.csv", block: Int = 1 << 20) throws -> [Result<
    Document, Failure
  >] {
    let folder = try TemporaryFolder([name: text])
    var files = try source()
    files.limits.block = block
    return try files.results([folder.path])
  }

  @Test func columnsAreFieldsByTheirNames() throws {
    let rows = try read(
      "ID,Title,text,Score\r\n7,\"A, B\",\"He said \"\"no\"\".\nTwice.\",2.5\r\n,,plain,\r\n")
    let first = try rows[0].get()
    #expect(first.id == "7" && first.title == "A, B" && first.text.string == "He said \"no\".\nTwice.")
    #expect(first.metadata["Score"] == .string("2.5"))
    let second = try rows[1].get()
    #expect(second.id == "t.csv#2" && second.title == nil && second.metadata.isEmpty)
    #expect(rows.count == 2)
  }

  @Test func aColumnThatIsPerhapsMisspeltIsAdvisedOf() {
    var options = TableOutput.Options()
    #expect(TableOutput.advice(on: options, given: []).isEmpty)
    options.columns = ["id", "titel", "url", "trail", "author", "names"]
    let advice = TableOutput.advice(on: options, given: ["columns"])
    #expect(advice.map(\.help) == ["did you mean \"title\"?", "output.jsonl writes all that there is"])
  }

  @Test func columnsMayHaveNamesOfElsewhere() throws {
    let document = try read("ID,Headline,Author,Body,Article\n7,H,A,The text.,9\n")[0].get()
    #expect(document.id == "7" && document.title == "H" && document.byline == "A")
    #expect(document.text.string == "The text." && document.metadata.fields.map(\.name) == ["Article"])
    let failure = try read("id,story\n1,x\n")[0].failure
    #expect(failure?.help?.hasPrefix("its columns are \"id\", \"story\": say which one has the text") == true)
  }

  @Test func anotherColumnStandsInForATextThatIsBlank() throws {
    let rows = try read("Text,Content,Body,n\nA,B,C,1\n ,B,C,2\n,,C,3\n,,,4\n").map { try $0.get() }
    #expect(rows.map(\.text.string) == ["A", "B", "C", ""])
    #expect(rows[1].metadata.fields.map(\.name) == ["Body", "n"])
    #expect(rows[2].metadata.fields.map(\.name) == ["n"])
    let named = try source { $0.fields = ["text": "story"] }
    let folder = try TemporaryFolder(["t.csv": "story,body\n,B\n"])
    #expect(try named.documents([folder.path]).map(\.text.string) == [""])
  }

  @Test func numbersStandInForNoText() throws {
    let rows = try read("text,article,body\n,4711,\n,4711,Calm.\n,5,7\n,文,\n4711,a,b\n").map { try $0.get() }
    #expect(rows.map(\.text.string) == ["", "Calm.", "", "文", "4711"])
    #expect(rows[0].metadata.fields == [.init("article", "4711")])
    #expect(try read("id,article\n1,4711\n")[0].get().text.string == "4711")
  }

  @Test func aByteThatIsNotUTF8HasItsPlaceInTheFile() throws {
    let folder = try TemporaryFolder([:])
    for bad in ["Another \u{1} day.,,2", ",Another \u{1} day.,2", "\"\"Another \u{1} day.,,2"] {
      let head = "text,body,n\nA fine day it was.,,1\n"
      let bytes = (head + bad + "\n").utf8.map { $0 == 1 ? 0xFF : $0 }
      try folder.write(bytes, to: "t.csv")
      let rows = try source().results([folder.path])
      #expect(rows[1].failure?.code == .notUTF8)
      #expect(rows[1].failure?.offset == bytes.firstIndex(of: 0xFF))
    }
  }

  @Test func columnsThatAreNotPutToUseKeepTheirNames() throws {
    let rows = try read("text,byline,AUTHOR,title,TITLE\nx,b,A,t,T\nx,,A,,T\n").map { try $0.get() }
    #expect(rows.map(\.byline) == ["b", "A"] && rows.map(\.title) == ["t", "T"])
    #expect(rows[0].metadata.fields == [.init("AUTHOR", "A"), .init("TITLE", "T")])
    #expect(rows[1].metadata.isEmpty)
  }

  @Test func whatCopydeskWroteIsText() throws {
    let columns = TableOutput.Options().columns
    let row = columns.map { $0 == "text" ? "<p>The sea.</p>" : "" }
    for (name, delimiter) in [("t.csv", ","), ("t.tsv", "\t")] {
      let table = [columns, row].map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
      #expect(try read(table, name: name)[0].get().source.format == .text)
    }
    let other = try read("id,text\n1,<p>The sea.</p>\n")[0].get()
    #expect(other.source.format == .html)
  }

  @Test func aTableWithOtherColumnsIsCopydesksWhereItsAccountSaysSo() throws {
    let table = "id,summary,text\r\na,It rained.,It rained. Then it did not.\r\nb,,<p>x</p>\r\n"
    let account =
      #"{"schema":1,"pipeline":{"name":"p"},"counts":{},"files":[{"path":"n.csv","stage":"output.csv"},{"path":"m.csv","stage":"output.csv","parts":[{"path":"m-00001.csv"}]}]}"#
    let folder = try TemporaryFolder([
      "n.csv": table, "m-00001.csv": table, "n.run.json": account, "m.run.json": account, "o.csv": table,
      "o.run.json": account,
    ])
    for (name, isOwn) in [("n.csv", true), ("m-00001.csv", true), ("o.csv", false)] {
      let documents = try source().documents([folder[name]])
      #expect((documents[0].summary != nil) == isOwn)
      #expect(documents[1].source.format == (isOwn ? .text : .html))
    }
  }

  @Test func aCellThatIsMarkupIsHTML() throws {
    let rows = try read("text,n\n<p>The sea.</p>,1\n<3 you,2\n").map { try $0.get() }
    #expect(rows.map(\.source.format) == [.html, .text])
  }

  @Test(arguments: [",", ";", "\t", "|"]) func theDelimiterIsFoundOut(_ delimiter: String) throws {
    let text = "title\(delimiter)text\nOne\(delimiter)\"a\(delimiter)b\"\n"
    let document = try read(text)[0].get()
    #expect(document.title == "One" && document.text.string == "a\(delimiter)b")
  }

  @Test(arguments: ["sep=;\r\n", "\u{FEFF}sep=;\n"]) func aLineBeforeTheNamesTellsTheDelimiter(_ line: String)
    throws
  {
    let folder = try TemporaryFolder(["a.csv": line + "id;title;text\r\n1;a, b, c, d;Rain fell.\r\n"])
    let document = try source().documents([folder.path])[0]
    #expect(document.id == "1" && document.title == "a, b, c, d" && document.text.string == "Rain fell.")
    #expect(document.text.source(of: Span(0, 4)).start == line.utf8.count + 28)
  }

  @Test func linesMayEndInACarriageReturnAlone() throws {
    let table = "id,text\r1,\"Rain\rfell.\"\r2,Snow fell.\r"
    let folder = try TemporaryFolder(["a.csv": table])
    for block in [8, 1 << 20] {
      var files = try source()
      files.limits.block = block
      let documents = try files.documents([folder.path])
      #expect(documents.map(\.text.string) == ["Rain\rfell.", "Snow fell."])
      #expect(documents.map(\.id) == ["1", "2"])
    }
  }

  @Test func aQuoteInATSVMayBeOfTheText() throws {
    let table = """
      id\ttext\tnote
      1\t"No" is what she said.\tx
      2\t"Yes, he said\t"and left
      3\t"Rain ""fell""\tand snow"\tx

      """
    let folder = try TemporaryFolder(["a.tsv": table])
    for block in [4, 1 << 20] {
      var files = try source()
      files.limits.block = block
      #expect(
        try files.documents([folder.path]).map(\.text.string) == [
          "\"No\" is what she said.", "\"Yes, he said", "Rain \"fell\"\tand snow",
        ])
    }
  }

  @Test func whatATableOfCopydesksTellsOfTheTextIsReadAsThat() throws {
    var document = Document("Rain fell in Lorn. Nobody saw it. Snow fell.", id: "a")
    document.summary = Summary(sentences: [Span(0, 18), Span(34, 44)], method: "lead")
    document.metadata["url"] = "u"
    let folder = try TemporaryFolder()
    var options = TableOutput.Options()
    options.path = folder["t.csv"]
    options.columns.append("url")
    let output = try TableOutput(options: options, context: StageContext())
    var state = try output.makeState()
    try output.commit(&document, try output.prepare(&document), &state)
    try output.finish(&state)
    let again = try source().documents([folder.path])[0]
    #expect(
      again.metadata.fields == [.init("url", "u")] && again.summary?.sentences == document.summary?.sentences)
    // A summary that the text does not say stays what it is.
    let columns = TableOutput.Options().columns.joined(separator: ",")
    try folder.write("\(columns)\na,,,,,3,Other.,Rain fell.\n", to: "t.csv")
    let other = try source().documents([folder.path])[0]
    #expect(other.metadata.fields == [.init("summary", "Other.")] && other.summary == nil)
    // In a table of anybody else it is a column like all others.
    try folder.write("words,text\n3,Rain fell.\n", to: "t.csv")
    #expect(try source().documents([folder.path])[0].metadata.fields == [.init("words", "3")])
  }

  @Test func aTableWithColumnsOfItsOwnIsKnownByTheAccountOfItsRun() throws {
    var document = Document("<p>Rain fell in Lorn. Nobody saw it.", id: "a")
    document.summary = Summary(sentences: [Span(0, 21)], method: "lead")
    let folder = try TemporaryFolder()
    var options = TableOutput.Options()
    options.path = folder["t.csv"]
    options.columns = ["id", "summary", "words", "text"]
    let output = try TableOutput(options: options, context: StageContext())
    var state = try output.makeState()
    try output.commit(&document, output.prepare(&document), &state)
    try output.finish(&state)
    try folder.write(folder.bytes("t.csv"), to: "other.csv")
    func account(_ stage: String) -> String {
      "{\"schema\":1,\"pipeline\":{\"name\":\"p\"},\"counts\":{},"
        + "\"files\":[{\"kind\":\"output\",\"path\":\"t.csv\",\"stage\":\"\(stage)\"}]}"
    }
    let files = try source()
    for (stage, isOwn) in [("output.else", false), ("output.csv", true)] {
      // Written anew under its name, as runs do it.
      try folder.write(account(stage), to: "new")
      try FileManager.default.moveItem(atPath: folder["new"], toPath: folder["\(stage).run.json"])
      let found = try files.documents([folder["t.csv"]])[0]
      #expect((found.summary == nil) != isOwn)
      #expect(found.metadata.fields.map(\.name) == (isOwn ? [] : ["summary", "words"]))
    }
    // What no account names is a table like any other.
    let other = try files.documents([folder["other.csv"]])[0]
    #expect(other.summary == nil && other.metadata["words"] != nil)
  }

  @Test func aFieldLeadsBackToTheFile() throws {
    var random = SeededGenerator(seed: 8)
    let folder = try TemporaryFolder()
    for _ in 0..<60 {
      let texts = (0..<5).map { _ in
        random.text(of: ["a", "é", "\"", ",", "\n", "\r\n", " "], upTo: 12) + "x"
      }
      let rows = texts.map {
        "\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\",1"
      }
      try folder.write("\u{FEFF}text,n\n" + rows.joined(separator: "\n") + "\n", to: "t.csv")
      let file = folder.bytes("t.csv")
      for block in [7, 64, 1 << 20] {
        var files = try source()
        files.limits.block = block
        let documents = try files.documents([folder.path])
        #expect(documents.map(\.text.string) == texts)
        for document in documents {
          for (index, byte) in document.text.utf8.enumerated() {
            #expect(file[document.text.source(of: Span(index, index + 1)).start] == byte)
          }
        }
      }
    }
  }

  @Test func aTextOfNothingHasItsPlace() throws {
    for row in ["\"\",1", ",1"] {
      let document = try read("text,n\n\(row)\n")[0].get()
      #expect(document.source.span.contains(document.text.source(of: document.text.span)))
    }
  }

  @Test func aRowOfTheWrongLengthCostsThatRow() throws {
    let rows = try read("text,n\na,1\nb\nc,2,3\nd,4\n")
    #expect(rows.map { $0.failure?.code } == [nil, .badRecord, .badRecord, nil])
    #expect(rows[1].failure?.message == "the row has 1 fields and the table 2 columns")
  }

  @Test func aQuoteThatNeverEndsCostsItsLine() throws {
    let rows = try read("text,n\na,1\n\"b,2\nc,3\nd,4\n", block: 4)
    #expect(rows.map { $0.failure?.code } == [nil, .badRecord, nil, nil])
    #expect(try rows[3].get().text.string == "d")
    let many = try read("text\n" + String(repeating: "\"x\n\"\"\n", count: 99) + "\"end\n")
    #expect(many.count < 250)
  }

  @Test func aTableWithoutTheColumnFailsOnce() throws {
    let rows = try read("title,story\na,b\nc,d\n")
    #expect(rows.count == 1 && rows[0].failure?.help?.contains("fields") == true)
  }

  @Test func fieldsSayWhereTheTextIs() throws {
    let folder = try TemporaryFolder([
      "t.csv": "headline,body\nA,B\n", "r.jsonl": "{\"headline\":\"C\",\"body\":\"D\"}",
    ])
    let documents = try source { $0.fields = ["text": "body", "title": "headline"] }.documents([folder.path])
    #expect(documents.map(\.title) == ["C", "A"] && documents.map(\.text.string) == ["D", "B"])
    #expect(documents.allSatisfy { $0.metadata.isEmpty })
  }

  @Test func fieldsLeadIntoObjects() throws {
    let line = #"{"a":{"body":"B\n","k":1},"m":{"d":{"on":"2018-04-23"}},"title":"T","id":5}"#
    let folder = try TemporaryFolder(["r.jsonl": line])
    let fields = ["text": "a.body", "published": "m.d.on", "title": "a.k"]
    let document = try source { $0.fields = fields }.documents([folder.path])[0]
    #expect(
      document.text.string == "B\n" && document.published?.description == "2018-04-23" && document.id == "5")
    // A place that holds no string gives nothing, and what is there stays; a title that is not asked for is metadata.
    #expect(document.title == nil && document.metadata["title"] == .string("T"))
    #expect(throws: InvalidOption.self) { try source { $0.fields = ["txt": "a"] } }
    #expect(throws: InvalidOption.self) { try source { $0.fields = ["text": "a..b"] } }
  }

  @Test func aColumnThatIsThereTwiceIsRefused() {
    var options = TableOutput.Options()
    options.path = "t.csv"
    options.columns = ["id", "title", "id"]
    let error = #expect(throws: InvalidOption.self) {
      try TableOutput(options: options, context: StageContext())
    }
    #expect(error?.message.contains("\"id\" is there twice") == true)
  }

  @Test func whatIsWrittenAsATableIsReadAgain() throws {
    let folder = try TemporaryFolder()
    var documents = ["One, \"two\"\nthree", "plain", " é\t"].enumerated().map { Document($1, id: "d\($0)") }
    documents[0].title = "A\r\nB"
    for name in ["t.csv", "t.tsv", "t.csv.gz"] {
      var options = TableOutput.Options()
      options.path = folder[name]
      options.columns = ["id", "title", "text"]
      let output = try TableOutput(options: options, context: StageContext())
      var state = try output.makeState()
      for index in documents.indices {
        try output.commit(&documents[index], try output.prepare(&documents[index]), &state)
      }
      try output.finish(&state)
      let again = try source().documents([folder[name]])
      #expect(again.map(\.text) == documents.map(\.text) && again.map(\.id) == ["d0", "d1", "d2"])
      #expect(again.map(\.title) == ["A\r\nB", nil, nil])
    }
  }
}
