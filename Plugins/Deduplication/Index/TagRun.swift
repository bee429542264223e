import Copydesk

/// Tag entries on the disk, sorted, in pages of 1 KB that each carry a checksum. Never changed once written.
///
/// Memory holds the first tag of each page, four bytes for 127 entries, and a ``TagFilter``, a byte an entry, where the
/// budget has room for it. So most tags that the run does not have cost no look at the disk, and one that it has costs
/// one page, seldom two.
///
/// ```text
/// pages            127 entries and a checksum each; the last one filled up
/// first tags       4 bytes a page
/// filter           8 bytes a word
/// its words, checksum of first tags, filter and that number    8 + 8
/// ```
struct TagRun: Sendable {
  private static let pageBytes = 1024
  private static let perPage = pageBytes / 8 - 1

  /// The file's name in the folder of an index; empty for a temporary one.
  let name: String
  /// How many entries it has.
  let count: Int
  private let file: DiskFile
  /// The first tag of each page.
  private let firstTags: [UInt32]
  private var filter: TagFilter?

  /// The bytes of memory it takes.
  var memory: Int { firstTags.count * 4 + filterMemory }
  /// The bytes that its filter takes.
  var filterMemory: Int { (filter?.words.count ?? 0) * 8 }

  /// Lets go of the filter: each look-up reads a page then.
  mutating func dropFilter() { filter = nil }

  /// Opens a run that was written before.
  /// - Throws: ``CopydeskError`` where it is not what the index says it is.
  init(opening path: String, name: String, count: Int) throws {
    let file = try DiskFile(path)
    let pages = (count + Self.perPage - 1) / Self.perPage
    let start = pages * Self.pageBytes
    let length = try file.length()
    guard length >= start + pages * 4 + 16, length < 1 << 40 else { throw IndexProblem.damaged(path) }
    var tail = [UInt8](repeating: 0, count: length - start)
    guard try tail.withUnsafeMutableBytes({ try file.read(into: $0, at: start) }) == tail.count else {
      throw IndexProblem.damaged(path)
    }
    let parts = tail.withUnsafeBytes { raw -> (firstTags: [UInt32], filter: [UInt64])? in
      func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
      guard word(raw.count - 16) == UInt64((raw.count - pages * 4 - 16) / 8),
        word(raw.count - 8) == Self.checksum(UnsafeRawBufferPointer(rebasing: raw.dropLast(8)))
      else { return nil }
      let tags = (0..<pages).map {
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
      }
      return (tags, stride(from: pages * 4, to: raw.count - 16, by: 8).map(word))
    }
    guard let parts, !parts.filter.isEmpty else { throw IndexProblem.damaged(path) }
    self.init(
      name: name, count: count, file: file, firstTags: parts.firstTags, filter: TagFilter(words: parts.filter)
    )
  }

  private init(name: String, count: Int, file: DiskFile, firstTags: [UInt32], filter: TagFilter) {
    self.name = name
    self.count = count
    self.file = file
    self.firstTags = firstTags
    self.filter = filter
  }

  private static let checksumSeed: UInt64 = 0x52_554E

  /// Of each piece of that many bytes, so that neither side needs all of them at once.
  private static let checksumPiece = 1 << 16

  private static func checksum(_ raw: UnsafeRawBufferPointer) -> UInt64 {
    var hash = StableHash(seed: checksumSeed)
    var start = 0
    while raw.count - start > checksumPiece {
      hash.combine(UnsafeRawBufferPointer(rebasing: raw[start..<(start + checksumPiece)]))
      start += checksumPiece
    }
    hash.combine(UnsafeRawBufferPointer(rebasing: raw[start...]))
    return hash.finish()
  }

  /// Appends the places that have the tag.
  /// - Complexity: O(1) where the filter knows that there is none; else a page or two are read.
  func places(of tag: UInt32, into places: inout [UInt32]) throws {
    if let filter, !filter.mayContain(tag) { return }
    // The first page that may hold it: the one before the first page that starts with it or a later one.
    var (low, high) = (0, firstTags.count)
    while low < high {
      let middle = (low + high) / 2
      if firstTags[middle] < tag { low = middle + 1 } else { high = middle }
    }
    var page = max(0, low - 1)
    while page < firstTags.count, firstTags[page] <= tag {
      try withPage(page) { entries in
        var (low, high) = (0, entries.count)
        while low < high {
          let middle = (low + high) / 2
          if TagEntry(rawValue: entries[middle]).tag < tag { low = middle + 1 } else { high = middle }
        }
        while low < entries.count, TagEntry(rawValue: entries[low]).tag == tag {
          places.append(TagEntry(rawValue: entries[low]).place)
          low += 1
        }
      }
      page += 1
    }
  }

  /// Reads a page and checks it.
  private func withPage(_ page: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Void) throws {
    try withUnsafeTemporaryAllocation(byteCount: Self.pageBytes, alignment: 8) { raw in
      guard try file.read(into: raw, at: page * Self.pageBytes) == Self.pageBytes else {
        throw IndexProblem.damaged(file.path)
      }
      let words = raw.bindMemory(to: UInt64.self)
      let entries = min(Self.perPage, count - page * Self.perPage)
      guard Self.pageChecksum(UnsafeBufferPointer(words), page) == words[Self.perPage] else {
        throw IndexProblem.damaged(file.path)
      }
      body(UnsafeBufferPointer(rebasing: words[..<entries]))
    }
  }

