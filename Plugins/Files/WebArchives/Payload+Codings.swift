import Copydesk

/// What servers do to a body before they send it: `Content-Encoding: gzip`, `Transfer-Encoding: gzip, chunked`.
extension Payload {
  /// The most that a body may grow by decompression: a guard against bombs.
  private static let longest = 1 << 28
  /// How many codings a head may name: each that is not known costs a look at the body.
  private static let mostCodings = 8
  /// How often a body may be compressed that does not say so.
  private static let mostUntold = 3

  /// Undoes codings, the last one first. Archives often keep the field of a body that was decompressed already, and some
  /// lose the field of one that was not: the bytes count.
  /// - Parameters:
  ///   - codings: as the head names them, in the order in which they were applied.
  ///   - limit: how much of the body is wanted; all of it where nil.
  mutating func undo(_ codings: [String], limit: Int? = nil) throws(Failure) {
    guard codings.count <= Self.mostCodings else { throw notRead("\(codings.count) codings") }
    for coding in codings.reversed() {
      switch coding {
      case "chunked": joinChunks()
      case "deflate": try inflate(limit)
      // They are known by their first bytes.
      case "gzip", "x-gzip", "zstd": try decompress(limit)
      case "br": try unpackBrotli(limit)
      case "", "identity", "none": break
      case let other:
        guard Compression(magic: magic) != nil || looksLikeText else { throw notRead(Self.name(of: other)) }
      }
    }
    for _ in 0..<Self.mostUntold where Compression(magic: magic) != nil { try decompress(limit) }
    if magic.starts(with: [0x1F, 0x9D]) { throw notRead("compress") }
    if Compression(magic: magic) != nil { throw notRead("gzip, many times over") }
  }

  private static func name(of coding: String) -> String {
    switch coding {
    case "x-compress": "compress"
    case let other:
      String(other.prefix(40).filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    }
  }

  private func notRead(_ name: String) -> Failure {
    Failure(
      .badRecord, "the page is compressed with \(name), which is not read",
      help: "fetch it with Accept-Encoding: gzip, or unpack it first", offset: place.start)
  }

  private mutating func decompress(_ limit: Int?) throws(Failure) {
    guard let compression = Compression(magic: magic) else { return }
    let body = bytes
    switch compression {
    case .gzip: try replace(with: GzipStream(MemoryStream(body)), body.count, limit)
    case .zstd: try replace(with: ZstdStream(MemoryStream(body)), body.count, limit)
    }
  }

  /// Undoes "deflate", which is zlib, and of some servers what is inside of zlib.
  private mutating func inflate(_ limit: Int?) throws(Failure) {
    let body = bytes
    guard Compression(magic: magic) == nil, body.count > 1 else { return }
    let head = Int(body[body.startIndex]) << 8 | Int(body[body.startIndex + 1])
    let isZlib = head >> 8 & 15 == 8 && head % 31 == 0
    if !isZlib, looksLikeText { return }
    try replace(with: GzipStream(MemoryStream(body), isZlib ? .zlib : .raw), body.count, limit)
  }

  /// Undoes "br", of a body that is not unpacked already.
  private mutating func unpackBrotli(_ limit: Int?) throws(Failure) {
    let body = bytes
    guard Compression(magic: magic) == nil, !body.isEmpty, !looksLikeText else { return }
    try replace(with: BrotliStream(MemoryStream(body)), body.count, limit)
  }

  /// Whether the body is a page or a text as it is.
  private var looksLikeText: Bool {
    let body = bytes
    return ContentSniffer.isHTML(body)
      || !ContentSniffer.isBinary(body) && firstInvalidUTF8(in: body) == nil
  }

  private mutating func replace(
    with stream: any ByteStream, _ count: Int, _ limit: Int?
  ) throws(Failure) {
    var out: [UInt8] = []
    let step = limit ?? max(count * 4, 4096)
    do throws(Failure) {
      while try stream.readOn(step, into: &out, fills: true) > 0, limit == nil {
        guard out.count <= Self.longest else {
          throw Failure(
            .tooLarge, "the page is more than \(Self.longest) bytes long",
            help: "it is probably not an article; if it is, save it as a separate file and split it",
            offset: place.start)
        }
      }
    } catch {
      // Of a beginning no more is wanted than there is.
      if limit == nil || out.isEmpty { throw error }
    }
    replace(with: out)
  }
}
