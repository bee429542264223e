import Copydesk

/// What has to be edited in a text to make another one of it, so that what stayed keeps its way back to the source.
///
/// Lines are compared (E. W. Myers: An O(ND) Difference Algorithm and Its Variations. Algorithmica 1, 1986, as Swift's
/// library has it), then in each run of lines that differ what they have in common at their ends is left alone.
enum TextDifference {
  /// Beyond this many lines that differ on one side the rest counts as one edit: the comparison takes time in proportion
  /// to lines × differences.
  private static let mostLines = 2_000

  /// The edits, sorted and apart from each other.
  static func edits(from old: Text, to new: [UInt8], rule: String) -> [TextEdit] {
    let before = lines(old.utf8)
    let after = lines(new)
    var edits: [TextEdit] = []
    for (left, right) in changedRuns(before, after) {
      let pairs =
        left.count == right.count
        ? zip(left, right).map { (before[$0], after[$1]) }
        : [(join(old.utf8, before, left), join(new, after, right))]
      for (old, new) in pairs where !old.elementsEqual(new) { edits.append(trimmed(old, new, rule)) }
    }
    return edits
  }

  /// The lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count || lines.isEmpty { lines.append(bytes[start...]) }
    return lines
  }

  /// Runs of lines of the old text and the runs that stand in their place, each by their numbers.
  private static func changedRuns(
    _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]
  ) -> [(Range<Int>, Range<Int>)] {
    var low = 0
    while low < before.count, low < after.count, before[low].elementsEqual(after[low]) { low += 1 }
    var highBefore = before.count
    var highAfter = after.count
    while highBefore > low, highAfter > low, before[highBefore - 1].elementsEqual(after[highAfter - 1]) {
      highBefore -= 1
      highAfter -= 1
    }
    let (left, right) = (low..<highBefore, low..<highAfter)
    if left.isEmpty, right.isEmpty { return [] }
    // As many lines as before: each is taken for what became of the one in its place.
    if left.count == right.count || max(left.count, right.count) > mostLines { return [(left, right)] }
    let difference = after[right].map(Array.init).difference(from: before[left].map(Array.init))
    let removed = Set(difference.removals.map { Self.offset($0) + low })
    let inserted = Set(difference.insertions.map { Self.offset($0) + low })
    var runs: [(Range<Int>, Range<Int>)] = []
    var (i, j) = (low, low)
    while i < highBefore || j < highAfter {
      let (startI, startJ) = (i, j)
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) { j += 1 }
      if startI < i || startJ < j { runs.append((startI..<i, startJ..<j)) }
      if i < highBefore { i += 1 }
      if j < highAfter { j += 1 }
    }
    return runs
  }

  private static func offset(_ change: CollectionDifference<[UInt8]>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  /// A run of lines as one part of its text.
  private static func join(_ text: [UInt8], _ lines: [ArraySlice<UInt8>], _ run: Range<Int>) -> ArraySlice<
    UInt8
  > {
    let start = run.lowerBound < lines.count ? lines[run.lowerBound].startIndex : text.count
    return text[start..<(run.isEmpty ? start : lines[run.upperBound - 1].endIndex)]
  }

  private static func trimmed(
    _ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>, _ rule: String
  ) -> TextEdit {
    var low = 0
    let shorter = min(old.count, new.count)
    while low < shorter, old[old.startIndex + low] == new[new.startIndex + low] { low += 1 }
    // Not inside of a character, of either text.
    while low > 0, isInside(old, low) || isInside(new, low) { low -= 1 }
    var high = 0
    while high < shorter - low, old[old.endIndex - 1 - high] == new[new.endIndex - 1 - high] { high += 1 }
    while high > 0, isInside(old, old.count - high) || isInside(new, new.count - high) { high -= 1 }
    let replacement = new[(new.startIndex + low)..<(new.endIndex - high)]
    return TextEdit(
      span: Span(old.startIndex + low, old.endIndex - high),
      replacement: String(decoding: replacement, as: UTF8.self), rule: rule)
  }

  private static func isInside(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> Bool {
    offset < bytes.count && bytes[bytes.startIndex + offset] & 0xC0 == 0x80
  }
}
