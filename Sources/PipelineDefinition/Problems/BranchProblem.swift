import Copydesk

/// What can be wrong with where the documents of branches end.
enum BranchProblem: DefinitionProblem {
  case unreachableBranch(taker: Int)
  case unwrittenBranch
  case unwrittenRest

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .unreachableBranch(let taker):
      Diagnostic(
        .warning, .unreachableBranch, "no document takes this branch", at: location,
        help: "the branch on line \(taker) has no \"when\" and takes all that come to it; put it last")
    case .unwrittenBranch:
      Diagnostic(
        .warning, .unwrittenBranch, "no output takes the documents of this branch", at: location,
        help: "put an output into the branch, or one after the route; what none takes goes to the rejects")
    case .unwrittenRest:
      Diagnostic(
        .warning, .unwrittenBranch, "no output takes the documents for which no branch holds", at: location,
        help:
          "add a branch without \"when\", or an output after the route; what none takes goes to the rejects")
    }
  }
}
