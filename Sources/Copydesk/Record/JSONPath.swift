/// The names that lead to a value inside of objects: `article.body` is the member `body` of the member `article`.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
  /// The names, in UTF-8.
  let steps: [[UInt8]]

  /// Creates a path of names joined by dots.
  public init(_ path: String) {
    steps = path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init)
  }

  /// The first name.
  public var root: String { String(decoding: steps[0], as: UTF8.self) }
  /// Whether there is but one name.
  public var isName: Bool { steps.count == 1 }

  public var description: String {
    steps.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
  }

  /// Takes the value that the path leads to out of `members`, and with it each object that it leaves empty.
  public func take(from members: inout [JSONValue.Member]) -> JSONValue? { Self.take(steps[...], &members) }

  private static func take(_ steps: ArraySlice<[UInt8]>, _ members: inout [JSONValue.Member]) -> JSONValue? {
    guard let step = steps.first,
      let index = members.lastIndex(where: { $0.name.utf8.elementsEqual(step) })
    else { return nil }
    guard steps.count > 1 else { return members.remove(at: index).value }
    guard case .object(var inner) = members[index].value else { return nil }
    let value = take(steps.dropFirst(), &inner)
    if inner.isEmpty, value != nil {
      members.remove(at: index)
    } else {
      members[index].value = .object(inner)
    }
    return value
  }
}
