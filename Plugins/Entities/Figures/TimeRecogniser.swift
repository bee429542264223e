import Copydesk

/// Finds times of day: "10:30", "5 p.m.", "10:30 a.m. EST", "14:00 GMT", "noon". The value is ISO 8601, `T17:00`, with
/// `Z` where the zone is Universal Time.
struct TimeRecogniser: Sendable {
  /// The times in a text, in order.
  func times(in text: Text) -> [Entity] { text.withFigureTokens { times(in: $0) } }

  /// Those among tokens, in order.
  func times(in view: FigureTokens) -> [Entity] {
    var found: [Entity] = []
    var index = view.next(.time, from: 0)
    while index < view.count {
      if let (end, value) = time(view, index) {
        found.append(Entity(view.span(index, end), .time, value: value))
        index = view.next(.time, from: end)
      } else {
        index = view.next(.time, from: index + 1)
      }
    }
    return found
  }

  /// Whether the word is a time, which is no number.
  static func mayBegin(_ word: UnsafeBufferPointer<UInt8>, _ folded: UInt64) -> Bool {
    words.has(word, folded: folded)
  }

  private func time(_ view: FigureTokens, _ index: Int) -> (Int, String?)? {
    switch view.tokens[index].kind {
    case .number: return clock(view, index)
    case .word:
      guard let value = Self.words.value(view, index) else { return nil }
      return (index + 1, value)
    case .punctuation: return nil
    }
  }

  private func clock(_ view: FigureTokens, _ index: Int) -> (Int, String?)? {
    guard var clock = Clock(view.word(index)) else { return nil }
    var end = index + 1
    var isSure = clock.hasMinutes || clock.half != nil
    if clock.half == nil, end < view.count, !view.startsParagraph(end),
      let half = Self.halves.value(view, end)
    {
      clock.half = half
      end += 1
      isSure = true
    }
    if clock.half != nil, !(1...12).contains(clock.hour) { return nil }
    var zone = ""
    if end < view.count, !view.startsParagraph(end), view.tokens[end].traits.contains(.allCaps),
      let value = Self.zones.value(view, end), isSure || clock.isFourDigits
    {
      zone = value
      end += 1
      isSure = true
    }
    return isSure ? (end, clock.value + zone) : nil
  }

  /// What a number says of the time: `10:30`, `10.30am`, `5pm`, `1530`.
  private struct Clock {
    var hour = 0
    var minute = 0
    var second: Int?
    var hasMinutes = false
    var isFourDigits = false
    /// 0 for a.m., 12 for p.m.
    var half: Int?

    init?(_ word: UnsafeBufferPointer<UInt8>) {
      // Up to three fields, and how many digits each has.
      var fields = SIMD4<Int>()
      var digits = SIMD4<Int>()
      var last = 0
      var index = 0
      while index < word.count {
        let byte = word[index]
        if byte.isASCIIDigit {
          guard digits[last] < 4 else { return nil }
          fields[last] = fields[last] * 10 + Int(byte & 0x0F)
          digits[last] += 1
        } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "."), digits[last] > 0 {
          if byte == UInt8(ascii: ".") { isDotted = true }
          last += 1
          guard last < 3 else { return nil }
        } else {
          break
        }
        index += 1
      }
      if index < word.count {
        guard word.count == index + 2, word[index + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
        switch word[index] | 0x20 {
        case UInt8(ascii: "a"): half = 0
        case UInt8(ascii: "p"): half = 12
        default: return nil
        }
      }
      for field in 0...last where field > 0 && digits[field] != 2 { return nil }
      if last == 0, digits[0] == 4 {
        isFourDigits = true
        (hour, minute) = (fields[0] / 100, fields[0] % 100)
      } else {
        guard digits[0] <= 2 else { return nil }
        hour = fields[0]
        minute = fields[1]
        second = last > 1 ? fields[2] : nil
        // "3.50" is a number, "3.50pm" a time.
        hasMinutes = last > 0 && !isDotted
      }
      guard hour < 24, minute < 60, second ?? 0 < 60 else { return nil }
    }

    private var isDotted = false

    var value: String {
      let hour = half.map { self.hour % 12 + $0 } ?? self.hour
      return "T" + Self.two(hour) + ":" + Self.two(minute) + (second.map { ":" + Self.two($0) } ?? "")
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }

  private static let halves = WordMap<Int>([("am a.m a.m.", 0), ("pm p.m p.m.", 12)])
  private static let words = WordMap<String>([("noon midday", "T12:00"), ("midnight", "T00:00")])
  private static let zones = WordMap<String>([
    ("gmt utc", "Z"), ("est edt et cst cdt ct mst mdt pst pdt pt bst cet cest eet ist jst msk", ""),
  ])
}
