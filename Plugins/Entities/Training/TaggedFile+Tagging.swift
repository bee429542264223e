import Copydesk

extension TaggedFile {
  /// By what names are found.
  public enum Tagger: Sendable {
    /// The model that ships.
    case shipped
    /// Another model.
    case model(EntityModel)
    /// Word lists and rules, without a model.
    case rules
  }

  /// How tags are written.
  public struct Scheme: Sendable {
    /// What a label is called, where it is not its own name.
    public var names: [String: String] = [:]
    /// Whether "President" belongs to the name that follows it.
    public var titles = false

    /// Labels by their own names, titles apart.
    public init() {}

    /// The scheme that the tags of a file follow, told by the names of its labels alone. The Groningen Meaning Bank
    /// (`per`, `geo`, `gpe`, `org`) counts titles to the names of persons; its `gpe` is a country or a nationality, so that
    /// `GROUP`, which is a faith or a party as well, stays what it is. CoNLL 2003 says `PER`, `ORG` and `LOC`.
    public init(of columns: [String]) {
      let labels = Set(
        columns.compactMap { $0.hasPrefix("B-") || $0.hasPrefix("I-") ? String($0.dropFirst(2)) : nil })
      if !labels.isDisjoint(with: ["geo", "gpe", "per"]) {
        names = [
          "PERSON": "per", "ORG": "org", "PLACE": "geo", "EVENT": "eve", "WORK": "art",
          "MISC": "art",
        ]
        titles = true
      } else if !labels.isDisjoint(with: ["PER", "LOC"]) {
        names = ["PERSON": "PER", "PLACE": "LOC", "GROUP": "MISC", "EVENT": "MISC", "WORK": "MISC"]
      }
    }
  }

  /// The tag of each token, `B-LABEL`, `I-LABEL` or `O`, in the order of the file.
  /// - Parameter lists: names of the user's own, which win over those that the tagger finds.
  public func tags(by tagger: Tagger, in scheme: Scheme, lists: NameLists? = nil) -> [String] {
    var tags: [String] = []
    for document in documents {
      let names = document.names(by: tagger, lists: lists)
      let start = tags.count
      tags.append(contentsOf: repeatElement("O", count: document.tokens.count))
      for name in names {
        let label = scheme.names[name.label.rawValue] ?? name.label.rawValue
        let first = scheme.titles ? name.title?.lowerBound ?? name.tokens.lowerBound : name.tokens.lowerBound
        for token in first..<name.tokens.upperBound {
          tags[start + token] = (token == first ? "B-" : "I-") + label
        }
      }
    }
    return tags
  }
}

extension TaggedFile.Document {
  func names(
    by tagger: TaggedFile.Tagger, lists: NameLists? = nil, withConfidence: Bool = false
  ) -> [EntityTags.Name] {
    withNames { view in
      let names = tagger.tagger.names(in: view, sentences, withConfidence: withConfidence)
      return lists?.gazetteer.winning(over: names, in: view) ?? names
    }
  }
}

extension TaggedFile.Tagger {
  /// The labels that may be found.
  var labels: [Entity.Label] {
    switch self {
    case .shipped: ShippedWeights.model?.labels ?? Self.rules.labels
    case .model(let model): model.labels
    case .rules: [.person, .organisation, .place, .group]
    }
  }

  var tagger: any EntityTagger {
    switch self {
    case .shipped: ShippedWeights.model ?? RuleTagger()
    case .model(let model): model
    case .rules: RuleTagger()
    }
  }
}
