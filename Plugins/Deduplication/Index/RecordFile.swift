import Copydesk

/// What the index keeps of each document, one after the other in a file, with what was written last in memory.
///
/// A record begins at a multiple of ``unit`` bytes; that multiple is its place, so that 32 bits are enough for 64 GB.
/// The first unit is left empty: no record has the place 0.
struct RecordFile: Sendable {
  /// What places count.
  static let unit = 16
  private static let bufferBytes = 1 << 18

  private let file: DiskFile
  /// The bytes that are not in the file yet.
  private var buffer: [UInt8] = []
  private var flushed: Int

  /// - Parameter length: the bytes that count; what stands behind them was written by a run that was killed.
  init(_ file: DiskFile, length: Int = 0) throws {
    self.file = file
    if length == 0 {
      try file.truncate(to: 0)
      buffer = [UInt8](repeating: 0, count: Self.unit)
      flushed = 0
    } else {
      guard try file.length() >= length else { throw IndexProblem.damaged(file.path) }
      try file.truncate(to: length)
      flushed = length
    }
    buffer.reserveCapacity(Self.bufferBytes + (1 << 14))
  }

  /// How many bytes it has, those in memory included.
  var length: Int { flushed + buffer.count }

  /// Appends a record.
  /// - Returns: its place.
  mutating func append(_ record: [UInt8]) throws -> UInt32 {
    guard let place = UInt32(exactly: length / Self.unit), place < .max else {
      throw IndexProblem.full(file.path)
    }
    buffer += record
    let rest = buffer.count % Self.unit
    if rest > 0 { for _ in rest..<Self.unit { buffer.append(0) } }
    if buffer.count >= Self.bufferBytes { try flush() }
    return place
  }

  /// Writes what is in memory to the file.
  mutating func flush() throws {
    try buffer.withUnsafeBytes { try file.write($0, at: flushed) }
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Waits until all is on the disk.
  mutating func synchronise() throws {
    try flush()
    try file.synchronise()
  }

  /// Calls `body` with the record at a place: at first with as many bytes as are likely to be enough, then, where it
  /// returns nil because they were not, with all of them.
  func withRecord<Result>(
    at place: UInt32, _ body: (UnsafeRawBufferPointer) throws -> Result?
  ) throws -> Result {
    let offset = Int(place) * Self.unit
    if offset >= flushed {
      let result = try buffer.withUnsafeBytes { raw in
        let start = offset - flushed
        guard start < raw.count else { throw IndexProblem.damaged(file.path) }
        return try body(UnsafeRawBufferPointer(rebasing: raw[start...]))
      }
      if let result { return result }
      throw IndexProblem.damaged(file.path)
    }
    var size = 2048
    while true {
      let (result, isAll) = try withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { raw in
        let count = try file.read(into: raw, at: offset)
        let bytes = UnsafeRawBufferPointer(rebasing: raw[..<count])
        return (try body(bytes), count < size)
      }
      if let result { return result }
      if isAll || size > 1 << 30 { throw IndexProblem.damaged(file.path) }
      size *= 8
    }
  }
}
