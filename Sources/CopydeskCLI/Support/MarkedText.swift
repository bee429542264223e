import Copydesk

/// An original with what was taken out of it marked: struck through on a terminal; elsewhere `-` stands before a line
/// that is gone, and `~` before one of which `[-parts-]` are gone.
struct MarkedText {
  private let original: OriginalText
  private let style: Style
  /// For each byte, whether it was taken out.
  private let isRemoved: [Bool]

  init(_ original: OriginalText, removed: [Span], style: Style) {
    self.original = original
    self.style = style
    var flags = [Bool](repeating: false, count: original.bytes.count)
    for span in removed {
      for index in original.range(of: span) { flags[index] = true }
    }
    isRemoved = flags
  }

  /// The text, a line each with its mark.
  var lines: String {
    let bytes = Array(original.bytes)
    var out = ""
    var start = 0
    while start < bytes.count {
      let end = Self.lineEnd(in: bytes, from: start, original.form)
      out += line(bytes, start..<end.text) + "\n"
      start = end.next
    }
    return out
  }

  /// Where a line ends and the next begins. In a record, which is one line, an escaped line end counts as one.
  private static func lineEnd(
    in bytes: [UInt8], from start: Int, _ form: OriginalText.Form
  ) -> (text: Int, next: Int) {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x0A { return (index, index + 1) }
      if form == .record, bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        if bytes[index + 1] == UInt8(ascii: "n") { return (index, index + 2) }
        index += 1
      }
      index += 1
    }
    return (bytes.count, bytes.count)
  }

  private func line(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let isBlank = range.allSatisfy { bytes[$0].isASCIISpace }
    let remains = range.contains { !isRemoved[$0] && !bytes[$0].isASCIISpace }
    let loses = range.contains { isRemoved[$0] && (isBlank || !bytes[$0].isASCIISpace) }
    let mark = !loses ? "  " : remains ? style.yellow("~ ") : style.red("- ")
    var text = ""
    var index = range.lowerBound
    while index < range.upperBound {
      let flag = isRemoved[index]
      let end = (index..<range.upperBound).first { isRemoved[$0] != flag } ?? range.upperBound
      text += part(bytes[index..<end], isRemoved: flag, standsAlone: loses && !remains)
      index = end
    }
    return mark + text
  }

  private func part(_ bytes: ArraySlice<UInt8>, isRemoved: Bool, standsAlone: Bool) -> String {
    let raw = String(decoding: bytes, as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
    let text = original.form == .record ? OriginalText.readable(bytes, .record).filter { $0 != "\r" } : raw
    if isRemoved { return style.isOn || standsAlone || text.isEmpty ? style.struck(text) : "[-\(text)-]" }
    return original.form == .page ? dimmingTags(text) : text
  }

  /// A page's text with its tags less bright, so that the words stand out.
  private func dimmingTags(_ text: String) -> String {
    guard style.isOn else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      out += rest[..<open] + style.dim(String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}
