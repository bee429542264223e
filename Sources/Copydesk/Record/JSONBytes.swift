import CCopydesk

/// Searches of JSON bytes, sixteen at a time.
enum JSONBytes {
  /// How many bytes may be written behind those that are wanted.
  static let slack = 16

  /// The place of the first quote, backslash or control character at or after `start`; `end` where there is none.
  @inline(__always)
  static func firstSpecial(_ base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 16 <= end {
      let run = copydesk_json_run16(base + index)
      index += run
      if run < 16 { return index }
    }
    while index < end, !isSpecial(base.load(fromByteOffset: index, as: UInt8.self)) { index += 1 }
    return index
  }

  /// Copies bytes up to the first quote, backslash or control character, while it looks for that.
  /// - Parameters:
  ///   - end: where the bytes end that may be read.
  ///   - out: where they go to; up to ``slack`` more are written.
  /// - Returns: how many there were.
  @inline(__always)
  static func copyRun(
    _ base: UnsafeRawPointer, from start: Int, to end: Int, into out: UnsafeMutableRawPointer
  ) -> Int {
    var index = start
    while index + 16 <= end {
      let run = copydesk_json_copy16(base + index, out + (index - start))
      index += run
      if run < 16 { return index - start }
    }
    while index < end, case let byte = base.load(fromByteOffset: index, as: UInt8.self), !isSpecial(byte) {
      out.storeBytes(of: byte, toByteOffset: index - start, as: UInt8.self)
      index += 1
    }
    return index - start
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }
}
