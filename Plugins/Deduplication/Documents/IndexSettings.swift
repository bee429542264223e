import Copydesk

/// The options that decide what an index holds: an index is of use only to a stage with the same ones.
struct IndexSettings: Sendable, Equatable {
  var threshold: Double
  var shingle: Int
  var permutations: Int
  var containment: Double?
  var normalize: WordForm
  var unit: ShingleUnit
  var seed: Int
  /// Whether documents that repeat another are in it too.
  var holdsDuplicates: Bool

  /// At the threshold 1 only the same texts are duplicates, and no signatures are needed.
  var searchesNear: Bool { threshold < 1 }

  /// Each setting by its name and as text, to be written and compared.
  var fields: [(name: String, value: String)] {
    [
      ("threshold", "\(threshold)"), ("shingle", "\(shingle)"), ("permutations", "\(permutations)"),
      ("containment", containment == nil ? "off" : "on"), ("normalize", normalize.rawValue),
      ("unit", unit.rawValue), ("seed", "\(seed)"), ("holds duplicates", holdsDuplicates ? "yes" : "no"),
    ]
  }
}
