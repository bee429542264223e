// Made by `copydesk train summaries`; see Documentation/Models/summaries.md.
extension SummaryModel {
  /// The sentences that say most of what the whole text says, learned from 2225 articles.
  static let coverage = SummaryModel(weights: [
    // place
    0.1047,
    // early
    0.2142,
    // first
    0.6006,
    // depth
    -0.1997,
    // last
    -0.0232,
    // paragraph
    0.0255,
    // length
    3.1160,
    // short
    3.4095,
    // long
    -0.3107,
    // words
    0.0000,
    // words_squared
    0.0000,
    // relative_words
    0.0000,
    // words_of_longest
    0.0000,
    // centrality
    -6.7187,
    // relative_centrality
    -0.5000,
    // degree
    2.3468,
    // compact_degree
    -1.1392,
    // topic
    5.2949,
    // weight
    -1.4009,
    // shared
    -0.3790,
    // shared_words
    0.9900,
    // like_first
    2.8119,
    // title
    -0.9000,
    // off_title
    -0.3341,
    // names
    0.2192,
    // name_density
    -0.0219,
    // numbers
    0.0992,
    // quotes
    0.0350,
    // opens_quote
    -0.2414,
    // question
    0.0958,
    // connective
    0.0176,
    // pronoun
    -0.1651,
  ])
}
