/// Reads a field out of what a page says of itself.
enum MetadataRule: String, DeclaredRules {
  case meta = "html.meta"
  case structured = "html.json_ld"
  case language = "html.lang"
  case pageTitle = "html.title"
  case headline = "html.headline"
  case byline = "html.byline"
  case time = "html.time"
  case date = "html.date"
  case link = "html.link"

  var help: String {
    switch self {
    case .meta: "A field from a meta element, such as og:title or article:published_time."
    case .structured: "A field from schema.org's JSON-LD."
    case .language: "The language from the page's lang attribute, without a region: en of en-GB."
    case .pageTitle: "The title from the title element, without the site's name."
    case .headline: "The title from the first h1 that is shown."
    case .byline: "The byline from a link to the author or an element that is marked as one."
    case .time: "The date from a time element."
    case .link: "The address from the page's canonical link."
    case .date: "The date from a line below the headline that nothing marks as one."
    }
  }
}
