import Copydesk

/// Weekdays that are part of a name: "Good Friday", "the Sunday Telegraph", "Sheffield Wednesday". Which day such a one is,
/// the words around it do not tell.
enum DayNames {
  /// What stands before a weekday, 0 for Monday, and makes it a certain day of the year.
  private static let feasts = [
    WordSet("easter whit cyber clean"), WordSet("shrove super giving"), WordSet("ash"),
    WordSet("maundy holy"),
    WordSet("good black holy"), WordSet("holy easter"), WordSet("easter palm whit mothering remembrance"),
  ]
  /// What stands behind such a day and makes it a name of something else.
  private static let things = WordSet("agreement agreements accord accords massacre inquiry rising")
  /// What stands behind "Sunday" and is a newspaper with it.
  private static let papers = WordSet(
    "times telegraph mirror express herald mail mercury sun")
  /// Newspapers that are called so "on Sunday".
  private static let papersOn = WordSet("mail independent")
  private static let on = WordSet("on")
  private static let night = WordSet("night")
  /// What is shown at night, under a name of its own.
  private static let shows = WordSet("football live lights dinner takeaway")
  /// What stands before a weekday, 0 for Monday, and is a club, a massacre or a crash with it.
  private static let others = [
    WordSet("black blue bloody"), WordSet("ruby black"), WordSet("sheffield black bloody"),
    WordSet("black bloody"),
    WordSet("joe bloody"), WordSet("black bloody"), WordSet("bloody black"),
  ]

  /// Whether the weekday at a place is a day of the year by the word before it: "Ash Wednesday".
  static func isFeast(_ weekday: Int, at index: Int, in view: FigureTokens) -> Bool {
    follows(feasts[weekday], index, view)
  }

  /// Whether the weekday at a place is no day at all.
  static func isName(_ weekday: Int, at index: Int, in view: FigureTokens) -> Bool {
    if follows(others[weekday], index, view) { return true }
    if isFeast(weekday, at: index, in: view), isCapital(view, index + 1, of: things) { return true }
    if isCapital(view, index + 1, of: night), isCapital(view, index + 2, of: shows) { return true }
    guard weekday == 6 else { return false }
    return isCapital(view, index + 1, of: papers)
      || view.isAny(index - 1, of: on) && !view.startsParagraph(index)
        && isCapital(view, index - 2, of: papersOn) && !view.startsParagraph(index - 1)
  }

  private static func follows(_ words: WordSet, _ index: Int, _ view: FigureTokens) -> Bool {
    index > 0 && !view.startsParagraph(index) && view.tokens[index - 1].isCapitalised
      && view.isAny(index - 1, of: words)
  }

  private static func isCapital(_ view: FigureTokens, _ index: Int, of words: WordSet) -> Bool {
    view.isAny(index, of: words) && view.tokens[index].isCapitalised
  }
}
