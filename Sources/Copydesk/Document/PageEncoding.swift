/// How a page is encoded, and how that is known.
package struct PageEncoding {
  /// What it is taken for.
  package let encoding: TextEncoding
  /// Whether nothing that is known says so: the page says nothing, or it says wrong.
  package let isGuessed: Bool
  /// Whether it names an encoding that is not known.
  package let namesUnknown: Bool

  /// How far into a page its encoding may be named.
  private static let reach = 4_096

  private init(_ encoding: TextEncoding, isGuessed: Bool = false, namesUnknown: Bool = false) {
    self.encoding = encoding
    self.isGuessed = isGuessed
    self.namesUnknown = namesUnknown
  }

  /// - Complexity: O(*n*).
  package init(_ bytes: [UInt8]) {
    if let marked = TextEncoding(markOf: bytes) {
      self.init(marked)
      return
    }
    self = firstInvalidUTF8(in: bytes) == nil ? Self.escaped(bytes) : Self.declared(bytes)
  }

  /// The encoding of a page that is UTF-8 unless it has escapes.
  private static func escaped(_ bytes: [UInt8]) -> PageEncoding {
    guard ShiftedSet.mayBegin(in: bytes[...]), isASCII(bytes) else { return PageEncoding(.utf8) }
    let declared = Declarations(in: bytes.prefix(reach)).encodings
    if let shifted = declared.first(where: { !$0.hasNoState }) { return PageEncoding(shifted) }
    return ShiftedSet.isJapanese(bytes[...])
      ? PageEncoding(TextEncoding(known: "iso-2022-jp"), isGuessed: true) : PageEncoding(.utf8)
  }

  private static func declared(_ bytes: [UInt8]) -> PageEncoding {
    let declared = Declarations(in: bytes.prefix(reach))
    func guess() -> PageEncoding {
      PageEncoding(EncodingGuess(bytes).encoding, isGuessed: true, namesUnknown: declared.hasUnknown)
    }
    guard let first = declared.encodings.first else { return guess() }
    // A page that says UTF-8 and is not: a few bytes are broken, or that was said of a script, or all of it is something
    // else.
    if first == .utf8, !isMostlyUTF8(bytes) {
      return declared.encodings.first { $0 != .utf8 }.map { PageEncoding($0) } ?? guess()
    }
    return PageEncoding(first)
  }

  /// Whether more of what is not ASCII is UTF-8 than is not.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = bytes[index] < 0xC2 ? 0 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
      let end = index + length
      if length > 0, end <= bytes.count, bytes[(index + 1)..<end].allSatisfy(\.isUTF8Continuation) {
        good += 1
        index = end
      } else {
        bad += 1
        index += 1
      }
    }
    return good > bad
  }
}

/// `charset=` in a `meta` element, `encoding=` in an XML declaration.
private struct Declarations {
  private(set) var encodings: [TextEncoding] = []
  private(set) var hasUnknown = false

  init(in head: ArraySlice<UInt8>) {
    let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    for key in ["charset", "encoding"] {
      for piece in text.split(separator: key, omittingEmptySubsequences: false).dropFirst() {
        let rest = piece.drop { $0 == " " }
        guard rest.first == "=" else { continue }
        let label = rest.dropFirst().drop { " \"'".contains($0) }
          .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
        guard !label.isEmpty else { continue }
        if let encoding = TextEncoding(label: String(label)) {
          encodings.append(Self.asPagesMean(encoding))
        } else {
          hasUnknown = true
        }
      }
    }
  }

  /// What can be read as ASCII is not UTF-16, whatever it says, nor what browsers refuse to read.
  private static func asPagesMean(_ encoding: TextEncoding) -> TextEncoding {
    encoding.hasASCII ? encoding : .utf8
  }
}

extension TextEncoding {
  /// What a byte order mark says.
  package init?(markOf bytes: some Collection<UInt8>) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      self.init(known: "utf-32le")
    } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self.init(known: "utf-32be")
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(known: "utf-16be")
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(known: "utf-16le")
    } else {
      return nil
    }
  }

  /// What bytes are in that nothing tells of, and that may be UTF-8: Japanese mail and pages have escapes.
  /// - Returns: nil where they say nothing.
  package init?(escapesOf bytes: [UInt8]) {
    guard ShiftedSet.isJapanese(bytes[...]), isASCII(bytes) else { return nil }
    self.init(known: "iso-2022-jp")
  }

  /// What bytes that nothing tells of, and that are no UTF-8, are taken for: what they clearly speak for, and windows-1252
  /// where they do not.
  package init(guessedFrom bytes: [UInt8]) { self = EncodingGuess(bytes).encoding }
}
