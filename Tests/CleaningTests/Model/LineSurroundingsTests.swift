import Copydesk
import Testing

@testable import Cleaning

struct LineSurroundingsTests {
  private static let dump = Text(
    (0..<40).map { index in
      index % 4 == 0
        ? "The harbour of place \(index) was opened on Monday, the council said, after a storm had closed it for \(index) long days."
        : "More from us \(index)"
    }.joined(separator: "\n"))

  private func rows(
    _ probability: (Int) -> Double, of text: Text = dump,
    _ evidence: LineEvidence = LineEvidence(weights: [Int8](repeating: 0, count: LineEvidence.slots))
  ) -> [[UInt8]] {
    let lines = TextLines(of: text)
    let rules = TextCleaner(lifts: false).boilerplate(in: lines)
    var rows: [[UInt8]] = []
    LineSurroundings(lines, rules, LineFeatures(lines, rules), lines.indices.map(probability), evidence)
      .forEach {
        rows.append(Array($1))
      }
    return rows
  }

  @Test(arguments: [0, 0.3, 0.5, 1.0]) func everyNumberIsOneThatTreesTake(probability: Double) {
    for row in rows({ _ in probability }) {
      #expect(row.count == LineSurroundings.count && row.allSatisfy { $0 < BoostedTrees.values })
    }
  }

  @Test func aTextOfOneLineHasARow() {
    #expect(rows({ _ in 0.7 }, of: Text("Harbour reopens after storm")).count == 1)
    #expect(rows({ _ in 0.7 }, of: Text("")).isEmpty)
  }

  @Test func whatTheFirstLookFoundElsewhereIsSeen() {
    let none = rows { _ in 0.1 }
    let some = rows { $0 == 20 ? 0.9 : 0.1 }
    #expect(none[22] != some[22])
  }

  @Test func whatWordsSayIsSeenAtTheLineAndNearIt() {
    var trainer = LineEvidenceTrainer(seed: 1)
    for _ in 0..<20 {
      trainer.add([77, 78], share: 1, weight: 1)
      trainer.add(LineWords(TextLines(of: Text("More from us 20")))[0], share: 0, weight: 1)
    }
    let none = rows { _ in 0.5 }
    let some = rows({ _ in 0.5 }, trainer.train())
    #expect(none[20] != some[20] && none[22] != some[22])
    #expect(some[20][62] < none[20][62])
  }

  @Test func blankLinesBetweenChangeNothing() {
    let spaced = Text(Self.dump.string.split(separator: "\n").joined(separator: "\n\n"))
    #expect(rows({ Double($0 % 4) / 4 }) == rows({ Double($0 % 4) / 4 }, of: spaced))
  }

  @Test(arguments: [(-9.0, 1), (-0.51, 26), (0, 31), (0.49, 36), (9, 62)])
  func aScoreIsAStepOfATenth(score: Double, step: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { room in
      var row = NumberRow(room)
      row.add(score: score)
      #expect(Int(room[0]) == step)
    }
  }

  @Test func probabilitiesAreToldApartInOrder() {
    var last = -1
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { room in
      var row = NumberRow(room)
      for step in 0...1_000 {
        row.start()
        row.add(probability: Double(step) / 1_000)
        #expect(Int(room[0]) >= last)
        last = Int(room[0])
      }
    }
    #expect(last > 55)
  }
}
