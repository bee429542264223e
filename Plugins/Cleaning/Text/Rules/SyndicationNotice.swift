import Copydesk

/// Where else the story ran: "This story first appeared in … and is republished with permission."
enum SyndicationNotice: LineRule {
  static let name = "footer.syndication"
  static let help =
    "Where else the story ran: \"This story first appeared in … and is republished with permission.\""

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    place.isAfterProse && line.words <= 40 && line.rest(after: openings) != nil && !line.hasWord(in: speakers)
  }

  private static let openings = Phrases([
    "this story first appeared", "this story originally appeared", "this story was originally published",
    "this story was first published", "this article first appeared", "this article originally appeared",
    "this article was originally published", "this article was first published", "this post first appeared",
    "this post originally appeared", "originally published", "first published", "republished with permission",
    "this story has been published from a wire agency",
    "except for the headline, this story has not been edited",
  ])
  private static let speakers = WordSet("said told he she his her they")
}
