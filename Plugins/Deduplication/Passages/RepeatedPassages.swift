import Copydesk

/// A paragraph or a line of a text that may be repeated elsewhere.
public struct Passage: Sendable {
  /// Stands for its normalised words.
  let hash: UInt64
  /// The passage, its end and the blank lines behind it.
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
  /// Bytes that the counts may take.
  let memory: Int

  /// What is odd about the options of a stage that counts passages.
  static func advice(across: Int?, given: Set<String>) -> [OptionAdvice] {
    guard across == nil, given.contains("memory") else { return [] }
    return [
      OptionAdvice(
        "memory", "\"memory\" has no effect without \"across\"", help: "leave it out, or set across")
    ]
  }

  /// The passages of a text that are long enough to be compared.
  /// - Complexity: O(*n*).
  func passages(of text: Text) -> [Passage] {
    let spans = isLines ? Self.lines(of: text) : Self.paragraphs(of: text)
    return text.utf8.withUnsafeBufferPointer { bytes in
      spans.indices.compactMap { index in
        let normal = NormalisedWords(bytes, spans[index].range)
        guard NormalisedWords.size(of: bytes, spans[index].range, normal, least: minWords) >= minWords else {
          return nil
        }
        let end = index + 1 < spans.count ? spans[index + 1].start : text.count
        return Passage(
          hash: StableHash.of(normal.bytes + TellingSigns.of(bytes, spans[index].range), seed: seed),
          span: Span(spans[index].start, end))
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
  /// - Throws: ``CopydeskError`` where the disk fails.
  func remove(
    _ passages: [Passage], from document: inout Document, _ counts: inout PassageCounts
  ) throws {
    // How often the document has had each passage, and how many documents before it had it.
    var here: [UInt64: (copies: Int, documents: Int)] = [:]
    var removals: [Removal] = []
    for passage in passages {
      var seen = here[passage.hash] ?? (0, 0)
      // A document counts once however often it says it.
      if seen.copies == 0, across != nil { seen.documents = try counts.add(passage.hash) }
      seen.copies += 1
      here[passage.hash] = seen
      if let across, seen.documents >= across {
        removals.append(
          Removal(
            passage.span, rule: "\(rule).across", measured: Double(seen.documents + 1), limit: Double(across))
        )
      } else if seen.copies > within {
        removals.append(
          Removal(passage.span, rule: "\(rule).within", measured: Double(seen.copies), limit: Double(within)))
      }
    }
    Self.extendToBlanksBefore(&removals, at: document.text)
    document.remove(removals)
    if !removals.isEmpty, document.text.lines.allSatisfy(\.isBlank) {
      document.drop(rule: "\(rule).empty", reason: "earlier documents have all of its text")
    }
  }

  /// Where the end of the text goes, the blank lines before it go too.
  private static func extendToBlanksBefore(_ removals: inout [Removal], at text: Text) {
    guard var first = removals.indices.last, removals[first].span.end == text.count else { return }
    while first > 0, removals[first - 1].span.end == removals[first].span.start { first -= 1 }
    while removals[first].span.start > 0, text.utf8[removals[first].span.start - 1].isASCIISpace {
      removals[first].span.start -= 1
    }
  }
}
