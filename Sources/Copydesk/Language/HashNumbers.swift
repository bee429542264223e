/// Numbers by hashes: an open table, without another hashing than what the keys have had. Two keys of one
/// hash are one; 0 and 1 are as well.
///
/// Grows as it fills up; a table that was made for nothing takes nothing.
public struct HashNumbers: Sendable {
  private struct Slot {
    /// The hash; 0 where there is none.
    var key: UInt64 = 0
    var number: Int32 = 0
  }

  private var slots: [Slot]
  /// How many hashes have a number.
  public private(set) var count = 0

  /// - Parameter capacity: about how many hashes will come.
  public init(capacity: Int = 0) {
    var size = capacity > 0 ? 16 : 0
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// The number of a hash. Setting a number that is there already changes it; nil cannot be set.
  /// - Complexity: O(1), amortised where one is set.
  public subscript(hash: UInt64) -> Int? {
    get {
      guard !slots.isEmpty else { return nil }
      let slot = slots[place(of: max(1, hash))]
      return slot.key == 0 ? nil : Int(slot.number)
    }
    set {
      guard let newValue else { return }
      withSlot(of: hash) { slot, _ in slot.number = Int32(truncatingIfNeeded: newValue) }
    }
  }

  /// The number of a hash; where it has none, it gets the next one from 0 on.
  /// - Complexity: O(1) amortised.
  public mutating func number(of hash: UInt64) -> Int {
    let next = count
    return withSlot(of: hash) { slot, isNew in
      if isNew { slot.number = Int32(truncatingIfNeeded: next) }
      return Int(slot.number)
    }
  }

  /// Counts a hash: its number goes up by one, from 0.
  /// - Complexity: O(1) amortised.
  public mutating func add(_ hash: UInt64) { withSlot(of: hash) { slot, _ in slot.number += 1 } }

  /// Lends the slot of a hash, which is made where there is none, and tells whether it was.
  @inline(__always)
  private mutating func withSlot<Result>(of hash: UInt64, _ body: (inout Slot, Bool) -> Result) -> Result {
    if count * 2 >= slots.count { grow() }
    let key = max(1, hash)
    var isNew = false
    let result = slots.withUnsafeMutableBufferPointer { slots in
      let place = Self.place(of: key, in: UnsafeBufferPointer(slots))
      isNew = slots[place].key == 0
      slots[place].key = key
      return body(&slots[place], isNew)
    }
    if isNew { count += 1 }
    return result
  }

  @inline(__always)
  private static func place(of key: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[place].key != 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private func place(of key: UInt64) -> Int {
    slots.withUnsafeBufferPointer { Self.place(of: key, in: $0) }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: max(16, old.count * 2))
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }
}
