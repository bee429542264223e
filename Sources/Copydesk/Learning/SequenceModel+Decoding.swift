extension SequenceModel {
  /// The memory that labelling needs, kept from sequence to sequence so that nothing is allocated.
  public struct Workspace: Sendable {
    /// The label of each position, after `decode`.
    public internal(set) var labels: [UInt8] = []
    /// What is added to the score of each label at each position: above zero makes a label more frequent. Of
    /// the unit of the weights (the logarithm of odds, where the model gives probabilities). Empty adds nothing.
    public var bias: [Float] = []

    var emissions: [Int32] = []
    var best: [Int32] = []
    var back: [UInt8] = []
    var scores: [Float] = []
    var lattice = ChainLattice(labels: 0)

    /// Starts empty; grows with the sequences.
    public init() {}

    /// How probable `label` is at `position`, after `probabilities`.
    public func probability(_ label: Int, at position: Int) -> Double { lattice.probability(position, label) }
  }

  /// Finds the best labels (Viterbi) and leaves them in the workspace.
  /// - Complexity: O(features · labels + positions · labels²).
  public func decode(_ features: FeatureSequence, in workspace: inout Workspace) {
    addEmissions(features, &workspace)
    findPath(features.count, in: &workspace)
  }

  /// The best labels, given the emissions in the workspace.
  func findPath(_ count: Int, in workspace: inout Workspace) {
    let size = count * labels.count
    if workspace.best.count != labels.count * 2 {
      workspace.best = [Int32](repeating: 0, count: labels.count * 2)
    }
    if workspace.back.count < size { workspace.back = [UInt8](repeating: 0, count: size) }
    if workspace.labels.count != count { workspace.labels = [UInt8](repeating: 0, count: count) }
    workspace.emissions.withUnsafeBufferPointer { emissions in
      transitions.withUnsafeBufferPointer { transitions in
        workspace.best.withUnsafeMutableBufferPointer { best in
          workspace.back.withUnsafeMutableBufferPointer { back in
            workspace.labels.withUnsafeMutableBufferPointer { path in
              guard let emissions = emissions.baseAddress, let transitions = transitions.baseAddress,
                let best = best.baseAddress, let back = back.baseAddress, let path = path.baseAddress
              else { return }
              if labels.count <= 16 {
                return narrowTransitions.withUnsafeBufferPointer { rows in
                  NarrowViterbi.decode(
                    emissions: emissions, transitions: rows, labels: labels.count, count: count,
                    floor: SequenceModelLayout.forbidden, back: back, path: path)
                }
              }
              Viterbi.decode(
                emissions: emissions, transitions: transitions, labels: labels.count, count: count,
                floor: SequenceModelLayout.forbidden, best: best, back: back, path: path)
            }
          }
        }
      }
    }
  }

  /// Finds how probable each label is at each position (forward-backward), for ``Workspace/probability(_:at:)``.
  /// Meant for models with the objective ``Objective/conditionalLikelihood``.
  /// - Complexity: O(features · labels + positions · labels²).
  public func probabilities(_ features: FeatureSequence, in workspace: inout Workspace) {
    addEmissions(features, &workspace)
    findProbabilities(features.count, in: &workspace)
  }

  /// How probable each label is, given the emissions in the workspace.
  func findProbabilities(_ count: Int, in workspace: inout Workspace) {
    let size = count * labels.count
    if workspace.lattice.labels != labels.count { workspace.lattice = ChainLattice(labels: labels.count) }
    if workspace.scores.count < size { workspace.scores = [Float](repeating: 0, count: size) }
    for index in 0..<size { workspace.scores[index] = Float(workspace.emissions[index]) * layout.scale }
    guard count > 0 else { return }
    let isDone = workspace.scores.withUnsafeBufferPointer { scores in
      transitionPotentials.withUnsafeBufferPointer { transitions in
        guard let scores = scores.baseAddress, let transitions = transitions.baseAddress else { return false }
        return workspace.lattice.run(emissions: scores, count: count, transitions: transitions)
      }
    }
    if !isDone {
      findPath(count, in: &workspace)
      workspace.lattice.set(workspace.labels)
    }
  }

  /// Bounds that keep every sum of a path inside 32 bits.
  private static let highestBias: Float = 1e8
  static let mostFeatures = 8_192

  /// What is added to each label's score, in the unit of the weights.
  func bias(_ workspace: Workspace) -> [Int32] {
    (0..<labels.count).map {
      $0 < workspace.bias.count
        ? Int32(max(-Self.highestBias, min(Self.highestBias, (workspace.bias[$0] / layout.scale).rounded())))
        : 0
    }
  }

  private func addEmissions(_ features: FeatureSequence, _ workspace: inout Workspace) {
    workspace.reserve(features.count * labels.count)
    let bias = bias(workspace)
    workspace.emissions.withUnsafeMutableBufferPointer { out in
      guard let out = out.baseAddress else { return }
      if isNarrow {
        addNarrowRows(features, bias, out)
      } else {
        addRows(features, bias, out)
      }
    }
  }

  /// Up to sixteen labels of one byte: a row is one load. What is read past the row's end is ignored.
  private func addNarrowRows(
    _ features: FeatureSequence, _ bias: [Int32], _ out: UnsafeMutablePointer<Int32>
  ) {
    let width = labels.count
    let rows = RowIndex(layout, memory.bytes)
    features.hashes.withUnsafeBufferPointer { hashes in
      for position in 0..<features.count {
        let target = out + position * width
        for label in 0..<width { target[label] = bias[label] }
        let range = features.range(position).prefix(Self.mostFeatures)
        var start = range.lowerBound
        while start < range.upperBound {
          let end = min(start + FeatureScorer.mostFeatures, range.upperBound)
          let sum = rows.sum(UnsafeBufferPointer(rebasing: hashes[start..<end]), width: width)
          for label in 0..<width { target[label] += Int32(sum[label]) }
          start = end
        }
      }
    }
  }

  private func addRows(_ features: FeatureSequence, _ bias: [Int32], _ out: UnsafeMutablePointer<Int32>) {
    let width = labels.count
    let rows = RowIndex(layout, memory.bytes)
    for position in 0..<features.count {
      let target = out + position * width
      for label in 0..<width { target[label] = bias[label] }
      for index in features.range(position).prefix(Self.mostFeatures) {
        guard let row = rows.row(of: features.hashes[index]) else { continue }
        if layout.weightBytes == 1 {
          for label in 0..<width { target[label] += Int32(Int8(bitPattern: rows.rows[row * width + label])) }
        } else {
          for label in 0..<width {
            target[label] += Int32(
              SequenceModelLayout.load(rows.rows, (row * width + label) * 2) as Int16)
          }
        }
      }
    }
  }
}

