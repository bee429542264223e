import Copydesk

extension Payload {
  /// Joins the lines of paragraphs that a mail program broke, as `format=flowed` means them (RFC 3676): a line that ends in a
  /// blank goes on with the next, if that is quoted as deep.
  /// - Parameter dropsBlank: whether the blank is none of the text (`DelSp=yes`).
  mutating func joinFlowed(dropsBlank: Bool) {
    let lines = pieces.flatMap(FlowedLine.lines(of:))
    var found: [Piece] = []
    var isContinued = false
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      let goesOn = line.isSoft && next?.depth == line.depth
      let start = isContinued || line.depth == 0 ? line.content : line.bytes.startIndex
      let end = goesOn ? line.end - (dropsBlank ? 1 : 0) : line.bytes.endIndex
      let kept = line.bytes[start..<max(start, end)]
      if let last = found.last, last.bytes.endIndex == kept.startIndex, isContinuous(last, line, kept) {
        found[found.count - 1].bytes = line.piece.bytes[last.bytes.startIndex..<kept.endIndex]
      } else if !kept.isEmpty {
        let place = line.piece.start + kept.startIndex - line.piece.bytes.startIndex
        found.append(Piece(bytes: kept, start: place))
      }
      isContinued = goesOn
    }
    if wholly == nil {
      replace(with: found.isEmpty ? Array(pieces.prefix(1)) : found)
    } else {
      replace(with: Array(found.map(\.bytes).joined()))
    }
  }

  /// Whether what is kept of a line follows the last piece in the same piece of the file.
  private func isContinuous(_ last: Piece, _ line: FlowedLine, _ kept: ArraySlice<UInt8>) -> Bool {
    last.start + last.bytes.count == line.piece.start + kept.startIndex - line.piece.bytes.startIndex
      && last.bytes.startIndex >= line.piece.bytes.startIndex
  }
}

/// A line of a text that flows.
private struct FlowedLine {
  let piece: Payload.Piece
  /// The line with its end.
  let bytes: ArraySlice<UInt8>
  /// How many `>` it begins with.
  let depth: Int
  /// Where its words begin, behind those and a blank that was put there.
  let content: Int
  /// Where its line end begins.
  let end: Int

  private init(_ piece: Payload.Piece, _ bytes: ArraySlice<UInt8>) {
    self.piece = piece
    self.bytes = bytes
    let quoted = bytes.prefix { $0 == UInt8(ascii: ">") }
    depth = quoted.count
    var end = bytes.endIndex
    while end > quoted.endIndex, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    self.end = end
    let isStuffed = quoted.endIndex < end && bytes[quoted.endIndex] == 0x20
    content = quoted.endIndex + (isStuffed ? 1 : 0)
  }

  /// Whether the paragraph goes on; the line above a signature ends in a blank and does not.
  var isSoft: Bool {
    end > content && bytes[end - 1] == 0x20
      && !bytes[bytes.startIndex + depth..<end].elementsEqual("-- ".utf8)
  }

  static func lines(of piece: Payload.Piece) -> [FlowedLine] {
    var lines: [FlowedLine] = []
    var rest = piece.bytes
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      lines.append(FlowedLine(piece, rest[..<end]))
      rest = rest[end...]
    }
    return lines
  }
}
