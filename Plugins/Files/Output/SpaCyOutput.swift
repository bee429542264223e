import Copydesk

/// Writes documents as spaCy reads them: one JSON object a line, in the form of `Doc.to_json`.
///
/// ```yaml
/// stages:
///   - output.spacy: { path: out/news.spacy.jsonl }
/// ```
public struct SpaCyOutput: OneFileOutput {
  /// The options of `output.spacy`.
  public struct Options: StageOptions {
    @Option("The file to write; - is standard output.") public var path = "out/result.spacy.jsonl"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.spacy"
  public static let form: OutputForm? = OutputForm(
    "JSON Lines for spaCy", endings: [".spacy.jsonl"], otherEndings: [".jsonl"])
  public static let abstract = "Writes documents as JSON Lines that spaCy reads."
  public static let discussion = """
    Each line is an object that `spacy.tokens.Doc(nlp.vocab).from_json(line)` takes: `text`, `tokens`, `sents` and \
    `ents`, whose `start` and `end` count characters; an id is a `kb_id`. Tokens are those of \
    Copydesk.
    """
  public static let example = "- output.spacy: { path: out/news.spacy.jsonl }"
  public static let reads: [DocumentField] = []

  public let path: String

  public init(options: Options, context: StageContext) throws {
    try OutputPath.check(options.path, example: "result.spacy.jsonl")
    path = options.path
  }

  public static func encode(_ document: Document) -> [UInt8] {
    let text = document.text
    let offsets = ScalarOffsets(text)
    func place(_ span: Span, _ json: inout JSONWriter) {
      json.member("start", offsets[span.start])
      json.member("end", offsets[span.end])
    }
    var json = JSONWriter(reserving: text.count * 3)
    json.object { json in
      json.name("text")
      json.string(text.utf8)
      json.name("ents")
      json.array { json in
        for entity in document.entities {
          json.object { json in
            place(entity.span, &json)
            json.member("label", entity.label.rawValue)
            json.member("kb_id", entity.id)
          }
        }
      }
      json.name("sents")
      json.array { json in
        for sentence in text.sentences {
          let tokens = text.tokens[sentence.tokens]
          guard let first = tokens.first, let last = tokens.last else { continue }
          json.object { json in place(Span(first.start, last.end), &json) }
        }
      }
      json.name("tokens")
      json.array { json in
        for (number, span) in spans(in: text).enumerated() {
          json.object { json in
            json.member("id", number)
            place(span, &json)
          }
        }
      }
    }
    json.endLine()
    return json.finish()
  }

  /// The tokens as spaCy has them: a blank after one belongs to it, any other space between two is a token of its own.
  static func spans(in text: Text) -> [Span] {
    var spans: [Span] = []
    var position = 0
    func gap(to end: Int) {
      if !spans.isEmpty, position < end, text.utf8[position] == 0x20 { position += 1 }
      if position < end { spans.append(Span(position, end)) }
    }
    for token in text.tokens {
      gap(to: token.start)
      spans.append(token.span)
      position = token.end
    }
    gap(to: text.count)
    return spans
  }
}
