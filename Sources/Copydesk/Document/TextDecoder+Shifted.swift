/// The encodings of mail that came before bytes of eight bits: ISO-2022 (RFC 1468, 1557, 1922) and HZ (RFC 1843). An escape
/// says which set the bytes behind it are of; in them they are as in the EUC of the language, without the eighth bit.
extension TextDecoder {
  mutating func decodeShifted(_ encoding: TextEncoding) {
    var state = ShiftState(encoding)
    var tables = ShiftedTables()
    var index = 0
    while index < bytes.count {
      let start = index
      if state.set == nil {
        while index < bytes.count, bytes[index] < 0x80, !state.isEscape(bytes[index]) { index += 1 }
        copy(start..<index)
        guard index < bytes.count else { return }
      }
      if let length = state.shift(at: bytes[index...]) {
        index += length
        continue
      }
      if state.isDoubled(at: bytes[index...]) {
        write("~".utf8, for: index..<(index + 2))
        index += 2
        continue
      }
      let byte = bytes[index]
      if byte < 0x21 || byte == 0x7F || state.set == nil && byte < 0x80 {
        copy(index..<(index + 1))
        index += 1
      } else if let set = state.set, let utf8 = set.character(bytes[index...], &tables) {
        let range = index..<(index + set.width)
        if utf8 == [byte] { copy(range) } else { write(utf8, for: range) }
        index += set.width
      } else {
        writeUnknown(for: index..<(index + 1))
        index += 1
      }
    }
    if tables.isMissingOne { hasNoConverter = true }
  }
}

/// The tables of the sets that a text calls for.
struct ShiftedTables {
  private var tables: [[String]: CharacterTable] = [:]
  /// Whether the system has no converter for one of them.
  private(set) var isMissingOne = false

  mutating func character(_ sequence: UInt64, length: Int, _ converters: [String]) -> [UInt8] {
    if let table = tables[converters] { return table.character(sequence, length: length) }
    guard !isMissingOne, let table = CharacterTable(converters: converters) else {
      isMissingOne = true
      return []
    }
    tables[converters] = table
    return table.character(sequence, length: length)
  }
}

/// Which set the bytes are of at some place.
private struct ShiftState {
  private let isHZ: Bool
  /// What an escape has called for; nil for ASCII.
  private var called: ShiftedSet?
  /// What bytes are of behind a byte SO.
  private var second: ShiftedSet
  private var isShiftedOut = false

  init(_ encoding: TextEncoding) {
    isHZ = encoding.name == "hz-gb-2312"
    second = .usual(in: encoding)
  }

  /// nil for ASCII.
  var set: ShiftedSet? { isShiftedOut ? second : called }

  func isEscape(_ byte: UInt8) -> Bool {
    isHZ ? byte == UInt8(ascii: "~") : byte == ShiftedSet.escape || byte == 0x0E || byte == 0x0F
  }

  /// Takes an escape at the start of `bytes` in; returns how many it takes, nil where there is none.
  mutating func shift(at bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, isEscape(first) else { return nil }
    if isHZ { return shiftHZ(at: bytes.dropFirst()) }
    if first != ShiftedSet.escape {
      isShiftedOut = first == 0x0E
      return 1
    }
    for (sequence, set) in ShiftedSet.called where bytes.dropFirst().starts(with: sequence.utf8) {
      called = set
      isShiftedOut = false
      return 1 + sequence.utf8.count
    }
    for (sequence, set) in ShiftedSet.calledBySO where bytes.dropFirst().starts(with: sequence.utf8) {
      second = set
      return 1 + sequence.utf8.count
    }
    return nil
  }

  private mutating func shiftHZ(at rest: ArraySlice<UInt8>) -> Int? {
    switch rest.first {
    case UInt8(ascii: "{"): called = .chinese
    case UInt8(ascii: "}"): called = nil
    // A line that goes on.
    case 0x0A where called == nil: break
    default: return nil
    }
    return 2
  }

