import Copydesk

/// Predicts each page by models that have seen no page of its site.
struct CleanFolds {
  private let corpus: CleanCorpus
  private let request: TrainingRequest

  init(_ corpus: CleanCorpus, _ request: TrainingRequest) {
    self.corpus = corpus
    self.request = request
  }

  /// A file a set of pages, of their articles, and one of the articles of their texts.
  func predictions() throws -> [TrainingFile] {
    var pages: [Clean.Favor: [Document?]] = [:]
    for favor in Clean.Favor.allCases {
      pages[favor] = [Document?](repeating: nil, count: corpus.pages.count)
    }
    var texts = [Document?](repeating: nil, count: corpus.pages.count)
    let folds = corpus.pages.map {
      Int(StableHash.of($0.site.utf8, seed: request.seed) % UInt64(request.folds))
    }
    for fold in 0..<request.folds {
      let places = corpus.known.indices.filter { folds[corpus.known[$0]] != fold }
      let (blocks, again) = try corpus.blockModels(places)
      request.report(
        "fold \(fold + 1): \(places.count) pages; blocks: \(blocks.featureCount) features, \(again.treeCount) trees"
      )
      guard let article = ArticleModel(blocks, again) else { continue }
      let withLines = request.settings["lines"] != 0
      let lines = withLines ? try LineTraining(corpus, article, places, request).train() : nil
      let lineModel = lines.flatMap(\.model)
      if let lines {
        request.report("lines: \(lines.first.featureCount) features, \(lines.second.treeCount) trees")
      }
      for index in corpus.pages.indices where folds[index] == fold {
        let page = corpus.pages[index]
        for favor in Clean.Favor.allCases {
          var options = Clean.Options()
          options.favor = favor
          let stage = Clean(options: options, model: article, lines: lineModel)
          pages[favor]?[index] = try clean(page, page.bytes, .html, stage)
        }
        guard withLines else { continue }
        let dump = TrainingTexts.dump(PageSurvey(HTMLDocument(parsing: page.bytes)))
        let stage = Clean(options: Clean.Options(), model: nil, lines: lineModel)
        texts[index] = try clean(page, Array(dump.utf8), .text, stage)
      }
    }
    return Clean.Favor.allCases.flatMap { files(pages[$0] ?? [], ".\($0)") } + files(texts, ".text")
  }

  private func clean(
    _ page: TrainingPage, _ bytes: [UInt8], _ format: DocumentSource.Format, _ stage: Clean
  ) throws -> Document {
    var document = Document(
      id: page.id, source: DocumentSource(bytes: bytes, format: format),
      text: Text(decoding: bytes, as: .utf8))
    try stage.process(&document)
    return document
  }

  private func files(_ documents: [Document?], _ suffix: String) -> [TrainingFile] {
    var files: [(set: String, writer: JSONWriter)] = []
    for (page, document) in zip(corpus.pages, documents) {
      guard let document else { continue }
      if files.last?.set != page.set { files.append((page.set, JSONWriter())) }
      files[files.count - 1].writer.object { record in
        record.member("id", page.id)
        record.member("text", document.text.string)
        record.member("title", document.title)
        record.member("byline", document.byline)
        record.member("published", document.published.map { "\($0)" })
      }
      files[files.count - 1].writer.endLine()
    }
    return files.map { TrainingFile(name: $0.set + suffix + ".jsonl", bytes: $0.writer.bytes) }
  }
}
