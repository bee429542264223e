import CBrotli
import Copydesk
import Synchronization

/// What a Brotli stream holds (RFC 7932), the coding that servers call `br`. Nothing at its start tells it from noise, so
/// it is read only where something says that it is one.
/// - Complexity: O(bytes); holds a block and the stream's window, 16 MB at most.
final class BrotliStream: ByteStream {
  private struct State: DecodingState {
    let decoder: OpaquePointer?
    var input = CompressedInput()
    var isAtEnd = false
    var failure: Failure?
  }

  private static let blockSize = 1 << 16
  private let source: any ByteStream
  private let state: Mutex<State>

  init(_ source: any ByteStream) {
    self.source = source
    state = Mutex(State(decoder: BrotliDecoderCreateInstance(nil, nil, nil)))
  }

  deinit { state.withLock { state in BrotliDecoderDestroyInstance(state.decoder) } }

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
      switch step(&state, into: out, &written) {
      case BROTLI_DECODER_RESULT_SUCCESS:
        state.isAtEnd = true
        guard state.input.left == 0, try !state.input.refill(from: source, 1) else {
          throw damaged("goes on behind its end", state)
        }
      case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT:
        guard try state.input.refill(from: source, Self.blockSize) else { throw damaged("is cut off", state) }
      case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return
      default:
        let code = BrotliDecoderGetErrorCode(state.decoder)
        throw damaged("is damaged (\(String(cString: BrotliDecoderErrorString(code))))", state)
      }
    }
  }

  private func step(
    _ state: inout State, into out: UnsafeMutableRawBufferPointer, _ written: inout Int
  ) -> BrotliDecoderResult {
    let start = state.input.position
    var left = state.input.left
    var room = out.count - written
    var next = out.baseAddress?.advanced(by: written).assumingMemoryBound(to: UInt8.self)
    let decoder = state.decoder
    let result = state.input.bytes.withUnsafeBufferPointer { input in
      var from = input.baseAddress?.advanced(by: start)
      return BrotliDecoderDecompressStream(decoder, &left, &from, &room, &next, nil)
    }
    written = out.count - room
    state.input.take(state.input.left - left)
    return result
  }

  private func damaged(_ what: String, _ state: State) -> Failure {
    .damaged("the brotli stream \(what) at compressed byte \(state.input.consumed)")
  }
}
