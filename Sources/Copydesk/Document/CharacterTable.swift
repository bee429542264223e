#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system's converter makes of the bytes of characters in some encoding; each sequence is asked for once.
final class CharacterTable {
  private let converter: Converter
  /// By the bytes of a sequence and their number; empty for what is no character.
  private var known: [UInt64: [UInt8]] = [:]

  /// - Parameter converters: the names by which systems know the encoding, the best first.
  /// - Returns: nil where this system knows none of them.
  init?(converters: [String]) {
    for name in converters {
      if let converter = Converter(name) {
        self.converter = converter
        return
      }
    }
    return nil
  }

  private static let longest = 4

  /// The first character of `bytes` as UTF-8 and how many bytes it takes; nil if they begin with none.
  func first(of bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], length: Int)? {
    var sequence: UInt64 = 0
    for length in 1...Self.longest where length <= bytes.count {
      sequence = sequence << 8 | UInt64(bytes[bytes.startIndex + length - 1])
      let utf8 = character(sequence, length: length)
      if !utf8.isEmpty { return (utf8, length) }
    }
    return nil
  }

  /// The character that all of some bytes are; empty where they are none.
  func character(_ sequence: UInt64, length: Int) -> [UInt8] {
    let key = UInt64(length) << 56 | sequence
    if let utf8 = known[key] { return utf8 }
    let bytes = (0..<length).reversed().map { UInt8(truncatingIfNeeded: sequence >> (8 * UInt64($0))) }
    let utf8 = converter.utf8(of: bytes) ?? []
    known[key] = utf8
    return utf8
  }
}

/// The system's converter into UTF-8.
private final class Converter {
  private let handle: iconv_t

  init?(_ name: String) {
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// What all of `bytes` stand for; nil if they are no character, or the beginning of one.
  func utf8(of bytes: [UInt8]) -> [UInt8]? {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 16)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int? in
        var from = input.baseAddress
        var left = input.count
        var to = output.baseAddress
        var room = output.count
        _ = iconv(handle, nil, nil, nil, nil)
        let result = iconv(handle, &from, &left, &to, &room)
        guard result != Int(bitPattern: UInt.max), result != UInt.max, left == 0 else { return nil }
        // A letter that may be joined by a mark is held back until what follows is known: Hebrew, Vietnamese.
        _ = iconv(handle, nil, nil, &to, &room)
        return output.count - room
      }
    }
    return written.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
  }
}
