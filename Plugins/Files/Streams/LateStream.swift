import Copydesk
import Synchronization

/// A stream whose compression is found out when it is first read: a pipe has nothing to look at before.
final class LateStream: ByteStream {
  private let source: any ByteStream
  private let opened = Mutex<(any ByteStream)?>(nil)

  init(_ source: any ByteStream) { self.source = source }

  var isPipe: Bool { source.isPipe }
  var wrongCount: Int { opened.withLock { $0 }?.wrongCount ?? 0 }

  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int {
    try stream().readOn(count, into: &bytes, fills: fills)
  }

  func resume() throws(Failure) -> Int? { try stream().resume() }

  private func stream() throws(Failure) -> any ByteStream {
    if let known = opened.withLock({ $0 }) { return known }
    let found = try Compression.decompressed(source)
    opened.withLock { $0 = found }
    return found
  }
}
