import Copydesk

/// Tag entries on the disk, sorted, in pages of 4 KB that each carry a checksum. Never changed once written.
///
/// Memory holds the first tag of each page, four bytes for 511 entries, so that a look-up reads one page, seldom two.
struct TagRun: Sendable {
  private static let pageBytes = 4096
  private static let perPage = pageBytes / 8 - 1

  /// The file's name in the folder of an index; empty for a temporary one.
  let name: String
  /// How many entries it has.
  let count: Int
  private let file: DiskFile
  /// The first tag of each page.
  private let firstTags: [UInt32]

  /// The bytes of memory it takes.
  var memory: Int { firstTags.count * 4 }

  /// Opens a run that was written before.
  /// - Throws: ``CopydeskError`` where it is not what the index says it is.
  init(opening path: String, name: String, count: Int) throws {
    file = try DiskFile(path)
    self.name = name
    self.count = count
    let pages = (count + Self.perPage - 1) / Self.perPage
    let tailBytes = pages * 4 + 8
    guard try file.length() == pages * Self.pageBytes + tailBytes else { throw IndexProblem.damaged(path) }
    var tail = [UInt8](repeating: 0, count: tailBytes)
    let opened = file
    let read = try tail.withUnsafeMutableBytes { try opened.read(into: $0, at: pages * Self.pageBytes) }
    guard read == tailBytes else { throw IndexProblem.damaged(path) }
    let firstTags = tail.withUnsafeBytes { raw in
      (0..<pages).map { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
    }
    let sum = tail.withUnsafeBytes { raw in
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: pages * 4, as: UInt64.self))
    }
    guard Self.checksum(firstTags) == sum else { throw IndexProblem.damaged(path) }
    self.firstTags = firstTags
  }

  private init(name: String, count: Int, file: DiskFile, firstTags: [UInt32]) {
    self.name = name
    self.count = count
    self.file = file
    self.firstTags = firstTags
  }

  private static func checksum(_ tags: [UInt32]) -> UInt64 {
    tags.withUnsafeBytes { raw in
      var hash = StableHash(seed: 0x52_554E)
      hash.combine(raw)
      return hash.finish()
    }
  }

  /// Appends the places that have the tag.
  /// - Complexity: one or two pages read.
  func places(of tag: UInt32, into places: inout [UInt32]) throws {
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
    private let file: DiskFile
    private var firstTags: [UInt32] = []
    private var page: [UInt64] = []
    private var pages: [UInt64] = []
    private var written = 0
    private var count = 0
    /// The latest entries of the tag that is being written.
    private var pending: [UInt64] = []

    init(_ file: DiskFile, name: String) {
      self.file = file
      self.name = name
      page.reserveCapacity(TagRun.perPage + 1)
    }

    mutating func append(_ rawValue: UInt64) throws {
      if let last = pending.last, last >> 32 != rawValue >> 32 { try release() }
      pending.append(rawValue)
      if pending.count > TagTable.mostPerTag { pending.removeFirst() }
    }

    private mutating func release() throws {
      for rawValue in pending {
        if page.isEmpty { firstTags.append(TagEntry(rawValue: rawValue).tag) }
        page.append(rawValue)
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
      if pages.count >= 64 * (TagRun.perPage + 1) { try flush() }
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
      var tail: [UInt8] = []
      for tag in firstTags { withUnsafeBytes(of: tag.littleEndian) { tail += $0 } }
      withUnsafeBytes(of: TagRun.checksum(firstTags).littleEndian) { tail += $0 }
      try tail.withUnsafeBytes { try file.write($0, at: written) }
      return TagRun(name: name, count: count, file: file, firstTags: firstTags)
    }
  }

  /// Waits until the run is on the disk.
  func synchronise() throws { try file.synchronise() }
}
