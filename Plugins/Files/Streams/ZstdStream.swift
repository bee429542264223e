import CZstd
import Copydesk
import Synchronization

/// What a stream of Zstandard frames holds.
/// - Complexity: O(bytes); holds a block and the frame's window, which the library bounds at 128 MB.
final class ZstdStream: ByteStream {
  private struct State: DecodingState {
    let decoder: OpaquePointer?
    var input = CompressedInput()
    var isOpen = false
    var isAtEnd = false
    var failure: Failure?
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
    try state.read(count, into: &bytes) { (state, out, written) throws(Failure) in
      try decode(&state, into: out, &written)
    }
  }

  private func decode(
    _ state: inout State, into out: UnsafeMutableRawBufferPointer, _ written: inout Int
  ) throws(Failure) {
    while written < out.count, !state.isAtEnd {
      if state.input.left == 0, try !state.input.refill(from: source, Self.blockSize) {
        // The library may hold back bytes that did not fit.
        if state.isOpen { try step(&state, into: out, &written) }
        if state.isOpen, written < out.count { throw damaged("is cut off", state) }
        state.isAtEnd = !state.isOpen
        return
      }
      try step(&state, into: out, &written)
    }
  }

  private func step(
    _ state: inout State, into out: UnsafeMutableRawBufferPointer, _ written: inout Int
  ) throws(Failure) {
    let start = state.input.position
    let count = state.input.bytes.count
    let decoder = state.decoder
    var output = ZSTD_outBuffer(dst: out.baseAddress, size: out.count, pos: written)
    var used = start
    let result = state.input.bytes.withUnsafeBytes { input in
      var source = ZSTD_inBuffer(src: input.baseAddress, size: count, pos: start)
      defer { used = source.pos }
      return ZSTD_decompressStream(decoder, &output, &source)
    }
    written = output.pos
    state.input.take(used - start)
    guard ZSTD_isError(result) == 0 else {
      throw damaged("is damaged (\(String(cString: ZSTD_getErrorName(result))))", state)
    }
    state.isOpen = result != 0
  }

  private func damaged(_ what: String, _ state: State) -> Failure {
    .damaged("the zstd stream \(what) at compressed byte \(state.input.consumed)")
  }
}
