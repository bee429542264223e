/// Gives each position of a sequence a label: a linear chain of labels over hashed features.
///
/// The score of a row of labels is the sum of a weight for each feature and label of each position, and of a
/// weight for each pair of neighbouring labels. `decode` finds the best row; where the model was
/// trained as a conditional random field, `probabilities` also tells how sure it is.
///
/// A model is read-only and shared by all threads; each brings a ``Workspace``. Weights are integers, and so are
/// all sums of `decode`: the same labels on every machine. Made by ``SequenceTrainer``.
///
///     let model = try SequenceModel(bytes: file)
///     var workspace = SequenceModel.Workspace()
///     model.decode(features, in: &workspace)
///     for (position, label) in workspace.labels.enumerated() { … }
public struct SequenceModel: Sendable {
  /// How the weights were found.
  public enum Objective: UInt8, Sendable {
    /// Averaged structured perceptron (Collins, "Discriminative Training Methods for Hidden Markov Models",
    /// 2002): quick to train; its scores are no probabilities.
    case averagedPerceptron = 0
    /// Conditional random field (Lafferty, McCallum and Pereira, 2001), by AdaGrad (Duchi, Hazan and Singer,
    /// 2011): its scores give probabilities.
    case conditionalLikelihood = 1
  }

  /// The names of the labels; a label is its index here.
  public let labels: [String]
  /// What the features mean, and their version: a model works only with the features it was trained on.
  public let featureSet: String
  /// How the weights were found.
  public let objective: Objective
  /// How many features have weights.
  public var featureCount: Int { layout.rowCount }
  /// The size of the file in bytes.
  public var byteCount: Int { memory.bytes.count }

  let layout: SequenceModelLayout
  let memory: ModelMemory
  let transitions: [Int32]
  /// The same for ``NarrowViterbi``; empty for more than sixteen labels.
  let narrowTransitions: [NarrowViterbi.Lanes]
  /// The label to which most positions belong, where the transitions are such that this saves work.
  let leading: NarrowViterbi.Leading?
  /// The same in lanes of sixteen bits, where the labels stand as that wants them.
  let short: NarrowViterbi.Short?
  let transitionPotentials: [Double]

  init(layout: SequenceModelLayout, memory: ModelMemory) throws(SequenceModelError) {
    self.layout = layout
    self.memory = memory
    labels = layout.labels
    featureSet = layout.featureSet
    objective = layout.objective
    transitions = layout.transitions(memory.bytes)
    narrowTransitions =
      labels.count > 16
      ? [] : NarrowViterbi.rows(transitions, labels: labels.count, floor: SequenceModelLayout.forbidden)
    leading = NarrowViterbi.Leading(
      transitions, labels: labels.count, floor: SequenceModelLayout.forbidden)
    let (transitions, count) = (transitions, labels.count)
    short = leading.flatMap {
      NarrowViterbi.Short($0, transitions, labels: count, floor: SequenceModelLayout.forbidden)
    }
    let scale = Double(layout.scale)
    transitionPotentials = transitions.map {
      $0 == SequenceModelLayout.forbidden ? 0 : ChainLattice.potential(Double($0) * scale)
    }
  }

  /// Reads a model from the bytes of its file.
  public init(bytes: [UInt8]) throws(SequenceModelError) {
    try self.init(memory: ModelMemory(copying: bytes))
  }

  /// Uses a model where it lies, without a copy: compiled into the program, or a file that was mapped.
  /// - Parameter memory: must stay, unchanged, as long as the program runs.
  public init(permanentMemory memory: UnsafeRawBufferPointer) throws(SequenceModelError) {
    try self.init(memory: ModelMemory(permanent: memory))
  }

  private init(memory: ModelMemory) throws(SequenceModelError) {
    try self.init(layout: SequenceModelLayout(reading: memory.bytes), memory: memory)
  }

  /// The bytes of the model's file.
  public var bytes: [UInt8] { Array(memory.bytes) }

  /// The label of that name.
  public func label(_ name: String) -> Int? { labels.firstIndex(of: name) }
}

/// The bytes of a model, its own or lent.
///
/// `@unchecked Sendable`: the bytes are never written after `init`, and are freed only with the last reference.
final class ModelMemory: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let owned: UnsafeMutableRawBufferPointer?

  init(copying source: [UInt8]) {
    let owned = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 64)
    owned.copyBytes(from: source)
    self.owned = owned
    bytes = UnsafeRawBufferPointer(owned)
  }

  init(permanent bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    owned = nil
  }

  deinit { owned?.deallocate() }
}

/// Why bytes are no model.
public enum SequenceModelError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The bytes do not begin as a model does.
  case notAModel
  /// A version of the format that this program does not read.
  case unknownVersion(Int)
  /// Bytes are missing, or more than there should be.
  case wrongLength
  /// Bytes were changed after the model was written.
  case damaged
  /// The parts contradict each other.
  case malformed

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .notAModel: "this is not a sequence model"
    case .unknownVersion(let version): "the model has format version \(version), which is not known"
    case .wrongLength: "the model is not complete"
    case .damaged: "the model is damaged: its checksum does not fit"
    case .malformed: "the model is malformed"
    }
  }
}
