extension [UInt8] {
  /// Appends up to `count` bytes that `body` writes; it returns how many.
  /// - Complexity: O(count), amortised: an array that has no room grows to twice its size.
  mutating func grow(by count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) {
    #if compiler(>=6.3)
      append(addingCapacity: count) { room in
        room.withUnsafeMutableBufferPointer { free, filled in
          filled = body(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: free[..<count])))
        }
      }
    #else
      let before = self.count
      append(contentsOf: repeatElement(0, count: count))
      let filled = withUnsafeMutableBytes { body(UnsafeMutableRawBufferPointer(rebasing: $0[before...])) }
      removeLast(count - filled)
    #endif
  }
}
