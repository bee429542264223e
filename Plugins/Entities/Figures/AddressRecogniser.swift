import Copydesk

/// Finds addresses of the net and telephone numbers: "desk@example.org", "https://example.org/a", "example.com",
/// "+44 20 7946 0958", "(202) 555-0173". The value of a telephone number is its digits, with `+` where the country is
/// given; that of a web address has its scheme.
struct AddressRecogniser: Sendable {
  /// The e-mail and web addresses in a text, in order.
  func addresses(in text: Text) -> [Entity] { text.withFigureTokens { addresses(in: $0) } }

  /// Those among tokens, in order.
  func addresses(in view: FigureTokens) -> [Entity] {
    var found: [Entity] = []
    var done = 0
    var index = view.next(.address, from: 0)
    while index < view.count {
      if view.tokens[index].start >= done, let entity = web(view, index) ?? mail(view, index, from: done) {
        found.append(entity)
        done = entity.span.end
      }
      index = view.next(.address, from: index + 1)
    }
    return found
  }

  private func web(_ view: FigureTokens, _ index: Int) -> Entity? {
    let word = view.word(index)
    guard word.count > 4 else { return nil }
    let first = word[0] | 0x20
    if first == UInt8(ascii: "h") || first == UInt8(ascii: "w") {
      let head = word.prefix(8).map(\.lowered)
      let hasScheme = head.starts(with: "http://".utf8) || head.starts(with: "https://".utf8)
      if hasScheme || head.starts(with: "www.".utf8) {
        let span = Span(view.tokens[index].start, addressEnd(view, index))
        let address = String(decoding: view.bytes[span.range], as: UTF8.self)
        return Entity(span, .url, value: hasScheme ? address : "http://" + address)
      }
    }
    guard view.tokens[index].kind == .word, let dot = word.lastIndex(of: UInt8(ascii: ".")), dot > 1,
      dot + 1 < word.count, !word.contains(UInt8(ascii: "@")),
      Self.domains.contains(UnsafeBufferPointer(rebasing: word[(dot + 1)...])),
      // "2.co" and "p.net" are no hosts of a newspaper; a mail address is not a web address.
      index == 0 || !view.isMark(index - 1, "@")
    else { return nil }
    let end = pathEnd(view, index)
    let span = Span(view.tokens[index].start, end)
    return Entity(
      span, .url,
      value: "http://" + String(decoding: view.bytes[span.range], as: UTF8.self))
  }

  /// The end of an address with its scheme, which is a token up to a sign that is not ASCII's: further where letters follow or
  /// the host is not at its end, and with a bracket that closes one of its own.
  private func addressEnd(_ view: FigureTokens, _ index: Int) -> Int {
    var end = view.tokens[index].end
    var next = index + 1
    let host = view.word(index).split(separator: UInt8(ascii: "/"), maxSplits: 2).dropFirst().first
    let isCut =
      !(host?.contains(UInt8(ascii: ".")) ?? false) && view.word(index)[0] | 0x20 == UInt8(ascii: "h")
    if isFollowedByLetters(view, next, ofAnyScript: isCut) {
      while next < view.count, view.isAttached(next), !view.startsParagraph(next) {
        if view.tokens[next].kind != .punctuation || view.isMark(next, "/") { end = view.tokens[next].end }
        next += 1
      }
      while next > index + 1, view.tokens[next - 1].end > end { next -= 1 }
    }
    var open = opened(in: view.bytes[view.tokens[index].start..<end])
    while open > 0, view.isMark(next, ")"), view.isAttached(next), view.tokens[next].start == end {
      open -= 1
      end += 1
      next += 1
    }
    return end
  }

  /// Whether letters go on there that are not ASCII's: those of a script without blanks may be the sentence's.
  private func isFollowedByLetters(_ view: FigureTokens, _ next: Int, ofAnyScript: Bool) -> Bool {
    guard next < view.count, view.isAttached(next), view.tokens[next].kind == .word else { return false }
    let scalar = decodeScalar(view.bytes, at: view.tokens[next].start).scalar
    return scalar.value >= 0x80 && (ofAnyScript || scalar.properties.isCased)
  }

