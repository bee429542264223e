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
        index == 0 || !isWord(bytes[index - 1]), let (kind, stop) = number(at: index)
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

  private func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }

  private func at(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  private func number(at index: Int) -> (RedactPII.Kind, Int)? {
    if kinds.contains(.ip), let end = addressV4(at: index) ?? addressV6(at: index) { return (.ip, end) }
    if kinds.contains(.card), let end = card(at: index) { return (.card, end) }
    if kinds.contains(.phone), let end = phone(at: index) { return (.phone, end) }
    return nil
  }

  // MARK: Mail

  /// A dot-atom of RFC 5322 before the sign and a host with a dot behind it.
  private func email(at sign: Int, notBefore: Int) -> Span? {
    var start = sign
    while start > notBefore, sign - start < 64, isLocal(bytes[start - 1]) { start -= 1 }
    while start < sign, bytes[start] == UInt8(ascii: ".") { start += 1 }
    guard start < sign, bytes[sign - 1] != UInt8(ascii: ".") else { return nil }
    var end = sign + 1
    var lastDot: Int?
    while end < bytes.count, end - sign < 255 {
      let byte = bytes[end]
      if byte == UInt8(ascii: ".") {
        guard end > sign + 1, isWord(at(end + 1)) else { break }
        lastDot = end
      } else if !byte.isASCIILetter, !byte.isASCIIDigit, byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    guard let lastDot, end - lastDot > 2, bytes[lastDot + 1..<end].allSatisfy(\.isASCIILetter) else {
      return nil
    }
    return Span(start, end)
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || "._%+-'".utf8.contains(byte)
  }

  // MARK: IP addresses

  private func addressV4(at start: Int) -> Int? {
    var index = start
    for part in 0..<4 {
      var value = 0
      var digits = 0
      while at(index).isASCIIDigit, digits < 4 {
        value = value * 10 + Int(at(index) & 15)
        digits += 1
        index += 1
      }
      guard (1...3).contains(digits), value < 256 else { return nil }
      if part < 3 {
        guard at(index) == UInt8(ascii: ".") else { return nil }
        index += 1
      }
    }
    // Not inside of a longer number, such as a version.
    guard !isWord(at(index)), !(at(index) == UInt8(ascii: ".") && at(index + 1).isASCIIDigit) else {
      return nil
    }
    guard start == 0 || at(start - 1) != UInt8(ascii: ".") else { return nil }
    return index
  }

  /// Groups of up to four hexadecimal digits with colons between: eight, or fewer with `::` once.
  private func addressV6(at start: Int) -> Int? {
    guard start == 0 || at(start - 1) != UInt8(ascii: ":") else { return nil }
    var index = start
    var groups = 0
    var hasGap = false
    while groups < 8 {
      if at(index) == UInt8(ascii: ":"), at(index + 1) == UInt8(ascii: ":") {
        guard !hasGap else { break }
        hasGap = true
        index += 2
      } else if groups > 0, index > start, at(index - 1) != UInt8(ascii: ":") {
        guard at(index) == UInt8(ascii: ":") else { break }
        index += 1
      }
      var digits = 0
      while digits < 5, isHex(at(index)) {
        digits += 1
        index += 1
      }
      guard digits > 0 else { break }
      guard digits <= 4 else { return nil }
      groups += 1
    }
    guard !isWord(at(index)), groups == 8 || hasGap && groups >= 2, at(index - 1) != UInt8(ascii: ":") else {
      return nil
    }
    return index
  }

  private func isHex(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
  }

  // MARK: Numbers

  /// 13 to 19 digits, alone or in groups with one blank or hyphen between, that pass the Luhn check and begin as cards
  /// do.
  private func card(at start: Int) -> Int? {
    guard let first = bytes[start].isASCIIDigit ? bytes[start] & 15 : nil, (2...6).contains(first) else {
      return nil
    }
    var digits: [UInt8] = []
    var index = start
    var end = start
    while index < bytes.count, digits.count <= 19 {
      if bytes[index].isASCIIDigit {
        digits.append(bytes[index] & 15)
        end = index + 1
      } else if bytes[index] != UInt8(ascii: " ") && bytes[index] != UInt8(ascii: "-")
        || !at(index + 1).isASCIIDigit
      {
        break
      }
      index += 1
    }
    guard (13...19).contains(digits.count), !isWord(at(end)), Self.passesLuhn(digits) else { return nil }
    return end
  }

  /// H. P. Luhn: Computer for verifying numbers. US patent 2,950,048, 1960.
  static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// `+` and 8 to 15 digits; `(area) number`; `212-555-0100`. Blanks, hyphens, dots and brackets may stand between.
  private func phone(at start: Int) -> Int? {
    var groups: [Int] = []
    var index = start
    var end = start
    let isInternational = bytes[start] == UInt8(ascii: "+")
    let hasArea = bytes[start] == UInt8(ascii: "(")
    guard isInternational || hasArea || bytes[start].isASCIIDigit else { return nil }
    if isInternational || hasArea { index += 1 }
    guard at(index).isASCIIDigit else { return nil }
    var total = 0
    var run = 0
    while index < bytes.count, total <= 15, index - start < 24 {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        run += 1
        total += 1
        end = index + 1
      } else if " -.()/".utf8.contains(byte), run > 0 || byte == UInt8(ascii: "(") {
        if run > 0 { groups.append(run) }
        run = 0
        let next = at(index + 1)
        guard
          next.isASCIIDigit || next == UInt8(ascii: "(")
            || next == UInt8(ascii: " ") && byte == UInt8(ascii: ")")
            || byte == UInt8(ascii: ")") && next == UInt8(ascii: "-")
        else { break }
      } else if " -".utf8.contains(byte), index > start, bytes[index - 1] == UInt8(ascii: ")") {
        guard at(index + 1).isASCIIDigit else { break }
      } else {
        break
      }
      index += 1
    }
    if run > 0 { groups.append(run) }
    guard !isWord(at(end)) else { return nil }
    if isInternational { return (8...15).contains(total) ? end : nil }
    if hasArea {
      return groups.count >= 2 && (8...12).contains(total) && (2...5).contains(groups[0]) ? end : nil
    }
    return groups == [3, 3, 4] || groups == [1, 3, 3, 4] && bytes[start] == UInt8(ascii: "1") ? end : nil
  }
}
