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

  /// How far a search within an object came.
  enum Progress {
    /// To the place that was sought.
    case reached
    /// To the object's end.
    case ended
    /// To what cannot be read on, or the end of the file.
    case broken
  }

  /// Goes from the object's brace to the bracket of its list.
  /// - Complexity: O(bytes); holds a block.
  func enter(_ reader: inout BlockReader) throws(Failure) -> Progress {
    var level = 0
    _ = try reader.skip(1)
    while let byte = try reader.peekJSON() {
      // No member begins with a brace: the object before was not ended.
      if byte == UInt8(ascii: "{") { return .broken }
      if byte == UInt8(ascii: "}") {
        _ = try reader.skip(1)
        if level == 0 { return .ended }
        level -= 1
        continue
      }
      guard let name = try reader.passName() else { return .broken }
      guard try reader.peekJSON() == UInt8(ascii: ":") else { continue }
      _ = try reader.skip(1)
      let isNext = name == path[level]
      let isLast = level == path.count - 1
      switch try reader.peekJSON() {
      case UInt8(ascii: "[") where isNext && isLast: return .reached
      case UInt8(ascii: "{") where isNext && !isLast:
        level += 1
        _ = try reader.skip(1)
      case UInt8(ascii: "}"): break
      default: guard try reader.passValue()?.isWhole ?? false else { return .broken }
      }
    }
    return .broken
  }

  /// Goes on behind the object, from behind its list.
  func leave(_ reader: inout BlockReader) throws(Failure) -> Progress {
    var open = path.count
    var isBehindName = false
    while open > 0 {
      guard let byte = try reader.peekJSON() else { return .broken }
      switch byte {
      case UInt8(ascii: "}"):
        open -= 1
        _ = try reader.skip(1)
      case UInt8(ascii: ":"): _ = try reader.skip(1)
      case UInt8(ascii: "{") where !isBehindName: return .broken
      default: guard try reader.passValue()?.isWhole ?? false else { return .broken }
      }
      isBehindName = byte == UInt8(ascii: ":")
    }
    return .ended
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
  /// - Returns: what is between its quotes, escapes as they stand; empty where that is nothing that is looked for, nil where
  ///   it has no end.
  fileprivate mutating func passName() throws(Failure) -> [UInt8]? {
    var wanted = 64
    while try peek(1).first == UInt8(ascii: "\""), wanted <= JSONEnvelope.longestName {
      let ahead = try peek(wanted)
      var extent = JSONExtent()
      if let end = extent.end(in: ahead) {
        let name = ahead.dropFirst().prefix(upTo: max(ahead.startIndex + 1, end.index - 1))
        guard end.isWhole else { break }
        let taken = Array(name)
        _ = try skip(end.index - ahead.startIndex)
        return taken
      }
      wanted = ahead.count < wanted ? .max : wanted * 2
    }
    return try passValue()?.isWhole ?? false ? [] : nil
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
