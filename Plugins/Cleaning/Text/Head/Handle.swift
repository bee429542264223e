import Copydesk

/// A line that is somebody's name on a network: "@janeokafor", "Twitter: @JaneOkafor".
struct Handle {
  private let name: ArraySlice<UInt8>

  /// Nil for a line that is anything else.
  /// - Parameter folded: in lower case.
  init?(_ folded: ArraySlice<UInt8>) {
    guard folded.count <= 60, let sign = folded.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    var before = folded[..<sign]
    while let last = before.last, " :(".utf8.contains(last) { before = before.dropLast() }
    let isNetwork = before.withUnsafeBufferPointer(Self.networks.contains)
    guard before.isEmpty || isNetwork else { return nil }
    let rest = folded[(sign + 1)...]
    let name = rest.prefix { $0.isASCIILetter || $0.isASCIIDigit || "_.-@".utf8.contains($0) }
    guard name.count >= 2, rest.dropFirst(name.count).allSatisfy({ $0 == UInt8(ascii: ")") }) else {
      return nil
    }
    self.name = name
  }

  private static let networks = WordSet("twitter x instagram mastodon bluesky threads facebook tiktok follow")

  /// Whether the handle is made of a name: of all its letters, or of one of its longer words.
  /// - Parameter folded: the name in lower case.
  func isOf(_ folded: ArraySlice<UInt8>) -> Bool {
    let own = name.filter(\.isASCIILetter)
    if own.elementsEqual(folded.filter { $0 != 0x20 }) { return true }
    return folded.split(separator: 0x20).contains { word in
      word.count >= 4 && own.indices.contains { own[$0...].starts(with: word) }
    }
  }
}
