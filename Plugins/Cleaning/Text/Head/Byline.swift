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
    guard var words = BlankWords.of(line[...], atMost: Self.mostWords), words.count >= 2 else { return nil }
    let contact = words.last
    let hasContact = Self.removeContacts(&words)
    if let count = Self.opening(words) {
      guard let names = Self.names(words[count...]) else { return nil }
      self.names = names
    } else if let names = Self.nameWithRole(words) ?? Self.nameWithAgency(words) {
      self.names = names
    } else if hasContact, Self.isBareName(words), Self.isOwn(contact, words) {
      names = Self.joined(words)
    } else {
      return nil
    }
  }

  /// Words of a line that is looked at.
  private static let mostWords = 24

  /// Whether names follow a word: "by", "von".
  static func opens(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    return BylineWords.by.contains(lower) || lower == "by:"
  }

  /// Whether a line is nothing but what names follow: "By", "Geschrieben von", "Autor:".
  static func isLabel(_ line: String) -> Bool {
    guard line.utf8.count <= 40, let words = BlankWords.of(line[...], atMost: 4), !words.isEmpty else {
      return false
    }
    return opening(words) == words.count
  }

  /// How many words stand before the names: "By", "Story by", "Eine Analyse von", "Texte :"; nil where none do.
  private static func opening(_ words: [Substring]) -> Int? {
    guard let first = words.first else { return nil }
    if opens(first) {
      // "Von :"
      return words.count > 1 && words[1] == ":" ? 2 : 1
    }
    let lower = first.lowercased()
    if lower.hasSuffix(":") { return BylineWords.labels.contains(String(lower.dropLast())) ? 1 : nil }
    if words.count > 1, words[1] == ":", BylineWords.labels.contains(lower) { return 2 }
    var count = 0
    while count < min(mostLeads, words.count), BylineWords.leads.contains(words[count].lowercased()) {
      count += 1
    }
    guard count > 0, count < words.count, opens(words[count]) else { return nil }
    return count + 1
  }

  /// "Eine kurze Analyse von": no more words than these lead to a byline.
  private static let mostLeads = 3

  /// Takes away how to reach somebody behind the names: "Jane Okafor (jane@courier.example) @janeokafor".
  /// - Returns: whether there was such a word.
  private static func removeContacts(_ words: inout [Substring]) -> Bool {
    let count = words.count
    while words.count > 1, let last = words.last, isContact(last) { words.removeLast() }
    guard words.count < count, let last = words.last else { return false }
    if words.count > 1, ["-", "–", "—", "/"].contains(last) { words.removeLast() }
    if last.hasSuffix(",") { words[words.count - 1] = last.dropLast() }
    return true
  }

  /// Whether an address may be that of a name: not "press@courier.example" behind "Press Office".
  private static func isOwn(_ contact: Substring?, _ name: [Substring]) -> Bool {
    guard let contact, let sign = contact.firstIndex(of: "@"), contact[..<sign].contains(where: \.isLetter)
    else {
      return true
    }
    return name.last.map { contact[..<sign].lowercased().contains($0.lowercased()) } ?? false
  }

  /// "@janeokafor", "(@janeokafor)", "jane@courier.example"
  private static func isContact(_ word: Substring) -> Bool {
    if word.hasPrefix("@") || word.hasPrefix("(@") { return true }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].dropFirst().dropLast(2).contains(".")
      && parts[0].contains { $0.isLetter }
  }

  /// Whether it may be one: of almost all lines this tells that they are none, without a look at their characters.
  static func isPossible(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var (words, start, last) = (0, 0, 0..<0)
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
      last = start..<end
      if words == 1 { opens = BylineWords.openers.contains(UnsafeBufferPointer(rebasing: line[last])) }
      if (2...4).contains(words), line[end - 1] == UInt8(ascii: ",") { hasComma = true }
      start = end
    }
    if opens { return (2...24).contains(words) }
    guard (2...8).contains(words) else { return false }
    return hasComma || line[last].contains(UInt8(ascii: "@"))
      || BylineWords.closers.contains(UnsafeBufferPointer(rebasing: line[last]))
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
      if BylineWords.joints.contains(lower), inName > 0 {
        guard isWhole(taken, inName) else { return nil }
        inName = 0
        taken.append(word)
      } else if BylineWords.ends.contains(lower), inName > 0 {
        let rest = words[(index + 1)...]
        guard rest.count <= 6, rest.allSatisfy(isNamePart), !rest.isEmpty else { return nil }
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

  /// Whether what follows a comma is a role ("Damascus correspondent") or an agency; nil where more names may follow.
  private static func role(_ words: ArraySlice<Substring>) -> Bool? {
    guard words.count <= 6, let last = words.last?.lowercased() else { return nil }
    // One in small letters is no name that could be told: "Katrin Möller, dpa".
    let isAgency =
      words.count == 1 && words.last?.first?.isLowercase == true && BylineWords.agencies.contains(last)
    return BylineWords.roles.contains(last) || isAgency ? true : nil
  }

  /// A name has two words or more, or is that of an agency.
  private static func isWhole(_ taken: [Substring], _ count: Int) -> Bool {
    if count >= 2 { return true }
    guard count == 1, let last = taken.last else { return false }
    let bare = last.hasSuffix(",") ? last.dropLast() : last
    return BylineWords.soleNames.contains(bare.lowercased())
  }

  private static func isNamePart(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    if BylineWords.particles.contains(lower) || lower.hasPrefix("d'") || lower.hasPrefix("al-")
      || lower.hasPrefix("d’")
    {
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
    let capitals = name.allSatisfy { isNamePart($0) && !BylineWords.particles.contains($0.lowercased()) }
    return capitals ? joined(name) : nil
  }

  /// "Le Courrier avec AFP"
  private static func nameWithAgency(_ words: [Substring]) -> String? {
    guard (3...7).contains(words.count), let last = words.last?.lowercased(),
      BylineWords.agencies.contains(last),
      BylineWords.withAgency.contains(words[words.count - 2].lowercased()),
      words.dropLast(2).allSatisfy(isNamePart), words[0].first?.isLowercase == false
    else { return nil }
    return joined(words)
  }

  /// Whether a line is nothing but two to four words that names are made of: it may be a name.
  static func isBareName(_ line: String) -> Bool {
    BlankWords.of(line[...], atMost: mostWords).map(isBareName) ?? false
  }

  private static func isBareName(_ words: [Substring]) -> Bool {
    (2...4).contains(words.count) && words.allSatisfy(isNamePart)
      && words.first?.first?.isLowercase == false && words.last?.first?.isLowercase == false
  }

  /// The agency that is the whole of a text: "AFP".
  static func agency(_ text: String) -> String? {
    text.utf8.count <= 12 && BylineWords.agencies.contains(text.lowercased()) ? text : nil
  }
}
