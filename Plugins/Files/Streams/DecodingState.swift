import Copydesk
import Synchronization

/// What a stream that decodes another keeps from one read to the next.
protocol DecodingState {
  /// What went wrong, to be told after what came before.
  var failure: Failure? { get set }
}

extension Mutex where Value: DecodingState {
  /// Appends up to `count` bytes that `decode` makes.
  /// - Parameter decode: writes them, and tells how many also where it fails.
  /// - Returns: how many there were.
  /// - Throws: what `decode` failed with, once nothing comes before it.
  func read(
    _ count: Int, into bytes: inout [UInt8],
    _ decode:
      @Sendable (inout Value, UnsafeMutableRawBufferPointer, _ written: inout Int) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let before = bytes.count
    let failure = withLock { state -> Failure? in
      guard state.failure == nil else { return state.failure }
      bytes.grow(by: count) { out in
        var written = 0
        do throws(Failure) { try decode(&state, out, &written) } catch { state.failure = error }
        return written
      }
      return state.failure
    }
    if let failure, bytes.count == before { throw failure }
    return bytes.count - before
  }
}

/// The compressed bytes that a decoder works on, a block at a time.
struct CompressedInput {
  private(set) var bytes: [UInt8] = []
  private(set) var position = 0
  /// How many were taken of all blocks.
  private(set) var consumed = 0

  /// How many of the block are left.
  var left: Int { bytes.count - position }

  mutating func take(_ count: Int) {
    position += count
    consumed += count
  }

  /// Reads the next block in the place of one that was taken.
  /// - Returns: whether there was one.
  mutating func refill(from source: any ByteStream, _ size: Int) throws(Failure) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    position = 0
    return try source.readOn(size, into: &bytes, fills: false) > 0
  }
}
