import Copydesk

/// Keeps documents in some languages, and fills in what language each is in.
///
/// ```yaml
/// stages:
///   - filter.language: { languages: [en, de], confidence: 0.8 }
/// ```
public struct FilterLanguage: Stage {
  /// The options of `filter.language`.
  public struct Options: StageOptions {
    @Option("Codes of the languages to keep, such as en; any language where there are none.")
    var languages = ["en"]
    @Option("How much of the text must be in the language.", range: 0...1) var confidence = 0.65
    @Option("Texts of fewer bytes are kept without a look: they say too little.", range: 0...)
    var minBytes = 40

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "filter.language"
  public static let abstract = "Keeps documents in some languages."
  public static let discussion = """
    Looks at runs of four letters (Compact Language Detector 2, Sites 2013) and knows these languages: \
    \(DetectableLanguages.all.joined(separator: " ")). No other is ever found; `check` warns of one that is asked for. \
    `nb` and `nn` are `no` to it. Of Chinese it tells the script: `zh` is all of it, `zh-Hans` and `zh-CN` are simplified \
    characters, which it calls `zh`, `zh-Hant` and `zh-TW` traditional ones. Fills in \
    the document's language where nothing has before, or where that is plainly wrong, as the template of a page may say \
    `en` of any text. A text whose language cannot be told is dropped, unless \
    `languages` is empty.
    """
  public static let example = "- filter.language: { languages: [en, de], confidence: 0.8 }"
  public static let reads: [DocumentField] = [.text]
  public static let writes: [DocumentField] = [.language]
  public static let rules = [
    Rule("language.other", "Drops a document in a language that is not asked for."),
    Rule("language.unsure", "Drops a document too little of which is in the language found."),
    Rule("language.found", "Fills in the language, or puts it right."),
  ]

  /// A language that no text is ever found to be in.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    options.languages.filter { code in
      LanguageCode.isKnown(code) && !DetectableLanguages.contains(LanguageCode.primary(of: code))
    }.map { code in
      OptionAdvice(
        "languages", "the detector does not know \"\(code)\": no text is found to be in it",
        help: "leave it out, or ask for a language that it takes such texts for")
    }
  }

  private let options: Options
  private let wanted: Set<String>

  public init(options: Options, context: StageContext) throws {
    guard DetectedLanguage.isAvailable else {
      throw InvalidOption(
        "languages", "this copydesk was built without a language detector",
        help: "install libcld2-dev and build it again")
    }
    for code in options.languages {
      if let problem = Self.problem(with: code) { throw problem }
    }
    self.options = options
    wanted = Set(options.languages.compactMap(DetectableLanguages.key))
  }

  /// What is wrong with a code: it is none, or tells more than the detector does.
  private static func problem(with code: String) -> InvalidOption? {
    let primary = LanguageCode.primary(of: code)
    guard LanguageCode.isKnown(code), code.utf8.allSatisfy({ $0.isASCIILetter || $0 == 0x2D }) else {
      let help = LanguageCode.meant(by: code).map { "did you mean \"\($0)\"?" }
      return InvalidOption(
        "languages", "\"\(code)\" is not a language code", help: help ?? "write en, de, zh-Hant …")
    }
    guard DetectableLanguages.key(of: code) == nil else { return nil }
    if primary == "zh" {
      return InvalidOption(
        "languages", "the detector does not tell \"\(code)\" from other Chinese",
        help: "write zh, zh-Hans or zh-Hant")
    }
    let isScript = LanguageCode.withoutRegion(code) != primary
    return InvalidOption(
      "languages",
      "\"\(code)\" names a \(isScript ? "script" : "region"), and the detector tells languages only",
      help: "write \"\(primary)\"")
  }

  private func isWanted(_ code: String) -> Bool {
    wanted.contains(DetectableLanguages.key(ofFound: code)) || wanted.contains(LanguageCode.primary(of: code))
  }

  /// Whether a language that was found is to stand in the document: where it has none, or one that is plainly wrong, as that
  /// of a page's template may be.
  private func isNews(_ code: String, to said: String?, share: Double) -> Bool {
    guard let said else { return true }
    let (one, other) = (LanguageCode.primary(of: code), LanguageCode.primary(of: said))
    let isKin = Self.alike.contains { $0.contains(one) && $0.contains(other) }
    return one != other && one != DetectableLanguages.asDetected[other] && !isKin && share >= Self.sure
  }

  /// The part of a text from which on the detector is believed rather than the document.
  private static let sure = 0.95
  /// Languages that the detector takes for each other.
  private static let alike: [Set<String>] = [
    ["hr", "sr", "bs"], ["id", "ms"], ["no", "nb", "nn", "da"], ["cs", "sk"], ["pt", "gl"], ["bg", "mk"],
    ["xh", "zu"],
  ]

  public func process(_ document: inout Document) throws {
    let text = document.text
    guard text.count >= options.minBytes else { return }
    let found = DetectedLanguage(of: text)
    let code = found.code
    let share = Double(found.percent) / 100
    if !code.isEmpty, share >= options.confidence, isNews(code, to: document.language, share: share) {
      document.language = code
      document.trail.append(
        TrailEntry(
          .lifted, rule: "language.found", field: DocumentField.language.rawValue, measured: share,
          limit: options.confidence))
    }
    guard !wanted.isEmpty else { return }
    guard !code.isEmpty, isWanted(code) else {
      document.drop(
        rule: "language.other", reason: code.isEmpty ? "its language cannot be told" : "it is in \(code)",
        measured: share, limit: options.confidence)
      return
    }
    if share < options.confidence {
      document.drop(
        rule: "language.unsure", reason: "only \(found.percent) % of it is in \(code)", measured: share,
        limit: options.confidence)
    }
  }
}
