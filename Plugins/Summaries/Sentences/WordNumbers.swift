/// Numbers the different words of a text, from 0: a table of hashes made for one text at a time.
struct WordNumbers {
  private var keys: [UInt64]
  private var numbers: [Int32]
  private var mask: Int
  /// How many different words there are.
  private(set) var count = 0

  /// - Parameter capacity: about how many words will come.
  init(capacity: Int) {
    var slots = 64
    while slots < capacity * 2 { slots *= 2 }
    keys = [UInt64](repeating: 0, count: slots)
    numbers = [Int32](repeating: 0, count: slots)
    mask = slots - 1
  }

  /// The word's number; the next free one where it is new.
  mutating func number(of hash: UInt64) -> Int {
    if count * 2 > mask { grow() }
    let key = max(1, hash)
    let slot = slot(of: key)
    if keys[slot] == 0 {
      keys[slot] = key
      numbers[slot] = Int32(truncatingIfNeeded: count)
      count += 1
    }
    return Int(numbers[slot])
  }

  /// The word's number, where it has one.
  func existing(_ hash: UInt64) -> Int? {
    let slot = slot(of: max(1, hash))
    return keys[slot] == 0 ? nil : Int(numbers[slot])
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    mask = (mask + 1) * 2 - 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    numbers = [Int32](repeating: 0, count: mask + 1)
    for (key, number) in zip(oldKeys, oldNumbers) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
