import Copydesk

/// How well names are found: those found, those there are, and those found rightly, by label. A name counts where
/// its span and label are exactly right.
public struct EntityScore: Sendable {
  /// The counts of one label.
  public struct Counts: Sendable {
    /// Found and right.
    public var right = 0
    /// Found.
    public var found = 0
    /// In the gold.
    public var gold = 0

    /// The share of those found that is right.
    public var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    /// The share of the gold that is found.
    public var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    /// The harmonic mean of both.
    public var f1: Double { found + gold == 0 ? 0 : 2 * Double(right) / Double(found + gold) }
  }

  /// By label.
  public private(set) var labels: [String: Counts] = [:]

  /// Nothing yet.
  public init() {}

  /// All labels together.
  public var total: Counts {
    labels.values.reduce(into: Counts()) { sum, counts in
      sum.right += counts.right
      sum.found += counts.found
      sum.gold += counts.gold
    }
  }

  init(of model: EntityModel, on file: TaggedFile) {
    let gold = EntityTags(file.columns.map { String($0.prefix { $0 != "|" }) })
    for document in file.documents {
      document.withNames { names in
        var wanted: [EntityTags.Name] = []
        for sentence in document.sentences {
          gold.names(
            document.columns[sentence].map { UInt8(truncatingIfNeeded: $0) }, from: sentence.lowerBound,
            into: &wanted)
        }
        let view = ModelWords(names, sentences: document.sentences, clusters: model.clusters)
        add(model.names(in: view, document.sentences), wanted)
      }
    }
  }

  mutating func add(_ found: [EntityTags.Name], _ gold: [EntityTags.Name]) {
    struct Key: Hashable {
      var tokens: Range<Int>
      var label: Entity.Label
    }
    let wanted = Set(gold.map { Key(tokens: $0.tokens, label: $0.label) })
    for name in gold { labels[name.label.rawValue, default: Counts()].gold += 1 }
    for name in found {
      labels[name.label.rawValue, default: Counts()].found += 1
      if wanted.contains(Key(tokens: name.tokens, label: name.label)) {
        labels[name.label.rawValue, default: Counts()].right += 1
      }
    }
  }
}
