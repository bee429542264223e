import Copydesk
import Foundation

/// Repairs characters: UTF-8 that was read as windows-1252 and written again (`â€™` for ’), and letters that
/// stand apart from their marks.
enum CharacterRepair {
  /// Repairs the text of a document and notes how many characters it took.
  static func repair(_ document: inout Document) {
    let changes = changes(document.text)
    guard !changes.isEmpty else { return }
    document.rewrite(applied(changes, to: document.text))
    document.trail.append(
      TrailEntry(.noted, rule: CharacterRule.repaired.rawValue, measured: Double(changes.count)))
  }

  /// The text repaired.
  /// - Complexity: O(*n*).
  static func repaired(_ text: Text) -> Text { applied(changes(text), to: text) }

  private static func changes(_ text: Text) -> [Change] {
    if isASCII(text.utf8) { return [] }
    var changes = Mojibake.findings(text.utf8)
    changes += Composition.findings(text.utf8)
    changes += SoftHyphens.findings(text.utf8)
    return changes
  }

  /// Whether there is nothing to repair: eight bytes a step.
  private static func isASCII(_ utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        if bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
          return false
        }
        index += 8
      }
      return bytes[index...].allSatisfy { $0 < 0x80 }
    }
  }

  private static func applied(_ changes: [Change], to text: Text) -> Text {
    var builder = Text.Builder(editing: text)
    var done = 0
    for change in changes.sorted(by: { $0.span < $1.span }) where change.span.start >= done {
      builder.copy(Span(done, change.span.start))
      builder.replace(change.span, with: change.text)
      done = change.span.end
    }
    builder.copy(Span(done, text.count))
    return builder.finish()
  }

  /// A span and what stands there instead.
  struct Change {
    var span: Span
    var text: String
  }
}

/// UTF-8 that went through windows-1252 or Latin-1.
enum Mojibake {
  /// Below this many, two letters that happen to look like one are left alone.
  private static let fewest = 2

  static func findings(_ utf8: [UInt8]) -> [CharacterRepair.Change] {
    utf8.withUnsafeBufferPointer { bytes in
      var found: [CharacterRepair.Change] = []
      var sure = 0
      var index = 0
      while index < bytes.count {
        // Â to ô, with which every such sequence begins, are C3 82 to C3 B4.
        guard bytes[index] == 0xC3, index + 1 < bytes.count, bytes[index + 1] >= 0x82,
          bytes[index + 1] <= 0xB4
        else {
          index += 1
          continue
        }
        if let (scalar, end) = character(bytes, at: index) {
          found.append(CharacterRepair.Change(span: Span(index, end), text: String(scalar)))
          if scalar.value >= 0x800 { sure += 1 }
          index = end
        } else {
          index += 2
        }
      }
      return found.count >= fewest || sure > 0 ? found : []
    }
  }

  /// The character whose bytes stand here as characters.
  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int)?
  {
    let lead = bytes[start + 1] | 0x40
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    var index = start + 2
    for _ in 1..<length {
      guard index < bytes.count else { return nil }
      let (scalar, width) = decodeScalar(bytes, at: index)
      guard let byte = singleByte(scalar), byte.isUTF8Continuation else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      index += width
    }
    guard let scalar = Unicode.Scalar(value), value >= 0x80, length == 2 || value >= 0x800 else { return nil }
    // "Ã " at a word's end is Portuguese, and a control character was never meant.
    guard value >= 0xA0 else { return nil }
    return (scalar, index)
  }

  /// The byte that windows-1252, or Latin-1 where that has none, writes a character with.
  private static func singleByte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return high[scalar]
  }

  private static let high: [Unicode.Scalar: UInt8] = {
    let row = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    var table: [Unicode.Scalar: UInt8] = [:]
    for (offset, scalar) in row.unicodeScalars.enumerated() where scalar.value > 0xFF {
      table[scalar] = UInt8(0x80 + offset)
    }
    return table
  }()
}

/// Letters and marks that stand apart, put together: the canonical composition (NFC) of the Unicode Standard.
enum Composition {
  static func findings(_ utf8: [UInt8]) -> [CharacterRepair.Change] {
    utf8.withUnsafeBufferPointer { bytes in
      var found: [CharacterRepair.Change] = []
      var index = 0
      while index + 1 < bytes.count {
        // U+0300 to U+036F are CC 80 to CD AF.
        guard bytes[index] == 0xCC || bytes[index] == 0xCD && bytes[index + 1] < 0xB0 else {
          index += 1
          continue
        }
        var start = index - 1
        while start > 0, bytes[start].isUTF8Continuation { start -= 1 }
        var end = index
        while end + 1 < bytes.count, bytes[end] == 0xCC || bytes[end] == 0xCD && bytes[end + 1] < 0xB0 {
          end += 2
        }
        if start >= 0, end - start <= 64 {
          let old = String(decoding: bytes[start..<end], as: UTF8.self)
          let new = old.precomposedStringWithCanonicalMapping
          if !new.utf8.elementsEqual(old.utf8) {
            found.append(CharacterRepair.Change(span: Span(start, end), text: new))
          }
        }
        index = end
      }
      return found
    }
  }
}

/// Marks where a word may be broken, which search and comparison take for a part of it.
enum SoftHyphens {
  static func findings(_ utf8: [UInt8]) -> [CharacterRepair.Change] {
    utf8.withUnsafeBufferPointer { bytes in
      var found: [CharacterRepair.Change] = []
      for index in bytes.indices.dropLast() where bytes[index] == 0xC2 && bytes[index + 1] == 0xAD {
        found.append(CharacterRepair.Change(span: Span(index, index + 2), text: ""))
      }
      return found
    }
  }
}

/// Notes what was done to characters.
enum CharacterRule: String, DeclaredRules {
  case repaired = "characters.repaired"

  var help: String {
    """
    Characters that were broken on their way, or stood apart from their marks, are put right, and soft hyphens are \
    taken out: measured is how many.
    """
  }
}
