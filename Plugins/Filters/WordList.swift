import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lists that filters look things up in: given in the definition, in a file, or both.
enum WordList {
  /// The entries: those given, and the lines of the file; blank lines and comments are passed over.
  /// - Parameter hasHashtags: whether a line that begins with `#` is a comment only where no letter or digit follows.
  /// - Throws: ``InvalidOption`` where the file cannot be read.
  static func entries(
    _ given: [String], file: String?, hasHashtags: Bool = false, _ context: StageContext
  ) throws -> [String] {
    guard let file else { return given }
    guard let stream = fopen(try context.file(file, option: "file"), "rb") else {
      throw InvalidOption(
        "file", "cannot read \"\(file)\": \(String(cString: strerror(errno)))",
        help: SystemRemedy.reading(errno))
    }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, stream)
      if count == 0 {
        guard ferror(stream) == 0 else {
          throw InvalidOption(
            "file", "cannot read \"\(file)\": \(String(cString: strerror(errno)))",
            help: SystemRemedy.reading(errno))
        }
        break
      }
      bytes += block[..<count]
    }
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    let words = lines.map { String(decoding: $0, as: UTF8.self).filter { $0 != "\t" } }
    return given + words.filter { !isComment($0, hasHashtags) && $0.contains { $0 != " " } }
  }

  private static func isComment(_ line: String, _ hasHashtags: Bool) -> Bool {
    guard line.hasPrefix("#") else { return false }
    let isHashtag = line.dropFirst().first.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    return !hasHashtags || !isHashtag
  }
}
