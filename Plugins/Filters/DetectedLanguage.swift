import CLanguageDetector
import Copydesk

/// What a look at a text says of its language.
struct DetectedLanguage {
  /// The code, as people write it: `he`, not the detector's `iw`; "" where it cannot be told.
  let code: String
  /// How much of the text is in it, in percent.
  let percent: Int

  /// Whether this program has a detector.
  static var isAvailable: Bool { copydesk_can_detect_language() != 0 }

  /// Looks at runs of four letters.
  init(of text: Text) {
    let found = text.utf8.withUnsafeBytes { bytes in
      copydesk_detect_language(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count))
    }
    let code = withUnsafeBytes(of: found.code) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    // What stands behind the language is kept, as in zh-Hant.
    let rest = code.firstIndex(of: "-").map { String(code[$0...]) } ?? ""
    self.code = code.isEmpty ? "" : LanguageCode.primary(of: code) + rest
    percent = Int(found.percent)
  }
}
