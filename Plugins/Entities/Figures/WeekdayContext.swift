import Copydesk

/// What the words around a weekday make of it: "every Monday" is no one day, "this past Monday" is one before today.
enum WeekdayContext {
  /// Several days, or one that is counted from elsewhere: "every Monday", "the first Monday", "a Monday".
  private static let openBefore = WordSet(
    "every each a one any some first second third fourth fifth following previous same alternate")
  private static let the = WordSet("the")
  /// "the Friday after Easter"
  private static let openBehind = WordSet("after before following")
  /// "Saturday week", "a week on Saturday"
  private static let week = WordSet("week fortnight")
  private static let on = WordSet("on")
  private static let to = WordSet("to through thru until till – —")
  private static let of = WordSet("in of")
  private static let coming = WordSet("coming")
  private static let past = WordSet("past")
  private static let this = WordSet("this the")

  /// Which day the words say that it is; nil where they say nothing.
  static func direction(of index: Int, in view: FigureTokens) -> DateResolver.Direction? {
    guard !view.startsParagraph(index) || index == 0 else { return behind(index, view) ? .unclear : nil }
    if view.isAny(index - 1, of: coming) { return .after }
    // Not "will continue past Friday".
    if view.isAny(index - 1, of: past), view.isAny(index - 2, of: this) { return .before }
    let isOpen =
      view.isAny(index - 1, of: openBefore)
      || view.isAny(index - 1, of: on) && view.isAny(index - 2, of: week)
      || view.isAny(index - 1, of: the) && view.isAny(index + 1, of: openBehind)
      || view.isAny(index - 1, of: to) && isWeekday(index - 2, view)
    return isOpen || behind(index, view) ? .unclear : nil
  }

  private static func behind(_ index: Int, _ view: FigureTokens) -> Bool {
    guard index + 1 < view.count, !view.startsParagraph(index + 1) else { return false }
    return view.isAny(index + 1, of: week) || view.isAny(index + 1, of: to) && isWeekday(index + 2, view)
  }

  /// "last Monday in October", behind "last": a day of that month.
  static func isOfMonth(_ index: Int, in view: FigureTokens) -> Bool {
    guard view.isAny(index + 1, of: of), index + 2 < view.count, view.tokens[index + 2].isCapitalised else {
      return false
    }
    return DateWords.months.value(view, index + 2) != nil
  }

  private static func isWeekday(_ index: Int, _ view: FigureTokens) -> Bool {
    index >= 0 && index < view.count && view.tokens[index].isCapitalised
      && DateWords.weekdays.value(view, index) != nil
  }
}
