import Testing

@testable import Copydesk

@Suite struct ContentDigestTests {
  private func digest(_ bytes: [UInt8], pieces: [Int] = []) -> ContentDigest {
    var digest = ContentDigest()
    var start = 0
    for piece in pieces + [bytes.count] {
      let end = min(bytes.count, start + piece)
      bytes[start..<end].withUnsafeBytes { digest.append($0) }
      start = end
    }
    return digest
  }

  @Test(arguments: [
    ("", "ef46db3751d8e999"), ("a", "d24ec4f1a98c6e5b"), ("abc", "44bc2cf5ad770999"),
    ("Nobody inspects the spammish repetition", "fbcea83c8a378bf1"),
  ]) func theHashIsThatOfOthers(_ text: String, _ wanted: String) {
    #expect(digest(Array(text.utf8)).text == wanted)
  }

  @Test func piecesGiveTheHashOfTheWhole() {
    var state: UInt64 = 3
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<200 {
      let bytes = (0..<random(300)).map { _ in UInt8(random(256)) }
      let pieces = (0..<random(12)).map { _ in random(70) }
      let whole = digest(bytes)
      let parts = digest(bytes, pieces: pieces)
      #expect(whole.value == parts.value && whole.length == bytes.count && parts.length == bytes.count)
    }
  }
}
