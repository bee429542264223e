import Copydesk
import PipelineDefinition

extension TestOutcome {
  /// What the test should expect, so that what was seen passes; nil where it passes already, or did not run.
  public var revision: TestRevision? {
    guard !isPassed, failure == nil else { return nil }
    var revision = TestRevision(of: test)
    if test.expectsNothing {
      revision.expectations = zip(test.inputs, documents).map { input, document in
        let checks = Observation(document).essentials
        revision.changed[input.id] = Set(checks.map(\.key))
        return DefinitionTest.Expectation(document: input.id, checks: checks)
      }
    }
    for mismatch in mismatches {
      guard let index = revision.expectations.firstIndex(where: { $0.document == mismatch.document }) else {
        continue
      }
      revision.expectations[index].checks = revision.expectations[index].checks.compactMap { check in
        check == mismatch.expected ? mismatch.revised : check
      }
      revision.changed[mismatch.document, default: []].insert(mismatch.expected.key)
    }
    // An expectation of which nothing is left says where the document ends.
    for (index, expectation) in revision.expectations.enumerated()
    where expectation.checks.isEmpty && revision.changed[expectation.document] != nil {
      guard let document = self[expectation.document] else { continue }
      let check = DefinitionTest.Check.verdict(Observation(document).verdict)
      revision.expectations[index].checks = [check]
      revision.changed[expectation.document]?.insert(check.key)
    }
    revision.clusters = clusters
    return revision
  }
}
