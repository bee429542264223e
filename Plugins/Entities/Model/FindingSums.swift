import Copydesk

/// What the features add up to that tell of lists, of rules, of the rest of the document and of the place in a row of words with
/// capitals. They ask for no word, so there are few of each kind, and each is looked up once in the life of a thread.
struct FindingSums: Sendable {
  /// What a sum is of. The key of each has fifteen bits at most today; a sum with a longer one is looked up each time.
  enum Kind: Int {
    case phrases, rules, signals, row
  }

  /// The numbers of the sums by kind and key; 0 for one that was not asked for.
  private var numbers: [UInt16] = []
  private var sums: [LabelScores] = []

  /// The sum with a key.
  /// - Parameter describe: writes its features, which nothing but the key may decide.
  @inline(__always)
  mutating func sum(
    _ kind: Kind, _ key: UInt64, _ scorer: FeatureScorer, _ describe: (inout FeatureRoom) -> Void
  ) -> LabelScores {
    // Cut to fifteen bits it would be taken for another.
    guard key <= 0x7FFF else { return Self.lookUp(scorer, describe) }
    let place = kind.rawValue << 15 | Int(truncatingIfNeeded: key)
    if place < numbers.count, numbers[place] != 0 { return sums[Int(numbers[place])] }
    return new(place, scorer, describe)
  }

  @inline(never)
  private mutating func new(
    _ place: Int, _ scorer: FeatureScorer, _ describe: (inout FeatureRoom) -> Void
  ) -> LabelScores {
    if numbers.isEmpty {
      numbers = [UInt16](repeating: 0, count: 4 << 15)
      sums = [LabelScores()]
    }
    let sum = Self.lookUp(scorer, describe)
    if sums.count < Int(UInt16.max) {
      numbers[place] = UInt16(sums.count)
      sums.append(sum)
    }
    return sum
  }

  @inline(never)
  private static func lookUp(
    _ scorer: FeatureScorer, _ describe: (inout FeatureRoom) -> Void
  ) -> LabelScores {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureRoom.capacity) { memory in
      var room = FeatureRoom(memory, ends: UnsafeMutableBufferPointer(start: nil, count: 0))
      describe(&room)
      return scorer.scores(of: room.features)
    }
  }
}
