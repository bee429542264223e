// Made by `copydesk train summaries`; see Documentation/Models/summaries.md.
extension SummaryModel {
  /// The sentences that say most of what the whole text says, learned from 2225 articles.
  static let coverage = SummaryModel(weights: [
    // place
    1.3383,
    // early
    -0.1955,
    // depth
    -0.0518,
    // last
    -0.0483,
    // paragraph
    0.0000,
    // length
    3.1742,
    // short
    3.4220,
    // long
    -0.3040,
    // centrality
    -7.8857,
    // degree
    2.1135,
    // topic
    5.2332,
    // weight
    -1.3569,
    // shared
    -0.3709,
    // shared_words
    0.9783,
    // like_first
    2.7414,
    // title
    -0.8715,
    // off_title
    -0.3273,
    // names
    0.2173,
    // name_density
    -0.0177,
    // numbers
    0.0904,
    // quotes
    0.0372,
    // opens_quote
    -0.2399,
    // question
    0.1005,
    // connective
    0.0205,
    // pronoun
    -0.1642,
  ])
}
