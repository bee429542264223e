import Copydesk
import Testing

@testable import Deduplication

@Suite struct ShingleTests {
  private func words(_ text: String, form: WordForm = .lower, unit: ShingleUnit = .auto) -> [String] {
    let utf8 = Array(text.utf8)
    let words = HashedWords(utf8, form: form, unit: unit)
    return zip(words.starts, words.ends).map {
      String(decoding: utf8[Int($0)..<Int($1)], as: UTF8.self)
    }
  }

  private func isSame(_ a: String, _ b: String, form: WordForm = .lower) -> Bool {
    HashedWords(Array(a.utf8), form: form).hashes == HashedWords(Array(b.utf8), form: form).hashes
  }

  @Test(arguments: [
    ("The tram, it's late.", ["The", "tram", "it", "s", "late"]), ("", []), (" …!? ", []),
    ("snake_case 3.5 U.S.", ["snake_case", "3", "5", "U", "S"]),
    ("l’été à Zürich", ["l", "été", "à", "Zürich"]),
    ("議会は承認", ["議", "会", "は", "承", "認"]), ("abc議会def", ["abc", "議", "会", "def"]),
    ("ไทย", ["ไ", "ท", "ย"]), ("e\u{301}te", ["e\u{301}te"]), ("한국어 뉴스", ["한국어", "뉴스"]),
  ])
  func aWordIsARunOfLettersAndDigits(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [1, 4, 15, 16, 17, 60, 64, 100])
  func signaturesAreTheSameOnAnyProcessor(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let hasher = MinHasher(count: count, seed: 3)
    for shingles in [0, 1, 2, 7, 150] {
      let hashes = (0..<shingles).map { _ in UInt64.random(in: .min ... .max, using: &random) }
      let signature = hasher.signature(of: hashes)
      #expect(signature == hasher.signatureOneByOne(of: hashes))
      #expect(signature.count == count)
      #expect(signature.allSatisfy { $0 < .max } || shingles == 0)
    }
  }

  /// Both ways against what the plain one once gave: of a processor without the vectors the test above compares it with
  /// itself.
  @Test(arguments: [
    (
      "The tram to the harbour was late again on Tuesday.",
      [
        1561278534134763752, 874225989498588229, 1595773430966752880, 1756169136863711970,
        1019715026570666863,
      ] as [UInt64]
    ),
    (
      "Двадцать седьмого марта порт был закрыт из-за тумана.",
      [
        1641407441992636363, 2231581627086320230, 2048953468208078666, 6283779152312530413,
        1871311909165426085,
      ]
    ),
    (
      "議会は承認した",
      [
        1488904291002470742, 7993675126665805642, 728749440306990240, 3241056810282461361,
        1022839594777245744,
      ]
    ),
  ])
  func signaturesStayTheSame(_ text: String, _ expected: [UInt64]) {
    let hasher = MinHasher(count: expected.count, seed: 3)
    let shingles = Shingles(HashedWords(Array(text.utf8)).hashes, length: 3).hashes
    #expect(hasher.signatureOneByOne(of: shingles) == expected)
    #expect(hasher.signature(of: shingles) == expected)
  }

  @Test func charactersAreUnitsWhereAskedFor() {
    #expect(words("ab c1", unit: .characters) == ["a", "b", "c", "1"])
  }

  @Test(arguments: [("TRAM", "tram"), ("ÉTÉ", "été"), ("ЗИМА", "зима"), ("ΑΘΗΝΑ", "αθηνα"), ("ŁÓDŹ", "łódź")])
  func caseDoesNotCount(_ a: String, _ b: String) {
    #expect(isSame(a, b))
  }

  @Test(arguments: [
    ("ﬁnance", "finance"), ("Ｔｒａｍ", "tram"), ("Straße", "STRASSE"), ("e\u{301}te", "éte"), ("οδος", "ΟΔΟΣ"),
  ])
  func compatibilityFormsAreTheSameWhereAskedFor(_ a: String, _ b: String) {
    #expect(isSame(a, b, form: .nfkc))
  }

  @Test func withoutThatTheyDiffer() {
    #expect(!isSame("ﬁnance", "finance"))
    #expect(!isSame("Straße", "STRASSE"))
  }

