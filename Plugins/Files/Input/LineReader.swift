import Copydesk

/// Cuts a file, a pipe or standard input into lines, reading it in blocks.
///
/// A line is a slice of its block, not a copy. What a block holds of an unfinished line moves to the front of
/// the next. A line longer than the limit is passed over without being held.
/// - Complexity: O(bytes) in time; holds a block and the longest line.
struct LineReader: Sendable {
  /// One line, without its end.
  struct Line: Sendable {
    /// The line; nil where it is longer than the limit.
    let bytes: ArraySlice<UInt8>?
    /// Where it starts in the file.
    let start: Int
    /// How long it is.
    let count: Int
  }

  private let stream: any ByteStream
  private let isPipe: Bool
  private let blockSize: Int
  /// The longest line.
  let lineLimit: Int
  private var block: [UInt8] = []
  /// Where the block starts in the file.
  private var blockStart = 0
  /// Where the next line starts in the block.
  private var position = 0
  /// How far the block is known to hold no line end.
  private var scanned = 0
  private var isAtEnd = false
  /// What the stream failed with; there may be lines before that.
  private var failure: Failure?

  /// Opens the file.
  init(_ path: String, limits: ReadingLimits) throws(SystemError) {
    self.init(try InputFile(path), limits: limits)
  }

  /// Reads a stream.
  init(_ stream: any ByteStream, limits: ReadingLimits) {
    self.stream = stream
    isPipe = stream.isPipe
    // A pipe hands out 64 KiB at a time.
    blockSize = isPipe ? min(limits.block, 1 << 16) : limits.block
    lineLimit = limits.line
  }

  /// Where the next line starts.
  var offset: Int { blockStart + position }

  /// The next line, or nil at the end.
  mutating func next() throws(Failure) -> Line? {
    while true {
      if let end = firstIndex(of: 0x0A, in: block, from: scanned) {
        return line(endingAt: end, next: end + 1)
      }
      if isAtEnd {
        if let failure { throw failure }
        return position < block.count ? line(endingAt: block.count, next: block.count) : nil
      }
      if block.count - position > lineLimit { return passOverLine() }
      refill()
    }
  }

  /// What there is of a line that has not ended where the stream failed.
  var unfinished: Line? {
    guard failure != nil, position < block.count, block.count - position <= lineLimit else { return nil }
    return Line(bytes: block[position...], start: offset, count: block.count - position)
  }

  /// Goes on behind the damage for which the stream failed, without what is left before it.
  /// - Returns: what to tell of it; nil where there is nothing to go on with.
  mutating func passDamage() -> Failure? {
    guard let failure, let place = try? stream.resume() else { return nil }
    blockStart += block.count
    block = []
    position = 0
    scanned = 0
    self.failure = nil
    isAtEnd = false
    return failure.goingOn(atCompressedByte: place)
  }

  private mutating func line(endingAt end: Int, next: Int) -> Line {
    let start = position
    position = next
    scanned = next
    return Line(
      bytes: end - start > lineLimit ? nil : block[start..<end], start: blockStart + start, count: end - start
    )
  }

  /// Reads on. An unfinished line doubles the block, so that a long one is not copied once a block; past the limit
  /// nothing of a line is held.
  private mutating func refill() {
    let rest = block.count - position
    // A pipe gives no more at once, however long the line is. One byte past the limit tells that a line is too long.
    let wanted = isPipe ? blockSize : max(blockSize, 2 * rest < lineLimit ? rest : lineLimit + 1 - rest)
    scanned = rest
    if position == 0 {
      // An array that grows by itself would take twice the limit for the last byte of it.
      let needed = rest + wanted
      if block.capacity < needed {
        block.reserveCapacity(max(needed, min(2 * block.capacity, lineLimit + 1 + blockSize)))
      }
      (isAtEnd, failure) = Self.read(stream, wanted, into: &block, fills: !isPipe)
      return
    }
    var next: [UInt8] = []
    next.reserveCapacity(rest + wanted)
    next += block[position...]
    blockStart += position
    position = 0
    // Let go of before more is read: of a long line there is one copy then.
    block = []
    defer { block = next }
    (isAtEnd, failure) = Self.read(stream, wanted, into: &next, fills: !isPipe)
  }

  /// Reads on.
  /// - Returns: whether there was no more, and what it failed with.
  private static func read(
    _ stream: any ByteStream, _ count: Int, into bytes: inout [UInt8], fills: Bool
  ) -> (isAtEnd: Bool, failure: Failure?) {
    do throws(Failure) {
      return (try stream.readOn(count, into: &bytes, fills: fills) == 0, nil)
    } catch { return (true, error) }
  }

  private mutating func passOverLine() -> Line {
    let start = blockStart + position
    while !isAtEnd {
      position = block.count
      refill()
      if let end = firstIndex(of: 0x0A, in: block, from: 0) {
        position = end + 1
        scanned = position
        return Line(bytes: nil, start: start, count: blockStart + end - start)
      }
    }
    position = block.count
    scanned = position
    return Line(bytes: nil, start: start, count: blockStart + block.count - start)
  }
}

/// How much is read at once, and at most.
struct ReadingLimits: Sendable {
  /// Bytes of a JSON Lines file in memory at a time.
  var block = 1 << 20
  /// The longest record: with all that is made of it on the way, a document takes some twelve times its bytes.
  var line = 1 << 28
  /// The longest file that is one document.
  var file = 1 << 31
}
