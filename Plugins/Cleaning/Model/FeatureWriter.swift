import Copydesk

/// Writes features one kind after the other.
struct FeatureWriter {
  private(set) var sequence = FeatureSequence()
  private var template: UInt32 = 0

  /// Adds a feature of the next kind.
  @inline(__always)
  mutating func add(_ value: UInt64) {
    sequence.add(template, value)
    template &+= 1
  }

  /// Adds a feature of the next kind that is the conjunction of two values.
  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64) {
    sequence.add(template, first, second)
    template &+= 1
  }

  /// Leaves out some kinds.
  mutating func skip(_ count: UInt32) { template &+= count }

  /// Ends a position.
  mutating func endPosition() {
    sequence.endPosition()
    template = 0
  }
}
