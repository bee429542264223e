/// A line with a date as Chinese, Japanese and Korean write it.
///
/// ```
/// 公開日：2024年3月12日（火）14時30分     2024年3月12日 18:30 更新     입력 2024년 3월 12일 오후 2시 30분
/// ```
struct EastAsianDateLine {
  let kind: DateLine.Kind
  let date: PublicationDate

  /// Longer than this nothing stands before the year.
  private static let longestLabel = 12

  /// Reads a line; nil where anything else is in it.
  init?(_ line: ArraySlice<UInt8>) {
    guard Self.mayBe(line) else { return nil }
    self.init(String(decoding: line, as: UTF8.self)[...])
  }

  /// Whether a year is marked as one, in bytes.
  static func mayBe(_ line: some Sequence<UInt8>) -> Bool {
    // What 年 and 년 begin with.
    line.contains { $0 == 0xE5 || $0 == 0xEB }
  }

  private init?(_ line: Substring) {
    let label = line.prefix { !Self.isDigit($0) }
    guard label.count <= Self.longestLabel, let before = Self.kind(label) else { return nil }
    var reader = EastAsianDate(line[label.endIndex...])
    guard let date = reader.date() else { return nil }
    let rest = reader.rest.drop(while: Self.isBetween)
    if rest.isEmpty {
      (kind, self.date) = (before, date)
    } else if let after = Self.kind(rest), before == .bare || after == before {
      (kind, self.date) = (after, date)
    } else if let other = EastAsianDateLine(rest), other.kind == .updated, before != .updated {
      (kind, self.date) = (before, date)
    } else {
      return nil
    }
  }

  private static let updates = ["更新", "修正", "수정", "업데이트", "更改"]
  private static let publications = [
    "公開", "掲載", "発行", "配信", "投稿", "発表", "发布", "發布", "发表", "發表", "입력", "등록", "발행", "승인", "게시", "게재", "日時",
    "时间",
    "時間", "日期", "날짜",
  ]

  /// What a label says of its date; nil for one that is none.
  private static func kind(_ label: Substring) -> DateLine.Kind? {
    let words = label.filter { !isBetween($0) }
    if words.isEmpty || words == "付" { return .bare }
    guard words.count <= 8 else { return nil }
    if updates.contains(where: words.contains) { return .updated }
    return publications.contains(where: words.contains) ? .published : nil
  }

  private static func isBetween(_ character: Character) -> Bool {
    character.isWhitespace || ":：.,，、|-/".contains(character)
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}

/// Reads a date of East Asia from left to right.
struct EastAsianDate {
  /// What is left to read.
  private(set) var rest: Substring

  init(_ text: Substring) { rest = text }

  /// 2024年3月12日（火）午後2時30分; the time may be missing.
  mutating func date() -> PublicationDate? {
    guard let year = number(before: ["年", "년"]), (1000...9999).contains(year),
      let month = number(before: ["月", "월"]), let day = number(before: ["日", "일"])
    else { return nil }
    skipWeekday()
    let before = rest
    let time = time()
    if time == nil { rest = before }
    return PublicationDate(year: year, month: month, day: day, time: time)
  }

  private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func take(_ words: [String]) -> String? {
    skipBlanks()
    guard let word = words.first(where: rest.hasPrefix) else { return nil }
    rest.removeFirst(word.count)
    return word
  }

  private mutating func number() -> Int? {
    skipBlanks()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let value = Int(digits) else { return nil }
    rest = rest[digits.endIndex...]
    return value
  }

  private mutating func number(before marks: [String]) -> Int? {
    guard let value = number(), take(marks) != nil else { return nil }
    return value
  }

  /// （火）, 星期五, 금요일
  private mutating func skipWeekday() {
    let before = rest
    if take(["（", "("]) != nil {
      let day = rest.prefix { $0 != "）" && $0 != ")" }
      if day.count <= 4, day.endIndex < rest.endIndex {
        rest = rest[day.endIndex...].dropFirst()
        return
      }
    } else if take(["星期", "周", "週"]) != nil, let day = rest.first, "一二三四五六日天".contains(day) {
      rest.removeFirst()
      return
    } else {
      skipBlanks()
      if "月火水木金土日".contains(rest.first ?? " "), rest.dropFirst().hasPrefix("曜日") {
        rest.removeFirst(3)
        return
      }
      if "월화수목금토일".contains(rest.first ?? " "), rest.dropFirst().hasPrefix("요일") {
        rest.removeFirst(3)
        return
      }
    }
    rest = before
  }

  private mutating func time() -> PublicationDate.Time? {
    let half = take(["午前", "上午", "오전", "午後", "下午", "오후"])
    guard var hour = number(), let mark = take(["時", "时", "點", "点", "시", ":", "："]) else { return nil }
    var (minute, second) = (0, 0)
    let isClock = mark == ":" || mark == "："
    if let value = number() {
      minute = value
      if isClock {
        if take([":", "："]) != nil { second = number() ?? 0 }
      } else {
        guard take(["分", "분"]) != nil else { return nil }
      }
    } else if isClock {
      return nil
    }
    if let half {
      guard hour <= 12 else { return nil }
      hour = hour % 12 + (["午後", "下午", "오후"].contains(half) ? 12 : 0)
    }
    return PublicationDate.Time(hour: hour, minute: minute, second: second)
  }
}