  /// Whether two signs stand for one of them.
  func isDoubled(at bytes: ArraySlice<UInt8>) -> Bool { isHZ && set == nil && bytes.starts(with: "~~".utf8) }
}

/// A set of characters that escapes call for.
struct ShiftedSet {
  /// The encoding that has the same set with the eighth bit.
  private let converters: [String]
  /// How many bytes a character takes.
  let width: Int
  /// What comes before them there.
  private var prefix: UInt8?
  /// Whether it is the Japanese version of ASCII.
  private var isRoman = false

  static let escape: UInt8 = 0x1B
  static let kana = ShiftedSet(converters: japaneseNames, width: 1, prefix: 0x8E)
  static let chinese = ShiftedSet(converters: ["euc-cn", "gb2312", "gb18030"], width: 2)
  static let korean = ShiftedSet(converters: ["euc-kr"], width: 2)
  private static let roman = ShiftedSet(converters: [], width: 1, isRoman: true)
  private static let japanese = ShiftedSet(converters: japaneseNames, width: 2)
  private static let moreJapanese = ShiftedSet(converters: japaneseNames, width: 2, prefix: 0x8F)
  private static let taiwanese = ShiftedSet(converters: ["euc-tw"], width: 2)
  private static let japaneseNames = TextEncoding(known: "euc-jp").converterNames

  /// The set of most characters of an encoding, or of Japanese, a part of it.
  static func usual(in encoding: TextEncoding) -> ShiftedSet {
    switch encoding.name {
    case "iso-2022-jp": kana
    case "iso-2022-kr": korean
    default: chinese
    }
  }

  /// Whether the system has a converter for it.
  var isReadable: Bool { CharacterTable(converters: converters) != nil }

  /// What stands behind the escape; nil for ASCII.
  static let called: [(sequence: String, set: ShiftedSet?)] = [
    ("(B", nil), ("(J", roman), ("(I", kana), ("$B", japanese), ("$@", japanese), ("$(B", japanese),
    ("$(@", japanese), ("$(D", moreJapanese), ("$A", chinese), ("$(A", chinese), ("$(C", korean),
  ]
  /// The same for what is called for once more by a byte SO.
  static let calledBySO: [(sequence: String, set: ShiftedSet)] = [
    (")I", kana), ("$)C", korean), ("$)A", chinese), ("$)G", taiwanese),
  ]

  /// The character at the start of `bytes`; nil where there is none.
  func character(_ bytes: ArraySlice<UInt8>, _ tables: inout ShiftedTables) -> [UInt8]? {
    guard bytes.count >= width, let first = bytes.first else { return nil }
    if isRoman {
      return first == UInt8(ascii: "\\")
        ? Array("¥".utf8) : first == UInt8(ascii: "~") ? Array("‾".utf8) : [first]
    }
    var sequence = UInt64(prefix ?? 0)
    for byte in bytes.prefix(width) {
      guard byte > 0x20, byte < 0x7F else { return nil }
      sequence = sequence << 8 | UInt64(byte | 0x80)
    }
    let utf8 = tables.character(sequence, length: width + (prefix == nil ? 0 : 1), converters)
    return utf8.isEmpty ? nil : utf8
  }

  // MARK: Finding it

  /// Whether bytes have what begins an escape.
  /// - Complexity: O(*n*).
  static func mayBegin(in bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.place(of: escape) != nil { return true }
    var rest = bytes
    while let tilde = rest.place(of: UInt8(ascii: "~")) {
      rest = rest[(tilde + 1)...]
      if rest.first == UInt8(ascii: "{") { return true }
    }
    return false
  }

  /// Whether bytes call for Japanese, and for ASCII again.
  static func isJapanese(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isBegun = false
    var rest = bytes
    while let index = rest.place(of: escape) {
      rest = rest[(index + 1)...]
      let sequence = rest.prefix(2)
      if sequence.elementsEqual("$B".utf8) || sequence.elementsEqual("$@".utf8) { isBegun = true }
      if isBegun, sequence.elementsEqual("(B".utf8) || sequence.elementsEqual("(J".utf8) { return true }
    }
    return false
  }
}
