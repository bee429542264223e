import Copydesk

/// The sentences of a text that a summary may be made of, each as a sparse vector of its words.
struct SentenceTable {
  /// One sentence.
  struct Row {
    /// Where it stands.
    let span: Span
    /// Its tokens, as indices into those of the text.
    let tokens: Range<Int>
    /// Words and numbers in it.
    let words: Int
    /// Its place among the sentences of the text, headings and all.
    let order: Int
    /// What it looks like.
    let form: SentenceForm
    /// Why it is not to be picked, however good it is.
    var bar: Bar?
    /// Its terms, as indices into ``SentenceTable/terms``, in ascending order of their numbers.
    var terms: Range<Int>
    /// The length of the vector.
    var norm = 0.0
  }

  /// Why a sentence of the article is no sentence of a summary.
  enum Bar {
    /// It stands within a quotation that goes on over several sentences.
    case quoted
    /// It is the caption of a picture.
    case caption
    /// It is a question of an interview.
    case question
  }

  /// A word of a sentence.
  struct Term {
    /// The word's number in this text.
    let number: Int
    /// How often the sentence has it.
    var count: Double
    /// Its weight: how often × inverse frequency over the sentences.
    var weight = 0.0
  }

  private(set) var rows: [Row] = []
  private(set) var terms: [Term] = []
  /// For each word of the text, how many of the rows have it.
  private(set) var rowCounts: [Int] = []
  /// For each word of the text, how often the rows have it.
  private(set) var counts: [Double] = []
  private var numbers: HashNumbers

  /// How many different words there are.
  var termCount: Int { rowCounts.count }

  /// Reads the sentences of `text`.
  /// - Complexity: O(words), plus a sort of the words of each sentence.
  init(_ text: Text, minWords: Int) {
    let tokens = text.tokens
    let sentences = text.sentences
    var hasFreeSentence = false
    numbers = HashNumbers(capacity: min(tokens.count / 2, 1 << 16))
    rows.reserveCapacity(sentences.count)
    terms.reserveCapacity(tokens.count / 2)
    text.utf8.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      found.reserveCapacity(64)
      let stopWords = StopWords.english
      let bars = SentenceBars(sentences, tokens: tokens, bytes: bytes)
      for (order, sentence) in sentences.enumerated() {
        let form = SentenceForm(sentence, tokens: tokens, bytes: bytes)
        if form.isProse, bars[order] == nil { hasFreeSentence = true }
        guard form.isProse, form.words >= minWords else { continue }
        found.removeAll(keepingCapacity: true)
        for index in sentence.tokens {
          if let key = Stem.key(tokens[index], bytes, without: stopWords) {
            found.append(numbers.number(of: key))
          }
        }
        rows.append(
          Row(
            span: sentence.span, tokens: sentence.tokens, words: form.words, order: order, form: form,
            bar: bars[order], terms: append(&found)))
      }
    }
    // A text that is a quotation as a whole says so by being one.
    if !hasFreeSentence { for row in rows.indices { rows[row].bar = nil } }
    count()
    weigh()
  }

  /// The numbers of the words of another text, such as the title, that this one has.
  /// - Returns: the numbers, each once, and how many different words the other text has.
  func numbers(of other: Text) -> (known: [Int], all: Int) {
    // A title has few words.
    let tokens = other.tokens
    var keys: [UInt64] = []
    keys.reserveCapacity(tokens.count)
    other.utf8.withUnsafeBufferPointer { bytes in
      for token in tokens {
        if let key = Stem.key(token, bytes) { keys.append(key) }
      }
    }
    keys.sort()
    var (known, all, last): ([Int], Int, UInt64?) = ([], 0, nil)
    known.reserveCapacity(keys.count)
    for key in keys where key != last {
      if let number = numbers[key] { known.append(number) }
      all += 1
      last = key
    }
    return (known, all)
  }

  /// Adds the terms of a row.
  private mutating func append(_ found: inout [Int]) -> Range<Int> {
    found.sort()
    let start = terms.count
    var last = -1
    for number in found {
      if number == last {
        terms[terms.count - 1].count += 1
      } else {
        terms.append(Term(number: number, count: 1))
        last = number
      }
    }
    return start..<terms.count
  }

  private mutating func count() {
    rowCounts = [Int](repeating: 0, count: numbers.count)
    counts = [Double](repeating: 0, count: numbers.count)
    for term in terms {
      rowCounts[term.number] += 1
      counts[term.number] += term.count
    }
  }

  private mutating func weigh() {
    let total = Double(rows.count)
    // There are few different frequencies.
    var inverse = [Double](repeating: 0, count: (rowCounts.max() ?? 0) + 1)
    for index in rows.indices {
      var square = 0.0
      for term in rows[index].terms {
        let frequency = rowCounts[terms[term].number]
        if inverse[frequency] == 0 { inverse[frequency] = logarithm(1 + total / Double(frequency)) }
        let weight = terms[term].count * inverse[frequency]
        terms[term].weight = weight
        square += weight * weight
      }
      rows[index].norm = square.squareRoot()
    }
  }

  /// Notes of each sentence the greatest cosine, 0 to 1, with one that was taken, when one more is.
  /// - Parameters:
  ///   - likeness: the greatest of each row so far, and the row that it is with.
  ///   - row: the one more.
  ///   - isTaken: of which rows nothing is to be noted.
  ///   - vector: a zero for each word of the text, and so again afterwards.
  /// - Complexity: O(words of all of them).
  func raise(
    _ likeness: inout [(cosine: Double, row: Int)], to row: Int, except isTaken: [Bool],
    _ vector: inout [Double]
  ) {
    let norm = rows[row].norm
    guard norm > 0 else { return }
    terms.withUnsafeBufferPointer { terms in
      vector.withUnsafeMutableBufferPointer { vector in
        for term in terms[rows[row].terms] { vector[term.number] = term.weight }
        defer { for term in terms[rows[row].terms] { vector[term.number] = 0 } }
        for other in rows.indices where !isTaken[other] && rows[other].norm > 0 {
          var sum = 0.0
          for term in terms[rows[other].terms] { sum += term.weight * vector[term.number] }
          let cosine = sum / (norm * rows[other].norm)
          if cosine > likeness[other].cosine { likeness[other] = (cosine, row) }
        }
      }
    }
  }

  /// The cosine of two sentences, 0 to 1.
  func cosine(_ a: Int, _ b: Int) -> Double {
    guard rows[a].norm > 0, rows[b].norm > 0 else { return 0 }
    var (i, j, sum) = (rows[a].terms.lowerBound, rows[b].terms.lowerBound, 0.0)
    let (iEnd, jEnd) = (rows[a].terms.upperBound, rows[b].terms.upperBound)
    while i < iEnd, j < jEnd {
      let (left, right) = (terms[i], terms[j])
      if left.number == right.number {
        sum += left.weight * right.weight
        i += 1
        j += 1
      } else if left.number < right.number {
        i += 1
      } else {
        j += 1
      }
    }
    return sum / (rows[a].norm * rows[b].norm)
  }
}
