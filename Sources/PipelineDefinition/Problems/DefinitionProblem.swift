import Copydesk

/// Something that can be wrong with a definition: data, and the words for it.
protocol DefinitionProblem {
  /// The problem in words, with its code and its remedy.
  func diagnostic(at location: SourceLocation?) -> Diagnostic
}
