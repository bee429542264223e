import Copydesk
import Testing

@testable import Files

struct RecordTests {
  private func read(_ line: String) -> Result<Document, Failure> { read(Array(line.utf8)) }

  private func read(_ bytes: [UInt8], at start: Int = 0) -> Result<Document, Failure> {
    let span = Span(start, start + bytes.count)
    let item = SourceItem(id: "in.jsonl#1", path: "in.jsonl", span: span, bytes: bytes[...], format: "jsonl")
    return Result { try RecordParser.document(from: item) }.mapError { Failure($0) }
  }

  @Test func knownFieldsAreFilledAndTheOthersAreMetadataInOrder() throws {
    let document = try read(
      #"""
      {"z":1,"id":"n-7","title":"T","byline":"B","section":"S","published":"2018-04-23","language":"en","text":"X",
       "a":[true,null],"k":{"b":2.50}}
      """#
    ).get()
    #expect(
      document.id == "n-7" && document.title == "T" && document.byline == "B" && document.section == "S")
    #expect(document.published?.description == "2018-04-23" && document.language == "en")
    #expect(document.text.string == "X")
    #expect(document.metadata.fields.map(\.name) == ["z", "a", "k"])
    #expect(document.metadata["k"] == .object([.init("b", .number("2.50"))]))
  }

  @Test func theIDIsTheRecordsOwnElseTheFilesWithANumber() throws {
    #expect(try read(#"{"text":"","id":"x/y"}"#).get().id == "x/y")
    #expect(try read(#"{"text":"","id":12345678901234567890}"#).get().id == "12345678901234567890")
    for id in ["null", "\"\"", "[1]"] {
      #expect(try read("{\"text\":\"\",\"id\":\(id)}").get().id == "in.jsonl#1")
    }
    #expect(try read(#"{"text":"","id":[1]}"#).get().metadata["id"] == .array([1]))
  }

  @Test func authorAndDateStandInForBylineAndPublished() throws {
    let one = try read(#"{"text":"","author":"A","date":"2018-05-09T14:20Z"}"#).get()
    #expect(one.byline == "A" && one.published?.description == "2018-05-09T14:20Z" && one.metadata.isEmpty)
    let both = try read(
      #"{"date":"2018-01-01","author":"A","text":"","byline":"B","published":"2018-05-09"}"#
    ).get()
    #expect(both.byline == "B" && both.published?.description == "2018-05-09")
    #expect(both.metadata.fields.map(\.name) == ["date", "author"])
  }

  @Test(arguments: FamiliarNames.text) func theTextMayHaveANameOfElsewhere(_ name: String) throws {
    let document = try read("{\"\(name)\":\"A é.\",\"k\":1}").get()
    #expect(document.text.string == "A é." && document.metadata.fields.map(\.name) == ["k"])
    #expect(document.text.source(of: Span(2, 4)) == Span(7 + name.utf8.count, 9 + name.utf8.count))
    let own = try read("{\"\(name)\":\"B\",\"text\":\"A\"}").get()
    #expect(own.text.string == "A" && own.metadata[name] == .string("B"))
    #expect(try read("{\"\(name)\":\"B\",\"text\":null}").get().text.string == "B")
    #expect(
      read("{\"\(name)\":\"B\",\"text\":7}").failure?.message == "the record's \"text\" is not a string")
    #expect(read("{\"\(name)\":[\"B\"]}").failure?.message == "the record has no \"text\"")
  }

  @Test func ofNamesOfElsewhereTheFirstCounts() throws {
    let document = try read(
      #"{"body":"b","authors":["A","B"],"content":"c","headline":"H","publishedAt":"2018-05-09T14:20:00Z"}"#
    ).get()
    #expect(document.text.string == "c" && document.metadata.fields.map(\.name) == ["body"])
    #expect(document.title == "H" && document.byline == "A, B")
    #expect(document.published?.description == "2018-05-09T14:20Z")
    let mixed = try read(
      #"{"text":"","title":"T","headline":"H","authors":["A",1],"date":"soon","date_publish":"2018-05-09 10:00:00"}"#
    ).get()
    #expect(mixed.title == "T" && mixed.byline == nil && mixed.published?.description == "2018-05-09T10:00")
    #expect(mixed.metadata.fields.map(\.name) == ["headline", "authors", "date"])
  }

  @Test func namesMayBeginWithCapitals() throws {
    let document = try read(#"{"Title":"T","AUTHOR":"A","Text":"X","URL":"u","Body":"B"}"#).get()
    #expect(document.text.string == "X" && document.title == "T" && document.byline == "A")
    #expect(document.metadata.fields.map(\.name) == ["URL", "Body"])
    #expect(try read(#"{"Content":"C"}"#).get().text.string == "C")
    // A name as we write it comes first, and the other stays what it is.
    let both = try read(#"{"text":"x","Text":"X","title":"t","Title":"T"}"#).get()
    #expect(both.text.string == "x" && both.title == "t" && both.metadata["Title"] == .string("T"))
    let known = try read(#"{"Text":" ","content":"c"}"#).get()
    #expect(known.text.string == "c")
  }

  @Test func aFieldThatIsBlankIsAsAbsent() throws {
    for line in [
      #"{"text":"","Title":"T","title":""}"#, #"{"text":"","title":" ","Title":"T"}"#,
      #"{"text":"","title":null,"Title":"T"}"#,
      #"{"text":"","Title":"T","title":"t","title":""}"#,
    ] {
      let document = try read(line).get()
      #expect(document.title == "T" && document.metadata.isEmpty, "\(line)")
    }
    let two = try read(#"{"text":"","Title":"","TITLE":"T"}"#).get()
    #expect(two.title == "T" && two.metadata.fields == [.init("Title", "")])
    let id = try read(#"{"text":"","id":"","ID":7,"author":"","Author":"A"}"#).get()
    #expect(id.id == "7" && id.byline == "A" && id.metadata.fields.map(\.name) == ["author"])
    #expect(try read(#"{"text":"","Title":"T","title":"t"}"#).get().title == "t")
  }

  @Test func whatIsNotPutToUseKeepsTheNameItCameWith() throws {
    let taken = try read(#"{"text":"x","byline":"b","AUTHOR":"A","Text":"y","Title":"T","TITLE":"U"}"#).get()
    #expect(taken.byline == "b" && taken.title == "T")
    #expect(taken.metadata.fields == [.init("AUTHOR", "A"), .init("Text", "y"), .init("TITLE", "U")])
    let other = try read(#"{"Text":7,"body":"x","Published":"soon","Date":"late","ID":[1]}"#).get()
    #expect(other.text.string == "x" && other.metadata["Text"] == 7)
    #expect(other.metadata.fields.map(\.name) == ["Text", "Published", "Date", "ID"])
    let line = #"{"text":"x","head":"H","Title":"T"}"#
    let folder = try TemporaryFolder(["r.jsonl": line])
    let moved = try source { $0.fields = ["title": "head"] }.documents([folder.path])[0]
    #expect(moved.title == "H" && moved.metadata.fields == [.init("Title", "T")])
    let absent = try source { $0.fields = ["title": "top"] }.documents([folder.path])[0]
    #expect(absent.title == nil && absent.metadata.fields.map(\.name) == ["head", "Title"])
  }

  /// Each name costs a look at all of the others where that is done carelessly: minutes, here.
  @Test func aNameThatComesAHundredThousandTimesIsReadOnce() throws {
    for name in ["Title", "Text", "Body", "AUTHOR"] {
      let members = (0..<100_000).map { "\"\(name)\":\"v\($0)\"" }.joined(separator: ",")
      let document = try read("{\"text\":\"hello there\",\(members)}").get()
      #expect(document.text.string == "hello there" && document.metadata.fields.count < 2)
      let alone = read("{\(members)}")
      #expect(
        try ["Text", "Body"].contains(name) ? alone.get().text.string == "v99999" : alone.failure != nil)
      #expect(name != "Title" || document.title == "v99999")
      #expect(name != "AUTHOR" || document.byline == "v99999")
    }
  }

  @Test(arguments: [
    ("<p>The sea was calm.</p>", true), (" <div class=\\\"a\\\">The sea</div>", true),
    ("<h2>Sea</h2> It was calm.", true), ("<b>Sea</b> was calm.<p>It was.</p><p>It is.</p>", true),
    ("<P>Calm</P>", true), ("<html><p>x", true), ("<p>Calm", false), ("<3 you", false),
    ("<person> said </person>", false),
    ("a <p>Calm</p>", false), ("<b>Calm</b>", false), ("<", false), ("< p>x</p>", false), ("", false),
    ("<b>Sea</b> was calm.<p>It was.</p>", false), ("<i>Sea<p>It was.</p><p>It is.</p>", false),
    ("<i> is for italics. A paragraph that was opened with <p> ends with </p>, and 3 < 4 & 5 > 2.", false),
    ("<SPAN><p>Calm.</p><P>It was.</P></span>", true), ("<br><p>Calm.</p>\\n<p>It was.</p>", true),
    ("<p> opens what ends, but </div> ends another.", false), ("<div><p>Calm.</p>", false),
    ("<p>Calm</pre></person>", false), ("<blockquote>Calm</BLOCKQUOTE >", true),
  ])
  func aTextThatIsMarkupIsHTML(_ text: String, _ isHTML: Bool) throws {
    let document = try read("{\"text\":\"\(text)\",\"body\":null}").get()
    #expect(document.source.format == (isHTML ? .html : .text))
    // What Copydesk wrote is text.
    let own = try read(
      "{\"schema\":1,\"id\":\"a\",\"source\":{\"path\":\"a\",\"start\":0,\"end\":9},\"text\":\"\(text)\"}"
    ).get()
    #expect(own.source.format == .text && own.text.count == document.text.count)
  }

  @Test func markupIsLookedForInAPartOfATextOnly() throws {
    let words = String(repeating: "The sea was calm. ", count: 10_000)
    for (text, isHTML) in [
      ("<p>Calm.</p>" + words, true), ("<p>" + words + "</p>", true), ("<p>\(words)</p>\(words)", false),
      ("<b>x</b>\(words)</p></p>", false), ("<b>x</b></p></p>\(words)", true),
    ] {
      let document = try read("{\"text\":\"\(text)\"}").get()
      #expect(document.source.format == (isHTML ? .html : .text), "\(text.prefix(20))")
    }
  }

  /// All that a document holds, or the failure, with its text's way back.
  private func wholeOf(_ read: Result<Document, Failure>) -> String {
    switch read {
    case .failure(let failure):
      "\(failure.code) \(failure.message) \(failure.help ?? "") \(failure.offset ?? -1)"
    case .success(let document):
      "\(String(decoding: document.record(includeProvenance: true), as: UTF8.self)) \(document.source.format) "
        + "\(document.source.path) \(document.source.span) \(Array(document.source.bytes)) \(document.text.map.segments)"
    }
  }

  /// The name under which one record has its text is tried first with the next, which changes nothing.
  @Test func whatWasReadBeforeChangesNoRecord() throws {
    let values = [
      "null", "\"\"", "\" \"", "\"The sea.\"", "\"It was calm.\"", "7", "[\"x\"]", "\"<p>The sea.</p>\"",
    ]
    let names = ["text", "content", "body", "Text", "Body", "TEXT", "article", "title", "Title", "id", "k"]
    var generator = SeededGenerator(seed: 97)
    let memory = TextPlaceMemory()
    var places: Set<String> = []
    for _ in 0..<5_000 {
      let members = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        let name = names[Int.random(in: 0..<names.count, using: &generator)]
        return "\"\(name)\":" + values[Int.random(in: 0..<values.count, using: &generator)]
      }
      let line = Array("{\(members.joined(separator: ","))}".utf8)
      var item = SourceItem(
        id: "r", number: 1, path: "r", span: Span(0, line.count), bytes: line[...], format: "jsonl")
      let alone = Result { try RecordParser.document(from: item) }.mapError { Failure($0) }
      item.context = memory
      let after = Result { try RecordParser.document(from: item) }.mapError { Failure($0) }
      #expect(wholeOf(alone) == wholeOf(after), "\(members)")
      places.insert(memory.place ?? "")
    }
    #expect(places.isSuperset(of: ["content", "body", "Text", "Body", "article"]), "\(places)")
  }

  @Test func aTextThatIsBlankIsPassedOver() throws {
    #expect(try read(#"{"text":" ","content":"","body":"B"}"#).get().text.string == "B")
    let second = try read(#"{"content":" ","body":"B","text":null}"#).get()
    #expect(second.text.string == "B" && second.metadata.fields.map(\.name) == ["content"])
    #expect(try read(#"{"content":" ","body":""}"#).get().text.string == " ")
    #expect(try read(#"{"text":"","content":" "}"#).get().text.string == "")
    let none = read(#"{"text":null,"story":"The bridge opened on Friday."}"#).failure
    #expect(none?.message == "the record has no \"text\"" && none?.help?.contains("\"story\"") == true)
  }

  @Test(arguments: ["a;b", "$(id)", "a b", "a\\nb", "a: b"]) func aNameThatAShellWouldReadIsNotOffered(
    _ name: String
  ) {
    let failure = read("{\"\(name)\":\"The bridge opened on Friday.\"}").failure
    #expect(failure?.code == .badRecord && failure?.help?.contains("bridge") == false)
    #expect(failure?.help?.hasPrefix("each record needs") == true)
  }

  @Test func aRecordWithoutTextTellsWhereItsLongestTextIs() throws {
    let failure = read(#"{"id":"x","story":{"words":"The bridge opened on Friday."},"note":"short"}"#).failure
    #expect(failure?.help?.contains("\"story.words\", of 28 characters") == true)
    #expect(failure?.help?.contains("--set input.fields.text=story.words") == true)
    #expect(read(#"{"id":"x"}"#).failure?.help?.contains("a field named \"text\"") == true)
  }

  @Test func valuesOfAnotherKindStayInTheMetadata() throws {
    let document = try read(
      #"{"text":"","published":"yesterday","date":"May 4","title":7,"byline":["A",7],"language":null,"section":" "}"#
    ).get()
    #expect(document.published == nil && document.title == nil && document.byline == nil)
    #expect(document.language == nil && document.section == nil)
    #expect(document.metadata.fields.map(\.name) == ["published", "date", "title", "byline"])
  }

  @Test func whatCopydeskWroteCanBeReadAgain() throws {
    var document = Document("Anna left. Bert stayed.", id: "a")
    document.title = "T"
    document.setEntities([Entity(Span(0, 4), .person)])
    document.summary = Summary(sentences: [Span(0, 10)], method: "test")
    document.metadata["desk"] = "world"
    document.markDuplicate(of: "b", rule: "test", similarity: 0.9, keep: true)
    let again = try read(document.record()).get()
    #expect(again.id == "a" && again.title == "T" && again.text == document.text)
    #expect(again.metadata == document.metadata)
    #expect(again.entities == document.entities && again.summary?.sentences == [Span(0, 10)])
    // They tell of the run that wrote it.
    #expect(again.trail.entries.isEmpty && again.duplicateOf == nil)
  }

  @Test func aStrangersFieldsAreNotTakenForCopydesks() throws {
    let document = try read(#"{"text":"","source":"Reuters","summary":"Short.","metadata":{"q":1}}"#).get()
    #expect(document.metadata.fields.map(\.name) == ["source", "summary", "q"])
  }

  @Test func aRecordWithoutTextIsBad() {
    for line in [#"{"title":"T"}"#, #"{"text":null}"#, #"{"text":["x"]}"#, "[1,2]", "\"text\"", "17"] {
      let failure = read(line).failure
      #expect(failure?.code == .badRecord && failure?.help != nil, "\(line)")
    }
    #expect(read(#"{"title":"T"}"#).failure?.message == "the record has no \"text\"")
    #expect(read("[1]").failure?.message == "the record is not an object")
  }

  @Test func malformedJSONFailsWithItsPlaceInTheFile() {
    let failure = read(Array(#"{"a":1 "b":2}"#.utf8), at: 100).failure
    #expect(failure?.code == .malformedJSON && failure?.offset == 107)
    #expect(failure?.message == "the record is not JSON: expected a comma or the end")
    for line in ["{\"text\":\"cut", "[1,", "nonsense", "{}x", "{\"text\":\"\"}{}"] {
      #expect(read(line).failure?.code == .malformedJSON, "\(line)")
    }
    let deep = "{\"text\":\"\",\"a\":" + String(repeating: "[", count: 100_000)
    #expect(read(deep).failure?.code == .malformedJSON)
  }

  @Test func bytesThatAreNotUTF8FailWithTheirPlaceInTheFile() {
    let failure = read(Array("{\"text\":\"".utf8) + [0xE9] + Array("\"}".utf8), at: 50).failure
    #expect(failure?.code == .notUTF8 && failure?.offset == 59)
  }

  @Test func aTextThatBeginsLikeHTMLIsHTML() throws {
    #expect(try read(#"{"text":"\n<!DOCTYPE html><p>"}"#).get().source.format == .html)
    #expect(try read(#"{"text":"<p>"}"#).get().source.format == .text)
  }

  @Test func ofANameThatComesTwiceTheLastCounts() throws {
    let document = try read(#"{"text":"a","x":1,"text":"b","x":2}"#).get()
    #expect(document.text.string == "b" && document.metadata["x"] == 2)
  }

  @Test func aRecordOfTooManyFieldsIsBad() {
    let fields = (0..<20_000).map { "\"f\($0)\":1" }.joined(separator: ",")
    #expect(read("{\"text\":\"\",\(fields)}").failure?.code == .badRecord)
    #expect(read("{\"text\":\"\",\"metadata\":{\(fields)}}").failure?.code == .badRecord)
  }

  @Test func spansOfARecordLeadBackToTheSameTextInTheFile() throws {
    var random = SeededGenerator(seed: 11)
    let letters = [
      "a", "é", "文", "🧦", "\"", "\\", "\n", "\t", "\u{1}", "/", " ", "\u{2028}", "\r\n", "\u{0}",
    ]
    var lines = "\u{FEFF}"
    var texts: [String] = []
    for index in 0..<120 {
      let text = random.text(of: letters, upTo: 20)
      texts.append(text)
      lines += index % 5 == 0 ? "  \r\n" : ""
      lines += "{\"n\":\(index), \"text\" : \(random.json(text))}" + (index % 3 == 0 ? "\r\n" : "\n")
    }
    let folder = try TemporaryFolder(["in.jsonl": lines])
    let file = folder.bytes("in.jsonl")
    let documents = try source().documents([folder.path])
    #expect(documents.map(\.text.string) == texts)
    #expect(documents.map(\.id) == (1...120).map { "in.jsonl#\($0)" })
    for document in documents {
      #expect(Array(document.source.bytes) == Array(file[document.source.span.range]))
      #expect(
        document.source.bytes.first == UInt8(ascii: "{") && document.source.bytes.last == UInt8(ascii: "}"))
      for token in document.text.string.unicodeScalarSpans {
        let place = document.text.source(of: token)
        #expect(document.source.span.contains(place))
        let quoted = Array("\"".utf8) + Array(file[place.range]) + Array("\"".utf8)
        #expect(try JSONReader.value(quoted[...]) == .string(document.text[token]))
      }
    }
  }
}

extension SeededGenerator {
  /// The string in JSON, each character plain or escaped at random where both may be.
  fileprivate mutating func json(_ string: String) -> String {
    var out = "\""
    for scalar in string.unicodeScalars {
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if mustEscape || Int.random(in: 0..<3, using: &self) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

extension String {
  /// Where each scalar stands.
  fileprivate var unicodeScalarSpans: [Span] {
    var start = 0
    return unicodeScalars.map { scalar in
      defer { start += String(scalar).utf8.count }
      return Span(start, start + String(scalar).utf8.count)
    }
  }
}
