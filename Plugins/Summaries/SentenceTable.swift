import Copydesk

/// The sentences of a text that a summary may be made of, each as a sparse vector of its words.
struct SentenceTable {
  /// Sentences looked at, at most: the graph methods cost their square.
  static let limit = 300

  /// One sentence.
  struct Row {
    /// Where it stands.
    let span: Span
    /// Words and numbers in it.
    let words: Int
    /// Its place among the sentences of prose, from 0.
    let place: Int
    /// What its score is multiplied by: less than 1 where it reads badly by itself.
    let readability: Double
    /// Its terms, in ascending order of their numbers.
    var terms: [Term] = []
    /// The length of the vector.
    var norm = 0.0
  }

  /// A word of a sentence.
  struct Term {
    /// The word's number in this text.
    let number: Int
    /// Its weight: frequency in the sentence × inverse frequency over the sentences.
    var weight: Double
  }

  private(set) var rows: [Row] = []
  /// How many different words there are.
  private(set) var termCount = 0

  /// Reads the sentences of `text`.
  /// - Complexity: O(words), plus a sort of the words of each sentence.
  init(_ text: Text, minWords: Int) {
    let sentences = text.sentences.prefix(Self.limit)
    let tokens = text.tokens
    var numbers: [UInt64: Int] = [:]
    var frequency: [Int] = []
    text.utf8.withUnsafeBufferPointer { bytes in
      var folded: [UInt8] = []
      for sentence in sentences {
        let form = SentenceForm(sentence, tokens: tokens, bytes: bytes)
        guard form.isProse, form.words >= minWords else { continue }
        var row = Row(
          span: sentence.span, words: form.words, place: rows.count, readability: form.readability)
        var found: [Int] = []
        for token in tokens[sentence.tokens] where token.kind != .punctuation {
          let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
          guard word.count > 1, !StopWords.english.contains(word) else { continue }
          let key = Stem.key(word, &folded)
          let number = numbers[key, default: numbers.count]
          if number == numbers.count {
            numbers[key] = number
            frequency.append(0)
          }
          found.append(number)
        }
        row.terms = Self.counted(found)
        for term in row.terms { frequency[term.number] += 1 }
        rows.append(row)
      }
    }
    termCount = numbers.count
    weigh(frequency)
  }

  /// The numbers with how often each occurs.
  private static func counted(_ numbers: [Int]) -> [Term] {
    var terms: [Term] = []
    for number in numbers.sorted() {
      if terms.last?.number == number {
        terms[terms.count - 1].weight += 1
      } else {
        terms.append(Term(number: number, weight: 1))
      }
    }
    return terms
  }

  private mutating func weigh(_ frequency: [Int]) {
    for index in rows.indices {
      var square = 0.0
      for term in rows[index].terms.indices {
        let inverse = logarithm(1 + Double(rows.count) / Double(frequency[rows[index].terms[term].number]))
        rows[index].terms[term].weight *= inverse
        square += rows[index].terms[term].weight * rows[index].terms[term].weight
      }
      rows[index].norm = square.squareRoot()
    }
  }

  /// The cosine of two sentences, 0 to 1.
  func cosine(_ a: Int, _ b: Int) -> Double {
    let (left, right) = (rows[a], rows[b])
    guard left.norm > 0, right.norm > 0 else { return 0 }
    var (i, j, sum) = (0, 0, 0.0)
    while i < left.terms.count, j < right.terms.count {
      if left.terms[i].number == right.terms[j].number {
        sum += left.terms[i].weight * right.terms[j].weight
        i += 1
        j += 1
      } else if left.terms[i].number < right.terms[j].number {
        i += 1
      } else {
        j += 1
      }
    }
    return sum / (left.norm * right.norm)
  }
}

/// The natural logarithm, by its series: the standard library has none, and the same digits are wanted
/// everywhere.
func logarithm(_ value: Double) -> Double {
  // value = 2^e · m with m in [1, 2); ln m = 2 artanh((m − 1) / (m + 1)), which converges fast there.
  let ratio = (value.significand - 1) / (value.significand + 1)
  let square = ratio * ratio
  var (power, sum) = (ratio, 0.0)
  for odd in stride(from: 1, through: 21, by: 2) {
    sum += power / Double(odd)
    power *= square
  }
  return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
}
