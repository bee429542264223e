import ArgumentParser

/// An amount of memory as a user types it: `512M`, `2G`, `1.5GB`. A `K`, `M` or `G` is 1024 times the one before.
struct ByteSize: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    var text = argument.uppercased()[...]
    for ending in ["IB", "B"] where text.hasSuffix(ending) { text = text.dropLast(ending.count) }
    var factor = 1.0
    for (unit, power) in [("K", 1.0), ("M", 2.0), ("G", 3.0)] where text.hasSuffix(unit) {
      text = text.dropLast()
      for _ in 0..<Int(power) { factor *= 1024 }
      break
    }
    guard let number = Double(text), number > 0, number * factor < 1e15 else { return nil }
    bytes = Int(number * factor)
  }
}
