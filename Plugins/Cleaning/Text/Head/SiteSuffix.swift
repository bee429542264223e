import Copydesk

/// Cuts the name of the site from a headline: "Council backs tram line | The Harbour Courier".
enum SiteSuffix {
  /// The headline without the site's name.
  /// - Parameters:
  ///   - site: the site's name, where it is known.
  ///   - address: the address of the page, where it is known: `wsvn.example` is the site of "… - WSVN 7News".
  static func cut(_ title: String, site: String? = nil, address: String? = nil) -> String {
    let site = Site(name: site.map { Array($0.utf8) }, labels: address.map(labels) ?? [])
    var title = title
    // A page may name its section and then the site.
    for _ in 0..<3 {
      guard let shorter = cutOnce(title, site) else { break }
      title = shorter
    }
    return title
  }

  private static let separators = [" | ", " — ", " – ", " - ", " :: ", " » ", " · ", " • ", " « ", " ‹ "]

  private static func cutOnce(_ title: String, _ site: Site) -> String? {
    let bytes = Array(title.utf8)
    for separator in separators {
      guard let (head, tail) = splitAtLast(bytes, Array(separator.utf8)) else { continue }
      let headWords = wordCount(head)
      let tailWords = wordCount(tail)
      if isSite(tail, site, headWords) { return String(decoding: head, as: UTF8.self) }
      if let name = site.name, isSame(head, name) { return String(decoding: tail, as: UTF8.self) }
      if headWords >= 3, tailWords <= 6, separator == " | " || namesMedium(tail) {
        return String(decoding: head, as: UTF8.self)
      }
      // "Opinion | Why trams matter to the hospital"
      if separator == " | ", headWords <= 2, tailWords >= 4 { return String(decoding: tail, as: UTF8.self) }
    }
    return nil
  }

  private static func splitAtLast(
    _ bytes: [UInt8], _ separator: [UInt8]
  ) -> (head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>)? {
    guard bytes.count > separator.count else { return nil }
    var index = bytes.count - separator.count
    while index > 0 {
      if bytes[index..<(index + separator.count)].elementsEqual(separator) {
        return (bytes[..<index], bytes[(index + separator.count)...])
      }
      index -= 1
    }
    return nil
  }

  /// How many words; of a script without blanks between them, an estimate.
  private static func wordCount(_ bytes: ArraySlice<UInt8>) -> Int {
    max(bytes.split(separator: 0x20).count, bytes.count { (0xE3...0xE9).contains($0) } / 2)
  }

  /// What is known of a site.
  private struct Site {
    var name: [UInt8]?
    /// The parts of its address that may be its name.
    var labels: [[UInt8]]
  }

  /// Whether the site is called so, or is by its address.
  private static func isSite(_ tail: ArraySlice<UInt8>, _ site: Site, _ headWords: Int) -> Bool {
    if let name = site.name, isSame(tail, name) { return true }
    guard !site.labels.isEmpty, headWords >= 2 else { return false }
    let words = tail.split(separator: 0x20)
    guard words.count <= 6 else { return false }
    let whole = words.joined().filter { $0.isASCIILetter || $0.isASCIIDigit }.map { $0 | 0x20 }
    return site.labels.contains { label in
      whole == label || words.contains { $0.map { $0 | 0x20 } == label }
    }
  }

  /// The parts of an address's host that are long enough to be a name.
  private static func labels(_ address: String) -> [[UInt8]] {
    guard let start = address.firstRange(of: "//")?.upperBound else { return [] }
    let host = address[start...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    return host.lowercased().utf8.split(separator: UInt8(ascii: ".")).dropLast().map(Array.init).filter {
      $0.count >= 4 && !common.contains($0)
    }
  }

  private static let common = [
    "news", "blog", "blogs", "live", "world", "online", "sport", "sports", "mobile",
  ]
  .map { Array($0.utf8) }

  private static func isSame(_ a: ArraySlice<UInt8>, _ b: [UInt8]) -> Bool {
    a.withUnsafeBufferPointer(CaseFolding.hash) == b.withUnsafeBufferPointer(CaseFolding.hash)
  }

  /// Whether it reads like the name of a newspaper, station or site.
  private static func namesMedium(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split { $0 == 0x20 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.contains { word in
      word.withUnsafeBufferPointer(media.contains)
    }
  }

  private static let media = WordSet(
    """
    news times post herald courier telegraph guardian journal daily tribune gazette chronicle bbc cnn reuters com org
    net radio tv magazine review online blog press notebook observer independent mirror express mail today standard
    dispatch bulletin inquirer examiner sentinel globe nbc abc cbs fox npr sky zeitung spiegel welt nachrichten
    blatt kurier presse monde figaro país mundo diario periódico corriere repubblica wire weekly week science zeit
    """)
}
