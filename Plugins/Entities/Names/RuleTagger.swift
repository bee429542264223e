import Copydesk

/// Finds names by word lists and by rules over the words inside and around them.
///
/// Each sentence is cut into runs of capitalised words; ``RunReader`` reads names out of a run. A second
/// pass, ``DocumentMemory``, gives a name without evidence the kind that it has elsewhere in the document.
///
/// - Complexity: O(tokens); two arrays and a few small tables a document.
struct RuleTagger: EntityTagger {
  /// The names in a document, in order.
  func names(in view: NameTokens, _ sentences: [Range<Int>], withConfidence: Bool) -> [EntityTags.Name] {
    let styles = sentences.map { SentenceCase(view, $0) }
    return Self.findings(in: view, sentences, styles, isEnglish: Self.isEnglish(view)).compactMap { finding in
      finding.kind.map { EntityTags.Name(tokens: finding.tokens, label: $0.label) }
    }
  }

  /// What may be names, in order; a kind has what could be told.
  /// - Parameter styles: how each sentence uses capitals.
  static func findings(
    in view: NameTokens, _ sentences: [Range<Int>], _ styles: [SentenceCase], isEnglish: Bool
  ) -> [NameFinding] {
    var findings: [NameFinding] = []
    findings.reserveCapacity(sentences.count * 3)
    var reader = RunReader(view, NameLexicon.shared.phrases, isEnglish: isEnglish)
    for (sentence, style) in zip(sentences, styles) { reader.read(sentence, style, into: &findings) }
    DocumentMemory(view, findings).settle(&findings)
    return findings
  }
}

extension RuleTagger {
  /// Words a text must have before its language is judged, and the share of its lower-case words that must be
  /// common English ones. English news has over a half of them; German, French and Spanish a tenth.
  private static let judgedFrom = 30
  private static let englishShare = 0.25

  /// Whether the text is English, as far as the word lists can tell. A short one counts as English.
  static func isEnglish(_ view: NameTokens) -> Bool {
    var words = 0
    var common = 0
    for (token, classes) in zip(view.tokens, view.classes) {
      let isSmallWord = token.kind == .word && !classes.contains(.cased)
      words &+= isSmallWord ? 1 : 0
      common &+= isSmallWord && classes.contains(.common) ? 1 : 0
    }
    return words < judgedFrom || Double(common) >= englishShare * Double(words)
  }
}

/// How a sentence uses capitals, and so what a capital in it tells.
enum SentenceCase {
  /// As prose does: a capital marks a name.
  case prose
  /// As headlines do: most words begin with a capital, which tells little.
  case title
  /// All in capitals: only the letters tell.
  case capitals

  init(_ view: NameTokens, _ tokens: Range<Int>) {
    var words = 0
    var cased = 0
    var capitals = 0
    for index in tokens where view.tokens[index].kind == .word && !view.isPossessive(index) {
      if view.isA(index, [.connector, .locative]), !view.isAllCaps(index) { continue }
      words += 1
      if view.isCased(index) { cased += 1 }
      if view.isAllCaps(index) { capitals += 1 }
    }
    if words >= 3, capitals * 10 >= words * 8 {
      self = .capitals
    } else if words >= 5, cased * 10 >= words * 8 {
      self = .title
    } else {
      self = .prose
    }
  }
}
