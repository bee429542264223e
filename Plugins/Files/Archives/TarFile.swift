import Copydesk

/// Goes through a tar archive, member by member: POSIX (ustar, pax) and GNU.
///
/// Where no header stands that should, what follows it up to the next one costs one failure.
struct TarFile: ArchiveMembers {
  private static let blockSize = 512
  /// What a size may be; anything else is damage.
  private static let sizes = 0...(1 << 50)
  /// What most programs pad archives to a multiple of.
  private static let recordSize = 20 * blockSize
  private let limit: Int
  private var reader: BlockReader
  private var isFinished = false
  /// Where the archive begins that is read, as others may be appended to the first.
  private var start = 0
  /// How many blocks of zeros were read last.
  private var zeros = 0

  init(_ stream: any ByteStream, limits: ReadingLimits) {
    limit = limits.file
    reader = BlockReader(stream, block: limits.block)
  }

  mutating func next() throws(Failure) -> ArchiveMember? {
    var longName: String?
    var longSize: Int?
    while !isFinished {
      let start = reader.offset
      let block = try reader.peek(Self.blockSize).prefix(Self.blockSize)
      if block.allSatisfy({ $0 == 0 }) {
        // Two blocks of zeros end an archive; others may follow one that was appended to it.
        zeros += 1
        if block.count < Self.blockSize {
          if let failure = reader.failure { throw failure }
          isFinished = true
        }
        _ = try reader.take(block.count)
        continue
      }
      guard block.count == Self.blockSize else {
        throw reader.failure ?? .damaged("the tar archive is cut off at byte \(start)")
      }
      guard let header = TarHeader(block) else { return try damage(from: start) }
      if let lost = lostInZeros(before: start) { return lost }
      _ = try reader.take(Self.blockSize)
      let padded = (header.size + Self.blockSize - 1) / Self.blockSize * Self.blockSize
      switch header.kind {
      case .longName:
        let content = try take(header.size, padded)
        longName = MemberName.ofTar(content.prefix { $0 != 0 })
      case .extended:
        let fields = TarHeader.extended(try take(header.size, padded))
        longName = fields["path"] ?? longName
        longSize =
          fields["size"].flatMap { Int($0) }.flatMap { Self.sizes.contains($0) ? $0 : nil } ?? longSize
      case .file:
        return try file(longName ?? header.name, longSize ?? header.size, from: start)
      case .noFile(let what):
        _ = try reader.skip(padded)
        return ArchiveMember(name: longName ?? header.name, content: .noFile(what))
      case .other:
        _ = try reader.skip(padded)
        longName = nil
        longSize = nil
      }
    }
    return nil
  }

  /// The member whose header stands at `start` and has just been read.
  private mutating func file(_ name: String, _ size: Int, from start: Int) throws(Failure) -> ArchiveMember {
    let whole = (size + Self.blockSize - 1) / Self.blockSize * Self.blockSize
    guard size <= limit else {
      _ = try reader.skip(whole)
      return ArchiveMember(name: name, content: .failure(.memberTooLarge(size, offset: start)))
    }
    let content = try reader.take(size)
    guard content.count == size else {
      isFinished = true
      return ArchiveMember(
        name: name,
        content: .failure(reader.failure ?? .damaged("the tar archive is cut off inside of this member")))
    }
    _ = try reader.skip(whole - size)
    return ArchiveMember(name: name, content: .bytes(content, start: start + Self.blockSize))
  }

  private mutating func take(_ size: Int, _ padded: Int) throws(Failure) -> ArraySlice<UInt8> {
    guard size <= 1 << 20 else { throw .damaged("the tar archive has a name of \(size) bytes") }
    return try reader.take(padded).prefix(size)
  }

  /// Passes over what stands at `start`, where a header should, up to the next one.
  private mutating func damage(from start: Int) throws(Failure) -> ArchiveMember {
    let what = "what stands at byte \(start) is no tar header"
    zeros = 0
    while true {
      let block = try reader.peek(Self.blockSize).prefix(Self.blockSize)
      guard block.count == Self.blockSize else { throw reader.failure ?? .damaged(what) }
      if TarHeader(block) != nil { break }
      _ = try reader.skip(Self.blockSize)
    }
    return ArchiveMember(
      name: "",
      content: .damage(.damaged(what, goingOnAt: "byte \(reader.offset), where the next one stands")))
  }

  /// What is told of zeros between members where a header stands at `place`: that members may have stood there, unless they
  /// end an archive, be it with two blocks or filled up.
  private mutating func lostInZeros(before place: Int) -> ArchiveMember? {
    guard zeros > 0 else { return nil }
    let count = zeros
    zeros = 0
    if count == 2 || count > 2 && (place - start).isMultiple(of: Self.recordSize) {
      start = place
      return nil
    }
    return ArchiveMember(
      name: "",
      content: .damage(
        .damaged(
          "\(count * Self.blockSize) zeros stand in the midst of the tar archive",
          goingOnAt: "byte \(place), where a header stands")))
  }
}

/// The header of a member of a tar archive.
struct TarHeader {
  enum Kind {
    case file, longName, extended, other
    /// A member that has a name but no bytes of its own: a link, a device.
    case noFile(String)
  }

  let name: String
  let size: Int
  let kind: Kind

  /// nil where the checksum is wrong.
  init?(_ block: ArraySlice<UInt8>) {
    let base = block.startIndex
    func field(_ offset: Int, _ count: Int) -> ArraySlice<UInt8> {
      block[base + offset..<base + offset + count]
    }
    var sum = 0
    for index in 0..<512 { sum += 148..<156 ~= index ? 32 : Int(block[base + index]) }
    guard let wanted = Self.number(field(148, 8)), wanted == sum, let size = Self.number(field(124, 12)),
      (0...(1 << 50)).contains(size)
    else { return nil }
    self.size = size
    var name = MemberName.ofTar(field(0, 100).prefix { $0 != 0 })
    if field(257, 6).elementsEqual("ustar\0".utf8) {
      let prefix = MemberName.ofTar(field(345, 155).prefix { $0 != 0 })
      if !prefix.isEmpty { name = prefix + "/" + name }
    }
    self.name = name
    switch block[base + 156] {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): kind = name.hasSuffix("/") ? .other : .file
    case UInt8(ascii: "1"), UInt8(ascii: "2"): kind = .noFile("link")
    case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"): kind = .noFile("pipe or device")
    case UInt8(ascii: "S"): kind = .noFile("sparse file")
    case UInt8(ascii: "L"): kind = .longName
    case UInt8(ascii: "x"): kind = .extended
    default: kind = .other
    }
  }

  /// Octal digits, or a binary number as GNU writes a large one.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    if let first = field.first, first & 0x80 != 0 {
      return field.dropFirst().suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 || $0 == 0 }.prefix { $0 >= 0x30 && $0 < 0x38 }
    return digits.isEmpty ? nil : digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  /// The fields of a pax header: lines of `LENGTH NAME=VALUE`.
  static func extended(_ bytes: ArraySlice<UInt8>) -> [String: String] {
    var fields: [String: String] = [:]
    var rest = bytes
    while let blank = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > blank - rest.startIndex + 1,
      length <= rest.count
    {
      let line = rest[(blank + 1)..<(rest.startIndex + length)].dropLast()
      if let equals = line.firstIndex(of: UInt8(ascii: "=")) {
        fields[String(decoding: line[..<equals], as: UTF8.self)] = MemberName.ofTar(line[(equals + 1)...])
      }
      rest = rest.dropFirst(length)
    }
    return fields
  }
}
