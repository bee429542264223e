import Copydesk

/// How much goes into one file of several: `{ documents: 10000 }`, `{ bytes: 256M }`, or whichever comes first.
///
/// Bytes are counted before compression.
public struct ShardLimit: OptionValue, Hashable {
  var documents: Int?
  var bytes: Int?

  func isExceeded(documents count: Int, bytes size: Int) -> Bool {
    documents.map { count > $0 } ?? false || bytes.map { size > $0 } ?? false
  }

  /// Says of an output to `path` that its option `shard` has no effect there.
  static func advice(path: String, given: Set<String>) -> [OptionAdvice] {
    guard path == "-", given.contains("shard") else { return [] }
    return [
      OptionAdvice(
        "shard", "\"shard\" has no effect on standard output, which is one stream",
        help: "leave it out, or name a file")
    ]
  }

  public static var kind: OptionKind { .map(of: .string) }

  public var json: JSONValue {
    let members = [("documents", documents), ("bytes", bytes)]
    return .object(members.compactMap { name, value in value.map { .init(name, .number(String($0))) } })
  }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> ShardLimit? {
    guard let entries = node.entries else {
      problems.append(
        OptionProblem(.wrongType(expected: kind, found: node.kindDescription), at: node.location))
      return nil
    }
    var limit = ShardLimit()
    let before = problems.count
    for entry in entries {
      guard entry.key == "documents" || entry.key == "bytes" else {
        problems.append(
          OptionProblem(.unknown(name: entry.key, known: ["documents", "bytes"]), at: entry.keyLocation))
        continue
      }
      guard let text = entry.value.scalar, let size = size(text), size > 0 else {
        let message = "\(entry.value.kindDescription) is not a number of \(entry.key)"
        let help = entry.key == "bytes" ? "write it like 256M or 2G" : "write a whole number above 0"
        problems.append(OptionProblem(.invalid(message: message, help: help), at: entry.value.location))
        continue
      }
      if entry.key == "documents" { limit.documents = size } else { limit.bytes = size }
    }
    guard problems.count == before else { return nil }
    guard limit.documents != nil || limit.bytes != nil else {
      problems.append(
        OptionProblem(
          .invalid(
            message: "it says neither documents nor bytes", help: "write it like { documents: 10000 }"),
          at: node.location))
      return nil
    }
    return limit
  }

  /// `4096`, `64K`, `256M` or `2G`.
  private static func size(_ text: String) -> Int? {
    let units: [(letter: Character, factor: Int)] = [("K", 1 << 10), ("M", 1 << 20), ("G", 1 << 30)]
    guard let last = text.last, let unit = units.first(where: { $0.letter == Character(last.uppercased()) })
    else {
      return Int(text)
    }
    guard let number = Int(text.dropLast()), number <= Int.max / unit.factor else { return nil }
    return number * unit.factor
  }
}
