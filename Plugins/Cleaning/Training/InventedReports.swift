import Copydesk

/// Invented articles that are nothing but article, with what pages of news seldom have and newswire is full of: figures
/// of a company line by line, tables of prices, dates in a row. A model that has seen only pages takes such lines for
/// what stands around an article.
struct InventedReports {
  /// How many there are.
  static let count = 240

  /// How many there are where so many were asked for: none to 100,000.
  static func count(_ asked: Double?) -> Int {
    guard let asked else { return count }
    return asked > 0 ? Int(min(asked, 100_000)) : 0
  }

  private var chance: SeededGenerator

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  /// The next one, a line a string.
  mutating func next() -> [String] {
    switch pick(4) {
    case 0: results()
    case 1: results() + prose(1 + pick(3))
    case 2: prose(2 + pick(4)) + table() + prose(pick(3))
    default: prose(1 + pick(4)) + dates() + prose(pick(3))
    }
  }

  // MARK: Lines

  /// Figures of a company: this year's beside last year's.
  private mutating func results() -> [String] {
    var lines = pick(2) == 0 ? ["\(name()) \(of(["plc", "AG", "Corp", "Ltd"])) \(period())"] : []
    lines.append("\(name().uppercased()), \(of(Self.months)) \(1 + pick(28)) - Shr \(pair("cts"))")
    for part in 0..<(1 + pick(3)) {
      if part > 0 { lines.append(period()) }
      for kind in Self.figures.shuffledPrefix(2 + pick(4), &chance) {
        lines.append("\(kind) \(pair(of(["mln", "", "cts", "billion"])))")
      }
    }
    if pick(2) == 0 { lines.append("NOTE: \(sentence())") }
    return lines
  }

  private mutating func table() -> [String] {
    var lines = [of(["Prices", "Stocks", "Output", "Votes"]) + " by \(of(["place", "month", "kind"])):"]
    let columns = 1 + pick(4)
    if pick(2) == 0 { lines.append((0..<columns).map { _ in "19\(70 + pick(29))" }.joined(separator: "   ")) }
    for _ in 0..<(3 + pick(9)) {
      let gap = of(["  ", " ", "    ", " ... "])
      lines.append(([name()] + (0..<columns).map { _ in figure() }).joined(separator: gap))
      if pick(6) == 0 { lines.append(name().uppercased()) }
    }
    return lines
  }

  private mutating func dates() -> [String] {
    (0..<(2 + pick(5))).map { _ in
      "\(of(["", "- ", "• "]))\(of(Self.months)) \(1 + pick(28)): \(of(Self.events)), \(pick(400))"
    }
  }

  private mutating func prose(_ sentences: Int) -> [String] {
    (0..<sentences).map { _ in (0..<(1 + pick(3))).map { _ in sentence() }.joined(separator: " ") }
  }

  // MARK: Words

  private mutating func sentence() -> String {
    "\(of(Self.starts)) \(of(Self.events)) in \(name()) \(of(Self.verbs)) \(figure()) \(of(["percent", "tonnes", "mln crowns"])) \(of(Self.ends))."
  }

  private mutating func pair(_ unit: String) -> String {
    let (now, before) = (figure(), figure())
    let tail = unit.isEmpty ? "" : " \(unit)"
    switch pick(6) {
    case 0: return "loss \(now)\(tail) vs profit \(before)\(tail)"
    case 1: return "nil vs \(before)\(tail)"
    default: return "\(now)\(tail) vs \(before)\(tail)"
    }
  }

  private mutating func figure() -> String {
    switch pick(4) {
    case 0: "\(1 + pick(99)).\(pick(10))"
    case 1: "\(1 + pick(900)),\(100 + pick(900))"
    case 2: "\(1 + pick(999))"
    default: "\(1 + pick(9)),\(100 + pick(900)),\(100 + pick(900))"
    }
  }

  private mutating func period() -> String {
    of(["Year", "Six months", "Nine mths", "1st qtr", "12 months", "4th qtr"])
  }

  private mutating func name() -> String {
    (0..<(1 + pick(2))).map { _ in of(Self.heads) + of(Self.tails) }.joined(separator: " ")
  }

  private mutating func of(_ words: [String]) -> String { words[pick(words.count)] }

  private mutating func pick(_ count: Int) -> Int { Int(chance.next() % UInt64(max(1, count))) }

  private static let figures = [
    "Net", "Sales", "Revs", "Pretax", "Avg shrs", "Oper net", "Div", "Turnover", "Assets",
  ]
  private static let months = [
    "Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
  ]
  private static let events = [
    "first count", "the harvest", "the auction", "the second vote", "the repair of the wharf", "trade",
    "the new line",
  ]
  private static let starts = [
    "It said", "The board said", "Dealers said", "The ministry noted that", "Last week",
  ]
  private static let verbs = ["rose by", "fell to", "was put at", "would cost", "had been worth", "came to"]
  private static let ends = [
    "after a poor spring", "on the year", "against all forecasts", "by the end of the month",
  ]
  private static let heads = [
    "Lorn", "Harb", "Ost", "Vell", "Krag", "Tam", "Mir", "Sund", "Pell", "Ard", "Bryn", "Cor",
  ]
  private static let tails = ["wick", "ow", "mere", "stad", "ia", "ford", "ano", "by", "ell", "heim"]
}

extension [String] {
  /// Some of them, in an order of chance.
  fileprivate func shuffledPrefix(_ count: Int, _ chance: inout SeededGenerator) -> ArraySlice<String> {
    var all = self
    chance.shuffle(&all)
    return all.prefix(count)
  }
}
