#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The place of the first `byte` at or after `start`, or nil.
/// - Complexity: O(*n*), many bytes at a time.
package func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
  bytes.withUnsafeBytes { searched(for: byte, in: $0, from: start) }
}

extension ArraySlice<UInt8> {
  /// The place of the first `byte`, or nil.
  /// - Complexity: O(*n*), many bytes at a time.
  func place(of byte: UInt8) -> Int? {
    withUnsafeBytes { searched(for: byte, in: $0, from: 0) }.map { startIndex + $0 }
  }
}

private func searched(for byte: UInt8, in raw: UnsafeRawBufferPointer, from start: Int) -> Int? {
  guard start < raw.count, let base = raw.baseAddress,
    let found = memchr(base + start, Int32(byte), raw.count - start)
  else { return nil }
  return UnsafeRawPointer(found) - base
}
