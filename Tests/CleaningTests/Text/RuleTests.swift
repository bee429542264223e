import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// A body of prose in the middle of which a line is put.
func around(_ line: String) -> String {
  """
  The council voted on Tuesday night to rebuild the old pier, a plan that has been argued over for eleven years.

  \(line)

  Work will begin in March, the mayor said, and the pier should be open again before the summer of next year.
  """
}

/// The rules by which anything was removed.
func rules(_ document: Document) -> [String] {
  document.trail.entries.filter { $0.action == .removed }.map(\.rule)
}

struct RuleTests {
  @Test(arguments: [
    ("Like this:", "footer.like"), ("Like Loading...", "footer.like"), ("Like Loading…", "footer.like"),
    ("Me gusta esto:", "footer.like"), ("Share this:", "footer.share"), ("Print | Email", "footer.share"),
    ("Click to share on Twitter (Opens in new window)", "footer.share"), ("Advertisement", "advertisement"),
    ("ADVERTISEMENT", "advertisement"), ("- Advertisement -", "advertisement"),
    ("Story continues below advertisement", "advertisement"), ("Anzeige", "advertisement"),
    ("Read more: How a flood gauge became the most watched number in Europe", "footer.related"),
    ("Related: What the alert levels mean", "footer.related"),
    ("Also read: Ten bridges to see", "footer.related"),
    ("READ MORE »", "footer.related"), ("Lea también: Veraneo sin piscina", "footer.related"),
    ("À lire aussi : Les derniers émailleurs", "footer.related"),
    ("Sign up for our newsletter and never miss a headline.", "footer.subscribe"),
    ("Subscribe to our daily briefing.", "footer.subscribe"),
    ("Follow us on Twitter @courier", "footer.follow"),
    ("Follow @courier on Twitter", "footer.follow"), ("Like us on Facebook", "footer.follow"),
    ("Warning: Undefined variable $page in /srv/www/lib/story.php on line 212", "notice.server"),
    (
      "Strict Standards: Redefining already defined constructor in /srv/www/db.php on line 56",
      "notice.server"
    ),
    ("This post contains references to products from one or more of our advertisers.", "footer.house"),
    ("All products featured on Harbour Living are independently selected by our editors.", "footer.house"),
    ("We may earn a commission if you buy something through links on our pages.", "footer.house"),
    ("© 2018 The Harbour Courier. All rights reserved.", "footer.copyright"),
    ("Copyright 2018 Inland Telegraph Pty Ltd", "footer.copyright"),
    ("All rights reserved.", "footer.copyright"),
    ("Comments (12)", "footer.comments"), ("12 comments", "footer.comments"),
    ("Leave a reply", "footer.comments"),
    ("Tags: rivers, water, law", "footer.tags"), ("Filed under: World", "footer.tags"),
    ("We use cookies to give you the best experience on our site.", "notice.cookies"),
    ("By continuing to use this site you accept our cookie policy.", "notice.cookies"),
    ("Manage your cookie preferences", "notice.cookies"), ("Home > World > Middle East", "nav.crumbs"),
    ("Home » Business", "nav.crumbs"), ("Home | World | Business | Sport", "nav.menu"),
    ("Photo: AFP", "caption.credit"), ("Image copyright Getty Images", "caption.credit"),
    ("FILE PHOTO: A man walks past the pier in Ballyrook, May 4, 2018.", "caption.credit"),
    ("Click here to read the full ruling.", "footer.links"), ("Skip to main content", "footer.links"),
    ("Loading…", "footer.like"), ("Featured image by Anna Holm", "caption.credit"),
    ("This post may contain affiliate links, for which we receive a commission.", "footer.house"),
    ("If you're on the Courier app, click here to watch live", "footer.house"),
  ])
  func boilerplateLineGoes(line: String, rule: String) throws {
    let document = try run(Clean.self, on: Document(around(line)))
    #expect(rules(document) == [rule])
    #expect(document.text.lines.filter { !$0.isBlank }.count == 2)
    #expect(document.text.lines.map { $0 }.count == 3)
  }

