import Copydesk

/// Consecutive documents of the input: the unit of scheduling.
struct Batch: Sendable {
  /// Its place in the input, from 0.
  let number: Int
  /// What is still to be read; empty afterwards.
  var items: [SourceItem]
  /// The documents, in input order. None is ever taken out: one that is dropped keeps its place until the
  /// last gate.
  var documents: [Document] = []
  /// What the lane has prepared for the gate that the batch waits at.
  var prepared: (any Sendable)?
  /// Bytes of input.
  var bytes = 0
}
