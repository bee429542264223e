import Copydesk

/// The labels of a model as parts of names: `B-PERSON` begins one, `I-PERSON` goes on, `O` is none. `TITLE` marks
/// what stands before a person and is kept apart from the name.
struct EntityTags: Sendable {
  /// What a tag says of its word.
  enum Tag: Hashable, Sendable {
    case outside
    case title
    case begin(Entity.Label)
    case inside(Entity.Label)

    init(_ name: some StringProtocol) {
      let label = Entity.Label(rawValue: String(name.dropFirst(2)))
      if name.hasPrefix("B-") {
        self = .begin(label)
      } else if name.hasPrefix("I-") {
        self = .inside(label)
      } else {
        self = name == "TITLE" ? .title : .outside
      }
    }
  }

  /// A name: its words, what it names, and the titles before it.
  struct Name: Hashable, Sendable {
    var tokens: Range<Int>
    var label: Entity.Label
    var title: Range<Int>?
    /// How sure the tagger is of it, where that was asked.
    var confidence: Double?
  }

  let tags: [Tag]

  init(_ names: [String]) { tags = names.map(Tag.init) }

  /// Whether `next` may follow `tag`; nil stands for the start of a sentence before it, or its end after it.
  static func mayFollow(_ tag: Tag?, _ next: Tag?) -> Bool {
    if case .inside(let label) = next { return tag == .begin(label) || tag == .inside(label) }
    if tag == .title { return next == .title || next == .begin(.person) }
    return true
  }

  /// Appends the names in a row of labels, the first of which belongs to token `start`. An `I-` that follows nothing
  /// of its kind begins a name.
  func names(_ labels: some RandomAccessCollection<UInt8>, from start: Int, into names: inout [Name]) {
    var open: Name?
    var title: Range<Int>?
    func close(_ names: inout [Name]) {
      if let open { names.append(open) }
      open = nil
    }
    for (index, label) in labels.enumerated() {
      let token = start + index
      switch tags[Int(label)] {
      case .outside:
        close(&names)
        title = nil
      case .title:
        close(&names)
        title = (title?.lowerBound ?? token)..<(token + 1)
      case .inside(let kind) where open?.label == kind:
        let first = open?.tokens.lowerBound ?? token
        open?.tokens = first..<(token + 1)
      case .begin(let kind), .inside(let kind):
        close(&names)
        open = Name(tokens: token..<(token + 1), label: kind, title: title)
        title = nil
      }
    }
    close(&names)
  }
}
