import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// What of a byline is a name.
@Suite struct AuthorNameTests {
  @Test(arguments: [
    "Unknown", "admin", "null", "Staff", "undefined", "Staff Share this", "Follow @anaroe", "@anaroe",
    "Sven Aro is a columnist and a former engineer.", "Our editors choose what they like to read.",
  ])
  func nobodyIsNamed(name: String) { #expect(AuthorName.tidied(name) == nil) }

  @Test(arguments: [
    ("Ana Roe Share this", "Ana Roe"), ("Ana Roe | Follow @anaroe", "Ana Roe"),
    ("Ana Roe (@anaroe)", "Ana Roe"),
    ("Ana Roe, Follow", "Ana Roe"), ("Ken Followill", "Ken Followill"), ("Reuters Staff", "Reuters Staff"),
    ("Ana Roe, Tom Reyes, Li Wen and John Smith Jr.", "Ana Roe, Tom Reyes, Li Wen and John Smith Jr."),
  ])
  func whatStandsBesideANameIsCut(line: String, name: String) { #expect(AuthorName.tidied(line) == name) }

  private func byline(_ details: String, head: String = "") throws -> String? {
    let story =
      "<p>The slipway of Ronwick is closed until June, the harbour master said after a wall had given way.</p>"
    let html = """
      <html><head>\(head)</head><body><article><h1>Slipway closed</h1>\(details)\(story)\(story)</article></body></html>
      """
    return try run(Clean.self, on: Document(html)).byline
  }

  @Test func theNameBesideAButtonIsRead() throws {
    let author = "<div class=author><a href=x>Follow @anaroe</a> <a rel=author href=/a>Ana Roe</a></div>"
    #expect(try byline(author) == "Ana Roe")
    #expect(try byline("<div class=byline>By Staff Share this</div>") == nil)
    #expect(try byline("<p class=author-bio>Sven Aro is a columnist and a former engineer.</p>") == nil)
  }

  @Test func whatASystemWritesGivesWayToTheNameThatIsShown() throws {
    #expect(try byline("<p>By Ana Roe</p>", head: "<meta name=author content=admin>") == "Ana Roe")
  }

  @Test func aTextByTheStaffNamesNobody() throws {
    let text =
      "Slipway closed until June\n\nBy Staff\n\nThe slipway of Ronwick is closed until June, they said."
    #expect(try run(Clean.self, on: Document(text)).byline == nil)
  }
}
