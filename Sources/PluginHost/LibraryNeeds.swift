/// Which other libraries a library in ELF asks for, and where it has them looked for first.
///
/// Only what a 64-bit machine with little-endian numbers loads is read: on all that Swift runs on under Linux, that is
/// every library.
struct LibraryNeeds {
  /// The names of the libraries, as `libz.so.1`.
  private(set) var names: [String] = []
  /// The folders in which they are looked for, in order; `$ORIGIN` is the library's own.
  private(set) var folders: [String] = []

  /// Nil where the bytes are no such library.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), let table = Self.number(bytes, 32),
      let size = Self.number(bytes, 54, bytes: 2), let count = Self.number(bytes, 56, bytes: 2)
    else { return nil }
    var segments: [(address: Int, offset: Int, size: Int)] = []
    var dynamic: (offset: Int, size: Int)?
    for index in 0..<count {
      let (start, overflow) = table.addingReportingOverflow(index * size)
      guard !overflow, let kind = Self.number(bytes, start, bytes: 4),
        let offset = Self.number(bytes, start, 8),
        let address = Self.number(bytes, start, 16), let length = Self.number(bytes, start, 32)
      else { return nil }
      if kind == Self.loadSegment { segments.append((address, offset, length)) }
      if kind == Self.dynamicSegment { dynamic = (offset, length) }
    }
    guard let dynamic else { return nil }
    var entries: [(tag: Int, value: Int)] = []
    for index in 0..<(dynamic.size / 16) {
      guard let tag = Self.number(bytes, dynamic.offset, index * 16), tag != 0,
        let value = Self.number(bytes, dynamic.offset, index * 16 + 8)
      else { break }
      entries.append((tag, value))
    }
    guard let strings = entries.first(where: { $0.tag == Self.stringTable })?.value,
      let segment = segments.first(where: { $0.address <= strings && strings - $0.address < $0.size })
    else { return nil }
    func text(_ offset: Int) -> String {
      let (start, overflow) = (strings - segment.address).addingReportingOverflow(offset)
      let (place, overflow2) = start.addingReportingOverflow(segment.offset)
      guard !overflow, !overflow2, bytes.indices.contains(place) else { return "" }
      return String(decoding: bytes[place...].prefix { $0 != 0 }, as: UTF8.self)
    }
    names = entries.filter { $0.tag == Self.needed }.map { text($0.value) }
    // The older of the two is of no effect where there is the newer one.
    let paths = [Self.runPath, Self.rPath].lazy.compactMap { tag in entries.first { $0.tag == tag } }.first
    folders = paths.map { text($0.value).split(separator: ":").map(String.init) } ?? []
  }

  /// The libraries that would be found in a folder named by `$ORIGIN`, and not before.
  /// - Parameters:
  ///   - origin: the library's own folder.
  ///   - exists: whether there is a file of that path.
  func siblings(origin: String, where exists: (String) -> Bool) -> [String] {
    var found: [String] = []
    for name in names where !name.contains("/") {
      for folder in folders {
        let place = folder.split(separator: "/", omittingEmptySubsequences: false).map {
          $0 == "$ORIGIN" || $0 == "${ORIGIN}" ? origin : String($0)
        }.joined(separator: "/")
        guard exists("\(place)/\(name)") else { continue }
        if place != folder { found.append("\(place)/\(name)") }
        break
      }
    }
    return found
  }

  private static let loadSegment = 1
  private static let dynamicSegment = 2
  private static let needed = 1
  private static let stringTable = 5
  private static let rPath = 15
  private static let runPath = 29

  /// The number at an offset from a place; nil where it is not all there, or is more than any file has.
  private static func number(_ bytes: [UInt8], _ base: Int, _ offset: Int = 0, bytes count: Int = 8) -> Int? {
    let (place, overflow) = base.addingReportingOverflow(offset)
    guard !overflow, place >= 0, place <= bytes.count - count else { return nil }
    let number = bytes[place..<place + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: number)
  }
}
