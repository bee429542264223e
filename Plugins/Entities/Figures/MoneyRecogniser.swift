import Copydesk

/// Finds amounts of money: "$3.5 million", "€40m", "US$ 12", "3.5 million euros", "50 yen", "CHF 20".
///
/// The value is the ISO 4217 code and the exact digits, `USD 3500000`; it is left out where the currency is
/// not certain ("5 million pesos", "Rs 200", "1.200 euros") or the amount is a range.
struct MoneyRecogniser: Sendable {
  /// The amounts in a text, in order.
  func amounts(in text: Text) -> [Entity] { text.withFigureTokens { amounts(in: $0) } }

  /// Those among tokens, in order.
  func amounts(in view: FigureTokens) -> [Entity] {
    var found: [Entity] = []
    var index = view.next(.money, from: 0)
    while index < view.count {
      if let (entity, end) = symbolFirst(view, index) ?? amountFirst(view, index) {
        found.append(entity)
        index = view.next(.money, from: end)
      } else {
        index = view.next(.money, from: index + 1)
      }
    }
    return found
  }

  /// Whether the word may stand before an amount of money.
  static func mayBegin(_ word: UnsafeBufferPointer<UInt8>, _ token: Token, _ folded: UInt64) -> Bool {
    switch token.kind {
    case .number: false
    case .word:
      dollarPrefixes.has(word, folded: folded) || rupees.contains(hash: max(1, folded))
        || (token.traits.contains(.allCaps) && codes.has(word, folded: folded))
    case .punctuation: symbols.has(word, folded: folded)
    }
  }

  /// "$3.5 million", "US$ 12", "EUR 40", "Rs. 200".
  private func symbolFirst(_ view: FigureTokens, _ index: Int) -> (Entity, Int)? {
    var symbol = index
    var code: String?
    // Rupees are those of several countries.
    let isRupees = view.isAny(index, of: Self.rupees) && view.tokens[index].isCapitalised
    if isRupees {
      if view.isMark(index + 1, "."), view.isAttached(index + 1) { symbol += 1 }
    } else if view.tokens[index].kind == .word {
      if let dollar = Self.dollarPrefixes.value(view, index), view.isMark(index + 1, "$"),
        view.isAttached(index + 1)
      {
        code = dollar
        symbol = index + 1
      } else if view.tokens[index].traits.contains(.allCaps) {
        code = Self.codes.value(view, index)
      }
    } else if view.tokens[index].kind == .punctuation {
      code = Self.symbols.value(view, index)
    }
    guard code != nil || isRupees, symbol + 1 < view.count, view.isNumber(symbol + 1),
      !view.startsParagraph(symbol + 1),
      var amount = AmountReader.amount(view, at: symbol + 1)
    else { return nil }
    // "$50 100 times"
    if amount.mayBeTwo, AmountReader.arePlural(view, amount.end),
      let first = AmountReader.amount(view, at: symbol + 1, joins: false)
    {
      amount = first
    }
    let sign = AmountReader.minus(view, before: index)
    var value = value(of: amount, code, view)
    value?.isNegative = sign != nil
    return (entity(view, sign ?? index, amount.end, code, value), amount.end)
  }

  /// The value of an amount before it is known whether it is below zero; nil where it is not certain: "1.200 euros" may be
  /// a thousand and two hundred, the "$3" of "between $3 and $5 million" three million.
  private func value(of amount: AmountReader.Amount, _ code: String?, _ view: FigureTokens) -> ExactDecimal? {
    if amount.mayBeGrouped, !(Self.ofEnglish.contains(code ?? "") && amount.wholeDigits == 1) { return nil }
    return amount.isScaled || !isScaledLater(view, amount.end) ? amount.value : nil
  }

  /// Whether another amount follows that is scaled, and this one perhaps with it.
  private func isScaledLater(_ view: FigureTokens, _ end: Int) -> Bool {
    guard view.isAny(end, of: Self.betweenAmounts), end + 1 < view.count, !view.startsParagraph(end + 1)
    else {
      return false
    }
    var next = end + 1
    if Self.dollarPrefixes.value(view, next) != nil, view.isMark(next + 1, "$") { next += 1 }
    if Self.symbols.value(view, next) != nil || Self.codes.value(view, next) != nil { next += 1 }
    return AmountReader.amount(view, at: next)?.isScaled ?? false
  }

  private static let betweenAmounts = WordSet("- – — and or to")
  /// Currencies of countries whose papers write a decimal point.
  private static let ofEnglish: Set = ["USD", "GBP", "AUD", "CAD", "NZD"]

  /// "3.5 million euros", "2 million U.S. dollars", "40 EUR", "12 €".
  private func amountFirst(_ view: FigureTokens, _ index: Int) -> (Entity, Int)? {
    guard view.marks[index].contains(.amount), let amount = AmountReader.amount(view, at: index),
      amount.end < view.count,
      !view.startsParagraph(amount.end)
    else { return nil }
    let (first, next) = (amount.first ?? index, amount.end)
    if let code = Self.symbols.value(view, next) {
      // The sign belongs to a number that follows it, if one does.
      guard !view.isNumber(next + 1) else { return nil }
      return (entity(view, first, next + 1, code, value(of: amount, code, view)), next + 1)
    }
    if view.tokens[next].traits.contains(.allCaps), let code = Self.codes.value(view, next) {
      return (entity(view, first, next + 1, code, value(of: amount, code, view)), next + 1)
    }
    if let national = Self.nationalities.value(view, next), let currency = Self.words.value(view, next + 1) {
      let code = national[currency.name]
      return (entity(view, first, next + 2, code, value(of: amount, code, view)), next + 2)
    }
    guard let currency = Self.words.value(view, next) else { return nil }
    var end = next + 1
    if view.isAny(end, of: Self.sterling) {
      end += 1
    } else if currency.needsScale, !amount.isScaled {
      return nil
    }
    // "2 100 dollar bills"
    let isOfEach = amount.mayBeTwo && AmountReader.arePlural(view, end)
    var value = isOfEach ? nil : value(of: amount, currency.code, view)
    value?.shift(by: currency.power)
    return (entity(view, first, end, currency.code, value), end)
  }

