/// Decodes the character references of HTML by the WHATWG HTML Living Standard §13.2.5.72 to 80.
public enum CharacterReferences {
  /// What a reference stands for: one scalar or two, or none.
  public struct Value: Sendable, Equatable {
    /// The first scalar.
    public var first: Unicode.Scalar?
    /// The second one, which 93 of the names have.
    public var second: Unicode.Scalar?

    /// Creates a value.
    @inlinable
    public init(first: Unicode.Scalar?, second: Unicode.Scalar? = nil) {
      self.first = first
      self.second = second
    }

    /// Hands on the bytes in UTF-8.
    @inlinable @inline(__always)
    public func forEachByte(_ body: (UInt8) -> Void) {
      if let first { for byte in UTF8.encode(first) ?? UTF8.encodedReplacementCharacter { body(byte) } }
      if let second { for byte in UTF8.encode(second) ?? UTF8.encodedReplacementCharacter { body(byte) } }
    }
  }

  /// What the reference at `index`, where an ampersand is, stands for, and how many bytes it takes, the ampersand
  /// included; nil where there is none.
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - index: where the ampersand is.
  ///   - end: where the text ends.
  ///   - isInAttribute: whether `&copy=1` and `&copyright` stay as they are, since old links contain such.
  /// - Complexity: O(length of the reference).
  public static func reference(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int, isInAttribute: Bool
  ) -> (Value, Int)? {
    let start = index + 1
    guard start < end else { return nil }
    if bytes[start] == 0x23 {
      return numeric(in: bytes, at: start + 1, end: end).map { (Value(first: $0.scalar), $0.length + 2) }
    }
    guard let match = CharacterReferenceTable.shared.match(in: bytes, at: start, end: end) else { return nil }
    let after = start + match.length
    if isInAttribute, !match.hasSemicolon, after < end {
      let next = bytes[after]
      if next == 0x3D || next.isASCIILetter || next.isASCIIDigit { return nil }
    }
    return (match.value, match.length + 1)
  }

  /// A string that is no page, such as the headline of a record, with the references decoded that end in a semicolon:
  /// `&para` may be the name of something in an address. References to control characters and to what is no character stay
  /// as they are, and nothing is decoded twice.
  /// - Complexity: O(length of the string).
  public static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var out: [UInt8] = []
    var text = text
    text.withUTF8 { bytes in
      out.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        if bytes[index] == 0x26,
          let (value, length) = reference(in: bytes, at: index, end: bytes.count, isInAttribute: true),
          bytes[index + length - 1] == 0x3B, let first = value.first, first.value >= 0x20, first != "\u{FFFD}"
        {
          value.forEachByte { out.append($0) }
          index += length
        } else {
          out.append(bytes[index])
          index += 1
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
