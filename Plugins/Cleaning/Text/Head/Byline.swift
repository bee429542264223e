import Copydesk

/// The names in a line that says who wrote the article: "By Ana Duarte and Tom Reyes",
/// "Lisa Hogan, Damascus correspondent".
///
/// A line is a byline only if nothing but names, and what joins them, is in it: "By Friday evening, traders
/// had…" and "By land and sea" are none.
struct Byline {
  /// The names as they stand in the line.
  let names: String

  /// Reads a line or a part of one; nil where it is no byline.
  init?(_ line: String) {
    guard var words = Self.words(line), (2...24).contains(words.count) else { return nil }
    if let first = words.first, Self.opens(first) {
      words.removeFirst()
      guard let names = Self.names(words[...]) else { return nil }
      self.names = names
    } else if let names = Self.nameWithRole(words) {
      self.names = names
    } else {
      return nil
    }
  }

  /// Whether names follow a word: "by", "von".
  static func opens(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    return by.contains(lower) || lower == "by:"
  }

  /// Whether it may be one: of almost all lines this tells that they are none, without a look at their characters.
  static func isPossible(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var (words, start) = (0, 0)
    var (opens, hasComma) = (false, false)
    while start < line.count {
      guard line[start] < 0x80 else { return true }
      if line[start].isASCIISpace {
        start += 1
        continue
      }
      var end = start
      while end < line.count, !line[end].isASCIISpace {
        guard line[end] < 0x80 else { return true }
        end += 1
      }
      words += 1
      if words == 1 { opens = openers.contains(UnsafeBufferPointer(rebasing: line[start..<end])) }
      if (2...4).contains(words), line[end - 1] == UInt8(ascii: ",") { hasComma = true }
      start = end
    }
    return opens ? (2...24).contains(words) : hasComma && words <= 8
  }

  private static let by: Set<String> = ["by", "von", "par", "por", "door", "автор:", "كتب:"]
  private static let openers = WordSet(words: Array(by) + ["by:"])
  private static let joints: Set<String> = ["and", "&", "with", "und", "et", "y", "e", "en"]
  /// Words that end the names: "in Ferrol", "for The Courier".
  private static let ends: Set<String> = ["in", "for", "at", "from", "on"]
  private static let particles: Set<String> = [
    "de", "del", "della", "der", "den", "van", "von", "zu", "la", "le", "di", "da", "dos", "du", "bin",
    "ibn", "al",
    "el", "ter", "ten", "of", "the", "our", "ap", "ben", "te", "nic",
  ]
  private static let soleNames: Set<String> = [
    "reuters", "afp", "ap", "dpa", "efe", "ansa", "bloomberg", "agencies", "staff", "pti", "xinhua",
    "tass", "upi",
    "admin", "editor", "newsroom", "editorial", "correspondent",
  ]
  private static let roles: Set<String> = [
    "correspondent", "editor", "reporter", "writer", "columnist", "chief", "staff", "journalist",
    "contributor",
    "producer", "analyst",
  ]

  /// The words of a line; nil where there are too many. ASCII, of which almost all lines are, needs no look at what its
  /// characters are.
  private static func words(_ line: String) -> [Substring]? {
    guard line.utf8.allSatisfy({ $0 < 0x80 }) else { return line.split(whereSeparator: \.isWhitespace) }
    var count = 0
    var isInWord = false
    for byte in line.utf8 {
      if !byte.isASCIISpace, !isInWord { count += 1 }
      isInWord = !byte.isASCIISpace
    }
    guard count <= 24 else { return nil }
    return line.utf8.split(whereSeparator: \.isASCIISpace).map { Substring($0) }
  }

  /// Reads names up to the end or to "in Ferrol"; the text of the names, or nil.
  private static func names(_ words: ArraySlice<Substring>) -> String? {
    var taken: [Substring] = []
    var inName = 0
    var index = words.startIndex
    while index < words.endIndex {
      let word = words[index]
      let bare = word.hasSuffix(",") ? word.dropLast() : word
      let lower = bare.lowercased()
      if joints.contains(lower), inName > 0 {
        guard isWhole(taken, inName) else { return nil }
        inName = 0
        taken.append(word)
      } else if ends.contains(lower), inName > 0 {
        guard words[(index + 1)...].count <= 6, words[(index + 1)...].allSatisfy(isNamePart),
          index + 1 < words.endIndex
        else { return nil }
        break
      } else if isNamePart(bare) {
        taken.append(word)
        inName += 1
        guard inName <= 5 else { return nil }
        if word.hasSuffix(",") {
          if let role = role(words[(index + 1)...]) {
            taken[taken.count - 1] = bare
            return role && isWhole(taken, inName) ? joined(taken) : nil
          }
          guard isWhole(taken, inName) else { return nil }
          inName = 0
        }
      } else {
        return nil
      }
      index += 1
    }
    guard isWhole(taken, inName) else { return nil }
    return joined(taken)
  }

  private static func joined(_ words: [Substring]) -> String { words.joined(separator: " ") }

  /// Whether what follows a comma is a role ("Damascus correspondent"); nil where more names may follow.
  private static func role(_ words: ArraySlice<Substring>) -> Bool? {
    guard words.count <= 6, let last = words.last?.lowercased() else { return nil }
    return roles.contains(last) ? true : nil
  }

  /// A name has two words or more, or is that of an agency.
  private static func isWhole(_ taken: [Substring], _ count: Int) -> Bool {
    if count >= 2 { return true }
    guard count == 1, let last = taken.last else { return false }
    let bare = last.hasSuffix(",") ? last.dropLast() : last
    return soleNames.contains(bare.lowercased())
  }

  private static func isNamePart(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    if particles.contains(lower) || lower.hasPrefix("d'") || lower.hasPrefix("al-") || lower.hasPrefix("d’") {
      return true
    }
    guard let first = word.first, first.isLetter, !first.isLowercase else { return false }
    guard word.allSatisfy({ $0.isLetter || "-'’.".contains($0) }) else { return false }
    // An initial or "Jr." may end in a period, a word may not.
    return !word.hasSuffix(".") || word.count <= 3 || word.dropLast().contains(".")
  }

  /// "Lisa Hogan, Damascus correspondent"
  private static func nameWithRole(_ words: [Substring]) -> String? {
    guard words.count <= 8, let comma = words.firstIndex(where: { $0.hasSuffix(",") }),
      (1...3).contains(comma),
      role(words[(comma + 1)...]) == true
    else { return nil }
    var name = Array(words[...comma])
    name[comma] = name[comma].dropLast()
    let capitals = name.allSatisfy { isNamePart($0) && !particles.contains($0.lowercased()) }
    return capitals ? joined(name) : nil
  }
}
