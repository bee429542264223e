/// What a block is to the article: the labels of the sequence model.
///
/// The labels of what is no article say where it stands, so that the chain knows the shape of a page: a head, the
/// article with gaps in it, a tail.
enum BlockLabel: UInt8, CaseIterable {
  /// Before the article.
  case head
  /// The article.
  case text
  /// Between two parts of the article: an advertisement, a caption, related stories.
  case gap
  /// After the article.
  case tail

  /// The names in the order of their numbers.
  static let names = allCases.map { String(describing: $0) }

  /// The labels as a set of bits, as the trainer wants them.
  var mask: UInt64 { 1 << UInt64(rawValue) }
  /// Everything but the article.
  static let boilerplate = head.mask | gap.mask | tail.mask
  /// Anything.
  static let any = boilerplate | text.mask

  /// What may not follow what; nil is the start or the end of the page.
  static let forbidden: [(from: BlockLabel?, to: BlockLabel?)] = [
    (nil, .gap), (.head, .gap), (.text, .head), (.gap, .head), (.gap, .tail), (.gap, nil), (.tail, .head),
    (.tail, .text), (.tail, .gap),
  ]
}