  /// How many more brackets are opened than closed.
  private func opened(in address: some Collection<UInt8>) -> Int {
    address.reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0) }
  }

  /// The end of the last token of a path that follows a host without a blank.
  private func pathEnd(_ view: FigureTokens, _ index: Int) -> Int {
    var end = view.tokens[index].end
    var next = index + 1
    guard view.isMark(next, "/"), view.isAttached(next) else { return end }
    while next < view.count, view.isAttached(next), view.tokens[next].start == view.tokens[next - 1].end {
      let token = view.tokens[next]
      if token.kind != .punctuation || view.isMark(next, "/") { end = token.end }
      next += 1
    }
    return end
  }

  /// The address around an `@`.
  private func mail(_ view: FigureTokens, _ index: Int, from floor: Int) -> Entity? {
    let token = view.tokens[index]
    guard let at = view.bytes[token.start..<token.end].firstIndex(of: UInt8(ascii: "@")) else { return nil }
    var start = at
    while start > floor, Self.isLocal(view.bytes[start - 1]) { start -= 1 }
    while start < at, !view.bytes[start].isASCIILetter, !view.bytes[start].isASCIIDigit { start += 1 }
    var end = at + 1
    while end < view.bytes.count, Self.isHost(view.bytes[end]) { end += 1 }
    while end > at + 1, !view.bytes[end - 1].isASCIILetter { end -= 1 }
    // "@user@example.org" is an account.
    if start > 0, view.bytes[start - 1] == UInt8(ascii: "@") { return nil }
    guard start < at, let dot = view.bytes[(at + 1)..<end].lastIndex(of: UInt8(ascii: ".")), dot > at + 1,
      end - dot > 2, start == 0 || view.bytes[start - 1] < 0x80,
      end == view.bytes.count || view.bytes[end] < 0x80,
      let first = boundary(view, near: index, at: start, isStart: true),
      let last = boundary(view, near: index, at: end, isStart: false)
    else { return nil }
    let span = Span(first, last)
    return Entity(span, .email, value: String(decoding: view.bytes[span.range].map(\.lowered), as: UTF8.self))
  }

  /// Whether a token starts, or ends, at that byte; searched for near `index`.
  private func boundary(_ view: FigureTokens, near index: Int, at byte: Int, isStart: Bool) -> Int? {
    let near = max(0, index - 20)..<min(view.count, index + 20)
    return near.contains { (isStart ? view.tokens[$0].start : view.tokens[$0].end) == byte } ? byte : nil
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
  private static func isLocal(_ byte: UInt8) -> Bool {
    isHost(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
  }

  private static let domains = WordSet(
    "com org net gov edu mil int info biz uk de fr it es nl ch at au ca jp in ru br eu tv news")
}

extension AddressRecogniser {
  /// The telephone numbers in a text, in order.
  func telephones(in text: Text) -> [Entity] { text.withFigureTokens { telephones(in: $0) } }

  /// Those among tokens, in order.
  func telephones(in view: FigureTokens) -> [Entity] {
    var found: [Entity] = []
    var index = view.next(.number, from: 0)
    while index < view.count {
      guard let (first, end, value) = telephone(view, index) else {
        index = view.next(.number, from: index + 1)
        continue
      }
      found.append(Entity(view.span(first, end), .phone, value: value))
      index = view.next(.number, from: end)
    }
    return found
  }

  /// A row of numbers of which the look, or a word before it, tells that it is called.
  private func telephone(_ view: FigureTokens, _ index: Int) -> (first: Int, end: Int, value: String)? {
    // Nearly all numbers stand alone, and are too short.
    if view.word(index).count < 7, !goesOn(view, index + 1) || !mayBeLong(view, index) { return nil }
    var first = index
    let isInternational = view.isMark(index - 1, "+") && view.isAttached(index)
    if isInternational { first -= 1 }
    let isBracketed = view.isMark(index - 1, "(") && view.isMark(index + 1, ")")
    if isBracketed { first -= 1 }
    var digits: [UInt8] = []
    var groups: [Int] = []
    var end = index
    var next = index
    while next < view.count, next - index < 16 {
      if view.isNumber(next), !view.startsParagraph(next) || next == index {
        guard let parts = Self.groups(view.word(next)) else { break }
        for part in parts { groups.append(part.count); digits += part }
        end = next + 1
      } else if view.isMark(next, ")") || view.isMark(next, "(") || view.isMark(next, "-")
        || view.isMark(next, ".")
      {
        if view.isMark(next, "."),
          !(next + 1 < view.count && view.isNumber(next + 1) && view.isAttached(next + 1))
        {
          break
        }
      } else {
        break
      }
      next += 1
    }
    guard (7...15).contains(digits.count), groups.count > 1 || isInternational else { return nil }
    let isAmerican = groups == [3, 3, 4] || groups == [1, 3, 3, 4]
    guard isInternational || (isBracketed && groups.count > 2) || isAmerican || isCalled(view, first) else {
      return nil
    }
    return (first, end, (isInternational ? "+" : "") + String(decoding: digits, as: UTF8.self))
  }

  /// Whether seven bytes or more stand in the numbers of the row that begins here: of fewer no telephone number is made.
  private func mayBeLong(_ view: FigureTokens, _ index: Int) -> Bool {
    var bytes = 0
    for next in index..<min(view.count, index + 16) {
      if view.isNumber(next) {
        bytes += view.word(next).count
        if bytes >= 7 { return true }
      } else if !goesOn(view, next) {
        return false
      }
    }
    return false
  }

  /// Whether a telephone number may go on with a token.
  private func goesOn(_ view: FigureTokens, _ index: Int) -> Bool {
    // A period that no number follows ends a sentence.
    if view.isMark(index, ".") { return view.isNumber(index + 1) && view.isAttached(index + 1) }
    return view.isNumber(index) || view.isMark(index, ")") || view.isMark(index, "(")
      || view.isMark(index, "-")
  }

  /// The groups of digits in a token such as `555-0173`; nil where it holds anything else.
  private static func groups(_ word: UnsafeBufferPointer<UInt8>) -> [[UInt8]]? {
    var parts: [[UInt8]] = [[]]
    for byte in word {
      if byte.isASCIIDigit {
        parts[parts.count - 1].append(byte)
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") {
        parts.append([])
      } else {
        return nil
      }
    }
    return parts.contains { $0.isEmpty || $0.count > 12 } ? nil : parts
  }

  private func isCalled(_ view: FigureTokens, _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, index - before < 4 {
      if view.isAny(before, of: Self.callWords) { return true }
      if view.isNumber(before) { return false }
      before -= 1
    }
    return false
  }

  private static let callWords = WordSet("tel tel. telephone phone call dial fax mobile hotline whatsapp")
}
