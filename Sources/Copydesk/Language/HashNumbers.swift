/// Numbers by hashes: an open table of two arrays, without another hashing than what the keys have had. Two keys of one
/// hash are one; 0 and 1 are as well.
///
/// Grows as it fills up; a table that was made for nothing takes nothing.
public struct HashNumbers: Sendable {
  private var keys: [UInt64]
  private var numbers: [Int32]
  /// How many hashes have a number.
  public private(set) var count = 0

  /// - Parameter capacity: about how many hashes will come.
  public init(capacity: Int = 0) {
    var size = capacity > 0 ? 16 : 0
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: 0, count: size)
  }

  /// The number of a hash. Setting a number that is there already changes it; nil cannot be set.
  /// - Complexity: O(1), amortised where one is set.
  public subscript(hash: UInt64) -> Int? {
    get {
      guard !keys.isEmpty else { return nil }
      let slot = slot(of: max(1, hash))
      return keys[slot] == 0 ? nil : Int(numbers[slot])
    }
    set {
      guard let newValue else { return }
      numbers[taken(hash)] = Int32(truncatingIfNeeded: newValue)
    }
  }

  /// The number of a hash; where it has none, it gets the next one from 0 on.
  /// - Complexity: O(1) amortised.
  public mutating func number(of hash: UInt64) -> Int {
    let next = count
    let slot = taken(hash)
    if count > next { numbers[slot] = Int32(truncatingIfNeeded: next) }
    return Int(numbers[slot])
  }

  /// Counts a hash: its number goes up by one, from 0.
  /// - Complexity: O(1) amortised.
  public mutating func add(_ hash: UInt64) { numbers[taken(hash)] += 1 }

  /// The place of a hash, which is made where there is none.
  private mutating func taken(_ hash: UInt64) -> Int {
    if count * 2 >= keys.count { grow() }
    let key = max(1, hash)
    let slot = slot(of: key)
    if keys[slot] == 0 {
      keys[slot] = key
      count += 1
    }
    return slot
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    let size = max(16, keys.count * 2)
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: 0, count: size)
    for (key, number) in zip(oldKeys, oldNumbers) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
