import Copydesk

/// Gives each document a file of its own below a folder, named after its id.
///
/// What an id may hold and a path may not is percent-encoded, so that no id leads outside the folder:
///
/// - control characters, `%` and `~` anywhere, and a dot at the start of a component, so neither `..` nor hidden;
/// - an empty component, which becomes `%`: `/etc/x` is written to `%/etc/x.txt`;
/// - the last dot of a folder that ends as a file would, so that no file has to be where a folder is.
///
/// A component too long for a file system is cut, and `~` with a hash of the whole stands for the rest.
///
/// **No two documents share a file.** Two names may come out the same: `a` and `a.txt`, an id that comes
/// twice, or ids that differ in case only, which some file systems take for one. The second is then written
/// to `a~2.txt`, the next to `a~3.txt`. Proof: let *key* be a hash of the name in lower case, and *n* how
/// often it has come. Equal names have equal keys, so of two documents with the same name one has a greater
/// *n*, hence another file; and as no encoded id holds a `~` but before the 16 letters of a hash, a name with
/// a number is no other's name. Should two different names ever have one key, the second gets a number that
/// it did not need.
///
/// Numbers are given in the order of the input. Holds some 16 bytes a document.
struct FileNames: Sendable {
  private var timesUsed: [UInt64: UInt32] = [:]
  private let fileExtension: String
  private let key: @Sendable (String) -> UInt64

  /// - Parameters:
  ///   - fileExtension: with its dot, `.txt`.
  ///   - key: what takes the place of the hash in tests.
  init(
    extension fileExtension: String, key: @escaping @Sendable (String) -> UInt64 = { StableHash.of($0.utf8) }
  ) {
    self.fileExtension = fileExtension
    self.key = key
  }

  /// Writes which names are taken.
  func store(to out: inout ByteStore) {
    out.put(timesUsed.count)
    for (key, count) in timesUsed {
      out.put(Int(truncatingIfNeeded: key))
      out.put(Int(count))
    }
  }

  /// Reads what ``store(to:)`` wrote.
  init(from bytes: inout ByteLoader, extension fileExtension: String) throws {
    self.init(extension: fileExtension)
    for _ in 0..<(try bytes.count()) {
      let key = UInt64(truncatingIfNeeded: try bytes.int())
      timesUsed[key] = UInt32(truncatingIfNeeded: try bytes.int())
    }
  }

  /// The file's path below the folder, for the document whose ``stem(of:extension:)`` this is.
  mutating func claim(_ stem: String) -> String {
    let count = timesUsed[key(stem.lowercased()), default: 0] + 1
    timesUsed[key(stem.lowercased())] = count
    return stem + (count == 1 ? "" : "~\(count)") + fileExtension
  }

  /// The file's path without its extension, which an id may bring along. Needs no order, so it can be made
  /// ahead.
  static func stem(of id: String, extension fileExtension: String) -> String {
    var bytes = Array(id.utf8)
    let ending = Array(fileExtension.utf8)
    if bytes.count > ending.count, bytes.suffix(ending.count).elementsEqual(ending),
      bytes[bytes.count - ending.count - 1] != UInt8(ascii: "/")
    {
      bytes.removeLast(ending.count)
    }
    let components = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let encoded = components.enumerated().map { index, component in
      encode(component, isFolder: index < components.count - 1)
    }
    return String(decoding: joined(encoded, id: bytes), as: UTF8.self)
  }

  // MARK: Encoding

  private static let maximumComponent = 200
  private static let maximumPath = 700
  /// How files are named that a run may write into the folder.
  private static let fileEndings: [[UInt8]] = [".txt", ".md", ".ann", ".html", ".jsonl", ".partial"].map {
    Array($0.utf8)
  }

  private static func encode(_ component: ArraySlice<UInt8>, isFolder: Bool) -> [UInt8] {
    guard !component.isEmpty else { return [UInt8(ascii: "%")] }
    var dots: Set<Int> = [component.startIndex]
    if isFolder, endsAsFile(component), let dot = component.lastIndex(of: UInt8(ascii: ".")) {
      dots.insert(dot)
    }
    var out: [UInt8] = []
    out.reserveCapacity(component.count)
    for index in component.indices {
      let byte = component[index]
      let before = index > component.startIndex ? component[index - 1] : 0
      let after = index + 1 < component.endIndex ? component[index + 1] : 0
      // U+0080 to U+009F are control characters of two bytes.
      let isControl =
        byte < 0x20 || byte == 0x7F || byte == 0xC2 && after & 0xE0 == 0x80
        || before == 0xC2 && byte & 0xE0 == 0x80
      let isReserved = byte == UInt8(ascii: "%") || byte == UInt8(ascii: "~")
      if isControl || isReserved || byte == UInt8(ascii: ".") && dots.contains(index) {
        out.append(UInt8(ascii: "%"))
        out += [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x41 + $0 - 10 }
      } else {
        out.append(byte)
      }
    }
    return out.count <= maximumComponent ? out : cut(out, to: maximumComponent - 17) + mark(component)
  }

  private static func endsAsFile(_ component: ArraySlice<UInt8>) -> Bool {
    let lower = component.suffix(8).map { $0.isASCIIUppercase ? $0 | 0x20 : $0 }
    return fileEndings.contains { lower.count >= $0.count && lower.suffix($0.count).elementsEqual($0) }
  }

  /// Joins the components; of a path too long to be opened only the first ones are kept.
  private static func joined(_ components: [[UInt8]], id: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let path = Array(components.joined(separator: [slash]))
    guard path.count > maximumPath else { return path }
    var kept: [UInt8] = []
    for component in components.dropLast() {
      guard kept.count + component.count < maximumPath - maximumComponent else { break }
      kept += component + [slash]
    }
    return kept + mark(id[...])
  }

  /// Cuts between characters and escapes.
  private static func cut(_ bytes: [UInt8], to count: Int) -> ArraySlice<UInt8> {
    var end = count
    while end > 0, bytes[end].isUTF8Continuation { end -= 1 }
    for back in 1...2 where end >= back && bytes[end - back] == UInt8(ascii: "%") { end -= back }
    return bytes[..<end]
  }

  /// `~` and the hash of the whole in 16 hexadecimal digits.
  private static func mark(_ whole: ArraySlice<UInt8>) -> [UInt8] {
    let digits = String(StableHash.of(whole), radix: 16)
    return Array("~".utf8) + Array(repeating: UInt8(ascii: "0"), count: 16 - digits.utf8.count)
      + Array(digits.utf8)
  }
}
