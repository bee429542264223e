import CZlib
import Copydesk
import Synchronization

/// What a stream of gzip, or a deflated member of a zip archive, holds.
///
/// A file may hold several gzip members, one after the other, as web archives do; zeros behind the last are padding.
/// - Complexity: O(bytes); holds a block of 64 KB and a window of 32 KB.
final class GzipStream: ByteStream {
  /// What the bytes are wrapped in.
  enum Wrapping: Int32 {
    /// gzip.
    case gzip = 31
    /// zlib, as the HTTP coding "deflate" has it.
    case zlib = 15
    /// Nothing, as in a zip archive.
    case raw = -15
  }

  private struct State {
    /// On the heap: zlib keeps a pointer to it.
    let inflater: UnsafeMutablePointer<z_stream>
    var input: [UInt8] = []
    var position = 0
    var isReady = false
    /// Whether a member was begun and has not ended.
    var isOpen = false
    var isAtEnd = false
    /// What went wrong, to be told after what came before.
    var failure: Failure?
    /// Compressed bytes that were used up.
    var consumed = 0
  }

  private static let blockSize = 1 << 16
  private let source: any ByteStream
  private let wrapping: Wrapping
  private let state: Mutex<State>

  init(_ source: any ByteStream, _ wrapping: Wrapping = .gzip) {
    self.source = source
    self.wrapping = wrapping
    let inflater = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    inflater.initialize(to: z_stream())
    state = Mutex(State(inflater: inflater))
  }

  deinit {
    state.withLock { state in
      if state.isReady { inflateEnd(state.inflater) }
      state.inflater.deallocate()
    }
  }

  var isPipe: Bool { false }

  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int {
    let before = bytes.count
    let failure = state.withLock { state -> Failure? in
      guard state.failure == nil else { return state.failure }
      bytes.grow(by: count) { out in
        do throws(Failure) { return try inflate(&state, into: out) } catch {
          state.failure = error
          return out.count - Int(state.inflater.pointee.avail_out)
        }
      }
      return state.failure
    }
    if let failure, bytes.count == before { throw failure }
    return bytes.count - before
  }

  private func inflate(_ state: inout State, into out: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let inflater = state.inflater
    inflater.pointee.next_out = out.baseAddress?.assumingMemoryBound(to: UInt8.self)
    inflater.pointee.avail_out = UInt32(out.count)
    if !state.isReady {
      let size = Int32(MemoryLayout<z_stream>.size)
      guard inflateInit2_(inflater, wrapping.rawValue, ZLIB_VERSION, size) == Z_OK else {
        throw damaged("cannot be read", state)
      }
      state.isReady = true
    }
    while inflater.pointee.avail_out > 0, !state.isAtEnd {
      if state.position == state.input.count {
        state.input.removeAll(keepingCapacity: true)
        state.position = 0
        guard try source.readOn(Self.blockSize, into: &state.input, fills: false) > 0 else {
          if state.isOpen { throw damaged("is cut off", state) }
          state.isAtEnd = true
          break
        }
      }
      if !state.isOpen {
        guard try begin(&state) else { break }
      }
      try step(&state)
    }
    return out.count - Int(inflater.pointee.avail_out)
  }

  /// Begins a member; false where only padding is left.
  private func begin(_ state: inout State) throws(Failure) -> Bool {
    if wrapping == .gzip, state.consumed > 0, state.input[state.position] == 0 {
      state.position = state.input.count
      return true
    }
    if wrapping == .gzip, state.consumed > 0, state.input[state.position] != 0x1F {
      throw damaged("is followed by bytes that are not gzip", state)
    }
    state.isOpen = true
    return true
  }

  private func step(_ state: inout State) throws(Failure) {
    guard state.isOpen else { return }
    let inflater = state.inflater
    let available = state.input.count - state.position
    let position = state.position
    let result = state.input.withUnsafeMutableBufferPointer { input in
      inflater.pointee.next_in = input.baseAddress?.advanced(by: position)
      inflater.pointee.avail_in = UInt32(available)
      return CZlib.inflate(inflater, Z_NO_FLUSH)
    }
    let used = available - Int(inflater.pointee.avail_in)
    state.position += used
    state.consumed += used
    switch result {
    case Z_OK: break
    case Z_BUF_ERROR where inflater.pointee.avail_out == 0 || used > 0: break
    case Z_STREAM_END:
      state.isOpen = false
      if wrapping == .gzip { inflateReset(inflater) } else { state.isAtEnd = true }
    default: throw damaged("is damaged", state)
    }
  }

  private func damaged(_ what: String, _ state: State) -> Failure {
    let name = wrapping == .gzip ? "gzip" : "deflate"
    return .damaged("the \(name) stream \(what) at compressed byte \(state.consumed)")
  }
}

extension Failure {
  /// A compressed file or an archive that is broken.
  static func damaged(_ what: String) -> Failure {
    Failure(
      .unreadableFile, "cannot read any further: \(what)",
      help:
        "what came before was read; fetch the file again: it may have been cut off or changed on its way")
  }
}

extension [UInt8] {
  /// Appends up to `count` bytes that `body` writes; it returns how many.
  /// - Complexity: O(count), amortised: an array that has no room grows to twice its size.
  mutating func grow(by count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) {
    #if compiler(>=6.3)
      append(addingCapacity: count) { room in
        room.withUnsafeMutableBufferPointer { free, filled in
          filled = body(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: free[..<count])))
        }
      }
    #else
      let before = self.count
      append(contentsOf: repeatElement(0, count: count))
      let filled = withUnsafeMutableBytes { body(UnsafeMutableRawBufferPointer(rebasing: $0[before...])) }
      removeLast(count - filled)
    #endif
  }
}
