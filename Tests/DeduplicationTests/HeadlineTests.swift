import Testing

@testable import Deduplication

@Suite struct HeadlineTests {
  @Test(arguments: [
    ("Syrian troops begin new offensive", "SYRIAN TROOPS BEGIN NEW OFFENSIVE"),
    ("Mayor: ‘We will rebuild’ the pier", "Mayor: \"We will rebuild\" the pier"),
    ("Council backs   tram line", "Council backs tram line"),
    ("Council backs tram line | The Harbour Courier", "Council backs tram line"),
    ("Council backs tram line - Inland Telegraph", "Council backs tram line"),
    ("Council backs tram line — Meridian", "Council backs tram line"),
    ("Council backs tram line :: local :: Courier", "Council backs tram line"),
    ("Council backs tram line | Meridian", "Council backs tram line | Harbour FM"),
    ("UPDATE 1-Oil falls on supply fears", "Oil falls on supply fears"),
    ("WRAPUP 2-Oil falls on supply fears", "UPDATE 3-Oil falls on supply fears"),
    ("EXCLUSIVE: Minister to quit cabinet", "Minister to quit cabinet"),
    ("BREAKING: Minister to quit cabinet", "Minister to quit cabinet"),
    ("Video: Seal pup rescued from drain", "Seal pup rescued from drain"),
    ("[VIDEO] Seal pup rescued from drain", "Seal pup rescued from drain"),
    ("Thousands leave homes on Ternate…", "Thousands leave homes on Ternate as ash falls"),
    ("Thousands leave homes on Tern...", "Thousands leave homes on Ternate as ash falls"),
    ("# Rooftop bees had a better winter", "Rooftop bees had a better winter"),
    ("U.S. troops don’t leave", "US troops don't leave"),
    ("Élysée rejects plan", "ÉLYSÉE REJECTS PLAN"),
  ])
  func copiesAreTheSame(_ a: String, _ b: String) {
    #expect(same(a, b))
    #expect(same(b, a))
  }

  @Test(arguments: [
    ("Syrian troops begin new offensive", "Syrian troops begin new retreat"),
    ("Rates up 1.5%", "Rates up 15%"),
    ("Firm sold for $5m after talks", "Firm sold for £5m after talks"),
    ("Vote on deal is off - May", "Vote on deal is off - Corbyn"),
    ("Four dead in crash - police report", "Four dead in crash"),
    ("Leeds win the cup final - review", "Leeds win the cup final"),
    ("The end…", "The end of the road for trams"),
    ("Council backs tram", "Council backs tram line to the hospital"),
    ("Live 2-1 win for Leeds", "1 win for Leeds"),
    ("Video-game sales rise again", "game sales rise again"),
    ("Video: Seal", "Seal"),
  ])
  func othersAreNot(_ a: String, _ b: String) {
    #expect(!same(a, b))
    #expect(!same(b, a))
  }

  @Test(arguments: ["", " ", "…", "|", " - ", " | | ", "::", "\u{FE0F}", "---", "UPDATE 1-", "- Site Name"])
  func whatHasNoWordsOrHardlyAnyNeverTraps(_ title: String) {
    _ = Headline(title)
    #expect(Headline("—…!") == nil)
  }
}
