import Copydesk

extension SeededGenerator {
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
