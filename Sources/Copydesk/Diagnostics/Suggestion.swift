/// Finds what a misspelt word was meant to be.
public enum Suggestion {
  /// The candidate nearest to `word`, if it is near enough to be worth naming: a third of its letters or
  /// fewer wrong, or one a prefix of the other.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    guard !wanted.isEmpty else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates.sorted() {
      let letters = Array(candidate.lowercased())
      var distance = editDistance(wanted, letters)
      let isPart = wanted.count >= 3 && (letters.starts(with: wanted) || letters.hasSuffix(wanted))
      if isPart || singular(wanted) == singular(letters) { distance = min(distance, 1) }
      let limit = max(1, max(wanted.count, letters.count) / 3)
      guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// `did you mean "…"?`, or a list of what there is when nothing is near and the list is short.
  public static func help(for word: String, among candidates: [String]) -> String? {
    if let nearest = nearest(to: word, among: candidates) { return "did you mean \"\(nearest)\"?" }
    guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
    return "one of: " + candidates.joined(separator: ", ")
  }

  /// `entities` → `entity`, `words` → `word`.
  private static func singular(_ word: [Character]) -> [Character] {
    if word.count > 4, word.hasSuffix(Array("ies")) { return word.dropLast(3) + ["y"] }
    return word.count > 3 && word.last == "s" ? word.dropLast() : word
  }

  /// The Damerau–Levenshtein distance, restricted: insertions, deletions, replacements, neighbours swapped.
  /// - Complexity: O(*m* · *n*).
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}

extension Array where Element == Character {
  fileprivate func hasSuffix(_ suffix: [Character]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
