import Copydesk

/// A paragraph or a line of a text that may be repeated elsewhere.
public struct Passage: Sendable {
  /// Stands for its normalised words.
  let hash: UInt64
  /// The passage, its end and the blank lines behind it; at the end of the text, with those before it.
  let span: Span
}

/// The options that `dedupe.paragraphs` and `dedupe.lines` have in common, and the work.
struct RepeatedPassages: Sendable {
  let rule: String
  let within: Int
  let across: Int?
  let minWords: Int
  let seed: UInt64
  let isLines: Bool

  /// The passages of a text that are long enough to be compared.
  /// - Complexity: O(*n*).
  func passages(of text: Text) -> [Passage] {
    let spans = isLines ? Self.lines(of: text) : Self.paragraphs(of: text)
    return text.utf8.withUnsafeBufferPointer { bytes in
      spans.indices.compactMap { index in
        let normal = NormalisedWords(bytes, spans[index].range)
        guard normal.count >= minWords else { return nil }
        let end = index + 1 < spans.count ? spans[index + 1].start : text.count
        // Where the last one goes, the blank lines before it go too.
        let start =
          index + 1 == spans.count && index > 0 ? spans[index - 1].end : spans[index].start
        return Passage(hash: StableHash.of(normal.bytes, seed: seed), span: Span(start, end))
      }
    }
  }

  private static func lines(of text: Text) -> [Span] {
    text.lines.filter { !$0.isBlank }.map(\.trimmed)
  }

  private static func paragraphs(of text: Text) -> [Span] {
    var paragraphs: [Span] = []
    var isOpen = false
    for line in text.lines {
      if line.isBlank {
        isOpen = false
      } else if isOpen {
        paragraphs[paragraphs.count - 1].end = line.trimmed.end
      } else {
        paragraphs.append(line.trimmed)
        isOpen = true
      }
    }
    return paragraphs
  }

  /// Removes the passages that were seen too often: in this document, or in the documents before it.
  func remove(_ passages: [Passage], from document: inout Document, _ counts: inout PassageCounts) {
    var here: [UInt64: Int] = [:]
    var removals: [Removal] = []
    for passage in passages {
      let copies = here[passage.hash, default: 0]
      here[passage.hash] = copies + 1
      // A document counts once however often it says it.
      let documents = copies > 0 ? nil : across.map { _ in counts.add(passage.hash) }
      if copies >= within {
        removals.append(
          Removal(passage.span, rule: "\(rule).within", measured: Double(copies + 1), limit: Double(within)))
      } else if let across, let documents, documents >= across {
        removals.append(
          Removal(
            passage.span, rule: "\(rule).across", measured: Double(documents + 1), limit: Double(across)))
      }
    }
    document.remove(removals)
  }
}
