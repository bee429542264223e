import Copydesk

/// What a block says, to be compared: its letters and digits in small letters, without blanks and without the characters
/// from U+2000 on to U+2FFF that quotation marks are a part of.
enum BlockLetters {
  /// The letters of a block, in UTF-8.
  /// - Complexity: O(length of the block), fast for ASCII.
  static func of(_ block: PageBlock, in survey: PageSurvey) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(block.characters + 8)
    for index in block.firstNode..<block.endNode
    where survey.page.nodes[index].kind != .element && !survey.isSkipped[index] {
      survey.page.bytes.withUnsafeBufferPointer { bytes in
        survey.page.forEachPiece(of: NodeID(index)) { piece in
          switch piece {
          case .verbatim(let range): append(UnsafeBufferPointer(rebasing: bytes[range]), to: &out)
          case .decoded(let value, _):
            if let first = value.first { append(first, to: &out) }
            if let second = value.second { append(second, to: &out) }
          }
        }
      }
    }
    return out
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte.isASCIILetter || byte.isASCIIDigit { out.append(byte.isASCIIUppercase ? byte | 0x20 : byte) }
        index += 1
      } else {
        let (scalar, length) = decodeScalar(bytes, at: index)
        append(scalar, to: &out)
        index += length
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    switch scalar.value {
    // General punctuation has no small letters, so that nothing need be asked; the others are blanks.
    case 0x2000...0x206F, 0xA0, 0x3000, 0xFEFF: return
    default: break
    }
    var skipped = 0
    for byte in scalar.properties.lowercaseMapping.utf8 {
      if byte == 0xE2 { skipped = 3 }
      if skipped > 0 {
        skipped -= 1
      } else if byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 {
        out.append(byte)
      }
    }
  }
}
