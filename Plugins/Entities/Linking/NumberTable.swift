/// Numbers by hashes, for a known number of entries: two arrays, and no other hashing than what the keys have had.
struct NumberTable {
  private var keys: [UInt64]
  private var numbers: [Int32]

  /// A table that holds nothing and takes nothing.
  init() { (keys, numbers) = ([], []) }

  /// - Parameter room: how many entries it has to take.
  init(room: Int) {
    var size = 16
    while size < room * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: 0, count: size)
  }

  /// The number of a hash. Setting a number that is there already changes it; nil cannot be set.
  /// - Precondition: to set one, there is room.
  subscript(hash: UInt64) -> Int? {
    get {
      guard !keys.isEmpty else { return nil }
      let slot = slot(hash)
      return keys[slot] == 0 ? nil : Int(numbers[slot])
    }
    set {
      guard let newValue else { return }
      let slot = slot(hash)
      keys[slot] = max(1, hash)
      numbers[slot] = Int32(truncatingIfNeeded: newValue)
    }
  }

  private func slot(_ hash: UInt64) -> Int {
    let hash = max(1, hash)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
