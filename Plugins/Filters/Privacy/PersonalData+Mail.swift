import Copydesk

/// Addresses of mail.
extension PersonalData {
  /// A dot-atom of RFC 5322 before the sign and a host with a dot behind it, both with letters of other alphabets, too
  /// (RFC 6531); before the sign of those that have capitals, since words stand before an address without a blank in others.
  func email(at sign: Int, notBefore: Int) -> Span? {
    var start = sign
    while start > notBefore, sign - start < 64, let before = local(before: start), before >= notBefore {
      start = before
    }
    // A dot is of the sentence before, an apostrophe a quote that opens.
    while start < sign, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "'") { start += 1 }
    guard start < sign, bytes[sign - 1] != UInt8(ascii: "."), let end = host(from: sign + 1) else {
      return nil
    }
    // Underlines around it are marks of emphasis.
    if bytes[start] == UInt8(ascii: "_"), at(end) == UInt8(ascii: "_"), start + 1 < sign { start += 1 }
    return Span(start, end)
  }

  /// Where the character starts that ends there, if an address may have it before its sign.
  private func local(before end: Int) -> Int? {
    let byte = at(end - 1)
    if byte < 0x80 {
      return byte.isASCIILetter || byte.isASCIIDigit || "._%+-'".utf8.contains(byte) ? end - 1 : nil
    }
    var start = end - 1
    while start > 0, bytes[start].isUTF8Continuation { start -= 1 }
    return scalar(at: start).isOfWord ? start : nil
  }

  /// Where the host ends that starts there: labels with dots between them, the last one of letters or in Punycode.
  private func host(from start: Int) -> Int? {
    var end = start
    var last: Int?
    while let label = label(from: end, limit: start + 255) {
      if end > start { last = end }
      end = label
      guard at(end) == UInt8(ascii: "."), end + 1 < start + 255 else { break }
      end += 1
    }
    // Hyphens and dots behind it are of the sentence.
    while end > start, at(end - 1) == UInt8(ascii: "-") || at(end - 1) == UInt8(ascii: ".") { end -= 1 }
    guard let last, last < end else { return nil }
    let name = bytes[last..<end]
    if name.starts(with: "xn--".utf8) { return end }
    // A hyphen joins a word to it: no such domain has one.
    if let hyphen = name.firstIndex(of: UInt8(ascii: "-")) { end = hyphen }
    let isTopLevel = end - last > 1 && bytes[last..<end].allSatisfy { $0.isASCIILetter || $0 >= 0x80 }
    return isTopLevel && !Self.files.contains(UnsafeBufferPointer(rebasing: bytes[last..<end])) ? end : nil
  }

  /// What names of files end with and no host does: `logo@2x.png`.
  private static let files = WordSet("png jpg jpeg gif webp svg avif bmp tif tiff css js")

  /// Where the label ends; nil where there is none. One in letters of a script without capitals ends with them, and no
  /// other has any: words may follow it without a blank.
  private func label(from start: Int, limit: Int) -> Int? {
    var end = start
    var hasOthers = false
    while end < bytes.count, end < limit {
      let byte = bytes[end]
      if byte < 0x80 {
        guard byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") && end > start, !hasOthers
        else { break }
        end += 1
      } else {
        let (scalar, length) = decodeScalar(bytes, at: end)
        if !scalar.isOfWord {
          guard scalar.properties.isAlphabetic, hasOthers || end == start else { break }
          hasOthers = true
        } else if hasOthers {
          break
        }
        end += length
      }
    }
    return end > start ? end : nil
  }
}
