import Copydesk

/// Where the features of words are written: memory that stays where it is, without a look at its size for each feature.
///
/// A position ends where ``endPosition()`` says; whoever writes asks between words whether the next one has room.
struct FeatureRoom {
  /// More features than any word has: a few dozen, and one for each class that it belongs to.
  private static let mostOfWord = 640
  /// Some dozens of words: what is looked up together should be much, but not leave the nearest cache.
  static let capacity = 4_096

  private let room: UnsafeMutableBufferPointer<UInt32>
  private(set) var count = 0
  /// Where the features of each position end.
  private(set) var ends: [Int32] = []

  init(_ room: UnsafeMutableBufferPointer<UInt32>) {
    precondition(room.count >= Self.mostOfWord, "there is no room for a word")
    self.room = room
  }

  /// What was written.
  var features: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: room[..<count]) }

  /// Whether the features of one more word may not fit.
  @inline(__always)
  var isFull: Bool { room.count &- count < Self.mostOfWord }

  /// Forgets what was written.
  mutating func removeAll() {
    count = 0
    ends.removeAll(keepingCapacity: true)
  }

  /// Takes an array for ``ends`` whose memory is to be used again, and gives back the one that it had.
  mutating func exchangeEnds(_ other: inout [Int32]) {
    swap(&ends, &other)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a feature of a kind.
  @inline(__always)
  mutating func add(_ template: UInt32, _ value: UInt64 = 0) { put(FeatureSequence.hash(template, value)) }

  /// Adds a feature that is the conjunction of two values.
  @inline(__always)
  mutating func add(_ template: UInt32, _ first: UInt64, _ second: UInt64) {
    put(FeatureSequence.hash(template, first, second))
  }

  /// Ends a position.
  @inline(__always)
  mutating func endPosition() { ends.append(Int32(truncatingIfNeeded: count)) }

  @inline(__always)
  private mutating func put(_ hash: UInt32) {
    precondition(count < room.count, "a word has more features than any was thought to have")
    room[count] = hash
    count &+= 1
  }
}
