import Copydesk
import Synchronization

/// The UTF-8 of a stream of records that may be UTF-16 or UTF-32, as spreadsheets and databases export tables: what a byte
/// order mark says, or the user where there is none. Any other stream is handed on as it is.
///
/// Places in it are counted in the UTF-8 that it gives, as those of compressed files are in what they hold. What stands for
/// no character becomes U+FFFD.
/// - Complexity: O(bytes); holds a block.
final class WideStream: ByteStream {
  private struct State {
    var encoding: TextEncoding?
    var isKnown = false
    /// What was read and not handed on.
    var pending: [UInt8] = []
    /// What was decoded and not handed on.
    var decoded: [UInt8] = []
    var position = 0
    var isAtEnd = false
  }

  private static let blockSize = 1 << 16
  /// How much is looked at where there is no mark.
  private static let headSize = 64
  private let source: any ByteStream
  private let asked: TextEncoding?
  private let state = Mutex(State())

  /// - Parameter asked: what the user says that text is in; it counts where it has units of two bytes or four.
  init(_ source: any ByteStream, asked: TextEncoding?) {
    self.source = source
    self.asked = asked.flatMap { $0.isWide ? $0 : nil }
  }

  var isPipe: Bool { source.isPipe }
  var wrongCount: Int { state.withLock { $0.encoding == nil } ? source.wrongCount : 0 }

  func resume() throws(Failure) -> Int? {
    // Behind damage nobody knows where a unit begins.
    guard state.withLock({ $0.encoding == nil }) else { return nil }
    return try source.resume()
  }

  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int {
    let before = bytes.count
    let result = state.withLock { state -> Result<Bool, Failure> in
      do throws(Failure) {
        try begin(&state)
        let isWide = state.encoding != nil
        if isWide {
          try decode(&state, count, into: &bytes, fills: fills)
        } else {
          bytes += state.pending.prefix(count)
          state.pending.removeFirst(min(count, state.pending.count))
        }
        return .success(isWide)
      } catch { return .failure(error) }
    }
    let read = bytes.count - before
    switch result {
    case .failure(let failure):
      // Told again when it is read on.
      guard read > 0 else { throw failure }
      return read
    case .success(let isWide):
      if isWide || read == count || read > 0 && !fills { return read }
      do throws(Failure) { return read + (try source.readOn(count - read, into: &bytes, fills: fills)) } catch
      {
        if read > 0 { return read }
        throw error
      }
    }
  }

  /// Looks at the first bytes.
  private func begin(_ state: inout State) throws(Failure) {
    guard !state.isKnown else { return }
    let wanted = asked == nil ? 2 : Self.headSize
    while state.pending.count < wanted {
      guard try source.readOn(wanted - state.pending.count, into: &state.pending, fills: false) > 0 else {
        break
      }
    }
    if ByteOrderMark.isUTF16(state.pending[...]) || state.pending.starts(with: [0, 0]) {
      while state.pending.count < 4 {
        guard try source.readOn(4 - state.pending.count, into: &state.pending, fills: false) > 0 else {
          break
        }
      }
    }
    state.isKnown = true
    guard let encoding = encoding(of: state.pending) else { return }
    state.encoding = encoding.order(in: state.pending)
    if TextEncoding(markOf: state.pending) != nil { state.pending.removeFirst(encoding.unit) }
  }

  private func encoding(of head: [UInt8]) -> TextEncoding? {
    if let marked = TextEncoding(markOf: head) { return marked.isWide ? marked : nil }
    guard let asked, head.contains(0) || isForeign(head) else { return nil }
    return asked
  }

  /// Whether bytes are not UTF-8, but for a character at their end that goes on.
  private func isForeign(_ head: [UInt8]) -> Bool {
    guard let place = firstInvalidUTF8(in: head) else { return false }
    return head.count < Self.headSize || place < head.count - 3
  }

  private func decode(
    _ state: inout State, _ count: Int, into bytes: inout [UInt8], fills: Bool
  ) throws(Failure) {
    var left = count
    while left > 0 {
      let ready = state.decoded.dropFirst(state.position).prefix(left)
      bytes += ready
      state.position += ready.count
      left -= ready.count
      if left == 0 || !fills && left < count || state.isAtEnd { return }
      try decodeBlock(&state)
    }
  }

  /// Decodes what comes next, up to where a character ends.
  private func decodeBlock(_ state: inout State) throws(Failure) {
    guard let encoding = state.encoding else { return }
    state.decoded = []
    state.position = 0
    state.isAtEnd = try source.readOn(Self.blockSize, into: &state.pending, fills: false) == 0
    let held = state.isAtEnd ? 0 : encoding.unfinished(at: state.pending[...])
    let whole = Array(state.pending.dropLast(held))
    guard !whole.isEmpty else { return }
    state.decoded = Text.utf8(ofPart: whole, in: encoding)
    state.pending.removeFirst(whole.count)
  }
}

extension TextEncoding {
  /// How many bytes a unit of a wide encoding has.
  fileprivate var unit: Int { name.hasPrefix("utf-32") ? 4 : 2 }

  /// The encoding by the name that tells which byte comes first, once for all blocks.
  fileprivate func order(in head: [UInt8]) -> TextEncoding {
    guard !name.hasSuffix("le"), !name.hasSuffix("be") else { return self }
    let places = head.indices.filter { head[$0] == 0 }
    let isBig = places.count { $0 % unit == 0 } > places.count { $0 % unit == unit - 1 }
    return TextEncoding(label: name + (isBig ? "be" : "le")) ?? self
  }

  /// How many of the last bytes are of a character that goes on.
  fileprivate func unfinished(at bytes: ArraySlice<UInt8>) -> Int {
    let odd = bytes.count % unit
    guard unit == 2, bytes.count - odd >= 2 else { return odd }
    let last = bytes.dropLast(odd).suffix(2)
    let high = name.hasSuffix("be") ? last.first : last.last
    return high.map { $0 & 0xFC == 0xD8 } == true ? odd + 2 : odd
  }
}
