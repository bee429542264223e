#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ArraySlice<UInt8> {
  /// The place of the first `byte`, or nil.
  /// - Complexity: O(*n*), many bytes at a time.
  func place(of byte: UInt8) -> Int? {
    withUnsafeBytes { raw in
      guard let base = raw.baseAddress, let found = memchr(base, Int32(byte), raw.count) else { return nil }
      return startIndex + (UnsafeRawPointer(found) - base)
    }
  }
}
