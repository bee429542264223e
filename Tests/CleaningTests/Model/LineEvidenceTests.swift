import Copydesk
import Testing

@testable import Cleaning

struct LineEvidenceTests {
  private func words(_ line: String) -> ArraySlice<UInt64> { LineWords(TextLines(of: Text(line)))[0] }

  private func learnt(seed: UInt64 = 1) -> LineEvidence {
    var trainer = LineEvidenceTrainer(seed: seed)
    for number in 0..<30 {
      trainer.add(words("Photograph: Harbour Trust \(number)"), share: 0, weight: 1)
      trainer.add(words("Sign up for our letter of the week, free of charge"), share: 0.1, weight: 1)
      trainer.add(words("The harbour was closed on Monday, said the council"), share: 1, weight: 1)
      trainer.add(words("Nobody knows what this line is doing here"), share: 0.5, weight: 1)
    }
    return trainer.train()
  }

  @Test func wordsOfNoticesSpeakAgainstALineAndWordsOfSentencesForIt() {
    let evidence = learnt()
    #expect(evidence.score(words("Photograph: Ingrid Solheim")) < 0)
    #expect(evidence.score(words("Sign up for the letter of Monday")) < 0)
    #expect(evidence.score(words("The council said on Monday that it was closed")) > 0)
  }

  @Test func whatWasNeverSeenOrWasInDoubtSaysNothing() {
    let evidence = learnt()
    #expect(evidence.score([]) == 0)
    #expect(abs(evidence.score(words("zebra quagga okapi"))) < 0.05)
    #expect(abs(evidence.score(words("Nobody knows what this line is doing here"))) < 0.3)
  }

  @Test func theSameSeedGivesTheSameBytes() {
    #expect(learnt().bytes == learnt().bytes)
    #expect(learnt(seed: 2).bytes != learnt().bytes)
  }

  @Test func nothingIsLearntFromNothing() {
    let evidence = LineEvidenceTrainer(seed: 1).train()
    #expect(evidence.score(words("The council said so")) == 0)
  }

  @Test func bytesAreReadAgainAndDamagedOnesAreRefused() throws {
    let evidence = learnt()
    let bytes = evidence.bytes
    let line = words("The harbour was closed, said the council")
    let read = try #require(bytes.withUnsafeBytes { LineEvidence(bytes: $0) })
    #expect(read.score(line) == evidence.score(line))
    for place in [0, 5, 12, 15, bytes.count - 1] {
      var damaged = bytes
      damaged[place] ^= 1
      #expect(damaged.withUnsafeBytes { LineEvidence(bytes: $0) } == nil)
    }
    #expect(bytes.dropLast().withUnsafeBytes { LineEvidence(bytes: $0) } == nil)
    #expect([UInt8]().withUnsafeBytes { LineEvidence(bytes: $0) } == nil)
  }

  @Test func everyPlaceIsInsideTheTable() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var count = 0
      let words = (0..<60).map { _ in generator.next() }
      LineEvidence.forEachSlot(words[...]) {
        #expect((0..<LineEvidence.slots).contains($0))
        count += 1
      }
      #expect(count == 2 * LineEvidence.mostWords + 1)
    }
  }
}
