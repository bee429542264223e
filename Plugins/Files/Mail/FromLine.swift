import Copydesk

/// The lines of a mailbox between messages: `From anna@example.org Tue Mar  5 10:00:00 2024`.
enum FromLine {
  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Whether what follows `From ` names a sender and a date with its hour: a day of the week or an address, a month or a
  /// date in digits, a time and a year, in whatever order, and nothing else but zones.
  static func hasDate(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split { $0.isASCIISpace }.map { String(decoding: $0, as: UTF8.self).lowercased() }
    guard let sender = words.first, (4...12).contains(words.count) else { return false }
    let date = words.dropFirst()
    let hasDay = date.contains { days.contains($0.filter { $0 != "," }) } || sender.contains("@")
    let isWhole = date.contains { $0.split(separator: "-").count == 3 }
    let hasMonth = isWhole || date.contains(where: months.contains)
    let hasTime = date.contains { word in
      let parts = word.split(separator: ":")
      return (2...3).contains(parts.count) && parts.allSatisfy { $0.utf8.allSatisfy(\.isASCIIDigit) }
    }
    let hasYear = isWhole || date.contains { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isASCIIDigit) }
    return hasDay && hasMonth && hasTime && hasYear
  }
}
