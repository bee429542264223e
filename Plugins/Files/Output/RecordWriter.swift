import CDeflate
import CZstd
import Copydesk

/// Where a sink of records puts them: one file or several, plain or compressed as the name says.
///
/// Compressed output is a row of gzip members or zstd frames of a mebibyte each, so that it can be read in parts and
/// does not depend on how documents came in batches.
struct RecordWriter: Sendable {
  private let path: String
  private let compression: Compression?
  private let shard: ShardLimit?
  /// What each file begins with, such as the names of columns.
  private let opening: [UInt8]
  private let blocks: BlockCompressor?
  private var file: OutputFile
  private var pending: [UInt8] = []
  private var number = 1
  private var documents = 0
  private var bytes = 0

  init(path: String, shard: ShardLimit? = nil, opening: [UInt8] = []) throws {
    let shard = Self.isStream(path) ? nil : shard
    self.path = path
    self.shard = shard
    self.opening = opening
    compression = path == "-" ? nil : Compression(path: path)
    blocks = compression.map { BlockCompressor(compression: $0) }
    file = try OutputFile(path: shard == nil ? path : Self.name(path, 1))
    try put(opening)
  }

  /// Whether the path is standard output, a pipe or a device: one stream, however much goes into it.
  private static func isStream(_ path: String) -> Bool { path == "-" || OutputFile.isSpecial(path) }

  /// `out/news.jsonl.gz` becomes `out/news-00001.jsonl.gz`.
  static func name(_ path: String, _ number: Int) -> String {
    let plain = Compression.uncompressed(path)
    let ending = path.utf8.count > plain.utf8.count ? String(path.dropFirst(plain.count)) : ""
    let digits = String(number)
    let mark = "-" + String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    let slash = plain.lastIndex(of: "/").map { plain.index(after: $0) } ?? plain.startIndex
    guard let dot = plain[slash...].lastIndex(of: "."), dot != slash else { return plain + mark + ending }
    return plain[..<dot] + mark + plain[dot...] + ending
  }

  /// Writes a record; begins another file first where this one is full.
  mutating func write(_ record: [UInt8]) throws {
    if let shard, documents > 0, shard.isExceeded(documents: documents + 1, bytes: bytes + record.count),
      file.isSettled
    {
      try close()
      number += 1
      file = try OutputFile(path: Self.name(path, number))
      documents = 0
      bytes = 0
      try put(opening)
    }
    documents += 1
    bytes += record.count
    try put(record)
  }

  mutating func finish() throws { try close() }

  /// Puts all that was written on the disk; what waits to be compressed becomes a part of the checkpoint.
  func checkpoint() throws -> [UInt8] {
    var store = ByteStore()
    for count in [number, documents, bytes] { store.put(count) }
    store.put(pending)
    // Those that are complete.
    if shard != nil { OutputFile.synchronise() }
    store.put(try file.checkpoint())
    return store.bytes
  }

  /// Goes on at a checkpoint.
  init(path: String, shard: ShardLimit? = nil, opening: [UInt8] = [], resuming checkpoint: [UInt8]) throws {
    let shard = Self.isStream(path) ? nil : shard
    self.path = path
    self.shard = shard
    self.opening = opening
    compression = path == "-" ? nil : Compression(path: path)
    blocks = compression.map { BlockCompressor(compression: $0) }
    var loader = ByteLoader(checkpoint[...])
    number = try loader.int()
    documents = try loader.int()
    bytes = try loader.int()
    pending = Array(try loader.data())
    file = try OutputFile(
      path: shard == nil ? path : Self.name(path, number), resuming: Array(try loader.data()))
  }

  private mutating func put(_ record: [UInt8]) throws {
    guard let blocks else { return try file.write(record) }
    pending += record
    guard pending.count >= BlockCompressor.blockSize else { return }
    var start = 0
    while pending.count - start >= BlockCompressor.blockSize {
      try put(pending[start..<start + BlockCompressor.blockSize], blocks)
      start += BlockCompressor.blockSize
    }
    pending.removeFirst(start)
  }

  private func put(_ block: ArraySlice<UInt8>, _ blocks: BlockCompressor) throws {
    let compressed = blocks.compress(block)
    guard !compressed.isEmpty else {
      throw CopydeskError(
        .cannotWrite, "cannot write \"\(path)\": there is no memory to compress with",
        help: "end other programs, or give less with --memory and --workers")
    }
    try file.write(compressed)
  }

  private mutating func close() throws {
    if let blocks, !pending.isEmpty || bytes == 0 { try put(pending[...], blocks) }
    pending.removeAll(keepingCapacity: true)
    try file.finish()
  }
}

/// Compresses blocks, each by itself.
struct BlockCompressor: Sendable {
  static let blockSize = 1 << 20
  let compression: Compression

  /// A gzip member or a zstd frame that holds the bytes, with a checksum; nothing where there is no memory for it.
  func compress(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBytes { source in
      switch compression {
      case .gzip:
        let compressor = libdeflate_alloc_compressor(6)
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_gzip_compress_bound(compressor, source.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
          count = libdeflate_gzip_compress(
            compressor, source.baseAddress, source.count, out.baseAddress, out.count)
        }
      case .zstd:
        let context = ZSTD_createCCtx()
        defer { ZSTD_freeCCtx(context) }
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 3)
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        return [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(source.count)) { out, count in
          let result = ZSTD_compress2(context, out.baseAddress, out.count, source.baseAddress, source.count)
          count = ZSTD_isError(result) == 0 ? result : 0
        }
      }
    }
  }
}
