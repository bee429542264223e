#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How bytes stand for characters.
public struct TextEncoding: Sendable, Hashable {
  /// The name of the Encoding Standard (WHATWG), in small letters: `utf-8`, `windows-1252`, `shift_jis`.
  public let name: String

  /// UTF-8.
  public static let utf8 = TextEncoding(known: "utf-8")
  /// What Western pages that say nothing are in.
  public static let windows1252 = TextEncoding(known: "windows-1252")

  /// - Parameter name: one of ``names``.
  init(known name: String) { self.name = name }

  /// The encoding of a label, as pages and headers write it; nil for one that is not known.
  public init?(label: String) {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard let name = Self.names[label] else { return nil }
    self.name = name
  }

  /// The encoding of a page: its byte order mark; UTF-8 if that is what the bytes are; what its `meta` elements or
  /// its XML declaration say; else what the bytes clearly speak for, and windows-1252 where they do not.
  /// - Complexity: O(*n*).
  public static func ofPage(_ bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFE, 0xFF]) { return TextEncoding(known: "utf-16be") }
    if bytes.starts(with: [0xFF, 0xFE]) { return TextEncoding(known: "utf-16le") }
    if firstInvalidUTF8(in: bytes) == nil { return .utf8 }
    let declared = declarations(in: bytes.prefix(4_096))
    guard let first = declared.first else { return EncodingGuess(bytes).encoding }
    // A page that says UTF-8 and is not: a few bytes are broken, or that was said of a script, or all of it is something
    // else.
    if first == .utf8, !isMostlyUTF8(bytes) {
      return declared.first { $0 != .utf8 } ?? EncodingGuess(bytes).encoding
    }
    return first
  }

  /// `charset=` in a `meta` element, `encoding=` in an XML declaration.
  private static func declarations(in head: ArraySlice<UInt8>) -> [TextEncoding] {
    let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    var found: [TextEncoding] = []
    for key in ["charset", "encoding"] {
      for piece in text.split(separator: key, omittingEmptySubsequences: false).dropFirst() {
        let rest = piece.drop { $0 == " " }
        guard rest.first == "=" else { continue }
        let label = rest.dropFirst().drop { " \"'".contains($0) }
          .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
        if let encoding = TextEncoding(label: String(label)) { found.append(encoding) }
      }
    }
    return found
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

  /// Names by label. Of the Encoding Standard's labels those that pages use.
  private static let names: [String: String] = {
    let list = """
      utf-8 utf8 unicode-1-1-utf-8
      windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 l1 ascii us-ascii ansi
      windows-1250 cp1250 x-cp1250
      windows-1251 cp1251 x-cp1251
      windows-1253 cp1253 x-cp1253
      windows-1254 cp1254 x-cp1254 iso-8859-9 latin5
      windows-1255 cp1255 x-cp1255
      windows-1256 cp1256 x-cp1256
      windows-1257 cp1257 x-cp1257
      windows-1258 cp1258 x-cp1258
      windows-874 tis-620 iso-8859-11
      iso-8859-2 iso8859-2 latin2
      iso-8859-3 latin3
      iso-8859-4 latin4
      iso-8859-5 cyrillic
      iso-8859-6 arabic
      iso-8859-7 greek
      iso-8859-8 hebrew iso-8859-8-i
      iso-8859-10 latin6
      iso-8859-13
      iso-8859-14
      iso-8859-15 latin9 l9
      iso-8859-16
      koi8-r koi8 koi
      koi8-u
      macintosh mac x-mac-roman
      ibm866 cp866 866
      gb18030 gbk gb2312 gb_2312-80 x-gbk
      big5 big5-hkscs cn-big5 x-x-big5
      euc-jp x-euc-jp
      shift_jis shift-jis sjis x-sjis ms_kanji windows-31j
      euc-kr ks_c_5601-1987 korean windows-949 cp949 uhc
      utf-16le utf-16
      utf-16be
      """
    var names: [String: String] = [:]
    for line in list.split(separator: "\n") {
      let labels = line.split(separator: " ").map(String.init)
      for label in labels { names[label] = labels[0] }
    }
    return names
  }()

  /// The name by which the system's converter knows it.
  var converterName: String {
    switch name {
    case "windows-874": "cp874"
    case "shift_jis": "cp932"
    case "euc-kr": "cp949"
    case "big5": "big5-hkscs"
    case let name: name.hasPrefix("windows-") ? "cp" + name.dropFirst("windows-".count) : name
    }
  }
}

