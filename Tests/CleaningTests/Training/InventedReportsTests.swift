import Copydesk
import Testing

@testable import Cleaning

struct InventedReportsTests {
  private func reports(seed: UInt64) -> [[String]] {
    var reports = InventedReports(seed: seed)
    return (0..<60).map { _ in reports.next() }
  }

  @Test func theSameSeedInventsTheSame() {
    #expect(reports(seed: 1) == reports(seed: 1))
    #expect(reports(seed: 1) != reports(seed: 2))
  }

  @Test func theyHaveSentencesAndFiguresAndNoLineIsEmpty() {
    let reports = reports(seed: 1)
    let lines = reports.flatMap { $0 }
    #expect(reports.allSatisfy { !$0.isEmpty } && lines.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
    #expect(lines.contains { $0.hasSuffix(".") } && lines.contains { $0.contains(" vs ") })
  }

  @Test(
    arguments: [
      (nil, InventedReports.count), (0, 0), (3, 3), (2.7, 2), (-1, 0), (.nan, 0), (.infinity, 100_000),
      (-.infinity, 0), (1e300, 100_000),
    ] as [(Double?, Int)])
  func thereAreAsManyAsWereAskedForWithinReason(asked: Double?, count: Int) {
    #expect(InventedReports.count(asked) == count)
  }

  @Test func figuresOfACompanyStayInAShortReport() throws {
    let report = """
      Veller Tinworks AG, which makes cans for the fisheries of the north, said its results were the best in ten years.
      Shr 12 cts vs 10 cts
      Net 1.2 mln vs 1.0 mln
      Revs 18.4 mln vs 17.1 mln
      Nine months
      Net 3.9 mln vs 3.1 mln
      Avg shrs 9,100,000 vs 9,050,000
      NOTE: The figures of last year are without the works in Ostwick, which were sold in May.
      """
    var document = Document(report)
    try Clean(options: Clean.Options(), model: nil, lines: ShippedModel.lines).process(&document)
    #expect(document.text.string == report)
  }
}
