import Copydesk

/// The names in a document, with what is one name under one wording.
enum DigestNames {
  /// How often each person, organisation and place is named: what the document has found to be one thing, by its name, and
  /// of others the wording. "PORTO" counts as "Porto", and the last name of a person
  /// as the whole name where the document has exactly one that ends so.
  ///
  /// The agency that wires a text is not what it is about: it is left out, wherever it stands.
  static func counts(in document: Document, dateline: Dateline?) -> [DigestEntry.Name: Int] {
    let labels: Set<Entity.Label> = [.person, .organisation, .place]
    let things = document.namesByID
    var counts: [DigestEntry.Name: Int] = [:]
    for entity in document.entities where labels.contains(entity.label) {
      let wording = document.text[entity.span].onOneLine
      guard wording != dateline?.agency?.onOneLine else { continue }
      let thing = entity.id.flatMap { things[$0] }
      let (label, name) = (thing?.label ?? entity.label, thing?.name.onOneLine ?? wording)
      // "Brits" was taken for a place here and for a people elsewhere.
      guard labels.contains(label) else { continue }
      let text = label == .place ? calmed(name) : name
      counts[DigestEntry.Name(label: label.rawValue, text: text), default: 0] += 1
    }
    let people = counts.keys.filter { $0.label == Entity.Label.person.rawValue }
    for short in people where !short.text.contains(" ") {
      let whole = people.filter { $0.text.hasSuffix(" " + short.text) }
      if whole.count == 1, let count = counts.removeValue(forKey: short) {
        counts[whole[0], default: 0] += count
      }
    }
    return counts
  }

  /// A place in capitals, as datelines have it, in small letters: "PORTO" as "Porto", but not "USA" and "U.S.".
  private static func calmed(_ name: String) -> String {
    let isShouted = name.count > 3 && name.allSatisfy { $0.isUppercase || !$0.isLetter }
    guard isShouted else { return name }
    var calm = ""
    var word = ""
    for character in name + " " {
      guard character == " " || character == "-" else {
        word.append(character)
        continue
      }
      let low = word.lowercased()
      if word.contains(".") {
        calm += word
      } else if !calm.isEmpty, small.contains(low) {
        calm += low
      } else {
        calm += low.prefix(1).uppercased() + low.dropFirst()
      }
      calm.append(character)
      word = ""
    }
    return String(calm.dropLast())
  }

  /// Words that have no capital within a place's name.
  private static let small: Set = [
    "upon", "on", "of", "the", "and", "in", "by", "sur", "sous", "les", "de", "du", "di", "do", "da", "am",
    "an", "der",
  ]
}
