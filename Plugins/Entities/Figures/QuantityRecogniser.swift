import Copydesk

/// Finds measures: "40 kilometres", "12 kg", "three million barrels", "30 degrees Celsius". The value is the exact
/// number and the unit's sign, `40 km`.
struct QuantityRecogniser: Sendable {
  /// The measures in a text, in order.
  func quantities(in text: Text) -> [Entity] { text.withFigureTokens { quantities(in: $0) } }

  /// Those among tokens, in order.
  func quantities(in view: FigureTokens) -> [Entity] {
    var found: [Entity] = []
    var index = view.next(.amount, from: 0)
    while index < view.count {
      guard let amount = AmountReader.amount(view, at: index),
        let unit = unit(view, amount.end)
      else {
        index = view.next(.amount, from: index + 1)
        continue
      }
      let isOfEach = amount.mayBeTwo && AmountReader.arePlural(view, unit.end)
      found.append(
        Entity(
          view.span(amount.first ?? index, unit.end), .quantity,
          value: isOfEach ? nil : amount.value.map { "\($0) \(unit.sign)" }))
      index = view.next(.amount, from: unit.end)
    }
    return found
  }

  private func unit(_ view: FigureTokens, _ index: Int) -> (end: Int, sign: String)? {
    var index = index
    guard index < view.count, !view.startsParagraph(index) else { return nil }
    // "40-kilometre"
    if view.isMark(index, "-"), view.isAttached(index) { index += 1 }
    var prefix = ""
    if let square = Self.powers.value(view, index) {
      prefix = square
      index += 1
    }
    guard index < view.count else { return nil }
    if view.isAny(index, of: Self.degrees) {
      guard let scale = Self.scales.value(view, index + 1) else { return nil }
      return (index + 2, scale)
    }
    if prefix.isEmpty, let sign = Self.signs.value(view, index), view.word(index).allSatisfy({ $0 < 0x80 }),
      Self.isWritten(view.word(index))
    {
      return (index + 1, sign)
    }
    guard let sign = Self.units.value(view, index) else { return nil }
    if !prefix.isEmpty, !Self.lengths.contains(sign) { return nil }
    let isRate = view.isAny(index + 1, of: Self.per) && view.isAny(index + 2, of: Self.hour)
    return isRate && prefix.isEmpty ? (index + 3, sign + "/h") : (index + 1, sign + prefix)
  }

  /// A sign is in small letters ("kg"), or has a capital of its own ("MW"): "M" and "G" alone are neither.
  private static func isWritten(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count > 1 && (word[0].isASCIILowercase || word.count == 2 || word[0].isASCIIUppercase)
  }

  private static let units = WordMap<String>([
    ("kilometre kilometres kilometer kilometers", "km"), ("metre metres meter meters", "m"),
    ("centimetre centimetres centimeter centimeters", "cm"),
    ("millimetre millimetres millimeter millimeters", "mm"), ("mile miles", "mi"), ("yard yards", "yd"),
    ("foot feet", "ft"), ("inch inches", "in"), ("kilogram kilograms kilo kilos", "kg"), ("gram grams", "g"),
    ("tonne tonnes", "t"), ("ton tons", "ton"), ("pound pounds", "lb"), ("ounce ounces", "oz"),
    ("litre litres liter liters", "l"), ("gallon gallons", "gal"), ("barrel barrels", "bbl"),
    ("hectare hectares", "ha"), ("acre acres", "acre"), ("megawatt megawatts", "MW"),
    ("gigawatt gigawatts", "GW"), ("kilowatt kilowatts", "kW"), ("volt volts", "V"), ("knot knots", "kn"),
    ("megabyte megabytes", "MB"), ("gigabyte gigabytes", "GB"), ("terabyte terabytes", "TB"),
    ("bushel bushels", "bu"),
  ])
  private static let signs = WordMap<String>([
    ("km", "km"), ("cm", "cm"), ("mm", "mm"), ("kg", "kg"), ("mg", "mg"), ("lb lbs", "lb"), ("oz", "oz"),
    ("ft", "ft"), ("mph", "mi/h"), ("kph", "km/h"), ("mw", "MW"), ("gw", "GW"), ("kw", "kW"), ("kwh", "kWh"),
    ("mwh", "MWh"), ("gb", "GB"), ("mb", "MB"), ("tb", "TB"), ("bpd", "bbl/d"), ("ml", "ml"), ("ha", "ha"),
  ])
  /// What may stand behind a number that is a measure.
  static let follow =
    units.hashes + signs.hashes + powers.hashes + WordMap([(degreeWords + " -", 0)]).hashes

  private static let lengths: Set = ["km", "m", "cm", "mm", "mi", "yd", "ft", "in"]
  private static let powers = WordMap<String>([("square sq sq.", "²"), ("cubic", "³")])
  private static let degreeWords = "degree degrees"
  private static let degrees = WordSet(degreeWords)
  private static let scales = WordMap<String>([("celsius c", "°C"), ("fahrenheit f", "°F")])
  private static let per = WordSet("per an a")
  private static let hour = WordSet("hour")
}
