// Made by `copydesk train summaries`; see Documentation/Models/summaries.md.
extension SummaryModel {
  /// The sentences that say most of what the whole text says, learned from 2225 articles.
  static let coverage = SummaryModel(weights: [
    // place
    -0.2709,
    // early
    0.1610,
    // first
    -0.0156,
    // depth
    -0.0169,
    // last
    -0.0866,
    // paragraph
    0.0187,
    // length
    0.9931,
    // short
    -0.5546,
    // long
    -0.0601,
    // words
    0.7846,
    // words_squared
    -0.2114,
    // relative_words
    0.0982,
    // words_of_longest
    0.5869,
    // centrality
    -1.5978,
    // relative_centrality
    -1.8958,
    // degree
    2.1387,
    // compact_degree
    -0.3216,
    // topic
    3.4392,
    // weight
    -0.5501,
    // shared
    0.8067,
    // shared_words
    0.2970,
    // like_first
    0.2492,
    // title
    -0.0478,
    // off_title
    -0.0914,
    // names
    0.0529,
    // name_density
    0.4555,
    // numbers
    0.2072,
    // quotes
    0.0795,
    // opens_quote
    -0.1659,
    // question
    -0.1343,
    // connective
    -0.0485,
    // pronoun
    -0.0798,
  ])
}
