import Copydesk

/// Tells an element that stands in a sentence from one that stands beside it.
///
/// Sites name links and spans as freely as anything: `<a class="meta-loc">Sudan</a>`, `<a class="popup">`, `<span
/// class="dateline">CAIRO —</span>`. What its name says would take a word out of the middle of a sentence; whether the
/// sentence reads on past the element is the better witness.
struct InlineText {
  private let survey: PageSurvey
  private let page: HTMLDocument

  init(of survey: PageSurvey) {
    self.survey = survey
    page = survey.page
  }

  /// How many nodes a part of a sentence has at most, and how far around it is looked for text.
  private static let reach = 24
  private static let mostBytes = 120
  /// What these name is put into the middle of sentences, too: both sides have to read on.
  private static let furniture: PageRules = [.share, .comments, .newsletter, .advertisement, .related]
  private static let mostWordsOfRelated = 4

  /// Whether an element that a rule would cut off is a part of the sentence around it.
  /// - Complexity: O(*m*) for *m* bytes of text beside it; how many nodes are looked at is bounded.
  func isOfSentence(_ index: Int, despite rule: PageRule) -> Bool {
    let node = page.nodes[index]
    guard !node.tag.isBlock, Int(node.subtreeEnd) - index <= Self.reach,
      !survey.marks[index].contains(.unseen), let block = block(around: index), let own = own(of: index),
      let first = own.first(where: { !$0.isWhitespace }), let last = own.last(where: { !$0.isWhitespace })
    else { return false }
    let before = text(before: index, in: block)
    let after = text(after: Int(node.subtreeEnd), in: block)
    guard before != nil || after != nil else { return false }
    // A comment in code is one by its colour alone.
    if page.nodes[block].tag == .pre { return true }
    let lead = before?.text.last { !$0.isWhitespace }
    let follow = after?.text.first { !$0.isWhitespace }
    // A tooltip stands right behind its word; data that a page hides stand without blanks between them.
    if node.tag != .a, let before, touches(before, own.first) { return false }
    if lead == nil, let after, after.isNext, let left = own.last, let right = after.text.first,
      Self.isOneWord(left, right)
    {
      return false
    }
    let comesFromBefore = lead.map { Self.leadsOn($0) } ?? false
    let goesOn = follow.map { Self.readsOn($0) } ?? false
    if Self.furniture.contains(rule) {
      guard comesFromBefore, goesOn, !own.contains(":"), !AdvertisementLabel.covers(own) else { return false }
      return rule != .related || own.split(separator: " ").count <= Self.mostWordsOfRelated
    }
    if node.tag == .a {
      // At the end of a block it may be a button: "Enlarge".
      guard follow != nil else { return rule != .overlay && (comesFromBefore || lead == ":") }
      return comesFromBefore || goesOn
    }
    // "[citation needed]"
    if first == "[" { return false }
    if Self.dashes.contains(last), follow != nil { return true }
    if comesFromBefore {
      return follow != nil && (!Self.sentenceEnds.contains(last) || follow.map(\.isLowercase) ?? false)
    }
    return lead == nil && goesOn && follow.map { $0.isLetter || $0 == "," || $0 == "’" } ?? false
  }

  // MARK: Around the element

  /// What an element says, if it is no more than a part of a sentence may be.
  private func own(of index: Int) -> String? {
    var bytes = 0
    for node in index..<Int(page.nodes[index].subtreeEnd) where page.nodes[node].kind == .text {
      bytes += page.nodes[node].range.count
    }
    return bytes <= Self.mostBytes ? page.textContent(of: NodeID(index)) : nil
  }

  /// Text beside an element, and whether no other, of white space, stands between.
  private typealias Neighbour = (text: String, isNext: Bool)

  /// The nearest element around a node that is set as a block.
  private func block(around index: Int) -> Int? {
    var node = Int(page.nodes[index].parent)
    for _ in 0..<Self.reach where node >= 0 {
      if page.nodes[node].tag.isBlock { return node }
      node = Int(page.nodes[node].parent)
    }
    return nil
  }

  private func text(before index: Int, in block: Int) -> Neighbour? {
    var isNext = true
    for node in stride(from: index - 1, to: max(block, index - Self.reach), by: -1) {
      if endsLine(node) { return nil }
      if let text = visibleText(node, in: block) { return (text, isNext) }
      if page.nodes[node].kind == .text { isNext = false }
    }
    return nil
  }

  private func text(after end: Int, in block: Int) -> Neighbour? {
    var isNext = true
    for node in end..<max(end, min(Int(page.nodes[block].subtreeEnd), end + Self.reach)) {
      if endsLine(node) { return nil }
      if let text = visibleText(node, in: block) { return (text, isNext) }
      if page.nodes[node].kind == .text { isNext = false }
    }
    return nil
  }

  private func endsLine(_ node: Int) -> Bool {
    page.nodes[node].kind == .element && (page.nodes[node].tag.isBlock || page.nodes[node].tag == .br)
  }

  private func visibleText(_ node: Int, in block: Int) -> String? {
    guard page.nodes[node].kind == .text, !survey.isSkipped[node], self.block(around: node) == block,
      page.bytes[page.nodes[node].range].contains(where: { !$0.isASCIISpace })
    else { return nil }
    return page.textContent(of: NodeID(node))
  }

  private func touches(_ before: Neighbour, _ first: Character?) -> Bool {
    guard before.isNext, let left = before.text.last, let right = first else { return false }
    return Self.isOneWord(left, right)
  }

  // MARK: Characters

  private static let sentenceEnds: Set<Character> = [".", "!", "?", "…", "。", "！", "？"]
  private static let dashes: Set<Character> = ["-", "–", "—", "―"]
  private static let opening: Set<Character> = ["(", "[", "\"", "'", "“", "‘", "«", "„", ",", "/", "&"]
  private static let closing: Set<Character> = [
    ",", ".", ";", ":", ")", "]", "?", "!", "\"", "'", "”", "’", "»", "/", "、", "。", "，",
  ]

  /// Whether a sentence cannot end with a character.
  private static func leadsOn(_ one: Character) -> Bool {
    one.isLetter || one.isNumber || opening.contains(one) || dashes.contains(one)
  }

  /// Whether a sentence cannot begin with a character: scripts without capitals begin with any letter.
  private static func readsOn(_ one: Character) -> Bool {
    (one.isLetter && !one.isUppercase) || closing.contains(one) || dashes.contains(one)
  }

  /// Whether two characters side by side would be of one word; scripts without capitals leave no blanks.
  private static func isOneWord(_ left: Character, _ right: Character) -> Bool {
    (left.isCased || left.isNumber) && (right.isCased || right.isNumber)
  }
}
