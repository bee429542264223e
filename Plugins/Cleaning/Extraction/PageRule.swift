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
  case struck = "html.struck"
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
    case .struck: "What the page strikes out: it holds no longer."
    case .title: HeadRule.title.help
    }
  }

  /// A number for the rule that does not depend on the order of the cases.
  var number: UInt64 { Self.numbers[place] }
  private static let numbers = allCases.map { StableHash.of($0.rawValue.utf8) }

  /// Which of the cases it is: blocks ask for it so often that hashing the rule would show.
  var place: Int {
    switch self {
    case .hidden: 0
    case .cookies: 1
    case .comments: 2
    case .share: 3
    case .newsletter: 4
    case .related: 5
    case .advertisement: 6
    case .navigation: 7
    case .sidebar: 8
    case .footer: 9
    case .overlay: 10
    case .header: 11
    case .caption: 12
    case .details: 13
    case .form: 14
    case .outside: 15
    case .links: 16
    case .lowScore: 17
    case .heading: 18
    case .pullQuote: 19
    case .gallery: 20
    case .improbable: 21
    case .instead: 22
    case .unwanted: 23
    case .title: 24
    case .struck: 25
    }
  }
}

/// Some of the rules: a bit each.
struct PageRules: ExpressibleByArrayLiteral, Sendable {
  private let bits: UInt64

  init(arrayLiteral rules: PageRule...) { bits = rules.reduce(0) { $0 | 1 << UInt64($1.place) } }

  /// Whether a rule is one of them.
  func contains(_ rule: PageRule) -> Bool { bits >> UInt64(rule.place) & 1 == 1 }
}
