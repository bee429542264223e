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
    let classes = ASCIIWords.classes
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
    let (before, isInWord) = (bytes.count, isInWord)
    bytes.append(0)
    bytes.append(contentsOf: run)
    let end = bytes.withUnsafeMutableBufferPointer { room in
      var words = ASCIIWords(room, written: before, isInWord: isInWord)
      words.add(run, classes)
      return (written: words.written, isInWord: words.isInWord, count: words.count)
    }
    bytes.removeLast(bytes.count - end.written)
    self.isInWord = end.isInWord
    count += end.count
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
}
