import Copydesk

/// A run of text of a page that is set as one block: a paragraph, a heading, a list item, a cell.
struct PageBlock: Sendable {
  /// The nearest element around it that is set as a block.
  @Small var container: Int
  /// The first text node.
  @Small var firstNode: Int
  /// One past the last text node.
  @Small var endNode: Int
  /// Letters and marks, without blanks.
  @Small var characters = 0
  /// Words; of a script without blanks between words, an estimate.
  @Small var words = 0
  /// Words inside links.
  @Small var linkWords = 0
  /// Full stops, question and exclamation marks.
  @Small var stops = 0
  /// Commas.
  @Small var commas = 0
  /// Whether it ends a sentence.
  var endsSentence = false

  /// The share of its words that are links.
  var linkDensity: Double { words == 0 ? 0 : Double(linkWords) / Double(words) }

  /// Length, links and the end in one number: what a neighbour sees of it.
  var sketch: UInt64 {
    let length = min(Bins.logarithmic(words) / 2, 8)
    let links: UInt64 = linkWords == 0 ? 0 : linkDensity < 0.3 ? 1 : linkDensity < 0.7 ? 2 : 3
    return length * 8 + links * 2 + (endsSentence ? 1 : 0)
  }

  /// How much article text it is taken for: its characters if it reads like prose, else nothing.
  ///
  /// Text density and link density are the two features that carry most of the decision (Kohlschütter,
  /// Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features, WSDM 2010).
  var mass: Int {
    guard linkDensity < 0.4 else { return 0 }
    return words >= 10 && stops > 0 || words >= 25 || words >= 7 && endsSentence && linkWords == 0
      ? characters : 0
  }

  /// Takes in some text.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, isLink: Bool) {
    var wordCount = 0
    var inWord = false
    var letters = 0
    var wide = 0
    var stops = 0
    var commas = 0
    var last: UInt8 = 0
    for byte in bytes {
      if byte.isASCIISpace {
        inWord = false
        continue
      }
      if !byte.isUTF8Continuation { letters += 1 }
      if byte >= 0xE3, byte <= 0xE9 { wide += 1 }
      if !inWord { wordCount += 1 }
      inWord = true
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): stops += 1
      case UInt8(ascii: ","): commas += 1
      case 0x82 where last == 0x80: stops += 1  // 。
      default: break
      }
      last = byte
    }
    let counted = max(wordCount, wide / 2)
    characters += letters
    words += counted
    self.stops += stops
    self.commas += commas
    if isLink { linkWords += counted }
    if letters > 0 { endsSentence = Self.endsSentence(bytes) }
  }

  private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = bytes.count
    while end > 0 {
      let byte = bytes[end - 1]
      if byte.isASCIISpace || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: ")")
      {
        end -= 1
      } else if end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, byte >= 0x98, byte <= 0x9F {
        end -= 3
      } else if end >= 7, byte == UInt8(ascii: ";"), bytes[end - 7] == UInt8(ascii: "&") {
        end -= 7  // &rdquo; &rsquo; &#8221;
      } else if end >= 2, bytes[end - 2] == 0xC2, byte == 0xBB || byte == 0xA0 {
        end -= 2
      } else {
        return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
          || byte == UInt8(ascii: ":") || (byte == 0x82 && end >= 2 && bytes[end - 2] == 0x80)
      }
    }
    return false
  }
}
