/// The most frequent of many things, in bounded memory.
///
/// Exact until more than `capacity` different things have come; from then on a new one takes the place of the rarest and
/// its count, so that a count may be too high by at most ``excess`` (A. Metwally, D. Agrawal, A. El Abbadi: Efficient
/// Computation of Frequent and Top-k Elements in Data Streams, 2005, "Space-Saving").
struct FrequentItems {
  /// A thing and how often it was met.
  struct Item: Equatable {
    var name: String
    var count: Int
  }

  let capacity: Int
  /// How much too high a count may be; 0 where all are exact.
  private(set) var excess = 0
  /// How often anything was met.
  private(set) var total = 0
  private var counts: [String: Int] = [:]

  init(capacity: Int) { self.capacity = max(8, capacity) }

  /// How many different things are held.
  var distinct: Int { counts.count }

  /// Counts a thing; in constant time but for a sweep once in `capacity` / 4 new ones.
  mutating func add(_ name: String, _ count: Int = 1) {
    total += count
    if let known = counts[name] {
      counts[name] = known + count
      return
    }
    if counts.count >= capacity { sweep() }
    counts[name] = count + excess
  }

  /// Lets go of the rarest quarter at once: the same bound as one by one, without a heap.
  private mutating func sweep() {
    let sorted = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    for (name, count) in sorted.prefix(capacity / 4) {
      counts[name] = nil
      excess = max(excess, count)
    }
  }

  /// The most frequent, equal ones by name.
  func top(_ limit: Int) -> [Item] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map {
      Item(name: $0.key, count: $0.value)
    }
  }
}
