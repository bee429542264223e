import Copydesk

/// The rules of a part of the stage: the cases are their names in the trail.
///
/// A decision takes its rule from here and the stage declares the same cases, so that none can be missing from its
/// help.
protocol DeclaredRules: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  /// What the rule does, in one sentence.
  var help: String { get }
}

extension DeclaredRules {
  /// The rules as the stage declares them, without those that another part shares.
  static var declared: [Rule] { allCases.map { Rule($0.rawValue, $0.help) } }
}

/// Takes a document out for its length.
enum LengthRule: String, DeclaredRules {
  case empty
  case tooShort = "too_short"

  var help: String {
    switch self {
    case .empty: "Drops a document in which no article text is left."
    case .tooShort: "Drops a document with fewer words of article text than min_words."
    }
  }
}
