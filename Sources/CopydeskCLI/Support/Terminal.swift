import Copydesk
import Foundation

/// Words to the user on standard error, results on standard output.
///
/// Whatever is written for people goes through ``VisibleText``, whether it is a terminal that takes it or not.
enum Terminal {
  private static let hasColours = (
    output: Style(for: STDOUT_FILENO).isOn, errors: Style(for: STDERR_FILENO).isOn
  )

  /// Writes a line to the user.
  static func message(_ text: String) {
    partial(VisibleText.of(text, colours: hasColours.errors) + "\n")
  }

  /// Writes to the user as it is, without ending the line.
  static func partial(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Writes what a person reads.
  static func output(_ text: String) { data(VisibleText.of(text, colours: hasColours.output)) }

  /// Writes what a program reads, as it is.
  static func data(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      // The reader of a pipe is gone, for instance `| head`: nobody is left to tell.
      exit(0)
    }
  }

  /// Shows diagnostics.
  static func show(_ diagnostics: [Diagnostic], sources: [String: String] = [:]) {
    let renderer = DiagnosticRenderer(sources: sources, colour: Style(for: STDERR_FILENO).isOn)
    // The renderer shows control characters itself.
    partial(renderer.render(diagnostics) + "\n")
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The width of the user's window in columns.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// Colours, on a terminal only and not where `NO_COLOR` is set (no-color.org).
struct Style {
  /// No colours.
  static let plain = Style(isOn: false)

  let isOn: Bool

  private init(isOn: Bool) { self.isOn = isOn }

  init(for descriptor: Int32) {
    let environment = ProcessInfo.processInfo.environment
    let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    isOn = Terminal.isTerminal(descriptor) && !isRefused
  }

  /// All that the colours below put between `ESC [` and `m`; `0` ends each.
  static let codes = ["1", "2", "31", "32", "33", "34", "9;31"]

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }
  func blue(_ text: String) -> String { wrap(text, "34") }
  func struck(_ text: String) -> String { wrap(text, "9;31") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Figures as people read them.
enum Figures {
  /// `12,345`.
  static func grouped(_ number: Int) -> String {
    var digits = Substring(String(number))
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  /// `1 document`, `2 documents`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// With as many decimals as it needs, at most four.
  static func exact(_ number: Double) -> String {
    var json = JSONWriter()
    json.number(number)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// `840 bytes`, `1.2 kB`, `34 MB`.
  static func bytes(_ count: Int) -> String {
    switch count {
    case ..<1_000: self.count(count, "byte")
    case ..<1_000_000: "\(short(Double(count) / 1e3)) kB"
    default: "\(short(Double(count) / 1e6)) MB"
    }
  }

  /// With one decimal below ten, else none.
  static func short(_ number: Double) -> String {
    number < 10 ? String(format: "%.1f", number) : grouped(Int(number.rounded()))
  }
}
