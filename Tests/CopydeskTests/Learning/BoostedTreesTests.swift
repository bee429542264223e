import Testing

@testable import Copydesk

/// Rows of numbers that mean something together only: right where one is high and another neither high nor low.
private struct Rows {
  private(set) var rows: [[UInt8]] = []
  private(set) var shares: [Double] = []

  init(_ count: Int) {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<count {
      let row = (0..<3).map { _ in UInt8(generator.next() % 64) }
      rows.append(row)
      shares.append(row[0] > 31 && (20...44).contains(row[1]) ? 1 : 0)
    }
  }

  func trainer(_ settings: BoostedTreesTrainer.Settings = .init()) -> BoostedTreesTrainer {
    var trainer = BoostedTreesTrainer(featureSet: "toy/1", featureCount: 3, settings: settings)
    for (row, share) in zip(rows, shares) {
      row.withUnsafeBufferPointer { trainer.add($0, share: share) }
    }
    return trainer
  }
}

extension BoostedTrees {
  fileprivate func probability(_ row: [UInt8]) -> Double { row.withUnsafeBufferPointer { probability($0) } }
}

struct BoostedTreesTests {
  @Test func whatTwoNumbersSayTogetherIsLearnt() {
    let rows = Rows(2_000)
    var settings = BoostedTreesTrainer.Settings()
    settings.features = 1
    let model = rows.trainer(settings).train()
    let right = zip(rows.rows, rows.shares).filter { (model.probability($0) > 0.5) == ($1 > 0.5) }.count
    #expect(right > 1_900)
  }

  @Test func theSameRowsAndSeedGiveTheSameBytes() {
    let rows = Rows(300)
    var other = BoostedTreesTrainer.Settings()
    other.seed = 2
    #expect(rows.trainer().train().bytes == rows.trainer().train().bytes)
    #expect(rows.trainer().train().bytes != rows.trainer(other).train().bytes)
  }

  @Test func aFileGivesTheModelBack() throws {
    let rows = Rows(300)
    let model = rows.trainer().train()
    let again = try model.bytes.withUnsafeBytes { try BoostedTrees(bytes: $0) }
    #expect(again.featureSet == "toy/1" && again.featureCount == 3 && again.treeCount == model.treeCount)
    #expect(rows.rows.allSatisfy { again.probability($0) == model.probability($0) })
  }

  @Test func bytesThatAreNoModelAreRefused() {
    let good = Rows(300).trainer().train().bytes
    func error(_ bytes: [UInt8]) -> SequenceModelError? {
      do {
        _ = try bytes.withUnsafeBytes { try BoostedTrees(bytes: $0) }
        return nil
      } catch {
        return error as? SequenceModelError
      }
    }
    #expect(error(good) == nil)
    for count in 0..<24 { #expect(error(Array(good.prefix(count))) != nil) }
    #expect(error(Array(good.dropLast())) == .wrongLength)
    for place in good.indices where place < 20 || place % 97 == 0 {
      var bytes = good
      bytes[place] ^= 0x55
      #expect(error(bytes) != nil, "byte \(place)")
    }
  }

  @Test func aQuestionAboutANumberThatThereIsNotIsRefused() {
    var bytes = Rows(300).trainer().train().bytes
    let body = 20
    // The first question, after the name; and a checksum that fits.
    bytes[body + 5] = 200
    let sum = StableHash.of(Array(bytes[4..<12] + bytes[body...]))
    for place in 0..<8 { bytes[12 + place] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * place)) }
    #expect(throws: SequenceModelError.malformed) {
      try bytes.withUnsafeBytes { try BoostedTrees(bytes: $0) }
    }
  }

  @Test func withoutRowsNothingIsKnown() {
    let empty = BoostedTreesTrainer(featureSet: "toy/1", featureCount: 3).train()
    #expect(empty.probability([1, 2, 3]) == 0.5)
  }
}
