/// A generator that gives the same numbers in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Pieces that scanners stumble over, in random order.
  mutating func newsLikeText() -> String {
    let pieces = [
      "The", "U.S.", "Mr.", "said", "3.5", "$", "%", ".", "!", "?", "…", "...", "\"", "“", "”", "’s", "'s",
      "\n",
      "\n\n", " ", " ", " ", "\r\n", "é", "Ω", "عرب", "文", "🗞️", "\u{301}", "a.m.", "J.", "-", "—", "(", ")",
      "www.x.org",
      "10:30", "Jan.", "end.The", "e.g.", "\u{A0}", "\u{200B}", "I.", "No.", "4",
    ]
    let count = Int.random(in: 0..<40, using: &self)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }.joined()
  }
}
