import Copydesk
import Testing

@testable import Files

/// Markdown files that begin with fields.
struct FrontMatterTests {
  private func read(_ page: String, as name: String = "a.md") throws -> Document {
    let folder = try TemporaryFolder([name: page])
    return try source().documents([folder.path])[0]
  }

  private static let page = """
    ---
    title: "The bridge: \\"open\\""   # at last
    authors: [Ana Lopes, 'Jo O''Kim']
    date: March 5, 2024
    category: Roads
    lang: en
    tags:
      - roads
      - 'rivers'

    draft: false
    weight: 7
    ---

    # The bridge

    Rain fell.
    """

  @Test func itsFieldsAreReadAndItsTextLeadsToItsPlace() throws {
    let document = try read(Self.page)
    #expect(document.title == "The bridge: \"open\"" && document.byline == "Ana Lopes, Jo O'Kim")
    #expect(document.published?.description == "2024-03-05" && document.section == "Roads")
    #expect(document.language == "en" && document.id == "a.md")
    #expect(
      document.metadata.fields == [
        .init("tags", ["roads", "rivers"]), .init("draft", false), .init("weight", "7"),
      ])
    #expect(document.text.string == "# The bridge\n\nRain fell.")
    let bytes = Array(Self.page.utf8)
    #expect(Array(bytes[document.text.source(of: document.text.span).range]) == document.text.utf8)
    #expect(document.source.span == Span(0, bytes.count) && document.source.format == .markdown)
  }

  @Test func lineEndsOfWindowsAndAMarkAtTheStartAreReadToo() throws {
    let page =
      "\u{FEFF}"
      + Self.page.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let document = try read(page)
    #expect(
      document.title == "The bridge: \"open\"" && document.text.string == "# The bridge\r\n\r\nRain fell.")
    #expect(document.text.source(of: Span(0, 1)).start == page.utf8.count - document.text.count)
  }

  @Test(
    arguments: [
      ("tags: [a, [b, \"c\"]]", ["a", ["b", "c"]]),
      ("tags:\n  my key: { en: x }", .object([.init("my key", .object([.init("en", "x")]))])),
      ("tags: |\n  Two\n  lines.", "Two\nlines.\n"), ("tags: >-\n  Two\n  lines.", "Two lines."),
      ("tags: 2024-03-05", "2024-03-05"), ("tags: 'true'", "true"), ("tags: true", true),
      ("tags:", JSONValue.null),
      ("tags:\n- a\n-", ["a", JSONValue.null]), ("tags: \"\\x41\\u00e9\"", "Aé"), ("? tags\n: a", "a"),
    ] as [(String, JSONValue)])
  func aFieldHoldsWhatYAMLHas(field: String, value: JSONValue) throws {
    let document = try read("---\ntitle: T\n\(field)\n---\nText.\n")
    #expect(document.title == "T" && document.metadata["tags"] == value)
    #expect(document.text.string == "Text.\n")
  }

  @Test(arguments: [
    "---\ntitle: T\n", "---\ntitle: &a T\nbyline: *a\n---\nText.\n", "---\ntitle: T\ntitle: U\n---\nText.\n",
    "---\n<<: {}\n---\nText.\n", "---\n- title: T\n---\nText.\n",
    "---\ntitle: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "\n---\nText.\n",
    "---\nNo field.\n---\nText.\n",
    "---\n---\nText.\n",
    "---\nAt last the bridge: open\n---\nText.\n",
    "---\ntags: [a\n---\nText.\n", "----\ntitle: T\n----\n",
    "Text.\n---\ntitle: T\n---\n",
    "---\nLopes: so: what now?\nKim: nothing\n---\nText.\n", "---\ntitle:T\n---\nText.\n",
    "---\ntitle: one: two\ntitle: three\n---\nText.\n", "---\ntitle: one: two\n  more: x\n---\nText.\n",
    "---\ntitle: \"\\x\"\n---\nText.\n",
  ])
  func whatIsNoMappingOfNamesStaysText(page: String) throws {
    let document = try read(page)
    #expect(document.text.string == page)
    #expect(document.title == nil && document.metadata.isEmpty)
  }

  @Test(arguments: [
    ("Storm: the harbour closes", "Storm: the harbour closes"), ("one: two: three's", "one: two: three's"),
    ("\"Storm\" closes the harbour", "\"Storm\" closes the harbour"),
    ("\"Storm\" and \"rain\"", "\"Storm\" and \"rain\""),
    ("'Storm' and 'rain'", "'Storm' and 'rain'"), ("'tis the season", "'tis the season"),
    ("\"Storm", "\"Storm"),
    ("@lorn is back", "@lorn is back"), ("50%: what now?", "50%: what now?"),
    ("[Video] Storm", "[Video] Storm"),
    ("What we know so far:", "What we know so far:"), ("Storm: rain  # draft", "Storm: rain"),
    ("\"Storm\\\"", "\"Storm\\\""), ("Storm: #lorn", "Storm:"),
  ])
  func valuesThatShouldStandInQuotesAreReadAsTheyStand(value: String, title: String) throws {
    let document = try read("---\ntitle: \(value)\ntags:\n  - a\nauthor: \"x\"\n---\nText.\n")
    #expect(document.title == title && document.text.string == "Text.\n")
    #expect(document.metadata["tags"] == ["a"] && document.byline == "x")
    // The other fields may be as bad.
    let other = try read("---\ntitle: T\ndescription: \(value)\n---\nText.\n")
    #expect(other.title == "T" && other.metadata["description"] == .string(title))
  }

  @Test func onlyMarkdownHasFieldsAtItsStart() throws {
    #expect(try read(Self.page, as: "a.txt").text.string == Self.page)
  }

  @Test func aBlockAloneLeavesNoText() throws {
    let document = try read("---\ntitle: 2024\n---")
    #expect(document.title == "2024" && document.text.isEmpty)
  }

  @Test func whatTheOutputPutsAroundATextIsNotOfTheText() throws {
    var document = Document(
      id: "a", source: DocumentSource(bytes: []),
      text: Text("Rain fell in Lorn.\n\nAnna Berg said: “No.”  She left.\n\nSnow fell."))
    document.title = "The bridge"
    document.setEntities([Entity(Span(13, 17), .place), Entity(Span(20, 29), .person)])
    document.summary = Summary(sentences: [Span(0, 18), document.text.sentences[3].span], method: "lead")
    let page = String(decoding: MarkdownOutput.encode(document), as: UTF8.self)
    #expect(page.contains("# The bridge") && page.contains("> Rain fell") && page.contains("**Entities**"))
    let again = try read(page)
    #expect(again.text.string == document.text.string + "\n")
    #expect(again.summary?.string(in: again.text) == document.summary?.string(in: document.text))
    let bytes = Array(page.utf8)
    #expect(Array(bytes[again.text.source(of: again.text.span).range]) == again.text.utf8)
    // Twice around changes nothing more.
    #expect(String(decoding: MarkdownOutput.encode(again), as: UTF8.self).contains("> Rain fell"))
  }

  /// What only looks like it: a quotation that the text does not say, a heading of its own, a list below it.
  @Test(arguments: [
    "> Nobody said so.\n\nRain fell.\n", "## The bridge\n\nRain fell.\n", "# The bridges\n\nRain fell.\n",
    "Rain fell.\n\n**Entities**\n\nNone.\n", "Rain fell.\n\n- PLACE: Lorn\n", "Rain fell.\n\n**Entities**\n",
    "", "# The bridge",
  ])
  func otherMarkdownIsText(text: String) throws {
    let fields = "---\ntitle: \"The bridge\"\nsource: \"a\"\nid: \"a\"\n---\n\n"
    let expected = text == "# The bridge" ? "" : text
    #expect(try read(fields + text).text.string == expected)
    let foreign = "---\ntitle: The bridge\n---\n\n"
    #expect(
      try read(foreign + "# The bridge\n\n> Rain fell.\n\nRain fell.\n").text.string.hasPrefix("# The bridge")
    )
  }

  @Test(arguments: [
    "The bridge: \"open\" # at last", "\u{301}é\u{2028}\u{FEFF}", "By AT&amp;T\\", "---", "'", "true",
    "\u{7F}\t\n\u{1}x",
  ])
  func whatTheOutputWritesComesBack(text: String) throws {
    var document = Document(
      id: "in/\(text)", source: DocumentSource(bytes: Array("Rain fell.\n\nSnow fell.".utf8)),
      text: Text("Rain fell.\n\nSnow fell."))
    document.title = text
    document.byline = text
    document.section = text
    document.language = "en"
    document.published = PublicationDate(iso8601: "2024-03-05T10:00+01:00")
    let page = String(decoding: MarkdownOutput.encode(document), as: UTF8.self)
    let again = try read(page)
    #expect(again.id == document.id && again.title == text && again.byline == text && again.section == text)
    #expect(again.language == "en" && again.published == document.published)
    #expect(again.metadata.fields == [JSONValue.Member("source", "-")])
    #expect(again.text.string == "Rain fell.\n\nSnow fell.\n")
    // Several documents in one file are not one.
    let folder = try TemporaryFolder(["all.md": page + "\n* * *\n\n" + page])
    let failure = try source().results([folder.path])[0].failure
    #expect(failure?.message.contains("several documents") == true)
  }

  @Test func pagesOfOthersWithRulesBetweenTheirPartsAreOneText() throws {
    let page = "---\ntitle: One\n---\n\nRain fell.\n\n* * *\n\n---\ntitle: Two\n---\n\nSnow fell.\n"
    let both = try read(page)
    #expect(both.title == nil && both.text.string == page)
  }
}