  @Test func theSimilarityOfHashedShinglesIsThatOfTheSets() {
    var random = SeededGenerator(seed: 5)
    for round in 0..<200 {
      let base = random.text(words: 1 + round, vocabulary: round % 3 == 0 ? 8 : 500)
      let other = random.edited(base, changes: round % 7)
      let (a, b) = (base.joined(separator: " "), other.joined(separator: ", "))
      for length in [1, 3, 5] {
        let (left, right) = (hashed(a, length), hashed(b, length))
        var set = ShingleSet(left)
        let shared = right.withUnsafeBufferPointer { set.shared(with: $0) }
        let union = set.count + ShingleSet.distinctCount(right) - shared
        #expect(Double(shared) / Double(union) == jaccard(a, b, shingle: length))
        // Symmetric, and the same when asked again.
        var mirrored = ShingleSet(right)
        #expect(left.withUnsafeBufferPointer { mirrored.shared(with: $0) } == shared)
        #expect(right.withUnsafeBufferPointer { set.shared(with: $0) } == shared)
      }
    }
  }

  private func hashed(_ text: String, _ length: Int) -> [UInt32] {
    Shingles(HashedWords(Array(text.utf8)).hashes, length: length).hashes.map {
      UInt32(truncatingIfNeeded: $0)
    }
  }

  @Test func anotherSeedGivesOtherHashes() {
    let utf8 = Array("one two three".utf8)
    #expect(HashedWords(utf8, seed: 1).hashes != HashedWords(utf8, seed: 2).hashes)
  }

  @Test func signaturesAgreeAboutAsOftenAsTheSetsAreAlike() {
    var random = SeededGenerator(seed: 9)
    let hasher = MinHasher(count: 400, seed: 3)
    for shared in [0, 30, 60, 90, 100] {
      let common = (0..<shared).map { _ in random.next() }
      let (a, b) = (rest(100 - shared), rest(100 - shared))
      let (left, right) = (hasher.signature(of: common + a), hasher.signature(of: b + common))
      let agreeing = zip(left, right).count { $0 == $1 }
      let expected = Double(shared) / Double(200 - shared)
      #expect(abs(Double(agreeing) / 400 - expected) < 0.1)
    }
    func rest(_ count: Int) -> [UInt64] { (0..<count).map { _ in random.next() } }
  }

  @Test func moreRowsOrFewerBandsFindLess() {
    let plan = BandPlan(threshold: 0.8, permutations: 64)
    #expect((plan.bands, plan.rows) == (12, 5))
    #expect(plan.chance(at: 0.8) > 0.99 && plan.chance(at: 0.2) < 0.01)
    #expect(plan.chance(at: 0) == 0 && plan.chance(at: 1) == 1)
  }

  @Test(arguments: [0.3, 0.5, 0.7, 0.8, 0.9, 0.95], [8, 16, 64, 128, 512])
  func aPlanStaysWithinItsPermutations(_ threshold: Double, _ permutations: Int) {
    let plan = BandPlan(threshold: threshold, permutations: permutations)
    #expect(plan.bands >= 1 && plan.rows >= 1 && plan.bands * plan.rows <= permutations)
  }

  @Test func theLongestPassageIsThatOfAllPairsOfPlaces() {
    var random = SeededGenerator(seed: 31)
    var exact = 0
    for round in 0..<300 {
      let a = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        UInt32.random(in: 0..<UInt32(4 + round % 30), using: &random)
      }
      let b = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        UInt32.random(in: 0..<UInt32(4 + round % 30), using: &random)
      }
      var best = 0
      for i in a.indices {
        for j in b.indices {
          var count = 0
          while i + count < a.count, j + count < b.count, a[i + count] == b[j + count] { count += 1 }
          best = max(best, count)
        }
      }
      let found = b.withUnsafeBufferPointer { SharedPassage(a, $0, length: 1) }
      guard let found else {
        #expect(best == 0)
        continue
      }
      #expect(
        a[found.here..<(found.here + found.words)].elementsEqual(b[found.there..<(found.there + found.words)])
      )
      // Of a shingle that stands more than eight times in the other text only eight places are looked at.
      if Dictionary(grouping: b, by: \.self).values.allSatisfy({ $0.count <= 8 }) {
        #expect(found.words == best)
        exact += 1
      }
    }
    #expect(exact > 0)
  }
}