extension SequenceModel.Workspace {
  /// Makes room for so many emissions.
  mutating func reserve(_ size: Int) {
    if emissions.count < size { emissions = [Int32](repeating: 0, count: size) }
  }
}

/// Finds the row of a hash: one bit tells whether there is one.
struct RowIndex {
  let rows: UnsafeRawBufferPointer
  private let index: UnsafeRawBufferPointer
  private let shift: UInt32

  init(_ layout: SequenceModelLayout, _ bytes: UnsafeRawBufferPointer) {
    index = UnsafeRawBufferPointer(rebasing: bytes[layout.indexOffset..<layout.rowOffset])
    rows = UnsafeRawBufferPointer(rebasing: bytes[layout.rowOffset...])
    shift = UInt32(32 - layout.bits)
  }

  @inline(__always)
  func row(of hash: UInt32) -> Int? {
    let slot = hash >> shift
    let entry: UInt64 = SequenceModelLayout.load(index, Int(slot >> 5) * 8)
    let map = UInt32(truncatingIfNeeded: entry)
    let bit = UInt32(1) << (slot & 31)
    guard map & bit != 0 else { return nil }
    return Int(entry >> 32) + (map & (bit - 1)).nonzeroBitCount
  }

  /// How many features are looked up at once: their entries take the 1,024 bytes that surely lie on the stack.
  private static let group = 128

