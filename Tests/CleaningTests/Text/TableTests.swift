import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

private let body = """
  The county council voted on Thursday to cut eleven bus routes from September.

  Campaigners called the decision a disaster for villages.
  """

/// Tables and lists below a headline, which keep all their rows.
struct TableTests {
  @Test(arguments: [
    ("Exchange rates", "US dollar 1.0832\nPound sterling 0.8541\nSwiss franc 0.9512"),
    ("Weekend results", "Ashgill Rovers 2 Burnfoot 1\nCalderholm 0 Tarn United 0"),
    ("Weekend results", "Second Division\n\nAshgill Rovers 2 Burnfoot 1\nCalderholm 0 Tarn United 0"),
    ("Market close", "FTSE 100: 7,512.40 (+0.3%)\nDAX: 15,210.11 (-0.1%)\nGold: $1,923.10"),
    ("Lottery numbers", "Saturday: 4 8 15 16 23 42\nWednesday: 1 2 3 5 8 13"),
    ("Train delays", "Orveston to Larne: 20 minutes\nLarne to Wick: 45 minutes"),
    ("Tide times", "High water Larne 04:12\nLow water Larne 10:31"),
    ("Wechselkurse", "US-Dollar 1,0832\n\nPfund Sterling 0,8541\n\nSchweizer Franken 0,9512"),
    (
      "What to watch on Monday",
      "BBC One\n18.00 News\n18.30 Weather\n19.00 Sport\n20.00 The Archers on Screen"
    ),
    ("Programme TV", "20h50 Le film\n22h30 Journal"),
    ("Cambio", "Dólar 1,08\nLibra 0,85"),
    (
      "Damson tart",
      "Serves 8\nPrep: 25 min\nCook: 40 min\n\nIngredients\n250g plain flour\n125g cold butter\n1 pinch salt"
    ),
    ("Profile: Carl Voss", "Age: 54\nParty: Liberal\nSeat: Orveston North\nFirst elected: 2010"),
    (
      "Film review: The Lamplighters",
      "Director: Mara Ellison\nCast: Tom Ewbank, Edith Moss\nCertificate: 12A"
    ),
    ("Council votes on cuts", "For: Ewbank, Moss, Dow\nAgainst: Marlowe, Pell\nAbsent: Kerr"),
  ])
  func theFirstRowIsNoHeadlineAndAllRowsStay(headline: String, table: String) throws {
    let document = try run(Clean.self, on: Document("\(headline)\n\n\(table)\n\n\(body)"))
    #expect(document.title == headline)
    #expect(document.text.string == "\(table)\n\n\(body)")
  }

  @Test func aResultAboveTheReportIsAHeadline() throws {
    let document = try run(Clean.self, on: Document("Mallory 4 Larne 3 after extra time\n\n" + body))
    #expect(document.title == "Mallory 4 Larne 3 after extra time")
  }

  @Test func aHeadlineBelowATickerIsFound() throws {
    let ticker = "DAX 15,210\nGold 1,923\n\nDivers find bell of lost ferry\nBy Lisa Hogan\n\n"
    let document = try run(Clean.self, on: Document(ticker + body))
    #expect(document.title == "Divers find bell of lost ferry")
  }

  @Test func twoHeadlinesWithColonsAreNoTable() throws {
    let head = "Explainer: Why bells ring under water\nAnalysis: What divers hear\n\n"
    let document = try run(Clean.self, on: Document(head + body))
    #expect(document.title == "Explainer: Why bells ring under water")
  }

  @Test(arguments: ["Sport", "Business"]) func theNameOfADeskAboveATableIsNoHeadline(desk: String) throws {
    let document = try run(
      Clean.self,
      on: Document("\(desk)\n\nAshgill Rovers 2 Burnfoot 1\nCalderholm 0 Tarn United 0\n\n\(body)"))
    #expect(document.title == nil)
    #expect(document.text.string.contains("Ashgill Rovers 2 Burnfoot 1\nCalderholm 0"))
  }
}
