import Copydesk

extension ResultFiles {
  /// The documents that an id names.
  struct Matches {
    /// The first of them.
    var records: [Record] = []
    /// How many there are.
    var count = 0

    mutating func add(_ record: Record) {
      count += 1
      if records.count < 20 { records.append(record) }
    }
  }

  /// The documents of that id, or those of the one id that ends in it.
  /// - Throws: ``CopydeskError`` where there is none, and names the nearest; where several ids end so, it names them.
  func documents(_ id: String) throws -> Matches {
    var exact = Matches()
    var ending: [String: Matches] = [:]
    var endings: [String] = []
    var ids: [String] = []
    try forEach { record in
      let found = record.id
      if found == id { exact.add(record) }
      if found.hasSuffix("/" + id), ending[found] != nil || endings.count < 100 {
        if ending[found] == nil { endings.append(found) }
        ending[found, default: Matches()].add(record)
      }
      if ids.count < 100_000 { ids.append(found) }
      return true
    }
    if exact.count > 0 { return exact }
    if endings.count == 1, let only = ending[endings[0]] { return only }
    guard endings.isEmpty else {
      let more = endings.count > 10 ? " and more" : ""
      throw CopydeskError(
        .missingInput, "several documents have an id that ends in \"\(id)\"",
        help: "name one of them: \(endings.sorted().prefix(10).joined(separator: ", "))\(more)")
    }
    let notRead = manifest?.notRead.sentences ?? []
    throw CopydeskError(
      .missingInput, "there is no document with the id \"\(id)\" in this result",
      help: ([
        Suggestion.nearest(to: id, among: ids).map { "did you mean \"\($0)\"?" }
          ?? "leave out the id to see all of them"
      ] + notRead).joined(separator: "; "))
  }
}
