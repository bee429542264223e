import Copydesk
import CopydeskTesting
import Foundation
import Testing

@testable import Filters

struct ListTests {
  @Test func wordsAndPhrasesAreFoundWhole() throws {
    func places(_ text: String, most: Int = 0) throws -> Int? {
      let document = try run(FilterWords.self, on: Document(text)) {
        $0.words = ["Casino", "click here", "Ärger"]
        $0.most = most
      }
      return document.verdict.isKept ? nil : document.trail.entries.count { $0.rule == "words.found" }
    }
    #expect(try places("The casinos and the clicks here") == nil)
    #expect(try places("A CASINO: click, here! ärger") == 3)
    #expect(try places("casino casino", most: 2) == nil)
    #expect(try places("casino casino casino", most: 2) == 3)
    #expect(throws: InvalidOption.self) { try run(FilterWords.self, on: Document("")) }
  }

  @Test func lettersWithMarksAreTheSameInEitherForm() throws {
    let (composed, apart) = ("\u{C4}rger", "A\u{308}rger")
    for (word, text) in [(composed, apart), (apart, composed), (composed, composed), (apart, apart)] {
      let document = try run(FilterWords.self, on: Document("So ein \(text) heute.")) { $0.words = [word] }
      #expect(document.trail.entries.count { $0.rule == "words.found" } == 1)
    }
    #expect(try run(FilterWords.self, on: Document("Arger")) { $0.words = [composed] }.verdict.isKept)
  }

