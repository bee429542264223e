import Copydesk

/// The languages that the detector tells apart, and what codes for them are called that people write.
///
/// They are those that the tables of the Compact Language Detector 2 name (`libcld2`; `libcld2_full` has more), and those
/// that a script tells alone.
enum DetectableLanguages {
  /// Whether any text can be found to be in a language, a code without region and script.
  static func contains(_ code: String) -> Bool { codes.contains(asDetected[code] ?? code) }

  /// All codes, in order.
  static var all: [String] { codes.sorted() }

  /// Languages that the detector knows by another code.
  static let asDetected = ["nb": "no", "nn": "no", "fil": "tl"]

  /// What of a code the detector tells: of Chinese the script, which a region stands for, of others the language. Nil
  /// where the code tells more.
  static func key(of code: String) -> String? {
    let language = LanguageCode.primary(of: code)
    let parts = code.split(separator: "-").dropFirst().map { $0.lowercased() }
    guard language == "zh" else { return parts.isEmpty ? asDetected[language] ?? language : nil }
    guard let first = parts.first else { return "zh" }
    return scripts.first { $0.value.contains(first) }?.key
  }

  /// What the detector has found, as ``key(of:)`` calls it: it says `zh` of simplified characters.
  static func key(ofFound code: String) -> String { code == "zh" ? simplified : code.lowercased() }

  private static let simplified = "zh-hans"
  private static let scripts = [
    simplified: ["hans", "cn", "sg", "my"], "zh-hant": ["hant", "tw", "hk", "mo"],
  ]

  private static let codes = Set(
    """
    af ar az be bg bh bn bs ca ceb cs cy da de en es et eu fa fi fr ga gd gl hi hmn hr ht hu id is it he jv kk ku ky lg lt
    lv mg mk mn mr ms mt ne nl no ny pl pt ro ru rw sk sl sq sr st su sv sw tg tl tr uk ur uz vi yi
    chr dv el gu hy iu ja ka km kn ko lif lo ml my or pa si syr ta te th zh
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
