import CZstd
import Copydesk
import Synchronization

/// What a stream of Zstandard frames holds.
/// - Complexity: O(bytes); holds a block and the frame's window, which the library bounds at 128 MB.
final class ZstdStream: ByteStream {
  private struct State {
    let decoder: OpaquePointer?
    var input: [UInt8] = []
    var position = 0
    var isOpen = false
    var isAtEnd = false
    /// What went wrong, to be told after what came before.
    var failure: Failure?
    var consumed = 0
  }

  private static let blockSize = 1 << 17
  private let source: any ByteStream
  private let state: Mutex<State>

  init(_ source: any ByteStream) {
    self.source = source
    state = Mutex(State(decoder: ZSTD_createDStream()))
  }

  deinit { state.withLock { state in _ = ZSTD_freeDStream(state.decoder) } }

  var isPipe: Bool { false }

  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int {
    let before = bytes.count
    let failure = state.withLock { state -> Failure? in
      guard state.failure == nil else { return state.failure }
      bytes.grow(by: count) { out in
        var written = 0
        do throws(Failure) { try decode(&state, into: out, &written) } catch { state.failure = error }
        return written
      }
      return state.failure
    }
    if let failure, bytes.count == before { throw failure }
    return bytes.count - before
  }

  private func decode(
    _ state: inout State, into out: UnsafeMutableRawBufferPointer, _ written: inout Int
  ) throws(Failure) {
    while written < out.count, !state.isAtEnd {
      if state.position == state.input.count {
        state.input.removeAll(keepingCapacity: true)
        state.position = 0
        if try source.readOn(Self.blockSize, into: &state.input, fills: false) == 0 {
          // The library may hold back bytes that did not fit.
          if state.isOpen { try step(&state, into: out, &written, isLast: true) }
          if state.isOpen, written < out.count { throw damaged("is cut off", state) }
          state.isAtEnd = !state.isOpen
          return
        }
      }
      try step(&state, into: out, &written, isLast: false)
    }
  }

  private func step(
    _ state: inout State, into out: UnsafeMutableRawBufferPointer, _ written: inout Int, isLast: Bool
  ) throws(Failure) {
    let start = state.position
    let count = state.input.count
    let decoder = state.decoder
    var output = ZSTD_outBuffer(dst: out.baseAddress, size: out.count, pos: written)
    var used = start
    let result = state.input.withUnsafeBytes { input in
      var source = ZSTD_inBuffer(src: input.baseAddress, size: count, pos: start)
      defer { used = source.pos }
      return ZSTD_decompressStream(decoder, &output, &source)
    }
    written = output.pos
    state.position = used
    state.consumed += used - start
    guard ZSTD_isError(result) == 0 else {
      throw damaged("is damaged (\(String(cString: ZSTD_getErrorName(result))))", state)
    }
    state.isOpen = result != 0
  }

  private func damaged(_ what: String, _ state: State) -> Failure {
    .damaged("the zstd stream \(what) at compressed byte \(state.consumed)")
  }
}
