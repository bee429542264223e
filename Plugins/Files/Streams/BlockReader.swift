import Copydesk

/// Reads a stream in blocks and takes bytes off its front.
///
/// What is taken is a slice of its block, not a copy, where it lies in one. Where the stream fails, all that it gave before
/// can be taken first; then each step throws, until ``passDamage()`` goes on.
/// - Complexity: O(bytes); holds a block and the longest piece taken.
struct BlockReader: Sendable {
  private let stream: any ByteStream
  private let blockSize: Int
  private var block: [UInt8] = []
  private var blockStart = 0
  private var position = 0
  private var isAtEnd = false
  /// What the stream failed with; there may be bytes before that.
  private(set) var failure: Failure?

  init(_ stream: any ByteStream, block: Int = 1 << 20) {
    self.stream = stream
    blockSize = block
  }

  /// How many bytes have been taken.
  var offset: Int { blockStart + position }
  /// The bytes at hand that were not taken.
  var rest: ArraySlice<UInt8> { block[position...] }
  /// Whether what was taken is as it should be, to its end: the stream may have failed for damage in which the last bytes
  /// before it are.
  var isIntact: Bool { failure == nil || rest.count >= stream.wrongCount }

  /// Whether there is a byte to take.
  mutating func hasMore() -> Bool {
    read(1)
    return position < block.count
  }

  /// The next bytes, at least `count` where there are as many; nothing is taken.
  mutating func peek(_ count: Int) throws(Failure) -> ArraySlice<UInt8> {
    try fill(count)
    return block[position...]
  }

  /// Takes the next `count` bytes; fewer at the end.
  mutating func take(_ count: Int) throws(Failure) -> ArraySlice<UInt8> {
    try fill(count)
    let end = min(block.count, position + count)
    defer { position = end }
    return block[position..<end]
  }

  /// Passes over `count` bytes without holding them.
  /// - Returns: how many there were.
  mutating func skip(_ count: Int) throws(Failure) -> Int {
    var left = count
    while left > 0 {
      if position == block.count { try fill(1) }
      guard position < block.count else { break }
      let step = min(left, block.count - position)
      position += step
      left -= step
    }
    return count - left
  }

  /// The next line with its end; nil at the end of the stream. One longer than `limit` is cut there.
  mutating func line(limit: Int) throws(Failure) -> ArraySlice<UInt8>? {
    var scanned = 0
    while true {
      if let end = firstIndex(of: 0x0A, in: block, from: position + scanned), end - position < limit {
        defer { position = end + 1 }
        return block[position...end]
      }
      scanned = block.count - position
      if scanned >= limit { return try take(limit) }
      let before = scanned
      try fill(scanned + 1)
      if block.count - position == before { return before == 0 ? nil : try take(before) }
    }
  }

  /// Has at least `count` bytes ahead, where there are as many.
  ///
  /// What was taken is let go of once it is most of the block: to move what is left at each read would take time in the
  /// square of a long piece's length, where a pipe gives little at a time.
  private mutating func fill(_ count: Int) throws(Failure) {
    read(count)
    if let failure, position == block.count { throw failure }
  }

  private mutating func read(_ count: Int) {
    while block.count - position < count, !isAtEnd {
      if position > block.count / 2 {
        block = Array(block[position...])
        blockStart += position
        position = 0
      }
      let wanted = max(blockSize, count - (block.count - position))
      do throws(Failure) {
        isAtEnd = try stream.readOn(wanted, into: &block, fills: !stream.isPipe) == 0
      } catch {
        failure = error
        isAtEnd = true
      }
    }
  }

  /// Goes on behind the damage for which the stream failed, without what is left before it.
  /// - Returns: what to tell of it; nil where there is nothing to go on with.
  mutating func passDamage() -> Failure? {
    guard let failure, let place = try? stream.resume() else { return nil }
    blockStart += block.count
    block = []
    position = 0
    self.failure = nil
    isAtEnd = false
    return failure.goingOn(atCompressedByte: place)
  }
}
