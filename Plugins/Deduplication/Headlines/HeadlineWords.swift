import Copydesk

/// What a headline is about: its words without the small ones and without their endings, and its numbers.
///
/// Two headlines of one story that an editor touched share most of these, in much the same order, and all numbers: a
/// death toll that has risen makes another story.
struct HeadlineWords: Sendable, Equatable {
  /// The hash of each word, in the order of the headline, each once.
  private(set) var words: [UInt32] = []
  /// The hashes of the numbers among them, sorted.
  private(set) var numbers: [UInt32] = []

  private static let small = WordSet(
    """
    a an the of in on at to for from by with and or as is are was were be been has have had it its his her their after
    over amid into that this say says said will
    """)
  private static let endings = ["ing", "ed", "es", "s"].map { Array($0.utf8) }
  /// Fewest letters that an ending leaves.
  private static let leastStem = 4

  init(_ form: Headline.Form) {
    form.words.withUnsafeBufferPointer { bytes in
      for word in bytes.split(separator: 0x20) {
        let word = UnsafeBufferPointer(rebasing: word)
        if Self.small.contains(word) { continue }
        let hash = UInt32(truncatingIfNeeded: StableHash.of(Self.stem(word)))
        if !words.contains(hash) { words.append(hash) }
        if word.contains(where: \.isASCIIDigit), !numbers.contains(hash) { numbers.append(hash) }
      }
    }
    numbers.sort()
  }

  init(words: [UInt32], numbers: [UInt32]) {
    self.words = words
    self.numbers = numbers
  }

  /// A word without its ending.
  static func stem(_ word: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    for ending in endings
    where word.count - ending.count >= leastStem && word.suffix(ending.count).elementsEqual(ending) {
      return word.dropLast(ending.count)
    }
    return word[...]
  }

  /// The Jaccard similarity of the words; 0 where the numbers differ, more than one word stands elsewhere, or a word that
  /// only one has turns what is said into the opposite.
  /// - Complexity: O(*n* · *m*), which is small: headlines are short.
  func similarity(to other: HeadlineWords) -> Double {
    guard numbers == other.numbers, !words.isEmpty, !other.words.isEmpty else { return 0 }
    let places = words.compactMap { other.words.firstIndex(of: $0) }
    guard Self.longestRise(places) >= places.count - 1 else { return 0 }
    let (left, right) = (
      words.filter { !other.words.contains($0) }, other.words.filter { !words.contains($0) }
    )
    if TurningWords.divide(left, right) { return 0 }
    return Double(places.count) / Double(words.count + other.words.count - places.count)
  }

  /// How many of the numbers are left, at most, when those that go down are taken out.
  private static func longestRise(_ numbers: [Int]) -> Int {
    var best: [Int] = []
    for (index, number) in numbers.enumerated() {
      best.append(1 + (numbers[..<index].indices.filter { numbers[$0] < number }.map { best[$0] }.max() ?? 0))
    }
    return best.max() ?? 0
  }
}
