import Copydesk

extension Payload {
  /// Takes a `>` from each line that begins with one or more of them and `From `, as mailboxes quote such lines (mboxrd);
  /// what is left keeps its place in the file.
  mutating func unquoteFromLines() {
    guard wholly == nil else { return }
    var found: [Piece] = []
    for piece in pieces {
      var from = piece.bytes.startIndex
      for mark in Self.marks(in: piece.bytes) {
        if from < mark { found.append(Self.part(of: piece, piece.bytes[from..<mark])) }
        from = mark + 1
      }
      found.append(Self.part(of: piece, piece.bytes[from...]))
    }
    replace(with: found)
  }

  private static func part(of piece: Piece, _ bytes: ArraySlice<UInt8>) -> Piece {
    Piece(bytes: bytes, start: piece.start + bytes.startIndex - piece.bytes.startIndex)
  }

  /// Where the lines begin that are quoted.
  private static func marks(in bytes: ArraySlice<UInt8>) -> [Int] {
    let mark = UInt8(ascii: ">")
    return bytes.indices.filter { index in
      bytes[index] == mark && (index == bytes.startIndex || bytes[index - 1] == 0x0A)
        && bytes[index...].drop { $0 == mark }.starts(with: "From ".utf8)
    }
  }
}
