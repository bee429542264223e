import Copydesk
import Testing

@testable import Files

/// Bylines and titles of records that were made of pages.
struct PersonsTests {
  @Test(arguments: [
    (#""author":{"@type":"Person","name":"Ana Lopes"}"#, "Ana Lopes"),
    (#""author":[{"name":"Ana Lopes"},{"name":"Jo Kim"}]"#, "Ana Lopes, Jo Kim"),
    (#""author":["Ana Lopes",{"name":"Jo Kim"}]"#, "Ana Lopes, Jo Kim"),
    (#""byline":{"name":"Ana Lopes"}"#, "Ana Lopes"),
    (#""byline":["Ana Lopes","Jo Kim"]"#, "Ana Lopes, Jo Kim"), (#""byline":"By Ana Lopes""#, "Ana Lopes"),
    (#""author":"BY  Ana Lopes""#, "Ana Lopes"), (#""author":"Byron Hill""#, "Byron Hill"),
    (#""author":"By ""#, "By "),
    (#""author":"Smith &amp; Sons &#8211; O&apos;Neil""#, "Smith & Sons – O'Neil"),
  ])
  func peopleAreNamedAsSchemaOrgDoes(members: String, byline: String) throws {
    let document = try record(members)
    #expect(document.byline == byline)
    #expect(document.metadata.isEmpty)
  }

  @Test func whatIsToldOfPeopleBesidesTheirNamesIsKept() throws {
    let document = try record(#""author":{"name":"Ana Lopes","url":"x"}"#)
    #expect(document.byline == "Ana Lopes" && document.metadata["author"]?["url"] == "x")
    let nobody = try record(#""author":[{"url":"x"}],"byline":7"#)
    #expect(nobody.byline == nil && nobody.metadata.fields.map(\.name) == ["author", "byline"])
  }

  @Test(arguments: [
    ("AT&amp;T buys &quot;Lorn&quot;", "AT&T buys \"Lorn\""), ("The mayor&#8217;s plan", "The mayor’s plan"),
    ("The mayor&#x2019;s&nbsp;plan", "The mayor’s\u{A0}plan"), ("The mayor&#146;s plan", "The mayor’s plan"),
    ("&amp;lt;b&gt;", "&lt;b>"), ("Caf&eacute; &ndash; &ldquo;open&rdquo;&hellip;", "Café – “open”…"),
    ("?a=1&para=2&copy b", "?a=1&para=2&copy b"),
    ("Q&A; more", "Q&A; more"), ("R&D & more", "R&D & more"),
    ("&#0;&#xD800;&#+65;", "&#0;&#xD800;&#+65;"),
    ("&#1114112;&#99999999999;&", "&#1114112;&#99999999999;&"), ("&bogus;&amp", "&bogus;&amp"),
  ])
  func characterReferencesInATitleAreDecodedOnce(title: String, decoded: String) throws {
    #expect(try record("\"title\":\(String(reflecting: title))").title == decoded)
  }

  @Test func whatCopydeskWroteIsReadAsItStands() throws {
    var document = Document(
      id: "a", source: DocumentSource(bytes: Array("Rain fell.".utf8)), text: Text("Rain fell."))
    document.title = "What &amp; means"
    document.byline = "By Ana Lopes"
    let folder = try TemporaryFolder(["r.jsonl": String(decoding: document.record(), as: UTF8.self)])
    let again = try source().documents([folder.path])[0]
    #expect(again.title == "What &amp; means" && again.byline == "By Ana Lopes")
  }
}
