import Copydesk

/// A page with what is known of its article.
struct TrainingPage {
  /// What is known.
  enum Gold {
    /// The whole text.
    case text(String)
    /// Pieces that belong to it, and pieces that do not.
    case pieces(with: [String], without: [String])
  }

  /// The set it comes from, and its name there.
  var set: String
  var id: String
  /// The site, so that pages of one are never in two folds.
  var site: String
  var bytes: [UInt8]
  var gold: Gold
  /// Whether the whole article is known.
  var isWhole: Bool { if case .text = gold { true } else { false } }

  /// Reads every page of every set: a folder with a `gold.jsonl` and the files that it names.
  static func read(_ request: TrainingRequest) throws -> [TrainingPage] {
    var pages: [TrainingPage] = []
    for set in request.list(".") {
      guard let gold = try request.read(set + "/gold.jsonl") else { continue }
      for line in gold.split(separator: 0x0A) {
        guard let record = try? JSONReader.value(line), let file = record["html_file"]?.string,
          let id = record["id"]?.string, let bytes = try request.read(set + "/" + file)
        else { continue }
        let text = Text(decoding: bytes, as: TextEncoding.ofPage(bytes))
        pages.append(
          TrainingPage(
            set: set, id: id, site: site(record["url"]?.string ?? id), bytes: text.utf8,
            gold: goldOf(record)))
      }
    }
    return pages
  }

  private static func goldOf(_ record: JSONValue) -> Gold {
    if let text = record["gold_text"]?.string { return .text(text) }
    return .pieces(with: strings(record["with"]), without: strings(record["without"]))
  }

  private static func strings(_ value: JSONValue?) -> [String] {
    guard case .array(let values) = value else { return [] }
    return values.compactMap(\.string)
  }

  /// `https://www.example.org/path` → `example.org`
  private static func site(_ url: String) -> String {
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    let host = parts.count > 2 ? parts[2] : parts[0]
    return host.split(separator: ".").suffix(2).joined(separator: ".")
  }
}
