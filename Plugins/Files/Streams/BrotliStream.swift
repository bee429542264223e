import CBrotli
import Copydesk
import Synchronization

/// What a Brotli stream holds (RFC 7932), the coding that servers call `br`. Nothing at its start tells it from noise, so
/// it is read only where something says that it is one.
/// - Complexity: O(bytes); holds a block and the stream's window, 16 MB at most.
final class BrotliStream: ByteStream {
  private struct State {
    let decoder: OpaquePointer?
    var input: [UInt8] = []
    var position = 0
    var isAtEnd = false
    /// What went wrong, to be told after what came before.
    var failure: Failure?
    var consumed = 0
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
      switch step(&state, into: out, &written) {
      case BROTLI_DECODER_RESULT_SUCCESS:
        state.isAtEnd = true
        guard try rest(of: &state) == 0 else { throw damaged("goes on behind its end", state) }
      case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT:
        state.input.removeAll(keepingCapacity: true)
        state.position = 0
        guard try source.readOn(Self.blockSize, into: &state.input, fills: false) > 0 else {
          throw damaged("is cut off", state)
        }
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
    let start = state.position
    var left = state.input.count - start
    var room = out.count - written
    var next = out.baseAddress?.advanced(by: written).assumingMemoryBound(to: UInt8.self)
    let decoder = state.decoder
    let result = state.input.withUnsafeBufferPointer { input in
      var from = input.baseAddress?.advanced(by: start)
      return BrotliDecoderDecompressStream(decoder, &left, &from, &room, &next, nil)
    }
    written = out.count - room
    state.consumed += state.input.count - left - start
    state.position = state.input.count - left
    return result
  }

  /// How many bytes come behind the end of the stream, of those at hand or the next.
  private func rest(of state: inout State) throws(Failure) -> Int {
    guard state.position == state.input.count else { return state.input.count - state.position }
    return try source.readOn(1, into: &state.input, fills: false)
  }

  private func damaged(_ what: String, _ state: State) -> Failure {
    .damaged("the brotli stream \(what) at compressed byte \(state.consumed)")
  }
}
