import Copydesk

/// The body of a response, with the place of each of its pieces in the file.
struct Payload {
  /// A piece that stands in the file from `start` on; of what was compressed, all of it comes from the whole body.
  struct Piece {
    var bytes: ArraySlice<UInt8>
    var start: Int
  }

  private(set) var pieces: [Piece]
  /// Where the body stands, when its pieces do not stand there as they are.
  private(set) var wholly: Span?
  /// Where all of it stands.
  let place: Span

  init(_ body: ArraySlice<UInt8>, at start: Int) {
    pieces = [Piece(bytes: body, start: start)]
    place = Span(start, start + body.count)
  }

  /// The first bytes, as many as tell how a body is compressed.
  var magic: ArraySlice<UInt8> {
    guard let first = pieces.first?.bytes, first.count >= 4 else { return bytes.prefix(4) }
    return first.prefix(4)
  }

  /// All bytes, one behind the other.
  var bytes: ArraySlice<UInt8> {
    if pieces.count == 1 { return pieces[0].bytes }
    return Array(pieces.map(\.bytes).joined())[...]
  }

  /// Takes the chunks of RFC 9112 apart. Archives often say "chunked" of a body that was joined already: what does not
  /// begin like a chunk stays as it is, and from a broken chunk on the rest is taken as it stands.
  mutating func joinChunks() {
    // Some heads say it twice of what was done once.
    guard pieces.count == 1, let whole = pieces.first?.bytes, let base = pieces.first?.start else { return }
    var found: [Piece] = []
    var position = whole.startIndex
    while position < whole.endIndex {
      guard let (size, content) = Self.chunkSize(whole[position...]) else {
        if found.isEmpty { return }
        found.append(Piece(bytes: whole[position...], start: base + position - whole.startIndex))
        break
      }
      if size == 0 { break }
      let end = min(content + size, whole.endIndex)
      found.append(Piece(bytes: whole[content..<end], start: base + content - whole.startIndex))
      position = end
      if position < whole.endIndex, whole[position] == 0x0D { position += 1 }
      if position < whole.endIndex, whole[position] == 0x0A { position += 1 }
    }
    pieces = found.isEmpty ? [Piece(bytes: [], start: base)] : found
  }

  /// The size of the chunk that begins here, and where its content does.
  private static func chunkSize(_ bytes: ArraySlice<UInt8>) -> (size: Int, content: Int)? {
    var size = 0
    var index = bytes.startIndex
    while index < bytes.endIndex, index - bytes.startIndex < 8 {
      let byte = bytes[index]
      let lower = byte | 0x20
      if byte.isASCIIDigit {
        size = size << 4 | Int(byte & 15)
      } else if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") {
        size = size << 4 | Int(lower - UInt8(ascii: "a") + 10)
      } else {
        break
      }
      index += 1
    }
    guard index > bytes.startIndex, let end = bytes[index...].prefix(256).firstIndex(of: 0x0A) else {
      return nil
    }
    let rest = bytes[index..<end]
    guard rest.first.map({ $0 == UInt8(ascii: ";") || $0.isASCIISpace }) ?? true else { return nil }
    return (size, end + 1)
  }

  /// Takes other pieces of the file for the body.
  mutating func replace(with pieces: [Piece]) { self.pieces = pieces }

  /// Takes other bytes for the body, all of which come from all of it.
  mutating func replace(with bytes: [UInt8]) {
    pieces = [Piece(bytes: bytes[...], start: place.start)]
    wholly = place
  }
}
