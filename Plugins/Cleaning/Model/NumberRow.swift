import Copydesk

/// Numbers below 64, as ``BoostedTrees`` want them, written one after the other.
struct NumberRow {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  /// How many were written.
  var written: Int { count }

  /// Starts a row anew.
  mutating func start() { count = 0 }

  /// Adds a number that is small by itself.
  @inline(__always)
  mutating func add(_ value: Int) {
    precondition(count < room.count, "a row has more numbers than was said")
    room[count] = UInt8(truncatingIfNeeded: max(0, min(BoostedTrees.values - 1, value)))
    count &+= 1
  }

  /// Adds what stands for numbers that there are none of.
  mutating func addNothing(_ count: Int = 1) { for _ in 0..<count { add(BoostedTrees.values - 1) } }

  /// Adds a number in steps that grow with it.
  mutating func add(log value: Int) { add(Int(Bins.logarithmic(value))) }

  /// Adds a number that may be negative in steps that grow with it.
  mutating func add(signed value: Int) {
    let step = Int(Bins.logarithmic(abs(value)))
    add(value < 0 ? 31 - step : 31 + step)
  }

  /// Adds a share of a whole in steps of a sixtieth; nothing of it and all of it are steps of their own.
  mutating func add(_ part: Double, of whole: Double) {
    guard whole >= 1 else { return addNothing() }
    let share = part / whole
    add(share <= 0 ? 0 : share >= 1 ? 62 : 1 + Int(share * 60))
  }

  /// Adds a share of a whole that may be very small, in steps that grow with it.
  mutating func add(little part: Double, of whole: Double) {
    add(log: whole >= 1 ? Int(part / whole * 4_000) : 0)
  }

  /// Adds a probability in steps that are finer where it is near none or one.
  mutating func add(probability: Double) {
    let isHigh = probability > 0.5
    let distance = isHigh ? 1 - probability : probability
    var step = 0
    while step < Self.steps.count, distance >= Self.steps[step] { step += 1 }
    add(isHigh ? 62 - step : step)
  }

  /// Adds a score, 0 for what speaks neither way, in steps of a tenth up to 3.
  mutating func add(score: Double) { add(31 + Int((max(-3, min(3.1, score)) * 10).rounded())) }

  private static let steps: [Double] = [
    0.000_5, 0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.013, 0.017, 0.022, 0.03, 0.04, 0.05, 0.06, 0.075,
    0.09,
    0.11, 0.13, 0.15, 0.17, 0.195, 0.22, 0.25, 0.28, 0.31, 0.34, 0.37, 0.4, 0.43, 0.46,
  ]
}
