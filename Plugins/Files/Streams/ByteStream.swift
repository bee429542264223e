import Copydesk

/// Bytes in order, from wherever they come: a file, a pipe, a compressed file, a member of an archive.
protocol ByteStream: Sendable {
  /// Whether it hands out what is there at the moment, as a pipe does, and less does not mean the end.
  var isPipe: Bool { get }
  /// Reads up to `count` more bytes and appends them.
  /// - Parameter fills: whether to go on until there are `count`, so that fewer mean the end; else what is there at the
  ///   moment will do, and none mean the end.
  /// - Returns: how many were read.
  /// - Throws: ``Failure`` where the bytes cannot be read on. What was read before stays appended.
  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int
  /// How many of the last bytes before it failed may not be as they should be; 0 where it only ends too early.
  var wrongCount: Int { get }
  /// Goes on behind damage for which it failed, with what begins anew there.
  /// - Returns: the compressed byte where that is; nil where there is nothing, and the stream fails as before.
  func resume() throws(Failure) -> Int?
}

extension ByteStream {
  var wrongCount: Int { 0 }
  func resume() throws(Failure) -> Int? { nil }
}

extension InputFile: ByteStream {
  var isPipe: Bool { ((try? status.kind) ?? .other) != .file }

  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int {
    let got: Int
    do { got = try read(count, into: &bytes, fills: fills) } catch {
      throw .unreadable(from: position, error)
    }
    // The end is where it was, or further on.
    if got == 0 || got < count && fills, let (first, now) = shortened {
      throw Failure(
        .unreadableFile,
        "the file was cut or written anew while it was read: it had \(first) bytes, and ends at \(now)",
        help: "what came before was read; run the pipeline on the file again when it is complete", offset: now
      )
    }
    return got
  }
}

/// Bytes that are in memory.
final class MemoryStream: ByteStream {
  private let bytes: ArraySlice<UInt8>
  private let position = Position()

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var isPipe: Bool { false }

  func readOn(_ count: Int, into out: inout [UInt8], fills: Bool) -> Int {
    let start = position.advance(by: count, below: bytes.count)
    let piece = bytes.dropFirst(start).prefix(count)
    out += piece
    return piece.count
  }
}

/// Bytes that were read ahead, and then the rest of a stream.
final class PrefixedStream: ByteStream {
  private let prefix: MemoryStream
  private let rest: any ByteStream

  init(_ prefix: [UInt8], _ rest: any ByteStream) {
    self.prefix = MemoryStream(prefix[...])
    self.rest = rest
  }

  var isPipe: Bool { rest.isPipe }
  var wrongCount: Int { rest.wrongCount }

  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int {
    let first = prefix.readOn(count, into: &bytes, fills: fills)
    if first == count || first > 0 && !fills { return first }
    do throws(Failure) { return first + (try rest.readOn(count - first, into: &bytes, fills: fills)) } catch {
      // Told again when it is read on.
      if first > 0 { return first }
      throw error
    }
  }

  func resume() throws(Failure) -> Int? { try rest.resume() }
}

/// A part of a file, read at its place, so that several may be read at once.
final class FileRange: ByteStream {
  private let file: InputFile
  private let range: Span
  private let position = Position()

  init(_ file: InputFile, _ range: Span) {
    self.file = file
    self.range = range
  }

  var isPipe: Bool { false }

  func readOn(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(Failure) -> Int {
    let start = position.advance(by: count, below: range.count)
    let wanted = min(count, range.count - start)
    guard wanted > 0 else { return 0 }
    do { return try file.read(wanted, at: range.start + start, into: &bytes) } catch {
      throw .unreadable(from: range.start + start, error)
    }
  }
}
