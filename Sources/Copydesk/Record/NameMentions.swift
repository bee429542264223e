/// Which entities mention each name of a document, by their ids.
struct NameMentions {
  /// The places in `entities`, those of one name after those of the one before.
  private var places: [Int] = []
  /// Where the places of each name begin; one more at the end.
  private var starts: [Int]

  init(_ names: [EntityName], _ entities: [Entity]) {
    let numbers = Self.numbers(names, entities)
    starts = [Int](repeating: 0, count: names.count + 1)
    for number in numbers where number >= 0 { starts[number + 1] += 1 }
    for index in names.indices { starts[index + 1] += starts[index] }
    places = [Int](repeating: 0, count: starts[names.count])
    var next = starts
    for (place, number) in numbers.enumerated() where number >= 0 {
      places[next[number]] = place
      next[number] += 1
    }
  }

  /// The places of the entities that mention a name.
  subscript(name: Int) -> ArraySlice<Int> { places[starts[name]..<starts[name + 1]] }

  /// The name that each entity mentions; -1 for none.
  private static func numbers(_ names: [EntityName], _ entities: [Entity]) -> [Int] {
    // The ids that Copydesk gives tell their places; others have to be looked up.
    if names.indices.allSatisfy({ place(of: names[$0].id) == $0 }) {
      // By index: an entity is large to copy.
      return entities.indices.map { index in
        guard let place = entities[index].id.flatMap(place), place < names.count else { return -1 }
        return place
      }
    }
    var known: [String: Int] = [:]
    for (index, name) in names.enumerated() where known[name.id] == nil { known[name.id] = index }
    return entities.indices.map { index in entities[index].id.flatMap { known[$0] } ?? -1 }
  }

  /// 0 for "e1", 1 for "e2"; nil for what is not such an id.
  private static func place(of id: String) -> Int? {
    id.utf8.withContiguousStorageIfAvailable { id -> Int? in
      guard (2...9).contains(id.count), id[0] == UInt8(ascii: "e"), id[1] != UInt8(ascii: "0") else {
        return nil
      }
      var number = 0
      for byte in id[1...] {
        guard byte.isASCIIDigit else { return nil }
        number = number * 10 + Int(byte & 0x0F)
      }
      return number - 1
    } ?? nil
  }
}
