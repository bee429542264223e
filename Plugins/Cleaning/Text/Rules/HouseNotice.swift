import Copydesk

/// What a site says under its stories: how to reach its reporters, what it answers for, where its app is.
enum HouseNotice: LineRule {
  static let name = "footer.house"
  static let help =
    "What a site says under its stories: \"To reach the reporter …\", \"This post may contain affiliate links\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 60 else { return false }
    let isNotice =
      line.rest(after: anywhere) != nil || place.isAfterProse && line.rest(after: closings) != nil
    return isNotice && line.readsAsNotice
  }

  /// Openings that no story has.
  private static let anywhere = Phrases([
    "this article contains affiliate links", "this article may contain affiliate",
    "this post contains affiliate links", "this post may contain affiliate", "advertising disclosure",
    "affiliate disclosure", "editorial disclaimer", "this document is subject to copyright",
    "if you're on the", "click here to watch live", "download our app", "download the app",
    "get the latest news straight to", "this post contains references to products from",
    "this article contains references to products from", "this site contains references to products from",
    "we may earn a commission", "we may earn commission", "we may receive a commission",
    "we may receive compensation when you", "we earn a commission", "when you buy through our links",
    "when you purchase through links on", "if you buy through our links", "if you buy something through our",
    "purchases made through our links", "all products featured are independently",
    "all products featured on", "all products are independently selected",
  ])
  /// Openings that end one.
  private static let closings = Phrases([
    "to reach the reporter", "to contact the reporter", "to contact the author", "to contact the editor",
    "contact the reporter", "contact the author", "contact the writer", "contact the editor",
    "for the latest stories and", "for more stories like this",
    "for more news like this", "the views expressed", "the opinions expressed", "views expressed in this",
    "opinions expressed in this", "do you have a story", "do you have a news tip", "have a news tip",
    "have a story tip", "got a tip", "got a story", "send tips to", "email the author", "email the reporter",
    "thank you for reading", "thanks for reading", "thank you for supporting", "want more stories like this",
    "share this on ", "share this story", "share this article", "share this post", "share your thoughts",
    "please share this", "please share your thoughts", "please share with", "please like our",
    "please like and", "please like this",
    "like our page", "like this page", "and like this page",
    "let us know what you", "let us know in the comments", "tell us what you think",
    "tell us in the comments", "what do you think? ",
    "sound off in the comments",
  ])
}
