import Copydesk

/// Consecutive documents of the input: the unit of scheduling.
///
/// A batch goes from hand to hand, and whoever has it changes it in place: copies of a batch share what they hold, so
/// that none of its documents is ever copied on its way.
struct Batch: Sendable {
  /// Its place in the input, from 0.
  let number: Int
  /// How many items of the input there are up to its end.
  let position: Int
  /// Whether an earlier part of the run has dealt with it, so that it only brings stages to the state that they had then.
  let isReplayed: Bool
  /// Whether each gate is to put down its state when it has passed.
  var isMarked = false
  /// What the lane has prepared for the gate that the batch waits at.
  var prepared: (any Sendable)?
  /// Bytes of input.
  var bytes = 0
  /// Bytes that are counted as on their way: those of the files, before they are read.
  var weight = 0
  /// Its documents as they came to the gate whose stage must see them again when a watch is started again.
  var memory: [UInt8] = []
  private let contents: Contents

  init(number: Int, items: [SourceItem], position: Int = 0, isReplayed: Bool = false) {
    self.number = number
    self.position = position
    self.isReplayed = isReplayed
    contents = Contents(items: items)
  }

  /// What is still to be read; empty afterwards.
  var items: [SourceItem] {
    get { contents.items }
    _modify { yield &contents.items }
  }

  /// The documents, in input order. None is ever taken out: one that is dropped keeps its place until the
  /// last gate.
  var documents: [Document] {
    get { contents.documents }
    _modify { yield &contents.documents }
  }

  // Safe: at any time one thread has the batch. It goes from the thread that reads to a lane, a station or a gate through
  // the conductor's state, under its lock, and the one who puts it there never touches it again.
  private final class Contents: @unchecked Sendable {
    var items: [SourceItem]
    var documents: [Document] = []

    init(items: [SourceItem]) { self.items = items }
  }
}
