import Copydesk

/// A file of tokens with a tag each, as corpora are published (CoNLL 2003): a token, a tab, a tag on each line, an
/// empty line after a sentence, `-DOCSTART-` before a document.
///
/// Several tags may stand in one column, joined by `|`: any of them may be right.
public struct TaggedFile: Sendable {
  /// A document: its text is its tokens, a blank between them.
  struct Document: Sendable {
    var bytes: [UInt8] = []
    var tokens: [Token] = []
    /// Ranges of tokens.
    var sentences: [Range<Int>] = []
    /// For each token its tags, as indices into ``TaggedFile/columns``.
    var columns: [Int32] = []
    /// For each token the line that it stands in.
    var lines: [Int32] = []
  }

  /// A line is not as it should be.
  public struct Problem: Error, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let message: String
    /// Both, for a person.
    public var description: String { "line \(line): \(message)" }
    /// What to do.
    public static let help =
      "each line has a token and its columns between tabs or blanks, and an empty line ends a sentence"
  }

  /// Where no document begins, so many sentences are taken for one: enough that names are repeated.
  static let sentencesOfADocument = 20

  private(set) var documents: [Document] = []
  /// What stands in the column of tags, each once.
  private(set) var columns: [String] = []
  /// What stands in the column of tags, each once.
  public var columnNames: [String] { columns }

  /// Reads a file.
  /// - Parameter tagColumn: which column holds the tags, from 0; nil for the last of two or more.
  public init(_ bytes: [UInt8], tagColumn: Int? = nil) throws(Problem) {
    if let offset = firstInvalidUTF8(in: bytes) {
      throw Problem(line: 1 + bytes[..<offset].count { $0 == 0x0A }, message: "this is not UTF-8")
    }
    var reader = Reader(tagColumn: tagColumn)
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      try reader.read(line.last == 0x0D ? line.dropLast() : line, number: number)
    }
    reader.endDocument()
    documents = reader.documents
    columns = reader.names
  }

  /// How many tokens there are.
  public var tokenCount: Int { documents.reduce(0) { $0 + $1.tokens.count } }

  private struct Reader {
    let tagColumn: Int?
    var documents: [Document] = []
    var names: [String] = []
    private var numbers: [String: Int32] = [:]
    private var document = Document()
    private var sentence = 0

    init(tagColumn: Int?) { self.tagColumn = tagColumn }

    mutating func read(_ line: ArraySlice<UInt8>, number: Int) throws(Problem) {
      if line.allSatisfy(\.isASCIISpace) {
        endSentence()
        if document.sentences.count >= TaggedFile.sentencesOfADocument, !isMarked { endDocument() }
        return
      }
      if line.starts(with: "-DOCSTART-".utf8) {
        endDocument()
        isMarked = true
        return
      }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard let token = fields.first, !token.allSatisfy(\.isASCIISpace) else {
        throw Problem(line: number, message: "there is no token before the tab")
      }
      let column = tagColumn ?? fields.count - 1
      guard column > 0, column < fields.count else {
        throw Problem(line: number, message: "there is no tag after a tab")
      }
      append(token, String(decoding: fields[column], as: UTF8.self), number)
    }

    private var isMarked = false

    private mutating func append(_ token: ArraySlice<UInt8>, _ tag: String, _ line: Int) {
      let start = document.bytes.count
      document.bytes.append(contentsOf: token)
      document.bytes.append(UInt8(ascii: " "))
      let span = Span(start, start + token.count)
      document.bytes.withUnsafeBufferPointer { document.tokens.append(Token(given: span, in: $0)) }
      if numbers[tag] == nil {
        numbers[tag] = Int32(names.count)
        names.append(tag)
      }
      document.columns.append(numbers[tag] ?? 0)
      document.lines.append(Int32(truncatingIfNeeded: line))
    }

    private mutating func endSentence() {
      guard sentence < document.tokens.count else { return }
      document.sentences.append(sentence..<document.tokens.count)
      sentence = document.tokens.count
    }

    mutating func endDocument() {
      endSentence()
      if !document.tokens.isEmpty { documents.append(document) }
      document = Document()
      sentence = 0
      isMarked = false
    }
  }
}

extension TaggedFile.Document {
  /// Calls `body` with what a tagger asks of the tokens.
  func withNames<Result>(_ body: (NameTokens) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(NameTokens($0, tokens, NameLexicon.shared.words)) }
  }
}
