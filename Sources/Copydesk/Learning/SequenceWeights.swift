/// Weights as training found them, before they are rounded into a ``SequenceModel``.
struct SequenceWeights {
  /// The slot of each row: the hash without its low bits. Ascending.
  var slots: [UInt32]
  /// A weight a label for each slot.
  var rows: [Float]
  var transitions: Transitions<Float>
  var allowed: AllowedTransitions

  /// Makes the mean of `count - 1` sets of weights one of `count`.
  mutating func takeIn(_ other: SequenceWeights, count: Int) {
    let share = 1 / Float(count)
    for index in rows.indices { rows[index] += (other.rows[index] - rows[index]) * share }
    for index in transitions.scores.indices {
      transitions.scores[index] += (other.transitions.scores[index] - transitions.scores[index]) * share
    }
  }

  /// Rounds the weights and writes the file.
  ///
  /// All weights share one scale: sums of emissions and transitions stay sums of integers. A row whose weights
  /// all round to zero is left out; beyond `rowLimit`, so are those with the smallest weights.
  func model(
    labels: [String], featureSet: String, objective: SequenceModel.Objective, bits: Int, weightBytes: Int,
    rowLimit: Int?
  ) throws(SequenceModelError) -> SequenceModel {
    let width = labels.count
    let limit: Float = weightBytes == 1 ? 127 : 32_767
    let highest = rows.reduce(Float(0)) { max($0, abs($1)) }
    let scale = highest > 0 ? highest / limit : 1
    let kept = keptRows(width: width, scale: scale, limit: rowLimit)
    let layout = SequenceModelLayout(
      objective: objective, weightBytes: weightBytes, bits: bits, rowCount: kept.count, scale: scale,
      featureSet: featureSet, labels: labels)
    let writer = ModelWriter(layout)
    writer.setHeader()
    for (index, score) in transitions.scores.enumerated() {
      let rounded =
        allowed.flags.scores[index] == 0 ? SequenceModelLayout.forbidden : Self.rounded(score, scale)
      writer.set(rounded, at: layout.transitionOffset + index * 4)
    }
    writer.setIndex(kept.map { slots[$0] })
    var offset = layout.rowOffset
    for row in kept {
      for weight in rows[(row * width)..<((row + 1) * width)] {
        let value = Self.rounded(weight, scale)
        if weightBytes == 1 {
          writer.set(Int8(clamping: value), at: offset)
        } else {
          writer.set(Int16(clamping: value), at: offset)
        }
        offset += weightBytes
      }
    }
    return try SequenceModel(bytes: writer.finish())
  }

  private static func rounded(_ weight: Float, _ scale: Float) -> Int32 {
    let bound = Float(SequenceModelLayout.highestTransition)
    return Int32(max(-bound, min(bound, (weight / scale).rounded(.toNearestOrEven))))
  }

  private func keptRows(width: Int, scale: Float, limit: Int?) -> [Int] {
    let strength = slots.indices.map { row in
      rows[(row * width)..<((row + 1) * width)].reduce(Float(0)) { max($0, abs($1)) }
    }
    var kept = slots.indices.filter { (strength[$0] / scale).rounded(.toNearestOrEven) >= 1 }
    if let limit, kept.count > limit {
      kept.sort { (strength[$0], $1) > (strength[$1], $0) }
      kept.removeSubrange(limit...)
      kept.sort()
    }
    return kept
  }
}

/// Puts numbers into the bytes of a model's file.
private final class ModelWriter {
  private let layout: SequenceModelLayout
  private var bytes: [UInt8]

  init(_ layout: SequenceModelLayout) {
    self.layout = layout
    bytes = [UInt8](repeating: 0, count: layout.byteCount)
  }

  func set<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Value.self)
    }
  }

  func setHeader() {
    set(SequenceModelLayout.magic, at: 0)
    set(SequenceModelLayout.version, at: 4)
    bytes[6] = layout.objective.rawValue
    bytes[7] = UInt8(layout.weightBytes)
    bytes[16] = UInt8(layout.bits)
    bytes[17] = UInt8(layout.labels.count)
    set(UInt32(layout.rowCount), at: 20)
    set(layout.scale.bitPattern, at: 24)
    let names = Array(layout.names.utf8)
    set(UInt32(names.count), at: 28)
    bytes.replaceSubrange(
      SequenceModelLayout.headerLength..<(SequenceModelLayout.headerLength + names.count), with: names)
  }

  /// - Parameter slots: ascending.
  func setIndex(_ slots: [UInt32]) {
    var next = 0
    for entry in 0..<layout.indexLength {
      var map: UInt32 = 0
      let rank = next
      while next < slots.count, Int(slots[next] >> 5) == entry {
        map |= 1 << (slots[next] & 31)
        next += 1
      }
      set(map, at: layout.indexOffset + entry * 8)
      set(UInt32(rank), at: layout.indexOffset + entry * 8 + 4)
    }
  }

  func finish() -> [UInt8] {
    set(bytes.withUnsafeBytes(SequenceModelLayout.checksum), at: 8)
    return bytes
  }
}
