import Copydesk

/// Who worked on a wire story: "(Reporting by A; Editing by B)".
enum ReportingCredit: LineRule {
  static let name = "footer.reporting"
  static let help = "Who worked on a wire story: \"(Reporting by A; Editing by B)\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    place.isAfterProse && line.words <= 60 && line.rest(after: openings) != nil && !line.hasWord(in: speakers)
  }

  private static let openings = Phrases([
    "(reporting by", "reporting by", "(editing by", "editing by", "(additional reporting by",
    "additional reporting by",
    "(writing by", "writing by", "(compiled by", "our standards: the thomson reuters trust principles",
  ])
  private static let speakers = WordSet("said told he she his her they")
}
