import Copydesk
import Foundation

/// A word as names of a list are compared: without the full stops of an abbreviation ("Corp." is "Corp", "U.S." is "US"), with
/// one kind of hyphen, and with an accent as part of its letter, however it is written.
enum ListedWord {
  /// The hash of a word.
  /// - Parameter folded: its hash without regard to case, which is that of nearly all words.
  static func hash(_ word: UnsafeBufferPointer<UInt8>, folded: UInt64) -> UInt64 {
    guard let last = word.last else { return folded }
    let isAbbreviation = last == UInt8(ascii: ".") && word.count > 1 && word[0] != last
    guard isAbbreviation || hasVariants(word) else { return folded }
    var bytes = Array(word)
    if isAbbreviation { bytes.removeAll { $0 == UInt8(ascii: ".") } }
    if hasVariants(word) {
      let string = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
      bytes = Array(string.replacing("\u{2010}", with: "-").replacing("\u{2011}", with: "-").utf8)
    }
    return bytes.withUnsafeBufferPointer(CaseFolding.hash)
  }

  /// Whether the word has a mark that is set on the letter before it (U+0300 to U+036F), or a hyphen that is not ASCII's.
  private static func hasVariants(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in word.enumerated() where byte >= 0x80 {
      if byte == 0xCC || byte == 0xCD { return true }
      if byte == 0xE2, index + 2 < word.count, word[index + 1] == 0x80, word[index + 2] | 1 == 0x91 {
        return true
      }
    }
    return false
  }

  /// The other ways to write a name that are other tokens: with the dash of another printer, and without a full stop that the
  /// tokenizer sets apart ("Pty. Ltd.").
  static func variants(of name: String) -> [String] {
    var variants: [String] = []
    let hyphens = name.replacing("\u{2013}", with: "-")
    for variant in [hyphens, hyphens.replacing("-", with: "\u{2013}")]
    where variant.utf8.elementsEqual(name.utf8) == false {
      variants.append(variant)
    }
    let bare = name.replacing(". ", with: " ")
    if bare.count < name.count { variants.append(bare) }
    return variants
  }
}
