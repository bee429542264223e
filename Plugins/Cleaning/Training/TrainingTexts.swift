import Copydesk

/// Texts made from a page whose blocks are labelled, in the forms in which texts come: all that a page says, the
/// article with a little around it, the article alone.
struct TrainingTexts {
  /// A text and the label of each of its lines.
  struct Example {
    var text: Text
    var lines: TextLines
    var labels: [UInt8]
    /// The block that each line comes from.
    var blocks: [Int]
    /// Whether it is all that the page says.
    var isDump = false
  }

  private let survey: PageSurvey
  private let isText: [Bool]
  private var generator: SeededGenerator

  /// - Parameter isText: whether each block belongs to the article.
  init(_ survey: PageSurvey, isText: [Bool], seed: UInt64) {
    self.survey = survey
    self.isText = isText
    generator = SeededGenerator(seed: seed)
  }

  /// All text of a page, a line a block, as a tool makes it that does not look for the article.
  static func dump(_ survey: PageSurvey, hasBlankLines: Bool = false) -> String {
    survey.blocks.map { survey.text(of: $0) }.filter { !$0.isEmpty }
      .joined(separator: hasBlankLines ? "\n\n" : "\n")
  }

  /// The texts of the page.
  mutating func examples() -> [Example] {
    guard let first = isText.firstIndex(of: true), let last = isText.lastIndex(of: true) else { return [] }
    let all = Array(isText.indices)
    let alone = all.filter { isText[$0] }
    let around = Int(generator.next() % 5)
    let range = max(0, first - around)...min(isText.count - 1, last + Int(generator.next() % 5))
    let scraped = range.filter { isText[$0] || $0 < first || $0 > last || generator.next() % 3 == 0 }
    var examples: [Example] = []
    for (place, blocks) in [all, scraped, alone].enumerated() {
      guard var example = example(blocks) else { continue }
      example.isDump = place == 0
      examples.append(example)
    }
    return examples
  }

  private mutating func example(_ blocks: [Int]) -> Example? {
    let separator = generator.next() % 2 == 0 ? "\n" : "\n\n"
    var string = ""
    var starts: [(offset: Int, block: Int)] = []
    for block in blocks {
      let line = survey.text(of: survey.blocks[block])
      guard !line.isEmpty else { continue }
      if !string.isEmpty { string += separator }
      starts.append((string.utf8.count, block))
      string += line
    }
    let text = Text(string)
    let lines = TextLines(of: text)
    var next = 0
    let origins = lines.map { line -> Int in
      while next + 1 < starts.count, starts[next + 1].offset <= line.span.start { next += 1 }
      return starts[next].block
    }
    guard let labels = Self.labels(origins.map { isText[$0] }) else { return nil }
    return Example(text: text, lines: lines, labels: labels, blocks: origins)
  }

  /// Where what is no article stands is known from what is.
  private static func labels(_ isText: [Bool]) -> [UInt8]? {
    guard let first = isText.firstIndex(of: true), let last = isText.lastIndex(of: true) else { return nil }
    return isText.indices.map { index in
      let label: BlockLabel =
        isText[index] ? .text : index < first ? .head : index > last ? .tail : .gap
      return label.rawValue
    }
  }
}
