import Copydesk

/// Finds personal data in a text, from left to right, none inside of another.
/// - Complexity: O(*n*): each candidate is bounded in length.
struct PersonalData {
  let bytes: UnsafeBufferPointer<UInt8>
  let kinds: Set<RedactPII.Kind>

  func find() -> [(kind: RedactPII.Kind, span: Span)] {
    var found: [(kind: RedactPII.Kind, span: Span)] = []
    var index = 0
    var end = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "@"), kinds.contains(.email), let span = email(at: index, notBefore: end) {
        while let last = found.last, last.span.end > span.start { found.removeLast() }
        found.append((.email, span))
        end = span.end
        index = end
        continue
      }
      if byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(")
        || byte == UInt8(ascii: ":")
        || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"),
        !isWord(before: index), let (kind, stop) = number(at: index)
      {
        found.append((kind, Span(index, stop)))
        end = stop
        index = stop
        continue
      }
      index += 1
    }
    return found
  }

  func at(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  /// Whether a word or a number begins or goes on at the place.
  func isWord(at index: Int) -> Bool {
    guard index >= 0, index < bytes.count else { return false }
    return bytes[index] < 0x80
      ? bytes[index].isASCIILetter || bytes[index].isASCIIDigit : scalar(at: index).isOfWord
  }

  /// Whether a word or a number ends at the place.
  func isWord(before index: Int) -> Bool {
    var start = index - 1
    while start > 0, bytes[start].isUTF8Continuation { start -= 1 }
    return isWord(at: start)
  }

  func scalar(at index: Int) -> Unicode.Scalar { decodeScalar(bytes, at: index).scalar }

  private func number(at index: Int) -> (RedactPII.Kind, Int)? {
    if kinds.contains(.ip), let end = addressV4(at: index) ?? addressV6(at: index) { return (.ip, end) }
    if kinds.contains(.card), let end = card(at: index) { return (.card, end) }
    if kinds.contains(.phone), let end = phone(at: index) { return (.phone, end) }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether a number that it stands beside is a part of the same word or number. Letters without capitals are those of
  /// scripts that set no blanks around a number, or join words of their own to it.
  var isOfWord: Bool {
    properties.isCased || 0x300...0x36F ~= value || properties.generalCategory == .decimalNumber
  }
}
