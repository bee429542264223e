import Copydesk

/// Leaves a part of a page out of the article.
enum PageRule: String, DeclaredRules {
  // Elements that say what they are.
  case hidden = "html.hidden"
  case cookies = "html.cookies"
  case comments = "html.comments"
  case share = "html.share"
  case newsletter = "html.newsletter"
  case related = "html.related"
  case advertisement = "html.advertisement"
  case navigation = "html.nav"
  case sidebar = "html.sidebar"
  case footer = "html.footer"
  case overlay = "html.overlay"
  case header = "html.header"
  case caption = "html.caption"
  case details = "html.details"
  case form = "html.form"
  // What stands beside the article, or does not read like a part of it.
  case outside = "html.outside"
  case links = "html.links"
  case lowScore = "html.low_score"
  case heading = "html.heading"
  case pullQuote = "html.pull_quote"
  case gallery = "html.gallery"
  case improbable = "html.improbable"
  case instead = "html.instead"
  case unwanted = "html.unwanted"
  /// Shared with the text's head.
  case title

  static var declared: [Rule] { allCases.filter { $0 != .title }.map { Rule($0.rawValue, $0.help) } }

  var help: String {
    switch self {
    case .hidden: "An element that the page does not show."
    case .cookies: "A notice about cookies or consent."
    case .comments: "Readers' comments, and all that follows their heading below the article."
    case .share: "Buttons to share the story."
    case .newsletter: "An invitation to a newsletter."
    case .related: "Pointers to other stories."
    case .advertisement: "An advertisement."
    case .navigation: "A menu or a path of pages."
    case .sidebar: "A column beside the article."
    case .footer: "The foot of the page."
    case .overlay: "A dialog that lies over the page."
    case .header: "The head of the page, without the article's headline."
    case .caption: "The caption of a picture."
    case .details: "The byline, the date and what stands with them."
    case .form: "A form."
    case .outside: "What stands outside of the element that holds the article."
    case .links: "A block that is mostly links: measured is the share of linked words."
    case .lowScore: "A short block apart from the prose, such as a button or a label: measured are its words."
    case .heading: "A heading with nothing under it."
    case .pullQuote: "A quotation that repeats words of the article."
    case .gallery: "A series of pictures under one heading that comes again over each."
    case .improbable:
      "A block that the model takes for no part of the article: measured is how probable it is that it is one."
    case .instead:
      "What a page shows instead of its article, which is in its JSON-LD alone and is taken from there."
    case .unwanted: "A kind of block that `drop` names."
    case .title: HeadRule.title.help
    }
  }

  /// A number for the rule that does not depend on the order of the cases.
  var number: UInt64 { Self.numbers[self] ?? 0 }
  private static let numbers = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, StableHash.of($0.rawValue.utf8)) })
}
