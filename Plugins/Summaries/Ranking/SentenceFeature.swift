/// What the learned ranker looks at, in the order of its weights.
enum SentenceFeature: String, CaseIterable {
  /// 1 for the first sentence, ½ for the second, ⅓ for the third.
  case place
  /// 1 for the first, falling to 0 at the sixth.
  case early
  /// The first of the text.
  case first
  /// How far down it stands, 0 to 1.
  case depth
  /// The last of the text.
  case last
  /// The first of its paragraph.
  case paragraph
  /// The logarithm of its words.
  case length
  /// How far it stays below 15 words, 0 to 1.
  case short
  /// Tens of words over 32.
  case long
  /// Its words, in thirties.
  case words
  /// … squared.
  case wordsSquared = "words_squared"
  /// Its words beside the mean of all sentences.
  case relativeWords = "relative_words"
  /// … beside the longest.
  case wordsOfLongest = "words_of_longest"
  /// How near it is to the middle of all sentences.
  case centrality
  /// … of the nearest that any is.
  case relativeCentrality = "relative_centrality"
  /// What it shares with all others, of the most that any shares.
  case degree
  /// … over the root of its words.
  case compactDegree = "compact_degree"
  /// How frequent its words are in the text, on average.
  case topic
  /// … in sum.
  case weight
  /// The share of its words that others have too.
  case shared
  /// … their number, in tens.
  case sharedWords = "shared_words"
  /// How near it is to the first sentence; 0 for that one.
  case likeFirst = "like_first"
  /// The share of the title's words that it has.
  case title
  /// It has none of them, although there is a title.
  case offTitle = "off_title"
  /// Names in it, up to eight: words of entities where they are known, else capitalised words.
  case names
  /// … over all its words.
  case nameDensity = "name_density"
  /// Numbers in it, up to four.
  case numbers
  /// It quotes.
  case quotes
  /// It opens with a quotation.
  case opensQuote = "opens_quote"
  /// It asks.
  case question
  /// A connective opens it.
  case connective
  /// A pronoun opens it.
  case pronoun
}
