import Copydesk

/// The way into an object that holds records in a list, as the answer of a news service does, and out of it again.
///
/// ```json
/// {"status": "ok", "articles": [{"title": "…", "text": "…"}, {"title": "…", "text": "…"}], "next": 2}
/// ```
struct JSONEnvelope: Sendable, CustomStringConvertible {
  /// The names that lead to the list, the last one its own.
  let path: [[UInt8]]

  /// - Parameter path: names joined by dots, as in `hits.hits`.
  init(_ path: String) {
    self.path = path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(
      Array.init)
  }

  var description: String { path.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".") }

  /// Names longer than that lead nowhere.
  fileprivate static let longestName = 4096

  /// Goes from the object's brace to the bracket of its list.
  /// - Returns: false where the object has ended, or the file in it, without one.
  /// - Complexity: O(bytes); holds a block.
  func enter(_ reader: inout BlockReader) throws(Failure) -> Bool {
    var level = 0
    _ = try reader.skip(1)
    while let byte = try reader.peekJSON() {
      if byte == UInt8(ascii: "}") {
        _ = try reader.skip(1)
        if level == 0 { return false }
        level -= 1
        continue
      }
      if byte == UInt8(ascii: "{") {
        // No member begins so: the object before was not ended.
        level = 0
        _ = try reader.skip(1)
        continue
      }
      let isNext = try reader.passName() == path[level]
      guard try reader.peekJSON() == UInt8(ascii: ":") else { continue }
      _ = try reader.skip(1)
      let value = try reader.peekJSON()
      let isLast = level == path.count - 1
      switch value {
      case UInt8(ascii: "[") where isNext && isLast: return true
      case UInt8(ascii: "{") where isNext && !isLast:
        level += 1
        _ = try reader.skip(1)
      case UInt8(ascii: "}"): break
      default: _ = try reader.passValue()
      }
    }
    return false
  }

  /// Goes on behind the object, from behind its list.
  func leave(_ reader: inout BlockReader) throws(Failure) {
    var open = path.count
    while open > 0, let byte = try reader.peekJSON() {
      switch byte {
      case UInt8(ascii: "}"):
        open -= 1
        _ = try reader.skip(1)
      case UInt8(ascii: ":"): _ = try reader.skip(1)
      default: _ = try reader.passValue()
      }
    }
  }
}

extension BlockReader {
  /// The next byte that is neither white space nor a comma; nil at the end.
  fileprivate mutating func peekJSON() throws(Failure) -> UInt8? {
    while let byte = try peek(1).first {
      guard byte.isASCIISpace || byte == UInt8(ascii: ",") else { return byte }
      _ = try skip(1)
    }
    return nil
  }

  /// Takes a string that is a member's name; what else stands there is passed over.
  /// - Returns: what is between its quotes, escapes as they stand; nil where it is longer than any that is looked for.
  fileprivate mutating func passName() throws(Failure) -> [UInt8]? {
    guard try peek(1).first == UInt8(ascii: "\"") else {
      _ = try passValue()
      return nil
    }
    var wanted = 64
    while wanted <= JSONEnvelope.longestName {
      let ahead = try peek(wanted)
      var extent = JSONExtent()
      if let end = extent.end(in: ahead) {
        let name = ahead.dropFirst().prefix(upTo: max(ahead.startIndex + 1, end.index - 1))
        _ = try skip(end.index - ahead.startIndex)
        return end.isWhole ? Array(name) : nil
      }
      wanted = ahead.count < wanted ? .max : wanted * 2
    }
    _ = try passValue()
    return nil
  }

  /// Passes over a value, or what is left of one.
  /// - Returns: nil where the file ends in it.
  mutating func passValue(_ extent: JSONExtent = JSONExtent()) throws(Failure) -> JSONExtent.End? {
    var extent = extent
    while case let ahead = try peek(1), !ahead.isEmpty {
      let end = extent.end(in: ahead)
      _ = try skip((end?.index ?? ahead.endIndex) - ahead.startIndex)
      if let end { return end }
    }
    return nil
  }
}
