/// Cuts UTF-8 into tokens, in the manner of the CoNLL corpora: `'s` is a token of its own, an abbreviation
/// keeps its period, a hyphenated word stays whole. Ideographs, which are not separated by blanks, are a
/// token each.
///
/// - Complexity: O(*n*), without allocation but for the result.
struct Tokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var tokens: [Token] = []
  /// The latest tokens, which are appended together: to append one is to look whether there is room and whether the
  /// array is one's own.
  private let latest: UnsafeMutableBufferPointer<Token>
  private var latestCount = 0
  private var pending: Token.Traits = [.afterSpace, .afterNewline, .afterBlankLine]

  /// How many more words and numbers are wanted.
  private var wanted: Int

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, words: Int, _ latest: UnsafeMutableBufferPointer<Token>
  ) {
    self.bytes = bytes
    self.latest = latest
    wanted = words
    tokens.reserveCapacity(words == .max ? bytes.count / 5 : min(words, bytes.count / 5))
  }

  /// The tokens of `utf8`, in order.
  /// - Parameter words: with how many words and numbers it ends, or with one more.
  static func tokens(of utf8: [UInt8], words: Int = .max) -> [Token] {
    utf8.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(of: Token.self, capacity: 64) { latest in
        var tokenizer = Tokenizer(buffer, words: words, latest)
        tokenizer.run()
        tokenizer.appendLatest()
        return tokenizer.tokens
      }
    }
  }

  private mutating func run() {
    while position < bytes.count, wanted > 0 {
      let byte = bytes[position]
      // Most of a text, without a look at what else there is.
      if byte.isASCIILetter {
        word()
        continue
      } else if byte == 0x20 {
        pending.insert(.afterSpace)
        position += 1
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: position)
      switch ScalarClass(scalar) {
      case .space:
        pending.insert(.afterSpace)
        position += length
      case .newline:
        pending.insert(pending.contains(.afterNewline) ? .afterBlankLine : .afterNewline)
        pending.insert(.afterSpace)
        position += length
      case .letter: word()
      case .digit: number()
      case .ideograph: emit(end: position + length, .word)
      case .mark: position += length
      case .punctuation: punctuation(length)
      }
    }
  }

  private mutating func emit(end: Int, _ kind: Token.Kind, _ traits: Token.Traits = []) {
    if latestCount == latest.count { appendLatest() }
    latest[latestCount] = Token(position, end, kind, pending.union(traits))
    latestCount += 1
    if kind != .punctuation { wanted -= 1 }
    pending = []
    position = end
  }

  private mutating func appendLatest() {
    tokens.append(contentsOf: UnsafeBufferPointer(rebasing: latest[..<latestCount]))
    latestCount = 0
  }

  // MARK: Words

  private mutating func word() {
    let start = position
    if mayBeginAddress(bytes[start]), let end = addressEnd() { return emit(end: end, .word) }
    var shape = WordShape()
    var end = start
    while end < bytes.count {
      if bytes[end].isASCIILetter {
        end = shape.addLetters(bytes, from: end)
        // Most words end there.
        if end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x0A || bytes[end] == UInt8(ascii: ",") {
          return finishWord(end, shape)
        }
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: end)
      switch ScalarClass(scalar) {
      case .letter:
        shape.add(scalar)
        end += length
      case .digit, .mark: end += length
      default:
        guard let joined = connector(scalar, length, at: end, from: start) else {
          return finishWord(end, shape)
        }
        end = joined
      }
    }
    finishWord(end, shape)
  }

  /// Emits the word that ends at `end`, with its period if it is an abbreviation, without its `'s`.
  private mutating func finishWord(_ end: Int, _ shape: WordShape) {
    let start = position
    if end - start > 2, bytes[end - 1] | 0x20 == UInt8(ascii: "s"), let mark = apostropheBefore(end - 1),
      mark > start
    {
      emit(end: mark, .word, shape.without(bytes[end - 1]).traits)
      return emit(end: end, .word, .possessive)
    }
    let hasPeriod = byte(end) == UInt8(ascii: ".") && byte(end + 1) != UInt8(ascii: ".")
    let isAbbreviation =
      hasPeriod
      && Abbreviations.keepsPeriod(
        UnsafeBufferPointer(rebasing: bytes[start..<end]), isCapitalised: shape.isCapitalised,
        next: firstAfterBlanks(end + 1))
    emit(end: isAbbreviation ? end + 1 : end, .word, shape.traits)
  }

  /// Where a word goes on after a connector between two letters or digits, or nil where it ends.
  private func connector(_ scalar: Unicode.Scalar, _ length: Int, at index: Int, from start: Int) -> Int? {
    let next = index + length
    guard next < bytes.count, isWordByte(bytes[next]) else { return nil }
    switch scalar {
    case "'", "\u{2019}": return bytes[next].isASCIIDigit ? nil : next
    case "-", "\u{2010}", "\u{2011}", "_", "@": return next
    case "&": return bytes[next].isASCIIUppercase && bytes[index - 1].isASCIIUppercase ? next : nil
    case ".":
      let before = bytes[index - 1]
      // "Ph.D."
      if index - start == 2, bytes[start] == UInt8(ascii: "P"), before == UInt8(ascii: "h") {
        return bytes[next] == UInt8(ascii: "D") ? next : nil
      }
      let isSingleLetter = index - start == 1 || bytes[index - 2] == UInt8(ascii: ".")
      if isSingleLetter, before.isASCIILetter, bytes[next].isASCIILetter {
        let after = byte(next + 1)
        return after.map { !isWordByte($0) } ?? true ? next : nil
      }
      // A host name; never `end.The`, where a blank was lost after a full stop.
      return (before.isASCIILowercase || before.isASCIIDigit) && bytes[next].isASCIILowercase ? next : nil
    default: return nil
    }
  }

  @inline(__always)
  private func mayBeginAddress(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "h") || byte | 0x20 == UInt8(ascii: "w")
  }

  /// The end of a web address that starts here.
  private func addressEnd() -> Int? {
    guard starts(with: "http://") || starts(with: "https://") || starts(with: "www.") else { return nil }
    var end = position
    while end < bytes.count, !bytes[end].isASCIISpace, bytes[end] != UInt8(ascii: "<"), bytes[end] != 0x22,
      bytes[end] < 0x80
    {
      end += 1
    }
    while end > position, !isWordByte(bytes[end - 1]), bytes[end - 1] != UInt8(ascii: "/") { end -= 1 }
    return end
  }

  // MARK: Numbers and punctuation

  private mutating func number() {
    var end = position
    while end < bytes.count {
      if isWordByte(bytes[end]) {
        let (scalar, length) = decodeScalar(bytes, at: end)
        let kind = ScalarClass(scalar)
        guard kind == .letter || kind == .digit || kind == .mark else { break }
        end += length
      } else if let next = byte(end + 1), next.isASCIIDigit, bytes[end - 1].isASCIIDigit,
        ".,:/-".utf8.contains(bytes[end])
      {
        end += 1
      } else {
        break
      }
    }
    emit(end: end, .number)
  }

  private mutating func punctuation(_ length: Int) {
    var end = position + length
    // A row of periods or hyphens is one mark: an ellipsis, a dash.
    let first = bytes[position]
    if first == UInt8(ascii: ".") || first == UInt8(ascii: "-") {
      while byte(end) == first { end += 1 }
    }
    emit(end: end, .punctuation)
  }

  // MARK: Looking around

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0xC3
  }

  private func starts(with prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return prefix.withUTF8Buffer { wanted in
      for index in 0..<count where bytes[position + index] | 0x20 != wanted[index] | 0x20 { return false }
      return true
    }
  }

  /// The start of the apostrophe, of either kind, that ends just before `index`.
  private func apostropheBefore(_ index: Int) -> Int? {
    if bytes[index - 1] == UInt8(ascii: "'") { return index - 1 }
    if index >= 3, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80, bytes[index - 1] == 0x99 {
      return index - 3
    }
    return nil
  }

  private func firstAfterBlanks(_ index: Int) -> UInt8? {
    var index = index
    while let next = byte(index), next.isASCIISpace { index += 1 }
    return byte(index)
  }
}
