/// In what form the files of a run hold a document.
package enum Filing: Int, Sendable, Comparable {
  /// No file has it: no output took it, or standard output alone.
  case none
  /// A file has it in a form for people or other programs.
  case rendered
  /// A file has it as a record.
  case record

  package static func < (a: Filing, b: Filing) -> Bool { a.rawValue < b.rawValue }
}
