/// A row of tokens that may be a name, before the document as a whole is considered.
struct NameFinding {
  /// How much speaks for the kind.
  enum Evidence: UInt8, Comparable {
    /// Only that it is written with a capital.
    case capital
    /// A guess from its form.
    case form
    /// The words around it.
    case context
    /// The lexicon, or a word of the name itself.
    case name

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// Its tokens.
  var tokens: Range<Int>
  /// What it names, where anything tells.
  var kind: NameKind?
  /// How much speaks for that.
  var evidence: Evidence
}
