import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A character set other than UTF-8, decoded by the system's `iconv`.
struct CharacterSet {
  private let name: String

  /// nil where the system does not know the set.
  init?(_ name: String) {
    guard let converter = Converter(name) else { return nil }
    _ = converter
    self.name = name
  }

  /// A set of single bytes keeps the place of each character; of any other the text as a whole comes from the bytes as
  /// a whole.
  func decode(_ payload: Payload, name: String) -> TextDecoder.Decoded {
    if let table = singleByteTable { return decode(payload, by: table, name: name) }
    guard let converter = Converter(self.name) else {
      return TextDecoder.Decoded(text: Text(), charset: name, replaced: 0)
    }
    let (out, replaced) = converter.convert(payload.bytes)
    var assembly = Text.Assembly(reserving: out.count)
    assembly.append(out, insteadOf: payload.wholly ?? payload.pieces.span)
    return TextDecoder.Decoded(text: (try? assembly.finish()) ?? Text(), charset: name, replaced: replaced)
  }

  private func decode(_ payload: Payload, by table: [[UInt8]], name: String) -> TextDecoder.Decoded {
    var assembly = Text.Assembly(reserving: payload.pieces.reduce(0) { $0 + $1.bytes.count } * 9 / 8)
    var replaced = 0
    for piece in payload.pieces {
      var from = piece.bytes.startIndex
      func flush(to end: Int) {
        let run = piece.bytes[from..<end]
        let start = piece.start + from - piece.bytes.startIndex
        if let place = payload.wholly {
          assembly.append(run, insteadOf: place)
        } else {
          assembly.append(run, from: start)
        }
      }
      for index in piece.bytes.indices where piece.bytes[index] >= 0x80 {
        flush(to: index)
        from = index + 1
        let letters = table[Int(piece.bytes[index]) - 0x80]
        if letters.isEmpty { replaced += 1 }
        let start = piece.start + index - piece.bytes.startIndex
        assembly.append(
          letters.isEmpty ? Array("\u{FFFD}".utf8) : letters,
          insteadOf: payload.wholly ?? Span(start, start + 1))
      }
      flush(to: piece.bytes.endIndex)
    }
    return TextDecoder.Decoded(text: (try? assembly.finish()) ?? Text(), charset: name, replaced: replaced)
  }

  /// What the bytes from 0x80 on stand for, where each is a character and those below are ASCII.
  private var singleByteTable: [[UInt8]]? {
    let lower = name.lowercased()
    let families = ["windows-125", "iso-8859-", "koi8-", "windows-874", "macintosh", "cp125", "tis-620"]
    guard families.contains(where: lower.hasPrefix), let converter = Converter(name) else { return nil }
    return (0x80...0xFF).map { byte in
      let (out, replaced) = converter.convert([UInt8(byte)])
      return replaced == 0 ? out : []
    }
  }
}

/// An open `iconv`; used by the thread that made it.
private final class Converter {
  private let descriptor: iconv_t

  init?(_ name: String) {
    guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// The bytes in UTF-8; each byte that is no part of a character becomes U+FFFD, and how many did.
  func convert(_ bytes: ArraySlice<UInt8>) -> (out: [UInt8], replaced: Int) {
    var input = Array(bytes)
    var replaced = 0
    iconv(descriptor, nil, nil, nil, nil)
    // No set makes more than three bytes of UTF-8 of one of its own.
    let out = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 16) { room, filled in
      input.withUnsafeMutableBytes { raw in
        var source = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = raw.count
        while left > 0, filled + 3 <= room.count {
          var target = UnsafeMutableRawPointer(room.baseAddress)?.advanced(by: filled)
            .assumingMemoryBound(to: CChar.self)
          let before = room.count - filled
          var free = before
          let isDone = iconv(descriptor, &source, &left, &target, &free) != Int(bitPattern: UInt.max)
          filled += before - free
          guard !isDone, errno == EILSEQ || errno == EINVAL, filled + 3 <= room.count else { return }
          for byte in "\u{FFFD}".utf8 {
            room[filled] = byte
            filled += 1
          }
          replaced += 1
          source = source?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return (out, replaced)
  }
}
