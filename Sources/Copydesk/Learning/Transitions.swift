/// The scores of going from label to label: a row for the start of a sequence, one for each label, one for the
/// end. A transition that is not allowed has the score ``forbidden``.
struct Transitions<Score: Sendable & Comparable>: Sendable {
  let labels: Int
  /// `labels` scores from the start, then from each label to each, then from each label to the end.
  var scores: [Score]

  init(labels: Int, repeating score: Score) {
    self.labels = labels
    scores = [Score](repeating: score, count: (labels + 2) * labels)
  }

  /// Where the scores from `label` begin.
  func row(from label: Int) -> Int { (label + 1) * labels }
  /// Where the scores of the labels before the end begin.
  var end: Int { (labels + 1) * labels }
}

/// Which transitions may be taken.
struct AllowedTransitions: Sendable {
  var flags: Transitions<UInt8>

  init(labels: Int) { flags = Transitions(labels: labels, repeating: 1) }

  mutating func forbid(from: Int?, to: Int?) {
    switch (from, to) {
    case (nil, let to?): flags.scores[to] = 0
    case (let from?, let to?): flags.scores[flags.row(from: from) + to] = 0
    case (let from?, nil): flags.scores[flags.end + from] = 0
    case (nil, nil): break
    }
  }
}
