import Copydesk
import Foundation

/// The bytes of the file that a record was read from, to show what was taken out of them.
struct OriginalText {
  private static let excerptLength = 64
  private let bytes: [UInt8]
  private let start: Int
  /// Why the file cannot be shown.
  let problem: String?

  init(_ record: ResultFiles.Record) {
    let span = [record.json["source"]?["start"], record.json["source"]?["end"]].compactMap { value -> Int? in
      if case .number(let digits) = value { Int(digits) } else { nil }
    }
    guard let path = record.path, path != "-", span.count == 2, span[0] <= span[1] else {
      (bytes, start, problem) = ([], 0, "it came from standard input")
      return
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      (bytes, start, problem) = ([], 0, "there is no file \"\(path)\" here")
      return
    }
    var data: Data?
    if (try? file.seek(toOffset: UInt64(span[0]))) != nil {
      data = try? file.read(upToCount: span[1] - span[0])
    }
    bytes = [UInt8](data ?? Data())
    start = span[0]
    problem = bytes.count == span[1] - span[0] ? nil : "\"\(path)\" has changed since the run"
  }

  /// The first words of a span of the file, on one line.
  func excerpt(_ span: Span) -> String? {
    guard problem == nil, span.start >= start, span.end <= start + bytes.count, !span.isEmpty else {
      return nil
    }
    let slice = bytes[
      (span.start - start)..<min(span.end - start, span.start - start + 64 * Self.excerptLength)]
    let visible = Self.withoutMarkup(slice)
    let words = String(decoding: visible, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    let isWhole = words.count <= Self.excerptLength && slice.endIndex == span.end - start
    return isWhole ? words : words.prefix(Self.excerptLength) + "…"
  }

  /// The bytes with each `<tag …>` as a blank: enough to recognise a part of a page by.
  private static func withoutMarkup(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var isInTag = false
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "<"), index + 1 < bytes.endIndex, isTagStart(bytes[index + 1]) {
        isInTag = true
      }
      out.append(isInTag ? 0x20 : byte)
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return out.allSatisfy(\.isASCIISpace) ? Array(bytes) : out
  }

  private static func isTagStart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
  }

  /// The file's text, with what was taken out struck through on a terminal and behind a `-` elsewhere.
  func marked(_ removed: [Span], _ style: Style) -> String {
    guard problem == nil else { return "" }
    var out = ""
    var isRemoved = [Bool](repeating: false, count: bytes.count)
    for span in removed {
      for index in max(0, span.start - start)..<max(0, min(bytes.count, span.end - start)) {
        isRemoved[index] = true
      }
    }
    var lineStart = 0
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      out += line(lineStart..<lineEnd, isRemoved, style) + "\n"
      lineStart = lineEnd + 1
    }
    return out
  }

  private func line(_ range: Range<Int>, _ isRemoved: [Bool], _ style: Style) -> String {
    var text = ""
    var index = range.lowerBound
    var hasRemoved = false
    while index < range.upperBound {
      let flag = isRemoved[index]
      let end = (index..<range.upperBound).first { isRemoved[$0] != flag } ?? range.upperBound
      let part = String(decoding: bytes[index..<end], as: UTF8.self).filter { $0 != "\r" }
      text += flag ? style.struck(part) : part
      hasRemoved = hasRemoved || flag
      index = end
    }
    return (hasRemoved ? style.red("- ") : "  ") + text
  }
}