  @Test(arguments: [
    "Share this responsibility, she told delegates in her closing remarks, or watch it being taken from you.",
    "Like this compact, the treaty of 1992 was dismissed at first as a set of good intentions.",
    "Advertisement revenue fell by 13 percent, the ninth fall in a row.",
    "Read more slowly, the report advises teachers, and read less.",
    "Read more into it than that, he added, and you’d be from the mainland.",
    "Related: the children who read slowly also read aloud more often, and nobody could say why.",
    "Published in April, the survey is the largest of its kind.",
    "Published by arrangement with the bank, the minutes will be printed in full.",
    "Sign up for our newsletter, the group's editors were told in an internal memo, must come first.",
    "All rights reserved for the company's archive have been valued at £6.9 million.",
    "We use cookies to remember the basket, the company argued, and nobody can shop without a basket.",
    "Accept all cookies, said a button under the drawing.",
    "Follow us, one headteacher has written on the door of her library, at whatever pace you please.",
    "Click here, she said, and pointed at the hedgehog.",
    "By Friday evening, traders had put the chance of a reduction at 38 percent.",
    "Copyright law was never meant for this, said the judge.",
    "Home is where the harbour is, they say.", "It rained. Somebody knew first.", "“We’re cousins.”",
    "\"I stopped once.\"", "Comments were made on both sides, none of them kind.",
    "Tags were found on eleven of the birds.", "Photo finishes are decided by a camera on the roof.",
    "Subscribe to that view, he warned, and you will sink with it.", "Like this.",
    "Updated maps were sent to the school.",
    "Facebook", "- Cities are warmer, by as much as 2.4 degrees in January.",
    "Loading the ferry took four hours.",
    "Cookies", "Partagez cette découverte, leur a conseillé le rectorat.",
    "“Share this” was all that he wrote",
    "Image is everything, the minister told the committee", "Watch your step, said the sign",
  ])
  func paragraphThatBeginsLikeBoilerplateStays(line: String) throws {
    let source = around(line)
    let document = try run(Clean.self, on: Document(source))
    #expect(document.text.string == source)
    #expect(rules(document).isEmpty)
  }

  @Test func networksGoAfterTheirHeadingAndInRows() throws {
    let document = try run(
      Clean.self, on: Document(around("Share this:\nTwitter\nFacebook\nEmail\nWhatsApp")))
    #expect(rules(document) == Array(repeating: "footer.share", count: 5))
    #expect(!document.text.string.contains("Twitter"))
  }

  @Test func aLineOfAWrappedParagraphIsNoLineOfItsOwn() throws {
    let wrapped = """
      The council voted on Tuesday night to rebuild the old pier, and to pay
      for it with a loan. The largest item in the budget of the office is
      advertisement, and the second largest is the repair of the roof, which
      was told to the members in a letter. It was written by hand and read:
      Leave a comment under the door, and the porter will bring it upstairs
      before the end of the week. Nobody has so far tried.
      """
    let document = try run(Clean.self, on: Document(wrapped))
    #expect(document.text.string == wrapped)
  }

  @Test func attributionsGoOnlyBelowTheArticle() throws {
    let notice = "This story first appeared in The Harbour Courier and is republished with permission."
    #expect(rules(try run(Clean.self, on: Document(around(notice)))).isEmpty)
    let document = try run(Clean.self, on: Document(around("Nobody knew why.") + "\n\n" + notice))
    #expect(rules(document) == ["footer.syndication"])
  }

  @Test func anArticleAboutCookiesStaysWhole() throws {
    let source = """
      A Belgian court has fined an online toy shop €180,000 for setting 212 cookies on the computers of visitors.

      We use cookies because everyone uses cookies, its lawyer told the judges, who were not amused by it.

      Your privacy is your own affair, he added. Nobody in the room agreed with him, not even his own client.
      """
    let document = try run(Clean.self, on: Document(source))
    #expect(document.text.string == source)
  }
}
