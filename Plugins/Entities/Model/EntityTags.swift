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
    /// Whether a list says what it is, and the model something else.
    var isListed = false
  }

  let tags: [Tag]
  /// What each tag does to a row of labels, so that labels are compared as numbers.
  private let moves: [Move]

  private enum Move: Sendable {
    case none
    case title
    case begin(Int)
    case inside(Int)
  }

  init(_ names: [String]) {
    let tags = names.map(Tag.init)
    var kinds: [Entity.Label] = []
    func number(_ label: Entity.Label) -> Int {
      if let number = kinds.firstIndex(of: label) { return number }
      kinds.append(label)
      return kinds.count - 1
    }
    moves = tags.map { tag in
      switch tag {
      case .outside: .none
      case .title: .title
      case .begin(let label): .begin(number(label))
      case .inside(let label): .inside(number(label))
      }
    }
    self.tags = tags
    self.kinds = kinds
  }

  /// The labels that the numbers in ``moves`` stand for.
  private let kinds: [Entity.Label]

  /// Whether `next` may follow `tag`; nil stands for the start of a sentence before it, or its end after it.
  static func mayFollow(_ tag: Tag?, _ next: Tag?) -> Bool {
    if case .inside(let label) = next { return tag == .begin(label) || tag == .inside(label) }
    if tag == .title { return next == .title || next == .begin(.person) }
    return true
  }

  /// Appends the names in a row of labels, the first of which belongs to token `start`. An `I-` that follows nothing
  /// of its kind begins a name.
  func names(_ labels: some RandomAccessCollection<UInt8>, from start: Int, into names: inout [Name]) {
    // Of the name that is open: its first token, and which label it has; -1 where none is.
    var first = start
    var open = -1
    var titleOfOpen: Range<Int>?
    var title: Range<Int>?
    func close(_ end: Int, _ names: inout [Name]) {
      if open >= 0 { names.append(Name(tokens: first..<end, label: kinds[open], title: titleOfOpen)) }
      open = -1
    }
    var token = start
    for label in labels {
      switch moves[Int(label)] {
      case .none:
        close(token, &names)
        title = nil
      case .title:
        close(token, &names)
        title = (title?.lowerBound ?? token)..<(token + 1)
      case .inside(let kind) where open == kind: break
      case .begin(let kind), .inside(let kind):
        close(token, &names)
        (first, open, titleOfOpen) = (token, kind, title)
        title = nil
      }
      token += 1
    }
    close(token, &names)
  }
}
