import Copydesk

/// Reads titles and bylines of records, which are often cut out of pages as they stood there.
enum Headline {
  /// The title, its character references decoded.
  static func title(_ text: String) -> String { CharacterReferences.decoded(text) }

  /// The byline, without the "By" that it begins with.
  static func byline(_ text: String) -> String {
    let names = CharacterReferences.decoded(text)
    let rest = names.drop { $0 == " " }
    guard rest.utf8.count > 3, ["By ", "BY ", "by "].contains(where: rest.hasPrefix) else { return names }
    let name = rest.dropFirst(3).drop { $0 == " " }
    return name.isEmpty ? names : String(name)
  }
}