  private func entity(
    _ view: FigureTokens, _ first: Int, _ end: Int, _ code: String?, _ value: ExactDecimal?
  ) -> Entity {
    let amount = code.flatMap { code in value.map { "\(code) \($0)" } }
    return Entity(view.span(first, end), .money, value: amount)
  }
}

// MARK: Currencies

extension MoneyRecogniser {
  /// What may stand behind an amount of money.
  static let follow = symbols.hashes + codes.hashes + nationalities.hashes + words.hashes

  /// A currency as a word names it.
  private struct Currency {
    var name: String
    var code: String?
    /// The word means other things too ("pounds", "won"): only an amount in millions is surely money.
    var needsScale = false
    /// The power of ten from the named unit to the currency.
    var power = 0
  }

  private static let symbols = WordMap<String>([
    ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("₽", "RUB"), ("₩", "KRW"),
    ("₪", "ILS"),
    ("₺", "TRY"), ("฿", "THB"), ("₴", "UAH"), ("₦", "NGN"), ("₫", "VND"),
  ])
  private static let dollarPrefixes = WordMap<String>([
    ("us u.s u.s.", "USD"), ("a au aus", "AUD"), ("c ca can", "CAD"), ("hk", "HKD"), ("nz", "NZD"),
    ("s sg", "SGD"),
    ("nt", "TWD"), ("r", "BRL"),
  ])
  private static let rupees = WordSet("rs")
  private static let codes = WordMap<String>(
    """
    USD EUR GBP JPY CHF CAD AUD NZD CNY HKD SGD SEK NOK DKK PLN CZK HUF RON BGN RUB UAH TRY ILS INR PKR BRL
    MXN ZAR NGN KES EGP SAR AED THB IDR MYR PHP KRW TWD VND
    """.split(whereSeparator: \.isWhitespace).map { (String($0), String($0)) })
  private static let sterling = WordSet("sterling")
  private static let words = WordMap<Currency>([
    ("dollar dollars", Currency(name: "dollar", code: "USD")),
    ("euro euros", Currency(name: "euro", code: "EUR")),
    ("pound pounds", Currency(name: "pound", code: "GBP", needsScale: true)),
    ("yen", Currency(name: "yen", code: "JPY")), ("yuan renminbi", Currency(name: "yuan", code: "CNY")),
    ("ruble rubles rouble roubles", Currency(name: "rouble", code: "RUB")),
    ("rupee rupees", Currency(name: "rupee")), ("peso pesos", Currency(name: "peso")),
    ("franc francs", Currency(name: "franc")), ("dinar dinars", Currency(name: "dinar")),
    ("krona kronor", Currency(name: "krona", code: "SEK")), ("krone kroner", Currency(name: "krone")),
    ("zloty zlotys zloties", Currency(name: "zloty", code: "PLN")), ("lira liras", Currency(name: "lira")),
    ("shekel shekels", Currency(name: "shekel", code: "ILS")), ("baht", Currency(name: "baht", code: "THB")),
    ("ringgit", Currency(name: "ringgit", code: "MYR")), ("rupiah", Currency(name: "rupiah", code: "IDR")),
    ("rand", Currency(name: "rand", code: "ZAR")), ("reais", Currency(name: "real", code: "BRL")),
    ("forint forints", Currency(name: "forint", code: "HUF")),
    ("naira", Currency(name: "naira", code: "NGN")),
    ("hryvnia hryvnias", Currency(name: "hryvnia", code: "UAH")),
    ("won", Currency(name: "won", needsScale: true)),
    ("dirham dirhams", Currency(name: "dirham")), ("riyal riyals", Currency(name: "riyal")),
    ("pence", Currency(name: "penny", code: "GBP", power: -2)), ("cents", Currency(name: "cent", code: nil)),
  ])
  private static let nationalities = WordMap<[String: String]>([
    ("u.s. u.s us american", ["dollar": "USD"]), ("australian", ["dollar": "AUD"]),
    ("canadian", ["dollar": "CAD"]),
    ("british", ["pound": "GBP"]), ("egyptian", ["pound": "EGP"]), ("syrian", ["pound": "SYP"]),
    ("lebanese", ["pound": "LBP"]), ("swiss", ["franc": "CHF"]), ("indian", ["rupee": "INR"]),
    ("pakistani", ["rupee": "PKR"]), ("mexican", ["peso": "MXN"]), ("argentine", ["peso": "ARS"]),
    ("chilean", ["peso": "CLP"]), ("colombian", ["peso": "COP"]), ("philippine", ["peso": "PHP"]),
    ("turkish", ["lira": "TRY"]), ("norwegian", ["krone": "NOK"]), ("danish", ["krone": "DKK"]),
    ("swedish", ["krona": "SEK", "krone": "SEK"]), ("iraqi", ["dinar": "IQD"]), ("kuwaiti", ["dinar": "KWD"]),
    ("jordanian", ["dinar": "JOD"]), ("saudi", ["riyal": "SAR"]), ("japanese", ["yen": "JPY"]),
    ("chinese", ["yuan": "CNY"]), ("russian", ["rouble": "RUB"]), ("korean", ["won": "KRW"]),
    ("singapore", ["dollar": "SGD"]),
  ])
}
