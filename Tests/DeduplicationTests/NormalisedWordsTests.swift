import Copydesk
import Testing

@testable import Deduplication

@Suite struct NormalisedWordsTests {
  /// What is said of normalised words, for ASCII, in the plainest way.
  private func plain(_ text: [UInt8]) -> (bytes: [UInt8], count: Int) {
    var words: [[UInt8]] = []
    var isInWord = false
    for (index, byte) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : 0
      let isInNumber =
        isInWord && (words.last?.last.map(isDigit) ?? false) && isDigit(next)
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      case UInt8(ascii: ","): if !isInNumber { isInWord = false }
      case UInt8(ascii: "."): if isInNumber { words[words.count - 1].append(byte) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), UInt8(ascii: "%"):
        if !isInWord { words.append([]) }
        isInWord = true
        words[words.count - 1].append((65...90).contains(byte) ? byte + 32 : byte)
      default: isInWord = false
      }
    }
    return (Array(words.joined(separator: [0x20])), words.count)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func textsOfASCIIAreWhatTheirBytesSayOneByOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "The", "said", "Okafor", "harbour", "a", "I", "U.S.", "3.5", "1,200", "$1.5m", "5%", "don't", "`", "'",
      ".", ",", " ", " ",
      " ", " ", "  ", "\n", "\n    ", "\t", "\"", "-", "_", "@", "[", "{", "/", ":", "\u{7F}", "\0", "Z", "9",
    ]
    let count = Int.random(in: 0..<80, using: &generator)
    let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
    let normal = NormalisedWords(Array(text.utf8))
    let expected = plain(Array(text.utf8))
    #expect(normal.bytes == expected.bytes)
    #expect(normal.count == expected.count)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func whatStandsBetweenLettersOfOtherScriptsIsTheSame(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Harbour", "a", "été", "Łódź", "’", "“", " ", " ", ", ", "\u{AD}", "文", "9", "ß", "\u{A0}",
    ]
    let words = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }
    // A soft hyphen leaves no trace, but ends a run of ASCII: the longer the runs, the more is seen at once.
    let apart = Array(words.joined().unicodeScalars.map(String.init).joined(separator: "\u{200B}").utf8)
    let whole = Array(words.joined().utf8)
    #expect(NormalisedWords(whole).bytes == NormalisedWords(apart).bytes)
    #expect(NormalisedWords(whole).count == NormalisedWords(apart).count)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func hashedWordsOfASCIIAreHashedAsWordsAre(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "The", "said", "a", "U.S.", "3.5", " ", " ", "  ", "\n", "-", "_", "@", "{", "Z9", "…", "été", "文",
    ]
    let text = (0..<Int.random(in: 0..<300, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }.joined()
    let utf8 = Array(text.utf8)
    let words = HashedWords(utf8)
    #expect(words.starts.count == words.count && words.ends.count == words.count)
    for index in 0..<words.count {
      let word = utf8[Int(words.starts[index])..<Int(words.ends[index])]
      #expect(!word.isEmpty)
      let alone = HashedWords(Array(word))
      #expect(alone.hashes == [words.hashes[index]])
      if word.allSatisfy({ $0 < 0x80 }) {
        #expect(Array(word).withUnsafeBufferPointer { CaseFolding.hash($0) } == words.hashes[index])
      }
    }
    // What stands between words are no letters and digits.
    var last = 0
    for index in 0..<words.count {
      #expect(utf8[last..<Int(words.starts[index])].allSatisfy { !$0.isASCIILetter && !$0.isASCIIDigit })
      last = Int(words.ends[index])
    }
  }
}
