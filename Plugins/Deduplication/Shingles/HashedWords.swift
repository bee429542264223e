import Copydesk
import Foundation

/// How words are made alike before they are compared.
public enum WordForm: String, OptionChoice {
  /// Lower case.
  case lower
  /// Unicode's compatibility form (NFKC) and full case folding: `ﬁ` is `fi`, `Ａ` is `a`, `ß` is `ss`.
  case nfkc
}

/// What a shingle is made of.
public enum ShingleUnit: String, OptionChoice {
  /// Words; in scripts that write no blanks between them, characters.
  case auto
  /// Characters in every script.
  case characters
}

/// The words of a text: a hash of each, without regard to case, and where it stands.
///
/// A word is a run of letters, digits, marks and underscores, as `\w+` of a regular expression finds it; a character of
/// a script without blanks is a word by itself.
///
/// - Complexity: O(*n*).
struct HashedWords {
  /// The hash of each word.
  private(set) var hashes: [UInt64] = []
  /// Where each starts, in bytes of the text.
  private(set) var starts: [UInt32] = []
  /// Where each ends.
  private(set) var ends: [UInt32] = []

  /// How many words there are.
  var count: Int { hashes.count }

  private static let multiplier: UInt64 = 0x9FB2_1C65_1E98_DF25

  /// Reads the words of valid UTF-8.
  init(_ utf8: [UInt8], form: WordForm = .lower, unit: ShingleUnit = .auto, seed: UInt64 = 0) {
    let expected = utf8.count / 5 + 8
    hashes.reserveCapacity(expected)
    starts.reserveCapacity(expected)
    ends.reserveCapacity(expected)
    let start = seed &* 0xD6E8_FEB8_6659_FD93 ^ 0xCBF2_9CE4_8422_2325
    utf8.withUnsafeBufferPointer { bytes in
      WordScalars.ascii.withUnsafeBufferPointer { ascii in
        scan(bytes, ascii, form: form, isSingle: unit == .characters, start: start)
      }
    }
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ascii: UnsafeBufferPointer<UInt8>, form: WordForm, isSingle: Bool,
    start: UInt64
  ) {
    var index = 0
    while index < bytes.count {
      let wordStart = index
      var hash = start
      var isForeign = false
      scanning: while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          let folded = ascii[Int(byte)]
          if folded == 0 { break scanning }
          hash = (hash ^ UInt64(folded)) &* Self.multiplier
          hash ^= hash >> 29
          index += 1
        } else {
          let (scalar, length) = decodeScalar(bytes, at: index)
          let kind = WordScalars.kind(scalar)
          // A single one ends the word before it, and then is one itself.
          if kind == .gap || (kind == .single && index > wordStart) { break scanning }
          isForeign = true
          hash = (hash ^ WordScalars.lowered(scalar)) &* Self.multiplier
          hash ^= hash >> 29
          index += length
          if kind == .single { break scanning }
        }
        if isSingle { break scanning }
      }
      if index == wordStart {
        index += bytes[index] < 0x80 ? 1 : decodeScalar(bytes, at: index).length
        continue
      }
      if isForeign, form == .nfkc { hash = Self.folded(bytes[wordStart..<index], start: start) }
      hashes.append(hash)
      starts.append(UInt32(truncatingIfNeeded: wordStart))
      ends.append(UInt32(truncatingIfNeeded: index))
    }
  }

  /// The hash of a word's compatibility form, case folded.
  private static func folded(_ word: Slice<UnsafeBufferPointer<UInt8>>, start: UInt64) -> UInt64 {
    // Upper case first: it is what takes "ß" to "ss" and the final sigma to the other.
    let form = String(decoding: word, as: UTF8.self).precomposedStringWithCompatibilityMapping.uppercased()
      .lowercased().precomposedStringWithCompatibilityMapping
    return form.unicodeScalars.reduce(start) { hash, scalar in
      let mixed = (hash ^ UInt64(scalar.value)) &* multiplier
      return mixed ^ mixed >> 29
    }
  }
}
