/// How bytes stand for characters.
public struct TextEncoding: Sendable, Hashable {
  /// The name of the Encoding Standard (WHATWG), in small letters: `utf-8`, `windows-1252`, `shift_jis`; of one that it
  /// has not, the name that mail uses.
  public let name: String

  /// UTF-8.
  public static let utf8 = TextEncoding(known: "utf-8")
  /// What Western pages that say nothing are in.
  public static let windows1252 = TextEncoding(known: "windows-1252")

  /// - Parameter name: one of ``EncodingLabels``.
  init(known name: String) { self.name = name }

  /// The encoding of a label, as pages and headers write it; nil for one that is not known.
  public init?(label: String) {
    guard let name = EncodingLabels.name(of: label) else { return nil }
    self.name = name
  }

  /// The encoding of a page: its byte order mark; UTF-8 if that is what the bytes are; what its `meta` elements or
  /// its XML declaration say; else what the bytes clearly speak for, and windows-1252 where they do not.
  /// - Complexity: O(*n*).
  public static func ofPage(_ bytes: [UInt8]) -> TextEncoding { PageEncoding(bytes).encoding }

  /// How an encoding makes characters of bytes.
  enum Form {
    case utf8
    /// Units of two bytes or four.
    case wide(Int)
    case utf7
    /// Characters of another set behind an escape, of bytes that are ASCII, too.
    case shifted
    /// A byte or several for each character; those below 0x80 are ASCII where they begin one.
    case table
  }

  var form: Form {
    switch name {
    case "utf-8": .utf8
    case "utf-16", "utf-16le", "utf-16be": .wide(2)
    case "utf-32", "utf-32le", "utf-32be": .wide(4)
    case "utf-7": .utf7
    case "iso-2022-jp", "iso-2022-kr", "iso-2022-cn", "hz-gb-2312": .shifted
    default: .table
    }
  }

  /// Whether each character stands for itself wherever it begins, so that any part of a text can be read alone.
  package var hasNoState: Bool {
    switch form {
    case .utf8, .wide, .table: true
    case .utf7, .shifted: false
    }
  }

  /// Whether its plain words have NULs or escapes, so that these say nothing of what a file is.
  package var hasControls: Bool {
    switch form {
    case .wide, .shifted: true
    case .utf8, .utf7, .table: false
    }
  }

  /// Whether it has units of two bytes or four.
  package var isWide: Bool { if case .wide = form { true } else { false } }

  /// Whether ASCII stands for itself in it, as the heads of records and messages do.
  package var hasASCII: Bool {
    switch form {
    case .wide, .utf7: false
    case .utf8, .shifted, .table: true
    }
  }

  /// Whether bytes that are said to be in it are to be read so: what is UTF-8 all the same stays UTF-8.
  /// - Complexity: O(*n*).
  package func applies(to bytes: [UInt8]) -> Bool {
    switch form {
    case .utf8: false
    case .table: firstInvalidUTF8(in: bytes) != nil
    case .wide:
      // Plain text without a NUL or a mark is what it looks like; a few letters may be ideographs.
      bytes[...].place(of: 0) != nil || firstInvalidUTF8(in: bytes) != nil
        || bytes.count < Self.fewestWide
          && bytes.count % 2 == 0
    case .utf7, .shifted:
      isASCII(bytes) || firstInvalidUTF8(in: bytes) != nil
    }
  }

  private static let fewestWide = 16

  /// Whether bytes that are UTF-8 have what may begin an escape to other characters.
  /// - Complexity: O(*n*), many bytes at a time.
  package static func mayBeEscaped(_ bytes: ArraySlice<UInt8>) -> Bool { ShiftedSet.mayBegin(in: bytes) }

  /// Whether the system can read it: it has converters for most encodings, or can have them installed.
  package var isReadable: Bool {
    switch form {
    case .utf8, .wide, .utf7: true
    case .shifted: ShiftedSet.usual(in: self).isReadable
    case .table: CharacterTable(converters: converterNames) != nil
    }
  }

  /// The names by which systems' converters know it, the best first.
  var converterNames: [String] {
    switch name {
    case "windows-874": ["cp874"]
    case "shift_jis": ["cp932", "shift_jis"]
    // Pages and mail have the characters that vendors added.
    case "euc-jp": ["euc-jp-ms", "cp51932", "euc-jp"]
    case "euc-kr": ["cp949", "euc-kr"]
    case "big5": ["big5-hkscs", "big5"]
    case "x-mac-cyrillic": ["mac-uk", "macukraine", "mac-cyrillic"]
    case "x-mac-ce": ["mac-centraleurope", "maccentraleurope"]
    case "tcvn": ["tcvn5712-1", "tcvn"]
    case "iso-ir-111": ["iso-ir-111", "ecma-cyrillic"]
    case let name where name.hasPrefix("windows-"): ["cp" + name.dropFirst("windows-".count)]
    case let name where name.hasPrefix("ibm"): ["cp" + name.dropFirst("ibm".count), name]
    case let name: [name]
    }
  }
}
