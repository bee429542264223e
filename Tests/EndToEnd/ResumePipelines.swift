/// What runs that are cut off work on.
enum ResumePipelines {
  /// Records, a fifth of them like earlier ones, a few damaged, some under the same headline.
  static func corpus(_ count: Int, seed: UInt64 = 1) -> String {
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var texts: [[String]] = []
    var lines = ""
    for number in 0..<count {
      var words = (0..<(40 + random(60))).map { _ in "word\(random(2000))" }
      if number % 5 == 4 {
        words = texts[random(texts.count)]
        words[random(words.count)] = "other\(number)"
        if number % 2 == 0 { words += ["and", "then", "more", "of", "it"] }
      }
      texts.append(words)
      let sentences = stride(from: 0, to: words.count, by: 8).map {
        "The " + words[$0..<min(words.count, $0 + 8)].joined(separator: " ") + " in Oslo."
      }
      let title = number % 17 == 3 ? "The council of Oslo meets once more" : "Title \(number)"
      lines +=
        number % 61 == 7
        ? "{\"text\": broken\n"
        : "{\"title\": \"\(title)\", \"text\": \"\(sentences.joined(separator: " "))\"}\n"
    }
    return lines
  }

  /// Each of them has another way of being hard to go on with.
  static let all: [String: String] = [
    "news": """
    name: news
    stages:
      - clean
      - dedupe.documents
      - summarize
      - output.jsonl: { path: out/news.jsonl }
    """,
    "index": """
    name: index
    stages:
      - clean
      - dedupe.headlines
      - dedupe.documents: { index: out/seen/ }
      - summarize
      - output.jsonl: { path: out/index.jsonl.gz, shard: { documents: 70 } }
      - output.csv: { path: out/index.csv }
    """,
    "longest": """
    name: longest
    stages:
      - clean
      - output.jsonl: { path: out/all.jsonl }
      - dedupe.documents: { keep: longest, index: out/seen/ }
      - output.markdown: { path: out/pages/ }
      - output.jsonl: { path: out/longest.jsonl.zst }
    """,
    "others": """
    name: others
    stages:
      - clean
      - dedupe.documents: { index: out/seen/ }
      - output.sqlite: { path: out/others.sqlite }
      - output.conll: { path: out/others.conll }
      - output.site: { path: out/site/ }
    """,
    "briefing": """
    name: briefing
    stages:
      - clean
      - dedupe.headlines
      - dedupe.lines
      - dedupe.documents
      - output.digest: { path: out/briefing.md }
      - output.site: { path: out/site/ }
    """,
  ]
}
