import Copydesk

extension ContentSniffer {
  /// What is compressed in a way that is not read: by what, what unpacks it, and what its first bytes are.
  private static let packers: [(name: String, program: String, mark: [UInt8])] = [
    ("xz", "xz -d", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), ("LZ4", "lz4 -d", [0x04, 0x22, 0x4D, 0x18]),
    ("7-Zip", "7z x", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    ("RAR", "unrar x", Array("Rar!\u{1A}\u{7}".utf8)), ("compress", "uncompress", [0x1F, 0x9D]),
  ]

  /// What a file fails with that is no text, and of which is known what it is.
  static func failure(ofOther bytes: ArraySlice<UInt8>, offset: Int) -> Failure? {
    if let name = markedAsOther(bytes) {
      return Failure(
        .binaryFile, "the file is \(name), not text",
        help: "save it as text, or leave such files out with the input's exclude", offset: offset)
    }
    guard let packer = packer(bytes) else { return nil }
    return Failure(
      .binaryFile, "the file is compressed with \(packer.name), which is not read",
      help: "unpack it first: \(packer.program) FILE; what is packed with gzip, zstd or zip is read as it is",
      offset: offset)
  }

  private static func packer(_ bytes: ArraySlice<UInt8>) -> (name: String, program: String)? {
    if bytes.starts(with: "BZh".utf8), bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) {
      return ("bzip2", "bzip2 -d")
    }
    return packers.first { bytes.starts(with: $0.mark) }.map { ($0.name, $0.program) }
  }

  /// The name of a format that is none of text, be it that it looks like one.
  private static func markedAsOther(_ bytes: ArraySlice<UInt8>) -> String? {
    switch bytes.first {
    case UInt8(ascii: "{") where bytes.starts(with: "{\\rtf".utf8):
      let rest = bytes.dropFirst(5).drop(while: \.isASCIIDigit).drop(while: \.isASCIISpace)
      return rest.first == UInt8(ascii: "\\") ? "RTF" : nil
    case UInt8(ascii: "%") where bytes.starts(with: "%PDF-".utf8):
      let version = bytes.dropFirst(5).prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
      let next = bytes.dropFirst(5 + version.count).first
      return version.count > 2 && (next == 0x0A || next == 0x0D) ? "PDF" : nil
    case UInt8(ascii: "P") where bytes.starts(with: "PAR1".utf8): return isBinary(bytes) ? "Parquet" : nil
    case UInt8(ascii: "S") where bytes.starts(with: "SQLite format 3\0".utf8): return "an SQLite database"
    default: return nil
    }
  }
}
