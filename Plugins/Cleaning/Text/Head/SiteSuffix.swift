import Copydesk

/// Cuts the name of the site from a headline: "Council backs tram line | The Harbour Courier".
enum SiteSuffix {
  /// The headline without the site's name.
  /// - Parameter site: the site's name, where it is known.
  static func cut(_ title: String, site: String? = nil) -> String {
    var title = title
    // A page may name its section and then the site.
    for _ in 0..<3 {
      guard let shorter = cutOnce(title, site: site) else { break }
      title = shorter
    }
    return title
  }

  private static let separators = [" | ", " — ", " – ", " - ", " :: ", " » ", " · ", " • ", " « ", " ‹ "]

  private static func cutOnce(_ title: String, site: String?) -> String? {
    let bytes = Array(title.utf8)
    for separator in separators {
      guard let (head, tail) = splitAtLast(bytes, Array(separator.utf8)) else { continue }
      let headWords = wordCount(head)
      let tailWords = wordCount(tail)
      if let site, isSame(tail, Array(site.utf8)) { return String(decoding: head, as: UTF8.self) }
      if headWords >= 3, tailWords <= 6, separator == " | " || namesMedium(tail) {
        return String(decoding: head, as: UTF8.self)
      }
      if let site, isSame(head, Array(site.utf8)) { return String(decoding: tail, as: UTF8.self) }
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

  private static func wordCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.split(separator: 0x20).count }

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
