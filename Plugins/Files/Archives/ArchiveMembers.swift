import Copydesk

/// The members of an archive, one after the other.
protocol ArchiveMembers: Sendable {
  /// The next file, or nil at the end.
  /// - Throws: ``Failure`` where the rest of the archive cannot be read.
  mutating func next() throws(Failure) -> ArchiveMember?
}

/// A file in an archive.
struct ArchiveMember: Sendable {
  enum Content: Sendable {
    /// Its bytes, which stand in the archive from `start` on.
    case bytes(ArraySlice<UInt8>, start: Int)
    /// Where it stands, to be read by whoever works on it.
    case entry(ZipEntry, InputFile)
    /// Why it cannot be read.
    case failure(Failure)
    /// No file but what this names.
    case noFile(String)
    /// No member, but what stands where one should begin.
    case damage(Failure)
  }

  let name: String
  let content: Content

  fileprivate var isEmpty: Bool {
    switch content {
    case .bytes(let bytes, _): bytes.isEmpty
    case .entry(let entry, _): entry.size == 0
    case .failure, .noFile, .damage: false
    }
  }
}

extension Failure {
  static func memberTooLarge(_ size: Int, offset: Int) -> Failure {
    Failure(
      .tooLarge, "the member of the archive holds \(size) bytes, too many for one document",
      help: "unpack it, and split it or write it as JSON Lines", offset: offset)
  }
}

/// Names the documents in an archive: its members, and the records of those that hold records.
///
/// A member's id is the archive's with `!` and its name behind it, without a `./` in front. The patterns for files of a folder count for names
/// of members, too.
struct ArchiveFile: ItemSequence {
  /// Archives in archives, at most that deep.
  private static let maximumDepth = 4

  private let id: String
  private let path: String
  private let opener: ItemOpener
  private let depth: Int
  private var members: any ArchiveMembers
  private var inner: (any ItemSequence)?
  private var isFinished = false

  init(id: String, path: String, _ members: any ArchiveMembers, opener: ItemOpener, depth: Int) {
    self.id = id
    self.path = path
    self.members = members
    self.opener = opener
    self.depth = depth
  }

  mutating func next() -> SourceItem? {
    while true {
      if let item = inner?.next() { return item }
      inner = nil
      guard !isFinished else { return nil }
      do throws(Failure) {
        guard let member = try members.next() else {
          isFinished = true
          return nil
        }
        if let item = begin(member) { return item }
      } catch {
        isFinished = true
        return failed(error)
      }
    }
  }

  /// A failure of the archive itself.
  private func failed(_ failure: Failure) -> SourceItem {
    let format = members is ZipFile ? FileFormat.zip : .tar
    return SourceItem(id: id, path: path, format: format.rawValue, failure: failure)
  }

  /// The member as an item; nil where it is passed over, or holds records.
  private mutating func begin(_ member: ArchiveMember) -> SourceItem? {
    if case .damage(let failure) = member.content { return failed(failure) }
    var name = member.name
    while name.hasPrefix("./") { name.removeFirst(2) }
    let id = "\(self.id)!\(name)"
    let path = "\(self.path)!\(name)"
    guard opener.filter.acceptsMember(name) else {
      guard opener.filter.isOpen(member: name), let passedOver = opener.filter.passedOver(name) else {
        return nil
      }
      return SourceItem(passedOver, path: path)
    }
    let format = opener.format(ofMember: member, name)
    if member.isEmpty, format.isSilentWhenEmpty {
      return SourceItem(PassedOver(.file, "empty \(FileFormat.ending(of: name))"), path: path)
    }
    switch member.content {
    case .noFile(let what): return SourceItem(PassedOver(.file, what), path: path)
    case .damage(let failure): return failed(failure)
    case .failure(let failure):
      return SourceItem(id: id, path: path, format: format.rawValue, failure: failure)
    case .bytes(let bytes, let start):
      if format.isOneDocument, Compression(magic: bytes) == nil {
        return SourceItem(
          id: id, path: path, span: Span(start, start + bytes.count), bytes: bytes, format: format.rawValue)
      }
      return begin(MemoryStream(bytes), id: id, path: path, format)
    case .entry(let entry, let file):
      guard format.isOneDocument else { return begin(entry.stream(in: file), id: id, path: path, format) }
      var item = SourceItem(id: id, path: path, format: format.rawValue)
      item.length = max(0, entry.size)
      item.context = ZipEntry.Place(entry: entry, file: file)
      return item
    }
  }

  private mutating func begin(
    _ stream: any ByteStream, id: String, path: String, _ format: FileFormat
  ) -> SourceItem? {
    guard depth < Self.maximumDepth else {
      return SourceItem(
        id: id, path: path, format: format.rawValue,
        failure: Failure(
          .unreadableFile, "archives lie in archives more than \(Self.maximumDepth) deep",
          help: "unpack the outer ones first"))
    }
    inner = opener.sequence(id: id, path: path, format, stream, depth: depth + 1)
    return nil
  }
}
