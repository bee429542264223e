import Copydesk

/// A text reduced to its words: lower case, without punctuation, one blank between each.
///
/// What is dropped leaves no trace (`don’t` is `dont`, `U.S.` is `us`, `1,200` is `1200`) or divides
/// (`four-year` is
/// `four year`). Signs of currency, the percent sign and the point inside a number stay: `$1.5m` is not
/// `£15m`. Accents stay too, and a letter with an accent differs from the same letter followed by a combining
/// one.
///
/// - Complexity: O(*n*), one allocation.
struct NormalisedWords {
  /// The words, joined by blanks.
  private(set) var bytes: [UInt8] = []
  /// How many words there are. An ideograph counts as one.
  private(set) var count = 0
  private var isInWord = false

  /// Normalises valid UTF-8.
  init(_ source: [UInt8]) {
    bytes.reserveCapacity(source.count)
    source.withUnsafeBufferPointer { append($0, $0.indices) }
  }

  /// Normalises a part of valid UTF-8.
  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    bytes.reserveCapacity(range.count)
    append(source, range)
  }

  private mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let classes = Self.asciiClasses
    classes.withUnsafeBufferPointer { classes in
      var index = range.lowerBound
      while index < range.upperBound {
        let end = Self.endOfASCII(source, from: index, to: range.upperBound)
        if end > index {
          append(ascii: UnsafeBufferPointer(rebasing: source[index..<end]), classes)
          index = end
        } else {
          let (scalar, length) = decodeScalar(source, at: index)
          append(scalar)
          index += length
        }
      }
    }
  }

  /// The place of the first byte that is not ASCII, eight bytes a step.
  private static func endOfASCII(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let raw = UnsafeRawBufferPointer(source)
    var index = start
    while index + 8 <= end,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < end, source[index] < 0x80 { index += 1 }
    return index
  }

  /// Normalises a run of ASCII: room is made for all of it first, and for a blank before it.
  private mutating func append(
    ascii run: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>
  ) {
    var written = bytes.count
    bytes.append(0)
    bytes.append(contentsOf: run)
    var (isInWord, words) = (isInWord, 0)
    bytes.withUnsafeMutableBufferPointer { out in
      var index = 0
      while index < run.count {
        // Words with single blanks between them, up to eight bytes at once.
        if index + 8 <= run.count {
          let plain = PlainWords(run, at: index, isInWord: isInWord)
          if plain.count > 0 {
            if !isInWord, written > 0 {
              out[written] = 0x20
              written += 1
            }
            // No more is written than was read, and a blank before: it fits. What lies behind the plain ones is written
            // over.
            plain.store(in: out, at: written)
            written += plain.count - (plain.endsInBlank ? 1 : 0)
            words += plain.words
            isInWord = !plain.endsInBlank
            index += plain.count
            if plain.count == 8 { continue }
          }
        }
        let byte = run[index]
        defer { index += 1 }
        switch classes[Int(byte)] {
        case Self.divides: isInWord = false
        case Self.vanishes: break
        case Self.point:
          // The point counts inside a number, the comma divides outside of one.
          let isInNumber =
            isInWord && index + 1 < run.count && run[index + 1].isASCIIDigit && written > 0
            && out[written - 1].isASCIIDigit
          if byte == UInt8(ascii: ",") {
            if !isInNumber { isInWord = false }
          } else if isInNumber {
            out[written] = byte
            written += 1
          }
        case let folded:
          if !isInWord {
            if written > 0 {
              out[written] = 0x20
              written += 1
            }
            isInWord = true
            words += 1
          }
          out[written] = folded
          written += 1
        }
      }
    }
    bytes.removeLast(bytes.count - written)
    self.isInWord = isInWord
    count += words
  }

  private mutating func startWordIfNeeded() {
    guard !isInWord else { return }
    if !bytes.isEmpty { bytes.append(0x20) }
    isInWord = true
    count += 1
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xAD, 0x2BB, 0x2BC, 0x200B...0x200F, 0x2018, 0x2019, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F,
      0xFEFF, 0xE0000...0xE0FFF:
      break
    case 0xA3, 0xA5, 0xAA, 0xB5, 0xBA, 0x20A0...0x20CF: letter(scalar)
    case 0x80...0xBF, 0xD7, 0xF7, 0x37E, 0x387, 0x589, 0x5BE, 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4,
      0x964, 0x965,
      0x1680, 0x2000...0x205F, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x30FB,
      0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xE000...0xF8FF, 0x1F000...0x1FAFF:
      isInWord = false
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      isInWord = false
      startWordIfNeeded()
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      isInWord = false
    default: letter(scalar)
    }
  }

  private mutating func letter(_ scalar: Unicode.Scalar) {
    startWordIfNeeded()
    switch scalar.value {
    case 0xDF...0xF6, 0xF8...0xFF: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  // MARK: ASCII

  private static let vanishes: UInt8 = 0
  private static let divides: UInt8 = 1
  private static let point: UInt8 = 2

  /// For each byte the one to write, or what else to do with it.
  private static let asciiClasses: [UInt8] = (0..<128).map { value in
    let byte = UInt8(value)
    if byte.isASCIIUppercase { return byte | 0x20 }
    if byte.isASCIILowercase || byte.isASCIIDigit { return byte }
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "%"): return byte
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return vanishes
    case UInt8(ascii: "."), UInt8(ascii: ","): return point
    default: return divides
    }
  }
}

/// The first of eight bytes that are letters and digits of ASCII with single blanks or line ends between them.
private struct PlainWords {
  private let folded: UInt64
  /// How many there are, 0 to 8.
  let count: Int
  /// How many words begin among them.
  let words: Int
  /// Whether the last of them is a blank.
  let endsInBlank: Bool

  /// Looks at the bytes from a place on, all of them ASCII.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isInWord: Bool) {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let word = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    // Of bytes below 128, adding what is missing to 128 sets the highest bit of those that are as large.
    func atLeast(_ least: UInt8, _ word: UInt64) -> UInt64 { (word &+ ones &* UInt64(0x80 - least)) & highs }
    let capitals = atLeast(UInt8(ascii: "A"), word) & ~atLeast(UInt8(ascii: "Z") + 1, word)
    let small = word | capitals >> 2
    let letters = atLeast(UInt8(ascii: "a"), small) & ~atLeast(UInt8(ascii: "z") + 1, small)
    let digits = atLeast(UInt8(ascii: "0"), word) & ~atLeast(UInt8(ascii: "9") + 1, word)
    let inWord = letters | digits
    // Bytes below 128 are equal where nothing is left of their difference.
    func equal(_ byte: UInt8) -> UInt64 { ~atLeast(1, word ^ ones &* UInt64(byte)) & highs }
    let blanks = equal(0x20) | equal(0x0A)
    // The first that is neither, or a blank that follows none of a word.
    let afterWord = inWord << 8 | (isInWord ? 0x80 : 0)
    let others = ~(inWord | blanks & afterWord) & highs
    count = others == 0 ? 8 : others.trailingZeroBitCount >> 3
    let taken = others == 0 ? ~0 : (others & (0 &- others)) >> 7 &- 1
    words = (inWord & ~afterWord & taken & highs).nonzeroBitCount
    endsInBlank = blanks & taken > inWord & taken
    folded = small & ~((blanks >> 7) &* 0xFF) | blanks >> 2
  }

  @inline(__always)
  func store(in room: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
    UnsafeMutableRawBufferPointer(room).storeBytes(
      of: folded.littleEndian, toByteOffset: index, as: UInt64.self)
  }
}
