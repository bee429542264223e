import Copydesk

/// The list of objects in a record without a text of its own, where these may be the records.
struct ListOfRecords {
  /// Its place, as the option `records` names it.
  let place: String
  /// How many objects it has.
  let count: Int
  /// How many characters the longest text of them has.
  let characters: Int

  /// Nil where there is no list of objects that have more than a few words.
  init?(in members: [JSONValue.Member]) { self.init(in: members, under: "", depth: 0) }

  private init?(in members: [JSONValue.Member], under parents: String, depth: Int) {
    for member in members where LongestText.isPlain(member.name) {
      switch member.value {
      case .array(let elements):
        let objects = elements.compactMap(\.members)
        let longest = objects.compactMap { LongestText(in: $0)?.characters }.max()
        guard objects.count == elements.count, let longest else { continue }
        self.init(place: parents + member.name, count: objects.count, characters: longest)
        return
      case .object(let inner) where depth < 4:
        guard let found = Self(in: inner, under: parents + member.name + ".", depth: depth + 1) else {
          continue
        }
        self = found
        return
      default: break
      }
    }
    return nil
  }

  private init(place: String, count: Int, characters: Int) {
    self.place = place
    self.count = count
    self.characters = characters
  }

  /// What to do about it.
  var help: String {
    "it has a list \"\(place)\" of \(count) \(count == 1 ? "object" : "objects"): if these are the records, say so in the "
      + "pipeline, input: { records: \(place) }, or with --set input.records=\(place)"
  }
}

extension JSONValue {
  fileprivate var members: [Member]? { if case .object(let members) = self { members } else { nil } }
}
