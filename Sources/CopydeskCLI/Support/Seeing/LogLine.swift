import Copydesk
import Foundation

/// A notice as one object of JSON on a line: time, level, message, fields.
enum LogLine {
  /// How much it matters.
  enum Level: String {
    case info, warning, error, progress
  }

  /// How notices are written.
  enum Format: String, Sendable, CaseIterable {
    case text, json
  }

  /// The line, with its end.
  static func json(
    _ message: String, _ level: Level, _ fields: [JSONValue.Member], time: Date = Date()
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("time", stamp(time))
      json.member("level", level == .progress ? "info" : level.rawValue)
      if level == .progress { json.member("event", "progress") }
      json.member("message", withoutColours(message).trimmingCharacters(in: .whitespacesAndNewlines))
      for field in fields {
        json.name(field.name)
        json.value(field.value)
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// `2026-04-23T12:00:00.123Z`.
  private static func stamp(_ time: Date) -> String {
    time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  private static func withoutColours(_ text: String) -> String {
    var text = text
    for code in Style.codes + ["0"] { text = text.replacingOccurrences(of: "\u{1B}[\(code)m", with: "") }
    return text
  }
}
