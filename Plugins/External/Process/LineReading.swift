import Copydesk

extension Channel {
  /// Takes the whole lines that have been received, without their ends.
  /// - Parameter searched: how many bytes of what was received are known to hold no line's end; kept by the caller
  ///   between calls, so that a line of 10 MB is searched once.
  func takeLines(searched: inout Int) -> [ArraySlice<UInt8>] {
    guard let last = received[min(searched, received.count)...].lastIndex(of: 0x0A) else {
      searched = received.count
      return []
    }
    let whole = received[...last]
    let rest = Array(received[(last + 1)...])
    let lines = whole.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    received = rest
    searched = 0
    return Array(lines)
  }
}
