import Copydesk

/// Tells records that Copydesk wrote (``Document/record(includeText:includeTrail:includeProvenance:)``) from those of
/// others that have a number called `schema`, too.
enum OwnRecord {
  /// Whether a line is as Copydesk writes it: the version of its schema, the id and the source come first, and the source
  /// begins with its path.
  /// - Complexity: O(length of the id).
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    guard take("{\"schema\":", &rest), let digit = rest.first, digit.isASCIIDigit else { return false }
    rest = rest.drop(while: \.isASCIIDigit)
    guard take(",\"id\":\"", &rest) else { return false }
    while let byte = rest.first, byte != UInt8(ascii: "\"") {
      rest = rest.dropFirst(byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    return take("\",\"source\":{\"path\":\"", &rest)
  }

  /// Whether the fields are those that Copydesk writes, in whatever order.
  static func isOne(_ members: [JSONValue.Member]) -> Bool {
    guard case .number? = members.last(where: { $0.name == "schema" })?.value,
      let source = members.last(where: { $0.name == "source" })?.value
    else { return false }
    return source["path"]?.string != nil && source["start"]?.int != nil
  }

  private static func take(_ mark: StaticString, _ bytes: inout ArraySlice<UInt8>) -> Bool {
    guard mark.withUTF8Buffer({ bytes.starts(with: $0) }) else { return false }
    bytes = bytes.dropFirst(mark.utf8CodeUnitCount)
    return true
  }
}
