import Copydesk
import Foundation

/// The words of a crash, made while all is well, so that the handler of a signal has but to put in what it was and when:
/// it may neither allocate nor take a lock.
struct CrashLine {
  /// The parts before the time, between it and the message, and after that; of plain text the first is empty and there
  /// is no time. They are never given back: what holds them lives as long as the program.
  private let parts: [UnsafeBufferPointer<UInt8>]
  private let isJSON: Bool
  /// What is written, put together here.
  private let buffer: UnsafeMutableBufferPointer<UInt8>

  init(_ code: DiagnosticCode, help: String, format: LogLine.Format) {
    isJSON = format == .json
    let texts: [String]
    if isJSON {
      // Cut out of a line that the log itself has made, so that it has the form of the others.
      let message = "MESSAGE"
      let start = Date(timeIntervalSince1970: 0)
      let line = LogLine.json(
        message, .error, [.init("code", .string(code.rawValue)), .init("help", .string(help))], time: start)
      let time = line.components(separatedBy: Self.epoch)
      let rest = time.dropFirst().joined(separator: Self.epoch).components(separatedBy: message)
      texts = [time[0], rest[0], rest.dropFirst().joined(separator: message)]
    } else {
      texts = ["", "error[\(code.rawValue)]: ", "\n   = help: \(help)\n"]
    }
    parts = texts.map { text in
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
      _ = copy.initialize(from: text.utf8)
      return UnsafeBufferPointer(copy)
    }
    buffer = .allocate(capacity: texts.reduce(2048) { $0 + $1.utf8.count })
    buffer.initialize(repeating: 0)
  }

  private static let epoch = "1970-01-01T00:00:00.000Z"

  /// Writes the line, all at once. Makes only calls that are allowed in the handler of a signal; not to be called by two
  /// threads at once.
  /// - Parameters:
  ///   - message: what has crashed, a C string of at most some 500 bytes without control characters.
  ///   - descriptor: where to.
  func write(_ message: UnsafePointer<CChar>, to descriptor: Int32) {
    var end = 0
    put(0, &end)
    if isJSON { putTime(&end) }
    put(1, &end)
    var place = 0
    while message[place] != 0, end < buffer.count - parts[2].count - 2 {
      let byte = UInt8(bitPattern: message[place])
      if isJSON, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { put(UInt8(ascii: "\\"), &end) }
      put(byte, &end)
      place += 1
    }
    put(2, &end)
    _ = Foundation.write(descriptor, buffer.baseAddress, end)
  }

  private func put(_ byte: UInt8, _ end: inout Int) {
    buffer[end] = byte
    end += 1
  }

  private func put(_ part: Int, _ end: inout Int) {
    var place = 0
    while place < parts[part].count {
      put(parts[part][place], &end)
      place += 1
    }
  }

  private func put(_ number: Int, digits: Int, _ end: inout Int) {
    var unit = 1
    var left = digits
    while left > 1 {
      unit *= 10
      left -= 1
    }
    while unit > 0 {
      put(UInt8(ascii: "0") + UInt8(number / unit % 10), &end)
      unit /= 10
    }
  }

  /// `2026-04-23T12:00:00.123Z`. The date is reckoned in years that begin with March.
  ///
  /// E. M. Reingold, N. Dershowitz: Calendrical Calculations, 2018.
  private func putTime(_ end: inout Int) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let (seconds, days) = (Int(now.tv_sec) % 86_400, Int(now.tv_sec) / 86_400 + 719_468)
    let era = days / 146_097
    let day = days % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let ofYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    put(year + era * 400 + (month >= 10 ? 1 : 0), digits: 4, &end)
    put(UInt8(ascii: "-"), &end)
    put(month < 10 ? month + 3 : month - 9, digits: 2, &end)
    put(UInt8(ascii: "-"), &end)
    put(ofYear - (153 * month + 2) / 5 + 1, digits: 2, &end)
    put(UInt8(ascii: "T"), &end)
    put(seconds / 3600, digits: 2, &end)
    put(UInt8(ascii: ":"), &end)
    put(seconds / 60 % 60, digits: 2, &end)
    put(UInt8(ascii: ":"), &end)
    put(seconds % 60, digits: 2, &end)
    put(UInt8(ascii: "."), &end)
    put(Int(now.tv_nsec) / 1_000_000, digits: 3, &end)
    put(UInt8(ascii: "Z"), &end)
  }
}
