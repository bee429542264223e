import Copydesk

/// What the title before a person's name tells of the person: "Mr.", "Gov.", "Prime Minister".
struct PersonTitle {
  /// Whether a title, or a given name, is that of a man or a woman.
  enum Gender { case male, female }

  /// Who bears it, where it tells.
  let gender: Gender?
  /// Its words, short forms spelled out; nil for one that anybody has, such as "Mr.".
  let rank: String?
  /// The last of these: "minister" of "prime minister".
  let office: Substring?

  /// Reads a title; nil where it tells nothing.
  init?(_ title: String) {
    var words = title.lowercased().split { $0 == " " || $0 == "-" || $0 == "\n" }.map { word in
      String(word.filter { $0 != "." && $0 != "," })
    }
    words.removeAll { $0.isEmpty || Self.times.contains($0) }
    words = words.map { Self.spelledOut[$0] ?? $0 }
    guard let last = words.last else { return nil }
    gender = Self.men.contains(last) ? .male : Self.women.contains(last) ? .female : nil
    rank = Self.forAnybody.contains(last) ? nil : words.joined(separator: " ")
    office = rank.map { _ in Substring(last) }
    if gender == nil, rank == nil { return nil }
  }

  /// How well it is that of somebody who was named with other titles: 3 for the very one, 2 for the same office, 1 where
  /// none is known, 0 for others.
  func likeness(to others: [PersonTitle]) -> Int {
    guard let rank else { return 0 }
    if others.contains(where: { $0.rank == rank }) { return 3 }
    if others.contains(where: { $0.office == office }) { return 2 }
    return others.contains { $0.rank != nil } ? 0 : 1
  }

  private static let forAnybody: Set = [
    "mr", "mrs", "ms", "miss", "mx", "mme", "mlle", "monsieur", "madame", "herr", "frau", "señor", "señora",
    "senor",
    "senora", "signor", "signora",
  ]
  private static let men: Set = [
    "mr", "monsieur", "herr", "señor", "senor", "signor", "sir", "lord", "king", "prince", "duke", "baron",
    "count",
    "earl", "emperor", "sultan", "emir", "father", "brother", "uncle", "congressman", "assemblyman",
    "councilman",
  ]
  private static let women: Set = [
    "mrs", "ms", "miss", "mme", "mlle", "madame", "frau", "señora", "senora", "signora", "lady", "dame",
    "queen",
    "princess", "duchess", "baroness", "countess", "empress", "mother", "sister", "aunt", "congresswoman",
    "assemblywoman", "councilwoman",
  ]
  /// What is said of the time in office, and makes no other title of it.
  private static let times: Set = [
    "former", "then", "ex", "acting", "interim", "outgoing", "incoming", "elect",
  ]
  private static let spelledOut = [
    "dr": "doctor", "prof": "professor", "sen": "senator", "gov": "governor", "rep": "representative",
    "gen": "general", "col": "colonel", "maj": "major", "capt": "captain", "cpt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant", "cpl": "corporal", "adm": "admiral", "cmdr": "commander", "brig": "brigadier",
    "rev": "reverend", "fr": "father", "supt": "superintendent", "insp": "inspector", "det": "detective",
    "cllr": "councillor", "councilor": "councillor", "premier": "prime minister", "pm": "prime minister",
    "defence": "defense", "labour": "labor", "hon": "honourable",
  ]
}
