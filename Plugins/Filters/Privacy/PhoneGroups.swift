/// Groups of digits with little between them, as a telephone number has.
struct PhoneGroups {
  /// How many digits each has.
  var lengths: [Int] = []
  /// The digits of all.
  var digits: [UInt8] = []
  /// What stands between two of them: up to four marks of ASCII, a byte each.
  var gaps: [UInt32] = []

  static let blank: UInt32 = 0x20
  private static let hyphen: UInt32 = 0x2D
  private static let dot: UInt32 = 0x2E
  /// "040 / 555"
  static let slashBetweenBlanks: UInt32 = 0x202F20

  /// Whether something else than blanks stands between two of them.
  var hasMarks: Bool { gaps.contains { $0 != Self.blank } }

  /// Whether there are no more digits than the codes of a country and an area have.
  var isArea: Bool { digits.count <= 7 }

  /// `089/99529727`, `0341 12 34-56`: a number within its country, with the zero before its area, of a length that is usual.
  var isNational: Bool {
    lengths.count > 1 && 3...5 ~= lengths[0] && digits[0] == 0 && 8...12 ~= digits.count
      && !gaps.contains(Self.dot)
  }

  /// `(29) 6-4 6-3`, `(21) 21-19 15-21`: what follows the brackets are points of games, of one digit, or in pairs.
  var areScores: Bool {
    let points = lengths.dropFirst()
    if points.count(where: { $0 == 1 }) > 1 { return true }
    let between = gaps.dropFirst()
    return between.count > 1 && points.allSatisfy { $0 < 3 }
      && between.enumerated().allSatisfy { $0.element == ($0.offset % 2 == 0 ? Self.hyphen : Self.blank) }
  }

  /// "+2 500 000 000 euros", "+12.500.000": thousands with blanks or dots between. A number may be written in groups of
  /// three, too, but few end with three zeros, and where its country is known it has as many digits as all of that country.
  var isAmount: Bool {
    guard let first = lengths.first, first <= 3, let between = gaps.first,
      between == Self.blank || between == Self.dot,
      gaps.allSatisfy({ $0 == between }), lengths.dropFirst().allSatisfy({ $0 == 3 })
    else { return false }
    let hasZeros = digits.suffix(3).allSatisfy { $0 == 0 }
    let isDotted = between == Self.dot
    let code = digits.prefix(first).reduce(0) { $0 * 10 + Int($1) }
    if let length = Self.lengths[code] { return digits.count != length && (hasZeros || isDotted) }
    if hasZeros { return digits.count < 11 || digits.suffix(6).allSatisfy { $0 == 0 } }
    guard isDotted else { return false }
    // Of three digits are the codes of small countries, whose numbers are as short.
    return Self.length(ofCountryIn: digits).map { $0 != digits.count } ?? (first < 3 && digits.count < 9)
  }

  // MARK: Countries

  /// How many digits a number has at most that begins with the code of its country (ITU-T E.164), where all of the country
  /// are as long; 15 for any other.
  var mostDigits: Int { Self.length(ofCountryIn: digits) ?? 15 }

  /// How many digits all numbers have of the country whose code the digits begin with, where they are as long.
  static func length(ofCountryIn digits: some Collection<UInt8>) -> Int? {
    var code = 0
    for digit in digits.prefix(3) {
      code = code * 10 + Int(digit)
      if let length = lengths[code] { return length }
    }
    return nil
  }

  private static let lengths = [
    1: 11, 7: 11, 20: 12, 27: 11, 30: 12, 31: 11, 32: 11, 33: 11, 34: 11, 36: 11, 40: 11, 41: 11, 44: 12,
    45: 10,
    47: 10, 48: 11, 51: 11, 52: 12, 56: 11, 57: 12, 61: 11, 63: 12, 65: 10, 66: 11, 82: 12, 90: 12, 91: 12,
    92: 12,
    98: 12, 351: 12, 353: 12, 380: 12, 420: 12, 421: 12, 852: 11, 966: 12, 971: 12, 972: 12,
  ]
}
