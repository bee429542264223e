import Copydesk

/// The user's own names, read from their files, with what reading them took.
public struct NameLists: Sendable {
  let gazetteer: Gazetteer
  /// How long reading and building took, in seconds.
  public let seconds: Double
  /// How many names there are.
  public var nameCount: Int { gazetteer.count }
  /// How many spellings there are: names and aliases, each once.
  public var spellingCount: Int { gazetteer.spellingCount }
  /// About how many bytes they take.
  public var byteCount: Int { gazetteer.byteCount }

  /// Reads CSV files with the columns name, label, id and aliases.
  /// - Throws: ``InvalidOption`` where a file cannot be read, with the line at fault.
  public init(paths: [String]) throws {
    let clock = ContinuousClock()
    let start = clock.now
    gazetteer = try Gazetteer.reading(paths, StageContext()) ?? Gazetteer(GazetteerBuilder())
    let elapsed = (clock.now - start).components
    seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }
}

extension Gazetteer {
  /// What of the names found otherwise does not overlap one of the lists, and those of the lists.
  func winning(over names: [EntityTags.Name], in view: NameTokens) -> [EntityTags.Name] {
    let listed = matches(in: view).map {
      EntityTags.Name(tokens: $0.tokens, label: Entity.Label(rawValue: entry($0.entry).label))
    }
    var all = listed
    var next = 0
    for name in names {
      while next < listed.count, listed[next].tokens.upperBound <= name.tokens.lowerBound { next += 1 }
      if next < listed.count, listed[next].tokens.overlaps(name.tokens) { continue }
      all.append(name)
    }
    return all.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
