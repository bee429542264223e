import Copydesk

/// Which documents stand under a headline: the first, and the latest few of the others, whose texts are different ones.
///
/// Every number is that of a document in the order of the input. So a look-up is a handful of steps however often a
/// headline comes back.
struct HeadlineTable: Sendable {
  /// How many documents besides the first are remembered of a headline.
  static let mostOthers = 8

  private var first: [Fingerprint: Int32] = [:]
  private var others: [Fingerprint: [Int32]] = [:]

  var isEmpty: Bool { first.isEmpty }

  /// Whether a document stands under the headline.
  func holds(_ key: Fingerprint) -> Bool { first[key] != nil }

  /// Adds the numbers of the documents under a headline.
  func numbers(under key: Fingerprint, into numbers: inout [Int32]) {
    guard let first = first[key] else { return }
    numbers.append(first)
    if !others.isEmpty, let others = others[key] { numbers += others }
  }

  mutating func insert(_ number: Int32, under key: Fingerprint) {
    guard first[key] != nil else {
      first[key] = number
      return
    }
    others[key, default: []].append(number)
    if others[key, default: []].count > Self.mostOthers { others[key]?.removeFirst() }
  }
}
