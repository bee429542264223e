import Copydesk

/// Where the features of words are written: memory that stays where it is, without a look at its size for each feature.
///
/// A position ends where ``endPosition()`` says; whoever writes asks between words whether the next one has room. Who does
/// not is stopped at the end of the room, in every build: behind it lies the memory of others.
struct FeatureRoom {
  /// More features than any word has: a few dozen, and one for each class that it belongs to, of which there are no more
  /// than 64 in each of the eight groups that tell them. So ``isFull``, asked between words, is all that need be asked.
  static let mostOfWord = 640
  /// A word has this many groups of features that may be positions of their own.
  static let mostEndsOfWord = 16
  /// Some dozens of words: what is looked up together should be much, but not leave the nearest cache.
  static let capacity = 3_072

  /// How many positions may end in it.
  static let endCapacity = capacity / 3

  private let room: UnsafeMutableBufferPointer<UInt32>
  private let roomOfEnds: UnsafeMutableBufferPointer<Int32>
  private(set) var count = 0
  private var endCount = 0

  /// - Parameters:
  ///   - features: memory for ``capacity`` features.
  ///   - ends: memory for the ends of positions; none where the caller asks for the features of one position at a time.
  init(_ features: UnsafeMutableBufferPointer<UInt32>, ends: UnsafeMutableBufferPointer<Int32>) {
    precondition(features.count >= Self.mostOfWord, "there is no room for a word")
    room = features
    roomOfEnds = ends
  }

  /// What was written.
  var features: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: room[..<count]) }

  /// Where the features of each position end.
  var ends: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(rebasing: roomOfEnds[..<endCount]) }

  /// Whether the features of one more word may not fit.
  @inline(__always)
  var isFull: Bool {
    room.count &- count < Self.mostOfWord || roomOfEnds.count &- endCount < Self.mostEndsOfWord
  }

  /// Forgets what was written.
  mutating func removeAll() {
    count = 0
    endCount = 0
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
  mutating func endPosition() {
    precondition(
      endCount < roomOfEnds.count, "a word has more groups of features than any was thought to have")
    roomOfEnds[endCount] = Int32(truncatingIfNeeded: count)
    endCount &+= 1
  }

  @inline(__always)
  private mutating func put(_ hash: UInt32) {
    precondition(count < room.count, "a word has more features than any was thought to have")
    room[count] = hash
    count &+= 1
  }
}
