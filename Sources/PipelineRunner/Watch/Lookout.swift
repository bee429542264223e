import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the files of watched folders that are new and complete, in the order of the listing, a few at a time.
///
/// Holds 16 bytes for each file that was read, and the path of each that is not complete yet.
struct Lookout {
  /// A file to be read.
  struct Candidate: Sendable {
    var file: SourceFile
    /// The hash of its path.
    var name: UInt64
    var stamp: FileStamp
  }

  /// What a look has found.
  struct Finding {
    var candidates: [Candidate] = []
    var events: [WatchEvent] = []
    /// Whether the listing is at its end.
    var isAtEnd = false
  }

  private struct Sighting {
    var stamp: FileStamp
    var since: ContinuousClock.Instant
    var round: Int
  }

  private let source: any WatchableSource
  private let inputs: [String]
  private let settings: WatchSettings
  private let events: FolderEvents
  private var outputs: OwnOutputs
  /// Stands for the stamp of a file of which was told that it has changed.
  private static let changed: UInt64 = 0
  /// For the hash of each path that was read, the hash of its stamp then.
  private var known: [UInt64: UInt64]
  private var sightings: [String: Sighting] = [:]
  /// What cannot be read, and in which round that was seen last.
  private var troubles: [String: Int] = [:]
  private var listing: (any SourceListing)?
  private var round = 0
  /// Whether a folder was met that nothing was heard from before.
  private var hasNewFolders = false
  private var cost = Duration.zero

  init(
    _ source: any WatchableSource, inputs: [String], outputs: OwnOutputs, settings: WatchSettings,
    events: FolderEvents, known: [UInt64: UInt64]
  ) {
    self.source = source
    self.inputs = inputs
    self.outputs = outputs
    self.settings = settings
    self.events = events
    self.known = known
  }

  /// How many files were read.
  var filesRead: Int { known.count }
  /// How many files are not known to be complete yet.
  var waiting: Int { sightings.count }

  /// Goes on with the listing until there is enough for a look, or begins the next one.
  mutating func look() -> Finding {
    let start = ContinuousClock.now
    defer { cost += ContinuousClock.now - start }
    var listing = self.listing ?? begin()
    var finding = Finding()
    var bytes = 0
    while finding.candidates.count < settings.mostFiles, bytes < settings.mostBytes {
      guard let entry = listing.next() else {
        end(&finding)
        self.listing = nil
        return finding
      }
      switch entry {
      case .folder(let path): if events.follow(path) { hasNewFolders = true }
      case .unreadable(let path, let failure):
        tell(path, failure.message + (failure.help.map { "; \($0)" } ?? ""), &finding)
      case .file(let file):
        guard let candidate = judge(file, &finding) else { continue }
        finding.candidates.append(candidate)
        bytes += candidate.stamp.size
      }
    }
    self.listing = listing
    return finding
  }

  private mutating func begin() -> any SourceListing {
    round += 1
    cost = .zero
    hasNewFolders = false
    return source.list(inputs)
  }

  private mutating func end(_ finding: inout Finding) {
    finding.isAtEnd = true
    sightings = sightings.filter { $0.value.round == round }
    for (path, seen) in troubles where seen != round {
      troubles[path] = nil
      guard FileStamp(of: path) != nil else { continue }
      finding.events.append(.readable(path: path))
    }
  }

  private mutating func tell(_ path: String, _ reason: String, _ finding: inout Finding) {
    if troubles.updateValue(round, forKey: path) == nil {
      finding.events.append(.unreadable(path: path, reason: reason))
    }
  }

  /// The file as one to be read now; nil where it was read, is not complete, or cannot be read.
  private mutating func judge(_ file: SourceFile, _ finding: inout Finding) -> Candidate? {
    let name = StableHash.of(file.path.utf8)
    // Gone since it was listed.
    guard let stamp = FileStamp(of: file.path) else { return nil }
    if let before = known[name] {
      // Told once, however often it changes.
      if before != Self.changed, before != stamp.hash {
        known[name] = Self.changed
        finding.events.append(.changed(path: file.path))
      }
      return nil
    }
    // What was made and is not written yet: an empty file is nothing to lose, and may be read but once.
    guard stamp.size > 0 else { return nil }
    // Those that were read are most of them, and none of these.
    guard !Self.isTemporary(file.path), (try? outputs.contain(file.path)) == false,
      isComplete(file.path, stamp)
    else { return nil }
    guard access(file.path, R_OK) == 0 else {
      let code = errno
      tell(
        file.path, "cannot read the file: \(String(cString: strerror(code))); \(SystemRemedy.reading(code))",
        &finding)
      return nil
    }
    sightings[file.path] = nil
    return Candidate(file: file, name: name, stamp: stamp)
  }

  /// Whether the file has stayed as it is for long enough: by its own time of change, or since it was seen so.
  private mutating func isComplete(_ path: String, _ stamp: FileStamp) -> Bool {
    let age = Self.now - stamp.changed
    if age >= settings.settle { return true }
    let now = ContinuousClock.now
    if let sighting = sightings[path], sighting.stamp == stamp {
      sightings[path]?.round = round
      return now - sighting.since >= .seconds(settings.settle)
    }
    sightings[path] = Sighting(stamp: stamp, since: now, round: round)
    return false
  }

  /// Takes down that a file was read.
  mutating func remember(_ candidate: Candidate) { known[candidate.name] = candidate.stamp.hash }

  /// Waits until there may be something new.
  func wait() {
    let components = cost.components
    let listed = Double(components.seconds) + Double(components.attoseconds) * 1e-18
    // However many files there are, listing them takes a quarter of the time at most, and a fiftieth where nothing
    // happens.
    let least = max(0.05, 3 * listed)
    let isSettling = !sightings.isEmpty || hasNewFolders
    events.wait(
      least: least,
      most: isSettling ? max(least, settings.settle + 0.05) : max(settings.interval, 50 * listed))
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static let temporaryEndings = [
    ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", ".lock", "~",
  ]

  /// Whether the name is one that programs give to what they are still writing.
  static func isTemporary(_ path: String) -> Bool {
    let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
    let lower = name.lowercased()
    return name.hasPrefix(".") || temporaryEndings.contains { lower.hasSuffix($0) }
  }
}
