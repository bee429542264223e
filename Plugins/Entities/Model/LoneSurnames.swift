import Copydesk

/// Calls a well-known surname that stands by itself a person, where the model found something else or nothing: see
/// ``PublicFigures``.
///
/// What goes on with a capital stays as the model has it: "Trump Tower", "Trump Organization".
struct LoneSurnames {
  private static let yielding: Set<Entity.Label> = [.organisation, .place, .miscellaneous, .group]

  let view: ModelWords

  /// Corrects the names of a part from `first` on, which are in order, and adds those that are missing.
  func correct(
    _ part: Range<Int>, _ style: SentenceCase, _ names: inout [EntityTags.Name], from first: Int
  ) {
    guard style == .prose else { return }
    var next = first
    for index in part where view.names.isCased(index) && PublicFigures.contains(view.words[index].folded) {
      while next < names.count, names[next].tokens.upperBound <= index { next += 1 }
      let isInName = next < names.count && names[next].tokens.contains(index)
      guard isAlone(index, part) else { continue }
      if !isInName {
        guard !view.names.isA(index, .common) else { continue }
        names.insert(EntityTags.Name(tokens: index..<(index + 1), label: .person, isListed: true), at: next)
      } else if names[next].tokens.count == 1, Self.yielding.contains(names[next].label),
        !(names[next].label == .place && index > part.lowerBound && view.names.isA(index - 1, .locative))
      {
        names[next].label = .person
        names[next].isListed = true
      }
    }
  }

  /// Whether no word with a capital stands beside it that may be part of the same name.
  private func isAlone(_ index: Int, _ part: Range<Int>) -> Bool {
    if index + 1 < part.upperBound, view.names.isCased(index + 1), !view.names.isPossessive(index + 1) {
      return false
    }
    guard index > part.lowerBound, view.names.isCased(index - 1) else { return true }
    // At the start of a sentence any word has a capital; a title is not the name.
    return view.names.isA(index - 1, [.title, .titlePrefix])
      || index - 1 == part.lowerBound && view.names.isA(index - 1, .common)
  }
}
