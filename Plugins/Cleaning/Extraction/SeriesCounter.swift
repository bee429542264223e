import Copydesk

/// What counts the parts of a series at the beginning of their headings: "3/50", "Photo 3 of 50".
struct SeriesCounter {
  /// Which part it is, from 1.
  let number: Int
  /// How many there are.
  let all: Int

  /// Reads it; nil where a text does not begin so.
  /// - Parameter text: in lower case.
  init?(_ text: String) {
    var words = text.split(separator: " ", maxSplits: 5)[...]
    if let first = words.first, Self.names.contains(String(first)) { words = words.dropFirst() }
    var parts = words.first?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    if parts.count == 1, words.count >= 3, words[words.startIndex + 1] == "of" {
      parts.append(words[words.startIndex + 2])
    }
    guard parts.count == 2, let number = Self.number(parts[0]), let all = Self.number(parts[1]), number <= all
    else { return nil }
    self.number = number
    self.all = all
  }

  private static let names: Set<String> = ["photo", "image", "picture", "slide"]

  private static func number(_ digits: Substring) -> Int? {
    guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit),
      let number = Int(digits)
    else { return nil }
    return number > 0 ? number : nil
  }
}
