import Copydesk

/// Text that is written for machines. Servers send much of it as plain text, as they do what has no form of its own.
enum MachineText {
  private static let names: Set<String> = [
    "robots.txt", "ads.txt", "app-ads.txt", "sellers.json", "humans.txt", "security.txt", "llms.txt",
  ]
  private static let endings: Set<String> = [
    "css", "js", "mjs", "map", "json", "xml", "rss", "atom", "rdf", "xspf", "m3u", "m3u8", "pls", "svg",
    "ics",
    "webmanifest", "vtt", "srt",
  ]

  /// What such a text is called, by its address or by how it begins; nil where it may be an article.
  static func name(at address: String?, _ body: ArraySlice<UInt8>) -> String? {
    if let address {
      let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
      let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
      if names.contains(name) { return name }
      if let dot = name.lastIndex(of: "."), endings.contains(String(name[name.index(after: dot)...])) {
        return String(name[dot...])
      }
    }
    let start = body.drop(while: \.isASCIISpace).prefix(11)
    return String(decoding: start, as: UTF8.self).lowercased() == "user-agent:" ? "robots.txt" : nil
  }
}
