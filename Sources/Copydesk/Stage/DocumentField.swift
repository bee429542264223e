/// A part of a document, as a stage declares that it reads or fills it.
///
/// `copydesk check` follows these through a pipeline: a stage that reads what nothing before it fills gets a warning.
public enum DocumentField: String, Sendable, CaseIterable {
  /// The text.
  case text
  /// The headline.
  case title
  /// Who wrote it.
  case byline
  /// The desk or region it ran under.
  case section
  /// When it was published.
  case published
  /// The language.
  case language
  /// Names and figures found in the text.
  case entities
  /// The sentences that say what it is about.
  case summary
  /// Fields that Copydesk does not know by name.
  case metadata
  /// The document that it repeats.
  case duplicateOf = "duplicate_of"
}
