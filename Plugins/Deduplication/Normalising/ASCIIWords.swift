import Copydesk

/// Writes the words of ASCII into room that was made for them: no more is written than was read, and a blank before.
struct ASCIIWords {
  private let room: UnsafeMutableBufferPointer<UInt8>
  /// Where the next byte goes.
  private(set) var written: Int
  /// Whether the last byte belongs to a word that may go on.
  private(set) var isInWord: Bool
  /// How many words have begun.
  private(set) var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>, written: Int, isInWord: Bool) {
    self.room = room
    self.written = written
    self.isInWord = isInWord
  }

  /// - Parameter classes: ``classes``, fetched once.
  @inline(__always)
  mutating func add(_ run: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < run.count {
      if index + 8 <= run.count {
        let plain = addPlain(run, at: index)
        index += plain
        if plain == 8 { continue }
      }
      add(run, at: index, classes[Int(run[index])])
      index += 1
    }
  }

  /// Adds words with single blanks between them, up to eight bytes at once.
  /// - Returns: how many bytes.
  @inline(__always)
  private mutating func addPlain(_ run: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let plain = PlainWords(run, at: index, isInWord: isInWord)
    guard plain.count > 0 else { return 0 }
    if !isInWord { separate() }
    // It fits. What lies behind the plain ones is written over.
    plain.store(in: room, at: written)
    written += plain.count - (plain.endsInBlank ? 1 : 0)
    count += plain.words
    isInWord = !plain.endsInBlank
    return plain.count
  }

  /// Adds a byte, or does what else its class says.
  @inline(__always)
  private mutating func add(_ run: UnsafeBufferPointer<UInt8>, at index: Int, _ kind: UInt8) {
    switch kind {
    case Self.divides: isInWord = false
    case Self.vanishes: break
    case Self.point:
      // The point counts inside a number, the comma divides outside of one.
      let isInNumber =
        isInWord && index + 1 < run.count && run[index + 1].isASCIIDigit && written > 0
        && room[written - 1].isASCIIDigit
      if run[index] == UInt8(ascii: ",") {
        if !isInNumber { isInWord = false }
      } else if isInNumber {
        put(run[index])
      }
    case let folded:
      if !isInWord {
        separate()
        isInWord = true
        count += 1
      }
      put(folded)
    }
  }

  @inline(__always)
  private mutating func separate() { if written > 0 { put(0x20) } }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    room[written] = byte
    written += 1
  }

  // MARK: Bytes

  private static let vanishes: UInt8 = 0
  private static let divides: UInt8 = 1
  private static let point: UInt8 = 2

  /// For each byte the one to write, or what else to do with it.
  static let classes: [UInt8] = (0..<128).map { value in
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