  @Test func aListMayStandInAFile() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("words-\(UUID().uuidString)")
      .path
    try Data("# a list\nspam\r\n\n  \n".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try !run(FilterWords.self, on: Document("Spam!")) { $0.file = path }.verdict.isKept)
    #expect(throws: InvalidOption.self) {
      try run(FilterWords.self, on: Document("")) { $0.file = path + ".none" }
    }
  }

  @Test func aLineOfAFileThatIsAHashtagIsNoComment() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("tags-\(UUID().uuidString)").path
    try Data("# spam\n#metoo\n#\n##\n#ärger\n".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    func isKept(_ text: String) throws -> Bool {
      try run(FilterWords.self, on: Document(text)) { $0.file = path }.verdict.isKept
    }
    #expect(try !isKept("See #MeToo now") && !isKept("So ein #Ärger") && isKept("spam, metoo and # spam"))
    // Of addresses none begins so.
    let problem = #expect(throws: InvalidOption.self) {
      try run(FilterURLs.self, on: Document("")) { $0.file = path }
    }
    #expect(problem?.message.contains("no addresses") ?? false)
  }

  @Test func aListStandsBesideItsDefinition() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lists-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("spam.example\n".utf8).write(to: folder.appendingPathComponent("list.txt"))
    let context = StageContext(folder: folder.path)
    var words = FilterWords.Options()
    words.file = "list.txt"
    _ = try FilterWords(options: words, context: context)
    var addresses = FilterURLs.Options()
    addresses.file = "list.txt"
    _ = try FilterURLs(options: addresses, context: context)
    words.file = "none.txt"
    let problem = #expect(throws: InvalidOption.self) { try FilterWords(options: words, context: context) }
    let told = problem?.help ?? ""
    #expect(told.contains(folder.path))
  }

  @Test func addressesAreBlockedByHostAndBeginning() throws {
    func isKept(_ url: String?, allow: [String] = []) throws -> Bool {
      var document = Document("x")
      if let url { document.metadata["url"] = .string(url) }
      return try run(FilterURLs.self, on: document) {
        $0.block = allow.isEmpty ? ["spam.example", "https://news.example/ads/"] : []
        $0.allow = allow
      }.verdict.isKept
    }
    #expect(
      try !isKept("http://spam.example/x") && !isKept("https://a.b.SPAM.example:8080?q")
        && !isKept("spam.example"))
    #expect(try isKept("http://notspam.example/") && isKept("http://example/spam.example") && isKept(nil))
    #expect(try !isKept("http://www.news.example/ads/1") && isKept("http://news.example/ad"))
    #expect(try isKept("http://ok.example/", allow: ["ok.example"]))
    #expect(try !isKept("http://no.example/", allow: ["ok.example"]) && !isKept(nil, allow: ["ok.example"]))
  }

  @Test func signsAtTheEndsOfAnEntryMustStandThere() throws {
    func reason(_ text: String) throws -> String? {
      let document = try run(FilterWords.self, on: Document(text)) {
        $0.words = ["C++", "c#", "#MeToo", "Yahoo!"]
      }
      guard case .dropped(let reason) = document.verdict else { return nil }
      return reason
    }
    #expect(try reason("Vitamin C is healthy. C and MeToo, c+ too.") == nil)
    #expect(try reason("A course in C++.") == "it holds a word of the list")
    #expect(try reason("C#, c++ and #metoo") == "it holds 3 words of the list")
    // Punctuation does not matter.
    #expect(try reason("They met at Yahoo.") != nil)
    let document = try run(FilterWords.self, on: Document("A #metoo march")) { $0.words = ["#MeToo"] }
    #expect(document.trail.entries.first?.source == Span(2, 8))
  }

  @Test func addressesAreReadAsBrowsersReadThem() throws {
    func isKept(_ url: String) throws -> Bool {
      var document = Document("x")
      document.metadata["url"] = .string(url)
      return try run(FilterURLs.self, on: document) {
        $0.block = [" spam.example ", "*.ads.example", "https://news.example/ads/*"]
      }.verdict.isKept
    }
    for url in [
      "http://user@spam.example/", "http://a:b@spam.example:80/x", "//spam.example/a", "ftp://spam.example",
      "http://spam.example./", "http://x.ads.example/y", "https://NEWS.example:443/ads/1",
      "//www.news.example/ads/",
    ] {
      #expect(try !isKept(url), "\(url)")
    }
    for url in [
      "http://ads.example/", "http://fine.example/@spam.example", "http://fine.example?u=//spam.example/",
      "http://xads.example/", "http://[::1]:80/ads/", "data:text/html,//spam.example/", "",
    ] {
      #expect(try isKept(url), "\(url)")
    }
    for entry in ["ads.*.example", "*.ads.example/x", "*", "", "https://"] {
      let problem = #expect(throws: InvalidOption.self) {
        try run(FilterURLs.self, on: Document("")) { $0.allow = [entry] }
      }
      #expect(problem?.option == "allow")
    }
  }

  @Test(arguments: [
    ("xn--mnchen-3ya.example", "münchen.example"), ("www.xn--bcher-kva.example", "www.bücher.example"),
    ("xn--e1afmkfd.xn--p1ai", "пример.рф"), ("xn--fsqu00a.xn--0zwm56d", "例子.测试"),
    ("xn--maana-pta.", "mañana."),
    ("xn--", ""), ("xn--a-b", "xn--a-b"), ("xn--99999999", "xn--99999999"),
    ("axn--mnchen-3ya", "axn--mnchen-3ya"),
    ("xn--" + String(repeating: "9", count: 3000), "xn--" + String(repeating: "9", count: 3000)),
  ])
  func aHostInPunycodeIsReadInLetters(_ host: String, _ letters: String) {
    #expect(Punycode.decoded(host: host) == letters)
  }

  @Test func aHostIsOneInLettersAndInPunycode() throws {
    func isKept(_ url: String) throws -> Bool {
      var document = Document("x")
      document.metadata["url"] = .string(url)
      return try run(FilterURLs.self, on: document) {
        $0.block = ["München.example", "xn--bcher-kva.example/ads/"]
      }.verdict.isKept
    }
    for url in ["https://xn--mnchen-3ya.example/", "http://www.MÜNCHEN.example", "//bücher.example/ads/1"] {
      #expect(try !isKept(url), "\(url)")
    }
    #expect(try isKept("https://xn--mnchen-3y.example/") && isKept("https://munchen.example/"))
  }

  /// Each end of the address costs a copy of all before it where that is done carelessly: minutes, here.
  @Test func aHostileAddressIsLookedUpAtOnce() throws {
    var document = Document("x")
    for address in [String(repeating: "a/", count: 1 << 20), String(repeating: "a.", count: 1 << 20)] {
      document.metadata["url"] = .string("http://" + address)
      #expect(
        try run(FilterURLs.self, on: document) { $0.block = ["spam.example", "spam.example/ads/"] }.verdict
          .isKept)
    }
  }

  @Test func languagesAreToldApart() throws {
    func document(_ text: String, _ languages: [String] = ["en"]) throws -> Document {
      try run(FilterLanguage.self, on: Document(text)) { $0.languages = languages }
    }
    let german = "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke noch vor dem Winter zu erneuern."
    let english = "The council decided on Tuesday to renew the old bridge before the winter comes."
    #expect(try document(english).language == "en" && document(english).verdict.isKept)
    #expect(try document(german).trail.entries.map(\.rule) == ["language.found", "language.other"])
    #expect(try document(german, ["en", "de"]).verdict.isKept && document(german, []).language == "de")
    #expect(try document("Hm.").verdict.isKept)
    #expect(try !document("1234 5678 9012 3456 7890 1234 5678 9012 3456 7890").verdict.isKept)
    #expect(throws: InvalidOption.self) { try document("", ["e n"]) }
  }

  @Test(arguments: [
    ("german", "de"), ("Deutsch", "de"), ("ger", "de"), ("frnch", "fr"), ("xx", nil), ("de-AT", "de"),
  ])
  func whatIsNoCodeOfALanguageIsToldWithTheCodeThatWasMeant(_ wrong: String, _ meant: String?) throws {
    let problem = #expect(throws: InvalidOption.self) {
      try run(FilterLanguage.self, on: Document("")) { $0.languages = ["en", wrong] }
    }
    let (message, help) = (problem?.message ?? "", problem?.help ?? "")
    #expect(problem?.option == "languages")
    #expect(message.contains("\"\(wrong)\""))
    #expect(help.contains("\"\(meant ?? "")\"") == (meant != nil))
  }

  @Test func aLanguageThatIsPlainlyWrongIsPutRight() throws {
    let spanish =
      "El alcalde de la ciudad anunció el lunes que el puente sobre el río abrirá de nuevo en primavera."
    for (said, expected) in [("en", "es"), ("es-MX", "es-MX"), ("gl", "es")] {
      var document = Document(spanish)
      document.language = said
      let result = try run(FilterLanguage.self, on: document) { $0.languages = [] }
      #expect(result.language == expected)
      #expect(result.trail.entries.map(\.rule) == (said == expected ? [] : ["language.found"]))
    }
    // Languages that are taken for each other are left as the document says.
    let croatian =
      "Gradonačelnik je u ponedjeljak rekao da će se most preko rijeke ponovno otvoriti u proljeće."
    var document = Document(croatian)
    document.language = "sr"
    #expect(try run(FilterLanguage.self, on: document) { $0.languages = [] }.language == "sr")
  }

  @Test func aLanguageIsFoundByTheCodePeopleWrite() throws {
    let hebrew = "מועצת העיר החליטה ביום שלישי לשפץ את הגשר הישן מעל הנהר לפני בוא החורף, כך נמסר מהעירייה."
    let document = try run(FilterLanguage.self, on: Document(hebrew)) { $0.languages = ["he"] }
    #expect(document.verdict.isKept && document.language == "he")
    let norwegian =
      "Kommunestyret vedtok tirsdag å fornye den gamle broen over elven før vinteren kommer, men ikke alle var enige."
    #expect(
      try run(FilterLanguage.self, on: Document(norwegian)) { $0.languages = ["nb"] }.verdict.isKept)
  }

  @Test func ofChineseTheScriptIsToldAndARegionStandsForIt() throws {
    let simplified = "市议会星期二决定在冬季到来之前翻修河上的旧桥，商人们担心施工期间顾客会减少。"
    let traditional = "市議會星期二決定在冬季到來之前翻修河上的舊橋，商人們擔心施工期間顧客會減少。"
    func kept(_ code: String) throws -> [Bool] {
      try [simplified, traditional].map { text in
        try run(FilterLanguage.self, on: Document(text)) { $0.languages = [code] }.verdict.isKept
      }
    }
    #expect(try kept("zh") == [true, true])
    for code in ["zh-Hans", "zh-CN", "zh-hans-SG"] { #expect(try kept(code) == [true, false], "\(code)") }
    for code in ["zh-Hant", "zh-TW", "ZH-hk"] { #expect(try kept(code) == [false, true], "\(code)") }
    for (code, help) in [("zh-XX", "zh-Hans"), ("sr-Latn", "\"sr\""), ("en-GB", "\"en\"")] {
      let problem = #expect(throws: InvalidOption.self) { try kept(code) }
      #expect(problem?.help?.contains(help) ?? false)
      #expect(problem?.message.contains("script") ?? false == (code == "sr-Latn"))
    }
  }

  @Test func aLanguageThatTheDetectorDoesNotKnowIsWarnedOf() {
    func warned(_ codes: [String]) -> [String] {
      var options = FilterLanguage.Options()
      options.languages = codes
      return FilterLanguage.advice(on: options, given: ["languages"]).map(\.message)
    }
    let known = ["en", "nn", "nb", "fil", "zh-TW", "iw", "jw", "kk", "my", "el"]
    #expect(warned(known) == [])
    #expect(warned(["la", "en", "eo"]).count == 2 && warned(["la"])[0].contains("\"la\""))
    #expect(DetectableLanguages.all.allSatisfy(LanguageCode.isKnown))
  }

  @Test func nynorskIsNorwegianToTheDetector() throws {
    let text =
      "Kommunestyret vedtok tysdag at den gamle brua over elva skal fornyast før vinteren kjem til byen."
    #expect(try run(FilterLanguage.self, on: Document(text)) { $0.languages = ["nn"] }.verdict.isKept)
  }
}