extension Text {
  /// A text from bytes in some encoding that stand in the source file from `sourceStart` on. The map leads each
  /// character back to its own bytes. What stands for no character becomes U+FFFD; nothing fails.
  /// - Complexity: O(*n*).
  public init(decoding bytes: [UInt8], as encoding: TextEncoding, sourceStart: Int = 0) {
    var decoder = TextDecoder(bytes, sourceStart)
    switch encoding.name {
    case "utf-8": decoder.decodeUTF8()
    case "utf-16le": decoder.decodeUTF16 { UInt16($0) | UInt16($1) << 8 }
    case "utf-16be": decoder.decodeUTF16 { UInt16($0) << 8 | UInt16($1) }
    default: decoder.decode(with: encoding.converterName)
    }
    self.init(unchecked: decoder.out, map: decoder.map)
  }
}

/// Turns bytes into UTF-8 and keeps the way back.
private struct TextDecoder {
  let bytes: [UInt8]
  let sourceStart: Int
  var out: [UInt8] = []
  var map = SourceMap()

  init(_ bytes: [UInt8], _ sourceStart: Int) {
    self.bytes = bytes
    self.sourceStart = sourceStart
    out.reserveCapacity(bytes.count + bytes.count / 8)
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    out.append(contentsOf: bytes[range])
    let start = sourceStart + range.lowerBound
    map.append(range.count, from: Span(start, start + range.count), isVerbatim: true)
  }

  private mutating func write(_ utf8: some Collection<UInt8>, for range: Range<Int>) {
    out.append(contentsOf: utf8)
    map.append(
      utf8.count, from: Span(sourceStart + range.lowerBound, sourceStart + range.upperBound),
      isVerbatim: false)
  }

  private static let unknown = Array("\u{FFFD}".utf8)

  mutating func decodeUTF8() {
    let bytes = bytes
    bytes.withUnsafeBytes { raw in
      var start = 0
      var index = 0
      while index < raw.count {
        let length = wellFormedLength(raw, at: index)
        if length == 0 {
          copy(start..<index)
          write(Self.unknown, for: index..<(index + 1))
          start = index + 1
        }
        index += max(1, length)
      }
      copy(start..<raw.count)
    }
  }

  mutating func decodeUTF16(_ unit: (UInt8, UInt8) -> UInt16) {
    var index = 0
    while index + 1 < bytes.count {
      let first = unit(bytes[index], bytes[index + 1])
      var end = index + 2
      var scalar = Unicode.Scalar(first)
      if scalar == nil, first < 0xDC00, index + 3 < bytes.count {
        let second = unit(bytes[index + 2], bytes[index + 3])
        if second & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
          end = index + 4
        }
      }
      if scalar != "\u{FEFF}" || index > 0 { write(String(scalar ?? "\u{FFFD}").utf8, for: index..<end) }
      index = end
    }
    if index < bytes.count { write("\u{FFFD}".utf8, for: index..<bytes.count) }
  }

  /// Converts what is not ASCII character by character with the system's converter; each sequence of bytes is
  /// asked for once.
  mutating func decode(with name: String) {
    guard let converter = Converter(name) else { return decodeUTF8() }
    var known: [UInt32: (utf8: [UInt8], length: Int)] = [:]
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      copy(start..<index)
      guard index < bytes.count else { return }
      var key: UInt32 = 0
      for offset in 0..<4 {
        key = key << 8 | UInt32(index + offset < bytes.count ? bytes[index + offset] : 0)
      }
      let character =
        known[key] ?? converter.character(bytes[index..<min(index + 4, bytes.count)])
        ?? (Self.unknown, 1)
      known[key] = character
      write(character.utf8, for: index..<(index + character.length))
      index += character.length
    }
  }
}

/// The system's converter into UTF-8.
private final class Converter {
  private let handle: iconv_t

  init?(_ name: String) {
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// The first character of `bytes` and how many bytes it takes; nil if they begin with none.
  func character(_ bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], length: Int)? {
    for length in 1...max(1, bytes.count) {
      var input = bytes.prefix(length).map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 16)
      let written = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output -> Int? in
          var from = input.baseAddress
          var left = input.count
          var to = output.baseAddress
          var room = output.count
          _ = iconv(handle, nil, nil, nil, nil)
          let result = iconv(handle, &from, &left, &to, &room)
          return result == Int(bitPattern: UInt.max) || result == UInt.max || left > 0
            ? nil : output.count - room
        }
      }
      if let written, written > 0 { return (output.prefix(written).map { UInt8(bitPattern: $0) }, length) }
    }
    return nil
  }
}
