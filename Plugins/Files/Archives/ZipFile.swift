import Copydesk

/// Goes through a zip archive by its directory: members stored or deflated, ZIP64 too.
///
/// The length of the directory counts, not how many members it is said to have: programs without ZIP64 write what is left of
/// that number in 16 bits.
struct ZipFile: ArchiveMembers {
  /// What an entry of the directory begins with.
  private static let mark = Array("PK\u{1}\u{2}".utf8)

  private let file: InputFile
  private var directory: ArraySlice<UInt8>
  /// How many members the directory should still have; what is beyond 16 bits may be missing.
  private var left: Int

  /// Reads the directory at the end of the file.
  init(_ file: InputFile) throws(Failure) {
    self.file = file
    let size = file.size
    let tail = try Self.bytes(file, max(0, size - (1 << 16) - 22 - 20), size)
    guard let place = Self.last("PK\u{5}\u{6}", in: tail), place + 22 <= tail.endIndex else {
      throw .damaged("the zip archive has no directory at its end, so it was cut off")
    }
    var count = tail.number(at: place + 10, 2)
    var length = tail.number(at: place + 12, 4)
    var start = tail.number(at: place + 16, 4)
    if count == 0xFFFF || start == 0xFFFF_FFFF || length == 0xFFFF_FFFF, place - tail.startIndex >= 20 {
      let at = tail.number(at: place - 20 + 8, 8)
      let record = at <= size - 56 ? try Self.bytes(file, at, at + 56) : []
      if record.count == 56, record.starts(with: "PK\u{6}\u{6}".utf8) {
        count = record.number(at: record.startIndex + 32, 8)
        length = record.number(at: record.startIndex + 40, 8)
        start = record.number(at: record.startIndex + 48, 8)
      }
    }
    guard start >= 0, length >= 0, length <= size - start, length < 1 << 31 else {
      throw .damaged("the zip archive's directory is not where it should be")
    }
    directory = try Self.bytes(file, start, start + length)
    left = count
  }

  mutating func next() throws(Failure) -> ArchiveMember? {
    while left > 0 || directory.starts(with: Self.mark) {
      left -= 1
      guard directory.count >= 46, directory.starts(with: Self.mark) else {
        left = 0
        directory = []
        throw .damaged("the zip archive's directory is broken")
      }
      let base = directory.startIndex
      let lengths = [28, 30, 32].map { directory.number(at: base + $0, 2) }
      let total = 46 + lengths.reduce(0, +)
      guard directory.count >= total else {
        left = 0
        directory = []
        throw .damaged("the zip archive's directory is broken")
      }
      let name = MemberName.ofZip(directory[(base + 46)..<(base + 46 + lengths[0])])
      var entry = ZipEntry(
        method: directory.number(at: base + 10, 2), isEncrypted: directory.number(at: base + 8, 2) & 1 != 0,
        checksum: UInt32(truncatingIfNeeded: directory.number(at: base + 16, 4)),
        packed: directory.number(at: base + 20, 4), size: directory.number(at: base + 24, 4),
        start: directory.number(at: base + 42, 4))
      let extra = (base + 46 + lengths[0])..<(base + 46 + lengths[0] + lengths[1])
      entry.widen(directory[extra])
      directory = directory.dropFirst(total)
      if name.hasSuffix("/") { continue }
      guard entry.start <= file.size - 30, entry.packed <= file.size else {
        return ArchiveMember(
          name: name, content: .failure(.damaged("the zip archive ends before this member does")))
      }
      guard entry.method == 0 || entry.method == 8, !entry.isEncrypted else {
        let what =
          entry.isEncrypted ? "is encrypted" : "is packed by method \(entry.method), which is not read"
        return ArchiveMember(
          name: name,
          content: .failure(
            Failure(
              .unreadableFile, "the member of the archive \(what)",
              help: "unpack it with the program that packed it, and name the files")))
      }
      return ArchiveMember(name: name, content: .entry(entry, file))
    }
    return nil
  }

  private static func bytes(_ file: InputFile, _ start: Int, _ end: Int) throws(Failure) -> ArraySlice<UInt8>
  {
    var bytes: [UInt8] = []
    guard start >= 0, end > start else { return [] }
    do { _ = try file.read(end - start, at: start, into: &bytes) } catch {
      throw .unreadable(from: start, error)
    }
    return bytes[...]
  }

  private static func last(_ mark: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    mark.withUTF8Buffer { mark in
      var index = bytes.endIndex - 22
      while index >= bytes.startIndex {
        if bytes[index...].starts(with: mark) { return index }
        index -= 1
      }
      return nil
    }
  }
}

/// A member of a zip archive, as the directory tells it.
struct ZipEntry: Sendable {
  let method: Int
  let isEncrypted: Bool
  let checksum: UInt32
  var packed: Int
  var size: Int
  var start: Int

  /// An entry and the file that it is in.
  struct Place: Sendable {
    let entry: ZipEntry
    let file: InputFile
  }

  /// Takes the sizes of a ZIP64 extra field, where those of the directory are full.
  mutating func widen(_ extra: ArraySlice<UInt8>) {
    var rest = extra
    while rest.count >= 4 {
      let length = rest.number(at: rest.startIndex + 2, 2)
      guard rest.count >= 4 + length else { return }
      if rest.number(at: rest.startIndex, 2) == 1 {
        var place = rest.startIndex + 4
        let end = place + length
        func next(_ value: inout Int) {
          guard value == 0xFFFF_FFFF, place + 8 <= end else { return }
          value = rest.number(at: place, 8)
          place += 8
        }
        next(&size)
        next(&packed)
        next(&start)
        return
      }
      rest = rest.dropFirst(4 + length)
    }
  }

  /// The bytes of the member.
  func stream(in file: InputFile) -> any ByteStream {
    var head: [UInt8] = []
    _ = try? file.read(30, at: start, into: &head)
    let skip = head.count == 30 ? 30 + head[...].number(at: 26, 2) + head[...].number(at: 28, 2) : 30
    let packedRange = FileRange(file, Span(start + skip, start + skip + max(0, packed)))
    return method == 8 ? GzipStream(packedRange, .raw) : packedRange
  }

  /// All of the member's bytes, checked.
  func bytes(in file: InputFile, limit: Int) throws(Failure) -> [UInt8] {
    guard size <= limit, size >= 0 else { throw .memberTooLarge(size, offset: max(0, start)) }
    var bytes: [UInt8] = []
    // One more than it holds, to see its end.
    _ = try stream(in: file).readOn(size + 1, into: &bytes, fills: true)
    guard bytes.count == size, Checksum.crc32(bytes) == checksum else {
      throw .damaged("the member of the zip archive does not have the checksum that it should")
    }
    return bytes
  }
}

extension ArraySlice<UInt8> {
  /// A whole number of some bytes, the least first.
  fileprivate func number(at index: Int, _ count: Int) -> Int {
    var value: UInt64 = 0
    for offset in (0..<count).reversed() { value = value << 8 | UInt64(self[index + offset]) }
    return Int(clamping: value)
  }
}