  private static func pageChecksum(_ words: UnsafeBufferPointer<UInt64>, _ page: Int) -> UInt64 {
    // Four sums that do not wait for each other: a page is checked in a fraction of a microsecond.
    var (a, b, c, d) = (UInt64(page), UInt64(1), UInt64(2), UInt64(3))
    var index = 0
    while index + 4 <= perPage {
      a = (a ^ words[index]) &* 0x9FB2_1C65_1E98_DF25
      b = (b ^ words[index + 1]) &* 0xE703_7ED1_A0B4_28DB
      c = (c ^ words[index + 2]) &* 0x8EBC_6AF0_9C88_C6E3
      d = (d ^ words[index + 3]) &* 0xA076_1D64_78BD_642F
      index += 4
    }
    while index < perPage {
      a = (a ^ words[index]) &* 0x9FB2_1C65_1E98_DF25
      index += 1
    }
    var hash = StableHash(seed: a)
    for word in [b, c, d] { hash.combine(word) }
    return hash.finish()
  }

  /// Reads all entries in order.
  struct Reader {
    private let run: TagRun
    private var page = 0
    private var entries: [UInt64] = []
    private var index = 0

    init(_ run: TagRun) { self.run = run }

    mutating func next() throws -> UInt64? {
      if index == entries.count {
        guard page < run.firstTags.count else { return nil }
        var read: [UInt64] = []
        try run.withPage(page) { read = Array($0) }
        entries = read
        page += 1
        index = 0
      }
      defer { index += 1 }
      return entries[index]
    }
  }

  /// Writes a run, entry by entry in order; of one tag only the latest are kept.
  struct Writer {
    private let name: String
    private let mostPerTag: Int
    private let file: DiskFile
    private var firstTags: [UInt32] = []
    private var page: [UInt64] = []
    private var pages: [UInt64] = []
    private var written = 0
    private var count = 0
    private var filter: TagFilter
    /// The latest entries of the tag that is being written.
    private var pending: [UInt64] = []

    /// - Parameters:
    ///   - file: where to.
    ///   - name: its name in the folder of an index; empty for a temporary one.
    ///   - most: how many entries there will be at most.
    ///   - mostPerTag: how many entries of one tag are kept.
    ///   - filterBytes: how much memory the filter may take.
    init(_ file: DiskFile, name: String, most: Int, mostPerTag: Int, filterBytes: Int) {
      self.file = file
      self.mostPerTag = mostPerTag
      self.name = name
      // One that is too small says of everything that it may be there: then a word is enough for that.
      filter = TagFilter(entries: most / 2 <= filterBytes ? min(most, filterBytes) : 0)
      page.reserveCapacity(TagRun.perPage + 1)
    }

    mutating func append(_ rawValue: UInt64) throws {
      if let last = pending.last, last >> 32 != rawValue >> 32 { try release() }
      pending.append(rawValue)
      if pending.count > mostPerTag { pending.removeFirst() }
    }

    private mutating func release() throws {
      for rawValue in pending {
        if page.isEmpty { firstTags.append(TagEntry(rawValue: rawValue).tag) }
        page.append(rawValue)
        filter.insert(TagEntry(rawValue: rawValue).tag)
        count += 1
        if page.count == TagRun.perPage { try endPage() }
      }
      pending.removeAll(keepingCapacity: true)
    }

    private mutating func endPage() throws {
      while page.count < TagRun.perPage { page.append(.max) }
      page.append(page.withUnsafeBufferPointer { TagRun.pageChecksum($0, firstTags.count - 1) })
      pages += page
      page.removeAll(keepingCapacity: true)
      if pages.count >= 256 * (TagRun.perPage + 1) { try flush() }
    }

    private mutating func flush() throws {
      try pages.withUnsafeBytes { try file.write($0, at: written) }
      written += pages.count * 8
      pages.removeAll(keepingCapacity: true)
    }

    mutating func finish() throws -> TagRun {
      try release()
      if !page.isEmpty { try endPage() }
      try flush()
      try writeTail()
      return TagRun(name: name, count: count, file: file, firstTags: firstTags, filter: filter)
    }

    /// What follows the pages, a piece at a time: in a long run it is a good part of the memory that there is.
    private mutating func writeTail() throws {
      var sum = StableHash(seed: TagRun.checksumSeed)
      var piece: [UInt8] = []
      for tag in firstTags { try put(tag, &piece, &sum) }
      for word in filter.words { try put(word, &piece, &sum) }
      try put(UInt64(filter.words.count), &piece, &sum)
      piece.withUnsafeBytes { sum.combine($0) }
      withUnsafeBytes(of: sum.finish().littleEndian) { piece += $0 }
      try write(piece)
    }

    private mutating func put(
      _ value: some FixedWidthInteger, _ piece: inout [UInt8], _ sum: inout StableHash
    ) throws {
      withUnsafeBytes(of: value.littleEndian) { piece += $0 }
      guard piece.count > TagRun.checksumPiece else { return }
      let rest = Array(piece[TagRun.checksumPiece...])
      piece.removeLast(rest.count)
      piece.withUnsafeBytes { sum.combine($0) }
      try write(piece)
      piece.removeAll(keepingCapacity: true)
      piece += rest
    }

    private mutating func write(_ bytes: [UInt8]) throws {
      try bytes.withUnsafeBytes { try file.write($0, at: written) }
      written += bytes.count
    }
  }

  /// Waits until the run is on the disk.
  func synchronise() throws { try file.synchronise() }
}
