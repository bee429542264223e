import Copydesk

/// What the index keeps of a document: enough to verify a match and to show it.
///
/// ```text
/// 0   length in bytes, checksum                     4 + 4
/// 8   fingerprint of the normalised text            8 + 8
/// 24  words, different shingles, shingles           4 + 4 + 4
/// 36  the document's number in the index            4
/// 40  length of the id                              4
/// 44  checksum of the header, but for the first     4
/// 48  shingles in the order of the text             4 each
///     the id
///     where each word starts in the source: the way from the one before, zigzag, in groups of seven bits
/// ```
///
/// All numbers are little-endian. A newswire article of 150 words takes about 800 bytes.
struct DocumentRecord {
  private static let headerBytes = 48

  /// Encodes a record; ``setNumber(_:in:)`` completes it.
  static func encode(
    id: String, fingerprint: Fingerprint, distinct: Int, shingles: [UInt32], wordSources: [Int]
  ) -> [UInt8] {
    var id = id
    return id.withUTF8 { id in
      var record: [UInt8] = []
      record.reserveCapacity(headerBytes + shingles.count * 4 + id.count + wordSources.count * 2)
      func append(_ value: UInt32) {
        withUnsafeBytes(of: value.littleEndian) { record.append(contentsOf: $0) }
      }
      append(0)
      append(0)
      withUnsafeBytes(of: fingerprint.high.littleEndian) { record.append(contentsOf: $0) }
      withUnsafeBytes(of: fingerprint.low.littleEndian) { record.append(contentsOf: $0) }
      append(UInt32(truncatingIfNeeded: wordSources.count))
      append(UInt32(truncatingIfNeeded: distinct))
      append(UInt32(truncatingIfNeeded: shingles.count))
      append(0)
      append(UInt32(truncatingIfNeeded: id.count))
      append(0)
      if 1.littleEndian == 1 {
        shingles.withUnsafeBytes { record.append(contentsOf: $0) }
      } else {
        for shingle in shingles { append(shingle) }
      }
      record.append(contentsOf: id)
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: wordSources.count * mostBytesOfPlace) { room in
        let count = write(wordSources, to: room)
        record.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
      }
      return record
    }
  }

  /// The most bytes that a place takes: 64 bits in groups of seven.
  private static let mostBytesOfPlace = 10

  /// Writes where words start, as the way from the one before.
  /// - Returns: how many bytes that takes.
  private static func write(_ places: [Int], to room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var (last, count) = (0, 0)
    for place in places {
      let step = place - last
      var zigzag = UInt(bitPattern: step << 1 ^ step >> (Int.bitWidth - 1))
      while zigzag >= 0x80 {
        room[count] = UInt8(truncatingIfNeeded: zigzag) | 0x80
        count += 1
        zigzag >>= 7
      }
      room[count] = UInt8(truncatingIfNeeded: zigzag)
      count += 1
      last = place
    }
    return count
  }

  /// Gives the record its number and its checksums.
  static func setNumber(_ number: UInt32, in record: inout [UInt8]) {
    let count = record.count
    record.withUnsafeMutableBytes { raw in
      raw.storeBytes(of: number.littleEndian, toByteOffset: 36, as: UInt32.self)
      raw.storeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian, as: UInt32.self)
      let header = headerChecksum(UnsafeRawBufferPointer(raw))
      raw.storeBytes(of: header.littleEndian, toByteOffset: headerBytes - 4, as: UInt32.self)
      let sum = checksum(UnsafeRawBufferPointer(raw))
      raw.storeBytes(of: sum.littleEndian, toByteOffset: 4, as: UInt32.self)
    }
  }

  /// Of the length and all that stands behind the other checksum.
  private static func headerChecksum(_ raw: UnsafeRawBufferPointer) -> UInt32 {
    var hash = StableHash(seed: 0x48_4544)
    hash.combine(UnsafeRawBufferPointer(rebasing: raw[..<4]))
    hash.combine(UnsafeRawBufferPointer(rebasing: raw[8..<(headerBytes - 4)]))
    return UInt32(truncatingIfNeeded: hash.finish())
  }

  private static func checksum(_ raw: UnsafeRawBufferPointer) -> UInt32 {
    var hash = StableHash(seed: 0x44_4F43)
    hash.combine(UnsafeRawBufferPointer(rebasing: raw[8...]))
    return UInt32(truncatingIfNeeded: hash.finish())
  }

  // MARK: Reading

  private let raw: UnsafeRawBufferPointer

  /// Looks at a record; nil where there are fewer bytes than its header has.
  /// - Throws: ``IndexProblem`` where its header is not as it was written: by a damaged one a document would seem to be
  ///   like no other.
  init?(_ raw: UnsafeRawBufferPointer) throws {
    guard raw.count >= Self.headerBytes else { return nil }
    self.raw = raw
    let sum = UInt32(
      littleEndian: raw.loadUnaligned(fromByteOffset: Self.headerBytes - 4, as: UInt32.self))
    guard Self.headerChecksum(raw) == sum else { throw IndexProblem.damaged("records") }
  }

  private func number(at offset: Int) -> Int {
    Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// Its length in bytes.
  var length: Int { number(at: 0) }
  /// Whether all its bytes are here.
  var isComplete: Bool { raw.count >= length }
  /// How many words the text has.
  var words: Int { number(at: 24) }
  /// How many different shingles.
  var distinct: Int { number(at: 28) }
  /// The document's number in the index.
  var number: Int { number(at: 36) }
  /// The fingerprint of the normalised text.
  var fingerprint: Fingerprint {
    Fingerprint(
      high: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      low: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)))
  }

  /// Whether a complete record is as it was written.
  var isSound: Bool {
    let length = length
    guard length >= Self.headerBytes + number(at: 32) * 4 + number(at: 40), length <= raw.count else {
      return false
    }
    return Self.checksum(UnsafeRawBufferPointer(rebasing: raw[..<length]))
      == UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
  }

  /// The shingles in the order of the text.
  func withShingles<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    let count = number(at: 32)
    let bytes = UnsafeRawBufferPointer(rebasing: raw[Self.headerBytes..<(Self.headerBytes + count * 4)])
    if 1.littleEndian == 1, UInt(bitPattern: bytes.baseAddress) % 4 == 0 {
      return bytes.withMemoryRebound(to: UInt32.self, body)
    }
    let copy = (0..<count).map {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
    }
    return copy.withUnsafeBufferPointer(body)
  }

  /// The document's id.
  var id: String {
    let start = Self.headerBytes + number(at: 32) * 4
    return String(decoding: raw[start..<(start + number(at: 40))], as: UTF8.self)
  }

  /// Where each word starts in the source file.
  var wordSources: [Int] {
    var offset = Self.headerBytes + number(at: 32) * 4 + number(at: 40)
    var sources: [Int] = []
    var last = 0
    while sources.count < words, offset < length {
      var zigzag: UInt = 0
      var shift: UInt = 0
      while offset < length {
        let byte = raw[offset]
        offset += 1
        zigzag |= UInt(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      last &+= Int(bitPattern: zigzag >> 1) ^ -Int(bitPattern: zigzag & 1)
      sources.append(last)
    }
    return sources
  }
}
