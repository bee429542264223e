import CZlib
import Copydesk
import Synchronization

/// What a stream of gzip, or a deflated member of a zip archive, holds.
///
/// A file may hold several gzip members, one after the other, as web archives do. Zeros behind a member are padding, unless
/// a member may have stood there. Behind damage the stream may go on at the next member.
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

  private struct State: DecodingState {
    /// On the heap: zlib keeps a pointer to it.
    let inflater: UnsafeMutablePointer<z_stream>
    var input: [UInt8] = []
    var position = 0
    var isReady = false
    /// Whether a member was begun and has not ended.
    var isOpen = false
    var isAtEnd = false
    var failure: Failure?
    /// How many bytes came of the member that is damaged: they may be wrong.
    var wrongCount = 0
    /// The compressed byte from which on the next member is to be looked for, where what went wrong is damage.
    var restart: Int?
    /// The compressed byte at which the input begins that is held.
    var inputStart = 0
    /// The compressed byte at which the last member begins.
    var member = 0
    /// How many zeros stand behind the last member.
    var padding = 0

    /// The compressed byte that comes next.
    var place: Int { inputStart + position }
  }

  private static let blockSize = 1 << 16
  /// No member is shorter.
  private static let shortestMember = 20
  /// How much of a member is kept to look for the next one in.
  private static let longestLookBack = 1 << 18
  /// What files are padded to a multiple of.
  private static let sector = 512
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

  var wrongCount: Int { state.withLock { $0.wrongCount } }

  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int {
    try state.read(count, into: &bytes) { (state, out, written) throws(Failure) in
      let inflater = state.inflater
      defer { written = out.count - Int(inflater.pointee.avail_out) }
      try inflate(&state, into: out)
    }
  }

  private func inflate(_ state: inout State, into out: UnsafeMutableRawBufferPointer) throws(Failure) {
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
      if state.position == state.input.count, try !refill(&state) {
        if state.isOpen {
          state.restart = state.member + 1
          throw damaged("is cut off", state)
        }
        state.isAtEnd = true
        break
      }
      if !state.isOpen { try begin(&state) }
      if state.isOpen { try step(&state) }
    }
  }

  /// Reads the next block, where all of the last is used up; false at the end, where the last one stays.
  private func refill(_ state: inout State) throws(Failure) -> Bool {
    var next: [UInt8] = []
    swap(&next, &state.input)
    let last = next.count
    let count = try source.readOn(Self.blockSize, into: &next, fills: false)
    if count > 0 {
      // Of a member that turns out to be damaged the next one is looked for from its beginning on.
      let start = state.member + 1 - state.inputStart
      let isKept = state.isOpen && start >= 0 && last - start <= Self.longestLookBack
      let used = isKept ? min(start, last) : last
      next.removeFirst(used)
      state.inputStart += used
      state.position = last - used
    }
    state.input = next
    return count > 0
  }

  /// Begins a member, unless nothing but zeros is at hand.
  private func begin(_ state: inout State) throws(Failure) {
    if wrapping == .gzip, state.place > 0 {
      let zeros = state.input[state.position...].prefix { $0 == 0 }.count
      state.position += zeros
      state.padding += zeros
      guard state.position < state.input.count else { return }
      guard state.input[state.position] == 0x1F else {
        state.restart = state.place + 1
        throw damaged("is followed by bytes that are not gzip", state)
      }
      let padding = state.padding
      state.padding = 0
      if padding >= Self.shortestMember, !state.place.isMultiple(of: Self.sector) {
        state.restart = state.place
        throw damaged("is damaged: nothing but \(padding) zeros stand where a member may have been,", state)
      }
    }
    state.member = state.place
    state.isOpen = true
  }

  private func step(_ state: inout State) throws(Failure) {
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
    switch result {
    case Z_OK: break
    case Z_BUF_ERROR where inflater.pointee.avail_out == 0 || used > 0: break
    case Z_STREAM_END:
      state.isOpen = false
      if wrapping == .gzip { inflateReset(inflater) } else { state.isAtEnd = true }
    default:
      state.wrongCount = Int(inflater.pointee.total_out)
      state.restart = state.member + 1
      throw damaged("is damaged", state)
    }
  }

  private func damaged(_ what: String, _ state: State) -> Failure {
    let name = wrapping == .gzip ? "gzip" : "deflate"
    return .damaged("the \(name) stream \(what) at compressed byte \(state.place)")
  }

  // MARK: Behind damage

  func resume() throws(Failure) -> Int? {
    try state.withLock { state throws(Failure) -> Int? in
      guard wrapping == .gzip, state.failure != nil, let restart = state.restart.take() else { return nil }
      // Damage may be seen late; what was held of the input then is looked at once more.
      state.position = max(restart - state.inputStart, 0)
      guard try findMember(&state) else { return nil }
      state.failure = nil
      state.wrongCount = 0
      state.isOpen = false
      state.padding = 0
      inflateReset(state.inflater)
      return state.place
    }
  }

  /// Goes to the next place where a member may begin; false where there is none.
  private func findMember(_ state: inout State) throws(Failure) -> Bool {
    while true {
      while let index = firstIndex(of: 0x1F, in: state.input, from: state.position) {
        state.position = index
        if state.input.count - index < GzipHead.length {
          let count = try source.readOn(Self.blockSize, into: &state.input, fills: false)
          if count == 0 { return false }
          continue
        }
        if GzipHead.mayBegin(state.input[index...]) { return true }
        state.position += 1
      }
      state.position = state.input.count
      if try !refill(&state) { return false }
    }
  }
}

/// What a gzip member begins with.
private enum GzipHead {
  /// How many bytes of it are the same in each.
  static let length = 10

  /// Whether these bytes, at least ``length``, are those of a member: the mark, deflate, flags that there are, a degree of
  /// compression and a system that are known.
  static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
    let base = bytes.startIndex
    guard bytes.starts(with: [0x1F, 0x8B, 0x08]) else { return false }
    let (flags, degree, system) = (bytes[base + 3], bytes[base + 8], bytes[base + 9])
    return flags & 0xE0 == 0 && [0, 2, 4].contains(degree) && (system <= 19 || system == 255)
  }
}
