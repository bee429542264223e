import Copydesk

/// The name of the rule that covers each line of a text, a byte a line.
struct LineVerdicts: Sendable {
  private var numbers: [UInt8]

  /// No verdict on any line.
  init(count: Int) { numbers = [UInt8](repeating: 0, count: count) }

  private static let names = LineRules.all.map { $0.name } + HeadRule.allCases.map(\.rawValue)
  private static let hashes = names.map { StableHash.of($0.utf8) }

  /// The name of the rule that covers a line, or nil; of the rules of lines and of heads.
  subscript(line: Int) -> String? {
    get { numbers[line] == 0 ? nil : Self.names[Int(numbers[line]) - 1] }
    set {
      let place = newValue.flatMap { Self.names.firstIndex(of: $0) }
      precondition(place != nil || newValue == nil, "a rule that covers lines is not among those that do")
      numbers[line] = place.map { UInt8(truncatingIfNeeded: $0 + 1) } ?? 0
    }
  }

  /// Notes that the rule at a place of ``LineRules/all`` covers a line.
  mutating func set(_ line: Int, toRule place: Int) { numbers[line] = UInt8(truncatingIfNeeded: place + 1) }

  /// Whether a rule covers a line.
  func covers(_ line: Int) -> Bool { numbers[line] != 0 }

  /// A hash of the name of the rule that covers a line; 0 for none.
  func hash(_ line: Int) -> UInt64 { numbers[line] == 0 ? 0 : Self.hashes[Int(numbers[line]) - 1] }
}
