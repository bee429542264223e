import Copydesk
import CopydeskTesting
import Testing

/// Expectations hold where they must, and say what is wrong where they do not.
@Suite struct ExpectationTests {
  private var document: Document {
    var document = Document("Geneva: rivers rose. Share this:", id: "a")
    document.setEntities([Entity(Span(0, 6), .place)])
    document.summary = Summary(sentences: [Span(0, 20)], method: "lead")
    document.remove(Span(20, 32), rule: "footer.share")
    return document
  }

  @Test func whatIsThereIsExpected() throws {
    try expect(document).kept().text("Geneva: rivers rose.").removed(" Share this:", rule: "footer.share")
      .removed(" Share this:").found("Geneva", .place).entities(["PLACE Geneva"])
      .summary(["Geneva: rivers rose."]).trail(["removed footer.share"])
    var dropped = document
    dropped.drop(rule: "too_short", reason: "3 words")
    try expect(dropped).dropped().dropped(rule: "too_short")
    var duplicate = document
    duplicate.markDuplicate(of: "b", rule: "same", similarity: 1)
    try expect(duplicate).duplicate(of: "b")
  }

  @Test func whatIsNotThereIsToldWithTheLineOfTheTest() throws {
    let line = #line + 1
    let failure = try #require(throws: ExpectationFailure.self) {
      try expect(document).text("Rivers rose.\nOn Monday.")
    }
    #expect(
      "\(failure)" == """
        CopydeskTestingTests/ExpectationTests.swift:\(line): expected the text
            Rivers rose.
            On Monday.
          but found
            Geneva: rivers rose.
        """)
  }

  @Test func everyExpectationCanFail() throws {
    let expectation = expect(document)
    let failing: [@Sendable () throws -> Void] = [
      { try expectation.dropped() }, { try expectation.duplicate(of: "b") }, { try expectation.text("") },
      { try expectation.removed("Share this:") }, { try expectation.removed(" Share this:", rule: "other") },
      { try expectation.found("Geneva", .person) }, { try expectation.found("Geneva", .place, value: "x") },
      { try expectation.entities([]) }, { try expectation.summary([]) }, { try expectation.trail([]) },
    ]
    for expectation in failing { #expect(throws: ExpectationFailure.self) { try expectation() } }
    var dropped = document
    dropped.drop(rule: "too_short", reason: "3 words")
    let failure = try #require(throws: ExpectationFailure.self) { try expect(dropped).kept() }
    #expect(failure.found == "it is dropped: 3 words")
    #expect(throws: ExpectationFailure.self) { try expect(dropped).dropped(rule: "other") }
  }
}
