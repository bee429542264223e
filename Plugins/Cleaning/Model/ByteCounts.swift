import Copydesk

/// What is counted over the bytes of a line, in one pass and sixteen bytes at once.
struct ByteCounts: Equatable {
  /// How many bytes are looked at for words that begin with a capital and for marks.
  static let reach = 400

  var starts = 0
  var capitals = 0
  var marks = 0
  var commas = 0
  var stops = 0

  /// Counts over all bytes commas and stops that stand among the first ``reach`` or after them, and the rest of what is
  /// counted over the first alone.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let reach = min(Self.reach, bytes.count)
    guard reach > 0 else { return }
    add(bytes[0], after: 0x20)
    var index = addVectors(bytes, to: reach)
    while index < reach {
      add(bytes[index], after: bytes[index - 1])
      index += 1
    }
    for byte in bytes[reach...] {
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: ".") { stops += 1 }
    }
  }

  /// The same, byte by byte: what the vectors are held against.
  init(byByte bytes: UnsafeBufferPointer<UInt8>) {
    var last: UInt8 = 0x20
    for byte in bytes.prefix(Self.reach) {
      add(byte, after: last)
      last = byte
    }
    for byte in bytes.dropFirst(Self.reach) {
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: ".") { stops += 1 }
    }
  }

  private mutating func add(_ byte: UInt8, after last: UInt8) {
    if last == 0x20 {
      starts += 1
      if byte.isASCIIUppercase { capitals += 1 }
    }
    guard byte < 0x80, byte != 0x20, !byte.isASCIILetter, !byte.isASCIIDigit else { return }
    marks += 1
    if byte == UInt8(ascii: ",") { commas += 1 }
    if byte == UInt8(ascii: ".") { stops += 1 }
  }

  /// Sixteen bytes, eight a lane. What is found of a byte stands in its highest bit: masks of vectors are taken apart
  /// byte by byte by the compiler, and additions are not.
  private typealias Lanes = SIMD2<UInt64>

  @inline(__always)
  private static func all(_ byte: UInt8) -> Lanes {
    Lanes(repeating: 0x0101_0101_0101_0101 &* UInt64(byte))
  }

  /// Of bytes below 128 those that are less than one: adding what is missing to 128 sets the highest bit of the others.
  @inline(__always)
  private static func isLess(_ bytes: Lanes, than limit: UInt8) -> Lanes {
    ((bytes &+ all(0x80 - limit)) & all(0x80)) ^ all(0x80)
  }

  /// Of bytes below 128 those that are one.
  @inline(__always)
  private static func isEqual(_ bytes: Lanes, _ byte: UInt8) -> Lanes { isLess(bytes ^ all(byte), than: 1) }

  /// Adds the bytes from the second on, as far as whole vectors go.
  /// - Parameter end: no more than ``reach``, so that no byte counts further than 255.
  /// - Returns: where the vectors end.
  private mutating func addVectors(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let (high, low) = (Self.all(0x80), Self.all(0x7F))
    var (starts, capitals, marks, commas, stops) = (Lanes(), Lanes(), Lanes(), Lanes(), Lanes())
    var index = 1
    while index + 16 <= end {
      let here = raw.loadUnaligned(fromByteOffset: index, as: Lanes.self)
      let before = raw.loadUnaligned(fromByteOffset: index - 1, as: Lanes.self)
      let (isASCII, bytes) = ((here & high) ^ high, here & low)
      let isStart = Self.isEqual(before & low, 0x20) & ((before & high) ^ high)
      let small = bytes | Self.all(0x20)
      let isLetter = Self.isLess(small, than: 0x7B) ^ Self.isLess(small, than: 0x61)
      let isCapital = Self.isLess(bytes, than: 0x5B) ^ Self.isLess(bytes, than: 0x41)
      let isDigit = Self.isLess(bytes, than: 0x3A) ^ Self.isLess(bytes, than: 0x30)
      let isNoMark = isLetter | isDigit | Self.isEqual(bytes, 0x20)
      starts &+= isStart &>> 7
      capitals &+= (isStart & isCapital & isASCII) &>> 7
      marks &+= ((isNoMark ^ high) & isASCII) &>> 7
      commas &+= (Self.isEqual(bytes, UInt8(ascii: ",")) & isASCII) &>> 7
      stops &+= (Self.isEqual(bytes, UInt8(ascii: ".")) & isASCII) &>> 7
      index += 16
    }
    self.starts += Self.sum(starts)
    self.capitals += Self.sum(capitals)
    self.marks += Self.sum(marks)
    self.commas += Self.sum(commas)
    self.stops += Self.sum(stops)
    return index
  }

  /// The sum of all bytes.
  @inline(__always)
  private static func sum(_ lanes: Lanes) -> Int {
    let low: UInt64 = 0x00FF_00FF_00FF_00FF
    // Four sums of up to 1,020 in 16 bits each.
    let sums = (lanes[0] & low) &+ (lanes[0] >> 8 & low) &+ (lanes[1] & low) &+ (lanes[1] >> 8 & low)
    return Int((sums &* 0x0001_0001_0001_0001) >> 48)
  }
}
