import Copydesk
import Testing

@testable import Entities

/// What figures look up, beside the plain way.
@Suite struct LookUpTests {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz-.0é東$".map(String.init))

  private static func word(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &generator)]
    }.joined()
  }

  @Test func aMapOfWordsHoldsWhatADictionaryHolds() {
    var generator = SeededGenerator(seed: 71)
    var (found, missed) = (0, 0)
    for round in 0..<60 {
      var lists: [(String, Int)] = []
      var dictionary: [String: Int] = [:]
      for value in 0..<Int.random(in: 0...40, using: &generator) {
        let words = (0..<Int.random(in: 1...4, using: &generator)).map { _ in Self.word(&generator) }
        lists.append((words.joined(separator: " "), value * 7 + round))
        // A word that comes again has the later value.
        for word in words { dictionary[word] = value * 7 + round }
      }
      let map = WordMap(lists)
      let asked = Array(dictionary.keys) + (0..<200).map { _ in Self.word(&generator) }
      for word in asked {
        for spelling in [word, word.uppercased()] {
          Array(spelling.utf8).withUnsafeBufferPointer { bytes in
            #expect(map.value(bytes) == dictionary[word], "\(spelling)")
            #expect(map.has(bytes, folded: CaseFolding.hash(bytes)) == (dictionary[word] != nil))
          }
        }
        if dictionary[word] == nil { missed += 1 } else { found += 1 }
      }
      #expect([UInt8]().withUnsafeBufferPointer { map.value($0) } == nil)
    }
    #expect(found > 1_000 && missed > 1_000)
  }

  /// A mark stands only where an amount begins, and where one does that is of something a mark stands; most words that might
  /// begin one lose theirs.
  @Test func amountsOfSomethingBeginWhereMarksSay() {
    let pieces = """
      a one half five twenty-five Million million bn M thousand hundred of 3.5 40m 1.2BN 7x - -million A One Half 12-15
      1,200 the % $ 5th a. zero ninety-nine trillion , . … é
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    let ends = [" ", " ", " ", " ", "", "\n", "\n\n"]
    var generator = SeededGenerator(seed: 73)
    var (marked, pruned) = (0, 0)
    for _ in 0..<3_000 {
      let text = Text(
        (0..<Int.random(in: 0...14, using: &generator)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            + ends[Int.random(in: 0..<ends.count, using: &generator)]
        }.joined())
      text.withFigureTokens { view in
        for index in 0..<view.count {
          let begins = AmountReader.amount(view, at: index) != nil
          let isMarked = view.marks[index].contains(.amount)
          if isMarked { #expect(begins, "\(text.string.debugDescription) \(index)") }
          if begins, index + 1 < view.count, view.marks[index + 1].contains(.goesOn) {
            #expect(isMarked, "\(text.string.debugDescription) \(index)")
            marked += 1
          }
          if !isMarked,
            AmountReader.mayBegin(view.word(index), view.tokens[index], CaseFolding.hash(view.word(index)))
          {
            pruned += 1
          }
        }
      }
    }
    #expect(marked > 1_000 && pruned > 1_000, "\(marked) \(pruned)")
  }
}
