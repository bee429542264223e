import Copydesk

/// Amounts of memory as people write them: `512MB`, `2GB`, `1.5 GiB`.
enum ByteCount {
  private static let units: [(name: String, bytes: Double)] = [
    ("kib", 1024), ("mib", 1_048_576), ("gib", 1_073_741_824), ("kb", 1e3), ("mb", 1e6), ("gb", 1e9),
    ("b", 1),
  ]

  /// The amount that an option gives, or less where the run has not as much.
  /// - Throws: ``InvalidOption`` where it is none, or less than a megabyte.
  static func read(_ text: String, option: String, atMost most: Int? = nil) throws -> Int {
    min(try read(text, option: option), most ?? .max)
  }

  private static func read(_ text: String, option: String) throws -> Int {
    let compact = text.lowercased().filter { $0 != " " }
    for unit in units where compact.hasSuffix(unit.name) {
      guard let number = Double(compact.dropLast(unit.name.count)), number.isFinite, number >= 0 else {
        break
      }
      let bytes = number * unit.bytes
      guard bytes >= 1e6, bytes < 1e15 else {
        throw InvalidOption(option, "\"\(text)\" is out of range", help: "give at least 1MB")
      }
      return Int(bytes)
    }
    throw InvalidOption(option, "\"\(text)\" is not an amount of memory", help: "write it like 512MB or 2GB")
  }
}
