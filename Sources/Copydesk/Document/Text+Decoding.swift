extension Text {
  /// A text from bytes in some encoding that stand in the source file from `sourceStart` on. The map leads each
  /// character back to its own bytes. What stands for no character becomes U+FFFD; nothing fails.
  /// - Complexity: O(*n*).
  public init(decoding bytes: [UInt8], as encoding: TextEncoding, sourceStart: Int = 0) {
    var decoder = TextDecoder(bytes, sourceStart)
    decoder.decode(encoding)
    self.init(unchecked: decoder.out, map: decoder.map)
  }

  /// The UTF-8 of a part of a text in some encoding, of which nothing is kept but that. A mark at its start is a character,
  /// and the encoding's name has to say which byte comes first.
  /// - Complexity: O(*n*).
  package static func utf8(ofPart bytes: [UInt8], in encoding: TextEncoding) -> [UInt8] {
    var decoder = TextDecoder(bytes, 0)
    decoder.isContinued = true
    decoder.decode(encoding)
    return decoder.out
  }

  /// The same of bytes that stand in pieces in the source file.
  /// - Parameter pieces: where they stand; together they are as long as `bytes`.
  /// - Returns: the text, and how many times U+FFFD took the place of something; nil where the system has no converter.
  package static func decoding(
    _ bytes: [UInt8], as encoding: TextEncoding, pieces: [Span]
  ) -> (text: Text, replaced: Int)? {
    var decoder = TextDecoder(bytes, pieces.count == 1 ? pieces[0].start : 0)
    decoder.decode(encoding)
    guard !decoder.hasNoConverter else { return nil }
    var map = decoder.map
    if decoder.out.isEmpty {
      map = SourceMap(identity: 0, sourceStart: pieces.first?.start ?? 0)
    } else if pieces.count > 1 {
      map = map.leading(on: SourceMap(pieces: pieces))
    }
    return (Text(unchecked: decoder.out, map: map), decoder.replaced)
  }
}

extension SourceMap {
  /// The map of a text whose parts stand in the source, one behind the other, in some pieces.
  fileprivate init(pieces: [Span]) {
    self.init()
    for piece in pieces { append(piece.count, from: piece, isVerbatim: true) }
  }
}

/// Turns bytes into UTF-8 and keeps the way back.
struct TextDecoder {
  let bytes: [UInt8]
  let sourceStart: Int
  private(set) var out: [UInt8] = []
  private(set) var map = SourceMap()
  /// How many times U+FFFD took the place of something.
  private(set) var replaced = 0
  /// Whether the system has no converter for some of it.
  var hasNoConverter = false
  /// Whether there are bytes before these, so that what looks like a mark at their start is a character.
  var isContinued = false

  init(_ bytes: [UInt8], _ sourceStart: Int) {
    self.bytes = bytes
    self.sourceStart = sourceStart
    out.reserveCapacity(bytes.count + bytes.count / 8)
  }

  mutating func decode(_ encoding: TextEncoding) {
    switch encoding.form {
    case .utf8: decodeUTF8()
    case .wide(2): decodeUTF16(isBig: isBigEndian(encoding, width: 2))
    case .wide: decodeUTF32(isBig: isBigEndian(encoding, width: 4))
    case .utf7: decodeUTF7()
    case .shifted: decodeShifted(encoding)
    case .table: decodeTable(encoding)
    }
  }

  /// Takes bytes over as they are: they are UTF-8.
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    out.append(contentsOf: bytes[range])
    let start = sourceStart + range.lowerBound
    map.append(range.count, from: Span(start, start + range.count), isVerbatim: true)
  }

  mutating func write(_ utf8: some Collection<UInt8>, for range: Range<Int>) {
    out.append(contentsOf: utf8)
    map.append(
      utf8.count, from: Span(sourceStart + range.lowerBound, sourceStart + range.upperBound),
      isVerbatim: false)
  }

  /// Writes U+FFFD for what stands for no character.
  mutating func writeUnknown(for range: Range<Int>) {
    write(Self.unknown, for: range)
    replaced += 1
  }

  mutating func write(_ scalar: Unicode.Scalar?, for range: Range<Int>) {
    if let scalar { write(String(scalar).utf8, for: range) } else { writeUnknown(for: range) }
  }

  private static let unknown = Array("\u{FFFD}".utf8)

  private mutating func decodeUTF8() {
    let bytes = bytes
    bytes.withUnsafeBytes { raw in
      var start = 0
      var index = 0
      while index < raw.count {
        let length = wellFormedLength(raw, at: index)
        if length == 0 {
          copy(start..<index)
          writeUnknown(for: index..<(index + 1))
          start = index + 1
        }
        index += max(1, length)
      }
      copy(start..<raw.count)
    }
  }

  // MARK: Tables

  /// Converts what is not ASCII character by character.
  private mutating func decodeTable(_ encoding: TextEncoding) {
    let table = CharacterTable(converters: encoding.converterNames)
    hasNoConverter = table == nil
    // What pages and mail of Windows write for the euro, which the standard has elsewhere.
    let euro: UInt8? = encoding.name == "gb18030" ? 0x80 : nil
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      copy(start..<index)
      guard index < bytes.count else { return }
      if bytes[index] == euro {
        write("€".utf8, for: index..<(index + 1))
        index += 1
      } else if let (utf8, length) = table?.first(of: bytes[index...]) {
        write(utf8, for: index..<(index + length))
        index += length
      } else {
        writeUnknown(for: index..<(index + 1))
        index += 1
      }
    }
  }
}
