import Copydesk

/// How a file is compressed.
enum Compression: String, Sendable, CaseIterable {
  case gzip = ".gz"
  case zstd = ".zst"

  /// What the name of a file says.
  init?(path: String) {
    let lower = path.lowercased()
    if lower.hasSuffix(".tgz") {
      self = .gzip
      return
    }
    guard let found = Self.allCases.first(where: { lower.hasSuffix($0.rawValue) }) else { return nil }
    self = found
  }

  /// What the first bytes of a file say.
  init?(magic bytes: some Collection<UInt8>) {
    if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else {
      return nil
    }
  }

  /// The name without the compression's ending; `a.tgz` is `a.tar`.
  static func uncompressed(_ path: String) -> String {
    guard let compression = Compression(path: path) else { return path }
    if path.lowercased().hasSuffix(".tgz") { return String(path.dropLast(3)) + "tar" }
    return String(path.dropLast(compression.rawValue.count))
  }

  /// What the stream holds once it is decompressed; the stream itself where its first bytes are of no known compression,
  /// whatever its name says.
  static func decompressed(_ stream: any ByteStream) throws(Failure) -> any ByteStream {
    var head: [UInt8] = []
    while head.count < 4 {
      guard try stream.readOn(4 - head.count, into: &head, fills: false) > 0 else { break }
    }
    let whole = PrefixedStream(head, stream)
    return switch Compression(magic: head) {
    case .gzip: GzipStream(whole)
    case .zstd: ZstdStream(whole)
    case nil: whole
    }
  }
}
