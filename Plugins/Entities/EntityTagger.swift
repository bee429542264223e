import Copydesk

/// Finds the names of persons, organisations and places.
///
/// ``RuleTagger`` is one; a trained tagger is another. Dates, money and percentages are not its business:
/// their recognisers are exact and stay whatever tagger is used.
protocol EntityTagger: Sendable {
  /// The names in a text, sorted by span, none overlapping another, each on token boundaries.
  func names(in text: Text) -> [Entity]
}
