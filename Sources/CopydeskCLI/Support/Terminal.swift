import Copydesk
import Foundation
import Synchronization

/// Words to the user on standard error, results on standard output.
///
/// Whatever is written for people goes through ``VisibleText``, whether it is a terminal that takes it or not.
enum Terminal {
  private static let hasColours = (
    output: Style(for: STDOUT_FILENO).isOn, errors: Style(for: STDERR_FILENO).isOn
  )

  private struct Log {
    var format = LogLine.Format.text
    /// Whether lines that show progress stand below the last message.
    var hasProgress = false
  }

  private static let log = Mutex(Log())

  /// How messages are written; for all of them, from when it is set.
  static var logFormat: LogLine.Format {
    get { log.withLock { $0.format } }
    set { log.withLock { $0.format = newValue } }
  }

  /// Writes a line to the user.
  /// - Parameters:
  ///   - level: how much it matters; told where the log is for programs.
  ///   - fields: its figures; told there, too.
  static func message(_ text: String, _ level: LogLine.Level = .info, _ fields: [JSONValue.Member] = []) {
    log.withLock { log in
      if log.format == .json {
        write(LogLine.json(text, level, fields), to: STDERR_FILENO)
      } else {
        write(above: &log, VisibleText.of(text, colours: hasColours.errors) + "\n")
      }
    }
  }

  /// Writes in the place of the progress, which is drawn anew below.
  private static func write(above log: inout Log, _ text: String) {
    write((log.hasProgress ? "\r\u{1B}[J" : "") + text, to: STDERR_FILENO)
    log.hasProgress = false
  }

  /// Draws lines over those that were drawn before, all in one writing, so that nothing flickers.
  /// - Parameter lines: none wider than the window, or it could not be told where they begin.
  static func drawProgress(_ lines: [String]) {
    log.withLock { log in
      let text = lines.map { VisibleText.of($0, colours: false) + "\u{1B}[K" }.joined(separator: "\n")
      let back = lines.count > 1 ? "\u{1B}[\(lines.count - 1)A" : ""
      write("\r\(text)\(back)\r", to: STDERR_FILENO)
      log.hasProgress = true
    }
  }

  /// Takes away what was drawn.
  static func clearProgress() { log.withLock { write(above: &$0, "") } }

  /// Writes all of it, unless nobody is there to read it.
  /// - Returns: 0, or the number of the error.
  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(
          descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno == EAGAIN {
          var wish = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wish, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Writes what a person reads.
  static func output(_ text: String) { data(VisibleText.of(text, colours: hasColours.output)) }

  /// Writes what a program reads, as it is.
  static func data(_ text: String) {
    let code = write(text, to: STDOUT_FILENO)
    // The reader of a pipe is gone, for instance `| head`: nobody is left to tell.
    if code == EPIPE { exit(0) }
    guard code != 0 else { return }
    show(CopydeskError.unwritable("-", code).diagnostics)
    exit(3)
  }

  /// Whether standard output is a pipe that nobody reads from any more.
  static var isOutputAbandoned: Bool {
    var wish = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    return poll(&wish, 1, 0) == 1 && wish.revents & Int16(POLLERR) != 0
  }

  /// Shows diagnostics.
  static func show(_ diagnostics: [Diagnostic], sources: [String: String] = [:]) {
    if logFormat == .json {
      for diagnostic in diagnostics {
        message(diagnostic.message, diagnostic.severity == .error ? .error : .warning, fields(of: diagnostic))
      }
      return
    }
    let renderer = DiagnosticRenderer(sources: sources, colour: Style(for: STDERR_FILENO).isOn)
    // The renderer shows control characters itself.
    let text = renderer.render(diagnostics) + "\n"
    log.withLock { write(above: &$0, text) }
  }

  private static func fields(of diagnostic: Diagnostic) -> [JSONValue.Member] {
    var fields = [JSONValue.Member("code", .string(diagnostic.code.rawValue))]
    if let help = diagnostic.help { fields.append(.init("help", .string(help))) }
    if let place = diagnostic.location {
      fields.append(.init("file", .string(place.file)))
      fields.append(.init("line", .number(String(place.line))))
      fields.append(.init("column", .number(String(place.column))))
    }
    return fields
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether the terminal can move its cursor.
  static var isCapable: Bool { ProcessInfo.processInfo.environment["TERM"] != "dumb" }

  /// The width of the user's window in columns.
  static var width: Int { width(of: STDERR_FILENO) }

  /// The width of the window behind a descriptor; of a pipe what `COLUMNS` says, or 80.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    let given = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
    return given.map { max(20, $0) } ?? 80
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
