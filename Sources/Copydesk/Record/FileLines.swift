#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of a file, one after the other: a result, its rejects, its dead letters.
///
/// Holds a block and the longest line, however long the file is.
package struct FileLines: Sendable {
  private static let blockSize = 1 << 18
  /// Gives up to so many more bytes; none at the end.
  private let read: @Sendable (Int) throws(CopydeskError) -> [UInt8]
  private var block: [UInt8] = []
  /// Where the next line starts in the block.
  private var position = 0
  /// How far the block is known to hold no line end.
  private var scanned = 0
  private var isAtEnd = false
  /// The number of the line that ``next()`` gave last, from 1.
  package private(set) var number = 0

  /// Opens the file.
  /// - Throws: ``CopydeskError`` where it cannot be read.
  package init(_ path: String) throws(CopydeskError) {
    let file = try OpenFile(path)
    self.init { count throws(CopydeskError) in try file.read(count) }
  }

  /// The lines of bytes from anywhere.
  /// - Parameter read: gives up to so many more bytes; none at the end.
  package init(reading read: @escaping @Sendable (Int) throws(CopydeskError) -> [UInt8]) {
    self.read = read
  }

  /// The next line that is not empty, without its end; nil at the end of the file.
  /// - Throws: ``CopydeskError`` where the file cannot be read on.
  package mutating func next() throws(CopydeskError) -> ArraySlice<UInt8>? {
    while let line = try nextLine() {
      if !line.isEmpty { return line }
    }
    return nil
  }

  private mutating func nextLine() throws(CopydeskError) -> ArraySlice<UInt8>? {
    while true {
      if let end = block[scanned...].firstIndex(of: 0x0A) { return take(to: end, next: end + 1) }
      scanned = block.count
      if isAtEnd { return position < block.count ? take(to: block.count, next: block.count) : nil }
      block.removeFirst(position)
      scanned -= position
      position = 0
      let more = try read(Self.blockSize)
      isAtEnd = more.isEmpty
      block += more
    }
  }

  private mutating func take(to end: Int, next: Int) -> ArraySlice<UInt8> {
    number += 1
    defer {
      position = next
      scanned = next
    }
    return block[position..<end]
  }
}

/// A file open for reading; closed with its last reference.
private final class OpenFile: Sendable {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws(CopydeskError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(path, errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Up to `count` more bytes; none at the end.
  func read(_ count: Int) throws(CopydeskError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while true {
        let got = systemRead(descriptor, buffer.baseAddress, count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        filled = max(0, got)
        return
      }
    }
    guard code == 0 else { throw Self.error(path, code) }
    return bytes
  }

  private static func error(_ path: String, _ code: Int32) -> CopydeskError {
    CopydeskError(
      .unreadableFile, "cannot read \"\(path)\": \(String(cString: strerror(code)))",
      help: SystemRemedy.reading(code))
  }
}

/// `read`, which has the name of a method here.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