  /// The sum of the rows of up to 256 features, of sixteen labels or fewer in a byte each.
  func sum(_ features: UnsafeBufferPointer<UInt32>, width: Int) -> LabelScores {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.group) { found in
      var total = LabelScores(repeating: 0)
      var start = 0
      while start < features.count {
        let part = UnsafeBufferPointer(
          rebasing: features[start..<min(start + Self.group, features.count)])
        for index in 0..<part.count { found[index] = entry(part[index]) }
        let count = keepFound(part, found, from: 0, to: 0)
        total &+= sum(UnsafeBufferPointer(rebasing: found[..<count]), width)
        start += part.count
      }
      return total
    }
  }

  /// Adds the rows of the features of each position. Which features have rows, and where those lie, is as good as
  /// random, so most of the time is spent on waiting for memory: passes without branches between let the
  /// processor wait for many at once.
  func add(_ features: FeatureSequence, to scores: UnsafeMutableBufferPointer<LabelScores>, width: Int) {
    features.hashes.withUnsafeBufferPointer { hashes in
      var first = 0
      while first < features.count {
        let start = features.range(first).lowerBound
        var end = first
        while end < features.count, features.range(end).upperBound - start <= Self.group { end += 1 }
        if end == first {
          scores[first] &+= sum(UnsafeBufferPointer(rebasing: hashes[features.range(first)]), width: width)
          end += 1
        } else {
          add(features, hashes, first..<end, scores, width)
        }
        first = end
      }
    }
  }

  /// Adds the rows of a few positions that have up to ``group`` features together.
  private func add(
    _ features: FeatureSequence, _ hashes: UnsafeBufferPointer<UInt32>, _ positions: Range<Int>,
    _ scores: UnsafeMutableBufferPointer<LabelScores>, _ width: Int
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.group) { found in
      let start = features.range(positions.lowerBound).lowerBound
      let end = features.range(positions.upperBound - 1).upperBound
      for index in start..<end { found[index - start] = entry(hashes[index]) }
      for position in positions {
        let range = features.range(position)
        let place = range.lowerBound - start
        let part = UnsafeBufferPointer(rebasing: hashes[range])
        let count = keepFound(part, found, from: place, to: place)
        scores[position] &+= sum(UnsafeBufferPointer(rebasing: found[place..<count]), width)
      }
    }
  }

  /// The entry of the index that tells of a hash.
  @inline(__always)
  private func entry(_ hash: UInt32) -> UInt64 {
    SequenceModelLayout.load(index, Int((hash >> shift) >> 5) * 8)
  }

  /// Puts the rows of the features that have one in the place of the entries, without a gap.
  /// - Parameters:
  ///   - start: where the entries of these features begin.
  ///   - end: where the rows are put: not after `start`.
  /// - Returns: one past the last row.
  @inline(__always)
  private func keepFound(
    _ features: UnsafeBufferPointer<UInt32>, _ found: UnsafeMutableBufferPointer<UInt64>, from start: Int,
    to end: Int
  ) -> Int {
    var count = end
    for index in 0..<features.count {
      let entry = found[start &+ index]
      let slot = features[index] >> shift & 31
      let map = UInt32(truncatingIfNeeded: entry)
      let before = (map & ((1 &<< slot) &- 1)).nonzeroBitCount
      found[count] = (entry >> 32) &+ UInt64(truncatingIfNeeded: before)
      count &+= Int(map &>> slot & 1)
    }
    return count
  }

  /// The sum of rows, two labels a lane until the end: of sums of 256 bytes none leaves 16 bits.
  @inline(__always)
  private func sum(_ found: UnsafeBufferPointer<UInt64>, _ width: Int) -> LabelScores {
    var even = SIMD8<Int16>(repeating: 0)
    var odd = SIMD8<Int16>(repeating: 0)
    for row in found {
      let pairs = SIMD8<Int16>(
        littleEndian: rows, offset: Int(truncatingIfNeeded: row) &* width)
      even &+= (pairs &<< 8) &>> 8
      odd &+= pairs &>> 8
    }
    var sum = LabelScores()
    sum.evenHalf = even
    sum.oddHalf = odd
    return sum
  }
}

extension SIMD8<Int16> {
  /// Sixteen bytes, two a lane, the first in the lower half.
  @inline(__always)
  fileprivate init(littleEndian bytes: UnsafeRawBufferPointer, offset: Int) {
    self = bytes.loadUnaligned(fromByteOffset: offset, as: Self.self)
    #if _endian(big)
      self = (self &<< 8) | ((self &>> 8) & 0xFF)
    #endif
  }
}
