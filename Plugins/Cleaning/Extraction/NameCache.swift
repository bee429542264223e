import Copydesk

/// Remembers what classes of a page mean: most elements are called as others are.
struct NameCache {
  private struct Entry {
    var start: Int32 = 0
    var count: Int32 = 0
    var namesStart: Int32 = 0
    var namesCount: Int32 = 0
    var marks = ElementMarks()
  }

  private static let bits: UInt64 = 8
  private var entries = [Entry](repeating: Entry(), count: 1 << Int(bits))

  /// Reads a class or an id as ``ElementMarks/read(_:into:)`` does.
  /// - Parameters:
  ///   - range: where its value stands in the page.
  ///   - bytes: the page.
  ///   - names: takes the hashes of its words; all that was read through this cache must be in it still.
  /// - Returns: its marks.
  mutating func marks(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, into names: inout [UInt64]
  ) -> ElementMarks {
    let value = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range])
    let slot = Self.slot(value)
    let known = entries[slot]
    if Int(known.count) == value.count, known.count > 0,
      value.elementsEqual(
        UnsafeRawBufferPointer(
          rebasing: UnsafeRawBufferPointer(bytes)[Int(known.start)..<Int(known.start + known.count)]))
    {
      for index in Int(known.namesStart)..<Int(known.namesStart + known.namesCount) {
        names.append(names[index])
      }
      return known.marks
    }
    let first = names.count
    var marks = ElementMarks()
    marks.read(UnsafeBufferPointer(rebasing: bytes[range]), into: &names)
    entries[slot] = Entry(
      start: Int32(truncatingIfNeeded: range.lowerBound), count: Int32(truncatingIfNeeded: range.count),
      namesStart: Int32(truncatingIfNeeded: first),
      namesCount: Int32(truncatingIfNeeded: names.count - first),
      marks: marks)
    return marks
  }

  /// A place for a value by its length, its first and its last bytes.
  private static func slot(_ value: UnsafeRawBufferPointer) -> Int {
    var hash = UInt64(truncatingIfNeeded: value.count) &* 0x9E37_79B9_7F4A_7C15
    if value.count >= 8 {
      hash ^= value.loadUnaligned(as: UInt64.self) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 32
      hash ^= value.loadUnaligned(fromByteOffset: value.count - 8, as: UInt64.self) &* 0xD6E8_FEB8_6659_FD93
    } else {
      for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return Int(truncatingIfNeeded: ((hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }
}
