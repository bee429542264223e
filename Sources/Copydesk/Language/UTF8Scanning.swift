extension UInt8 {
  /// `0` to `9`.
  @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }
  /// `A` to `Z`.
  @inlinable public var isASCIIUppercase: Bool { self &- 0x41 < 26 }
  /// `a` to `z`.
  @inlinable public var isASCIILowercase: Bool { self &- 0x61 < 26 }
  /// `A` to `Z` or `a` to `z`.
  @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Blank, tab, line feed, vertical tab, form feed or carriage return.
  @inlinable public var isASCIISpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  /// A byte 10xxxxxx: inside a character, never at its start.
  @inlinable public var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}

/// The Unicode scalar that starts at `index`, and how many bytes it takes.
/// - Precondition: `index` is inside the bytes and at the start of a scalar of valid UTF-8.
@inlinable
public func decodeScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
) -> (scalar: Unicode.Scalar, length: Int) {
  let first = UInt32(bytes[index])
  if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
  func continuation(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
  let value: UInt32
  let length: Int
  if first < 0xE0 {
    value = (first & 0x1F) << 6 | continuation(1)
    length = 2
  } else if first < 0xF0 {
    value = (first & 0x0F) << 12 | continuation(1) << 6 | continuation(2)
    length = 3
  } else {
    value = (first & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3)
    length = 4
  }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

/// The offset of the first byte that is not part of well-formed UTF-8, or nil.
///
/// Follows table 3-7 of the Unicode Standard: no surrogates, no overlong forms, nothing above U+10FFFF.
/// - Complexity: O(*n*); 32 bytes at a time while the text is ASCII.
public func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes(firstInvalidUTF8)
}

/// The offset, counted from the first byte of the slice, of the first byte that is not part of well-formed UTF-8, or
/// nil.
/// - Complexity: O(*n*); 32 bytes at a time while the text is ASCII.
public func firstInvalidUTF8(in bytes: ArraySlice<UInt8>) -> Int? {
  bytes.withUnsafeBytes(firstInvalidUTF8)
}

/// Whether all bytes are below 128.
/// - Complexity: O(*n*), 32 bytes at a time.
func isASCII(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBytes { raw in
    func word(_ index: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) }
    var index = 0
    while index + 32 <= raw.count {
      let all = word(index) | word(index + 8) | word(index + 16) | word(index + 24)
      if all & 0x8080_8080_8080_8080 != 0 { return false }
      index += 32
    }
    while index < raw.count {
      if raw[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }
}

private func firstInvalidUTF8(_ raw: UnsafeRawBufferPointer) -> Int? {
  let highs: UInt64 = 0x8080_8080_8080_8080
  func word(_ index: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) }
  var index = 0
  let count = raw.count
  while index < count {
    while index + 32 <= count,
      (word(index) | word(index + 8) | word(index + 16) | word(index + 24)) & highs == 0
    {
      index += 32
    }
    if index + 8 <= count, word(index) & highs == 0 {
      index += 8
      continue
    }
    guard index < count else { return nil }
    let length = wellFormedLength(raw, at: index)
    if length == 0 { return index }
    index += length
  }
  return nil
}

/// How many bytes the well-formed scalar at `index` takes; 0 where there is none.
func wellFormedLength(_ raw: UnsafeRawBufferPointer, at index: Int) -> Int {
  let first = raw[index]
  if first < 0x80 { return 1 }
  func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    index + offset < raw.count && range.contains(raw[index + offset])
  }
  switch first {
  case 0xC2...0xDF: return follows(1) ? 2 : 0
  case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
  case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
  case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
  case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
  case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
  case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
  default: return 0
  }
}

/// Scripts that put no blanks between words, by the first two of the three bytes that each of their letters takes.
package enum UnspacedScript {
  /// Thai and Lao, which set no mark at the end of a sentence either.
  case withoutMarks
  /// Khmer and Burmese.
  case withMarks

  /// Nil where the bytes begin no such letter.
  package init?(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (0xE0, 0xB8...0xBB): self = .withoutMarks
    case (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): self = .withMarks
    default: return nil
    }
  }
}
