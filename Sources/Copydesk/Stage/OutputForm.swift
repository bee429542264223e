/// The form in which an output writes, and the names by which people know a file of it.
///
/// ```swift
/// static let form: OutputForm? = OutputForm("CSV", endings: [".csv", ".tsv"], isCompressible: true)
/// ```
///
/// `run -o news.csv` chooses the output whose form has that ending, and a definition that gives an output a name of
/// another form is refused: nobody should find JSON Lines in a file that is called `news.sqlite`.
public struct OutputForm: Sendable, Hashable {
  /// What it is called: `CSV`, `JSON Lines`.
  public let title: String
  /// Endings of a file's name that ask for this form, each with its dot, in lower case. The first is the usual one. None
  /// where it is no single file of documents: such an output is neither chosen nor replaced by `-o`.
  public let endings: [String]
  /// Endings that its files may have besides, although they ask for another output.
  public let otherEndings: [String]
  /// Whether it compresses a file whose name ends in `.gz` or `.zst`.
  public let isCompressible: Bool

  /// Creates a form.
  /// - Parameters:
  ///   - title: what it is called.
  ///   - endings: endings of a file's name that ask for it.
  ///   - otherEndings: endings that its files may have besides.
  ///   - isCompressible: whether it compresses a file whose name says so.
  public init(
    _ title: String, endings: [String], otherEndings: [String] = [], isCompressible: Bool = false
  ) {
    self.title = title
    self.endings = endings
    self.otherEndings = otherEndings
    self.isCompressible = isCompressible
  }
}
