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
    // Words of newswire take more than four bytes with their blanks.
    let expected = utf8.count / 4 + 8
    hashes.reserveCapacity(expected)
    starts.reserveCapacity(expected)
    ends.reserveCapacity(expected)
    let start = seed &* 0xD6E8_FEB8_6659_FD93 ^ 0xCBF2_9CE4_8422_2325
    utf8.withUnsafeBufferPointer { bytes in
      WordScalars.bytes.withUnsafeBufferPointer { folded in
        scan(bytes, folded, form: form, isSingle: unit == .characters, start: start)
      }
    }
  }

  /// A word as it is found.
  private struct Found {
    var hash: UInt64
    var start: UInt32
    var end: UInt32
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>, form: WordForm, isSingle: Bool,
    start: UInt64
  ) {
    // Some at once, for to append one is to look whether there is room and whether the array is one's own.
    withUnsafeTemporaryAllocation(of: Found.self, capacity: 64) { some in
      var (index, count) = (0, 0)
      while index < bytes.count {
        // Nearly all words are ASCII to their end, and need nothing else to be looked at.
        let wordStart = index
        var hash = start
        var last: UInt8 = 0
        while index < bytes.count {
          last = folded[Int(bytes[index])]
          if last <= WordScalars.foreign { break }
          hash = Self.mixed(hash, UInt64(last))
          index += 1
        }
        var wordEnd = index
        if last == WordScalars.foreign || isSingle {
          let word = Self.anyWord(
            bytes, folded, from: wordStart, form: form, isSingle: isSingle, start: start)
          (index, wordEnd) = (word.end, word.end)
          guard word.isWord else { continue }
          hash = word.hash
        } else {
          // What ended the word.
          index += 1
          guard wordEnd > wordStart else { continue }
        }
        some[count] = Found(
          hash: hash, start: UInt32(truncatingIfNeeded: wordStart), end: UInt32(truncatingIfNeeded: wordEnd))
        count += 1
        if count == some.count {
          append(UnsafeBufferPointer(some))
          count = 0
        }
      }
      append(UnsafeBufferPointer(rebasing: some[..<count]))
    }
  }

  private mutating func append(_ some: UnsafeBufferPointer<Found>) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: some.count) { room in
      for (place, word) in some.enumerated() { room[place] = word.hash }
      hashes.append(contentsOf: UnsafeBufferPointer(room))
    }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: some.count) { room in
      for (place, word) in some.enumerated() { room[place] = word.start }
      starts.append(contentsOf: UnsafeBufferPointer(room))
      for (place, word) in some.enumerated() { room[place] = word.end }
      ends.append(contentsOf: UnsafeBufferPointer(room))
    }
  }

  /// The word that begins at a place, of any characters. Apart from the rest: what Unicode says of a scalar takes room
  /// and registers.
  /// - Returns: where it ends; what stands there, where it is no word.
  @inline(never)
  private static func anyWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>, from wordStart: Int,
    form: WordForm, isSingle: Bool, start: UInt64
  ) -> (end: Int, hash: UInt64, isWord: Bool) {
    var index = wordStart
    var hash = start
    var isForeign = false
    scanning: while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let folded = folded[Int(byte)]
        if folded == 0 { break scanning }
        hash = mixed(hash, UInt64(folded))
        index += 1
      } else {
        let (scalar, length) = decodeScalar(bytes, at: index)
        let kind = WordScalars.kind(scalar)
        // A single one ends the word before it, and then is one itself.
        if kind == .gap || (kind == .single && index > wordStart) { break scanning }
        isForeign = true
        hash = mixed(hash, WordScalars.lowered(scalar))
        index += length
        if kind == .single { break scanning }
      }
      if isSingle { break scanning }
    }
    if index == wordStart {
      return (index + (bytes[index] < 0x80 ? 1 : decodeScalar(bytes, at: index).length), hash, false)
    }
    if isForeign, form == .nfkc { hash = self.folded(bytes[wordStart..<index], start: start) }
    return (index, hash, true)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ part: UInt64) -> UInt64 {
    let mixed = (hash ^ part) &* multiplier
    return mixed ^ mixed >> 29
  }

  /// The hash of a word's compatibility form, case folded.
  private static func folded(_ word: Slice<UnsafeBufferPointer<UInt8>>, start: UInt64) -> UInt64 {
    // Upper case first: it is what takes "ß" to "ss" and the final sigma to the other.
    let form = String(decoding: word, as: UTF8.self).precomposedStringWithCompatibilityMapping.uppercased()
      .lowercased().precomposedStringWithCompatibilityMapping
    return form.unicodeScalars.reduce(start) { hash, scalar in
      mixed(hash, UInt64(scalar.value))
    }
  }
}
