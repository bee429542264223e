/// Takes a line of the text's head and reads it into fields.
enum HeadRule: String, DeclaredRules {
  case byline
  case published = "dateline.published"
  case updated = "dateline.updated"
  case section
  case title

  var help: String {
    switch self {
    case .byline: "Who wrote it, alone or with section and date: \"Worldwide | By Lisa Hogan\"."
    case .published: "When it was published: \"Published: Thu, May 10, 2018\"."
    case .updated:
      "When it was last changed: \"Updated: 11 May 2018\". Fills the date where there is no other."
    case .section: "A desk's name on a line of its own above the headline: \"World\"."
    case .title: "The headline, in the head of a text or above the first paragraph of a page."
    }
  }
}
