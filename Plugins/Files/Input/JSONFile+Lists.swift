import Copydesk

/// Arrays, and the objects that have their records in one.
extension JSONFile {
  /// An array that is read.
  struct List {
    /// Where it begins.
    let start: Int
    /// The object that it is in, where it is in one.
    var answer: Answer?
    /// How many arrays are open, itself and those in it.
    var depth = 1
  }

  /// An object that has its records in a list.
  struct Answer {
    let start: Int
    /// How it begins, and how its first record does: the next answer is known by it.
    let opening: JSONOpening
    var record: JSONOpening?
  }

  /// Goes to the list in the object that begins here, for its elements to be read.
  /// - Returns: a failure where it has none.
  mutating func enter(_ envelope: JSONEnvelope) throws(Failure) -> SourceItem? {
    let start = reader.offset
    // Other objects of its kind begin no farther to the right.
    let opening = JSONOpening(try reader.peek(JSONOpening.longest), column: column ?? 0)
    column = nil
    switch try envelope.enter(&reader) {
    case .reached:
      list = List(start: reader.offset, answer: Answer(start: start, opening: opening))
      _ = try reader.skip(1)
      return nil
    case .ended:
      return item(
        Span(start, reader.offset),
        failure: Failure(
          .badRecord, "the object has no list \"\(envelope)\"",
          help:
            "input: { records: \(envelope) } says that records are there; where objects are records, leave it out",
          offset: start))
    case .broken: return try unfinished(start, from: start, opening)
    }
  }

  /// Goes on behind the list that ends here, and behind the object that it is in.
  /// - Returns: a failure where that object has no end.
  mutating func leaveList() throws(Failure) -> SourceItem? {
    _ = try reader.skip(1)
    column = nil
    list?.depth -= 1
    guard let ended = list, ended.depth == 0 else { return nil }
    list = nil
    guard let answer = ended.answer, let envelope else { return nil }
    let start = reader.offset
    guard try envelope.leave(&reader) == .broken else { return nil }
    return try unfinished(answer.start, from: start, answer.opening)
  }

  /// The failure of an object that cannot be read on, with what stands before the next one.
  private mutating func unfinished(
    _ answer: Int, from start: Int, _ opening: JSONOpening
  ) throws(Failure) -> SourceItem {
    let place = reader.offset
    try pass(JSONDamage(behind: opening))
    return item(
      Span(start, reader.offset),
      failure: Failure(
        .malformedJSON, "the object that begins at byte \(answer) cannot be read on, or has no end",
        help: "mend the file there; records that were read before are kept, and other objects are read",
        offset: place))
  }

  /// Ends a list without an end, where another answer begins.
  /// - Returns: the failure of the list; nil where what begins here is a record.
  mutating func endList() throws(Failure) -> SourceItem? {
    guard column == 0, let list, let answer = list.answer else { return nil }
    let name = JSONOpening(try reader.peek(JSONOpening.longest), column: column).name
    guard name == answer.opening.name, name != answer.record?.name else { return nil }
    self.list = nil
    return unclosed(list)
  }

  /// The failure of an array that is not closed: it was cut off, be its last element whole or not.
  mutating func unclosed(_ list: List) -> SourceItem {
    item(
      Span(reader.offset, reader.offset),
      failure: Failure(
        .malformedJSON, "the array that begins at byte \(list.start) has no end: \"]\" is missing",
        help: "the file was probably cut off; its records up to there were read", offset: reader.offset))
  }
}
