import Copydesk
import Testing

@testable import CopydeskCLI

@Suite struct StatisticsTests {
  @Test func theMostFrequentAreExactWhileThereIsRoom() {
    var items = FrequentItems(capacity: 100)
    for number in 0..<100 { for _ in 0...(number % 7) { items.add("n\(number)") } }
    #expect(items.excess == 0 && items.distinct == 100)
    #expect(items.top(2) == [.init(name: "n13", count: 7), .init(name: "n20", count: 7)])
  }

  /// The bound of the method: no count is too low, and none is too high by more than is told.
  @Test(arguments: [1 as UInt64, 2, 3]) func countsBeyondTheRoomAreBoundedByWhatIsTold(_ seed: UInt64) {
    var state = seed
    func random(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    var items = FrequentItems(capacity: 64)
    var truth: [String: Int] = [:]
    for _ in 0..<20_000 {
      let name = random(3) == 0 ? "often\(random(5))" : "rare\(random(5_000))"
      items.add(name)
      truth[name, default: 0] += 1
    }
    #expect(items.distinct <= 64 && items.total == 20_000 && items.excess > 0)
    for item in items.top(64) {
      let real = truth[item.name] ?? 0
      #expect(item.count >= real && item.count <= real + items.excess)
    }
    #expect(Set(items.top(5).map(\.name)) == Set((0..<5).map { "often\($0)" }))
  }

  @Test func lengthsFallIntoClassesThatDouble() {
    var lengths = LengthHistogram()
    for length in [0, 15, 16, 31, 32, 100] { lengths.add(length) }
    #expect(lengths.bins.map(\.range) == [0...15, 16...31, 32...63, 64...127])
    #expect(lengths.bins.map(\.count) == [2, 2, 1, 1])
    #expect(lengths.longest == 100)
    lengths.add(1 << 50)
    #expect(lengths.bins.last?.count == 1)
  }

  @Test func aBarIsAsLongAsItsShareAndNeverNothing() {
    #expect(BarText.of(1, outOf: 1, width: 4) == "████")
    #expect(BarText.of(1, outOf: 8, width: 1) == "▏")
    #expect(BarText.of(1, outOf: 1_000_000, width: 10) == "▏")
    #expect(BarText.of(0, outOf: 1, width: 10).isEmpty && BarText.of(5, outOf: 1, width: 2) == "██")
  }

  @Test func textOfDocumentsIsNoMarkup() {
    #expect(
      HTMLText.of("<script>alert('x')</script> & \"q\"")
        == "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;")
    #expect(HTMLText.of("a\u{1B}b\u{202E}c\u{0}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
  }

  @Test func aLongRunIsDrawnWithAFewMoments() {
    var course = CourseRecorder.Course()
    for number in 1...100_000 {
      course.add(.init(seconds: Double(number), documents: number, bytes: 0))
    }
    #expect((100...CourseRecorder.Course.limit).contains(course.moments.count))
    let steps = zip(course.moments, course.moments.dropFirst()).map { $1.documents - $0.documents }
    #expect(Set(steps).count == 1, "evenly spread: \(Set(steps))")
  }
}
