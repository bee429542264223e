import Copydesk

/// The images of a page, and where their elements say what they show: in `alt` and `title`.
struct ImageSayings: Sendable {
  /// The elements, in document order.
  private(set) var nodes: [Int32] = []
  /// The values of attributes, still encoded.
  private var values: [Range<Int>] = []

  /// Images whose words are read: a gallery of more is none of captions.
  private static let mostRead = 400

  static func isImage(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .img, .image, .video: true
    default: false
    }
  }

  /// Takes in an image.
  /// - Parameter attributes: where its attributes stand in `bytes`.
  mutating func add(_ node: Int, _ attributes: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    nodes.append(Int32(truncatingIfNeeded: node))
    guard nodes.count <= Self.mostRead, !attributes.isEmpty else { return }
    var scanner = HTMLAttributeScanner(bytes, from: attributes.lowerBound, to: attributes.upperBound)
    var (hasAlt, hasTitle) = (false, false)
    // Of a name that comes twice the first counts.
    while !(hasAlt && hasTitle), let attribute = scanner.next() {
      switch attribute.name.count {
      case 3 where !hasAlt && Self.spells(bytes, attribute.name, "alt"):
        hasAlt = true
        values.append(attribute.value)
      case 5 where !hasTitle && Self.spells(bytes, attribute.name, "title"):
        hasTitle = true
        values.append(attribute.value)
      default: break
      }
    }
  }

  private static func spells(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ word: StaticString)
    -> Bool
  { HTMLBytes.spells(word, in: bytes, at: name.lowerBound, end: name.upperBound) }

  /// Lends each text that says what an image shows, decoded.
  func forEachText(of page: HTMLDocument, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    page.bytes.withUnsafeBufferPointer { bytes in
      for value in values {
        let raw = UnsafeBufferPointer(rebasing: bytes[value])
        if raw.contains(UInt8(ascii: "&")) {
          Array(page.value(of: HTMLAttribute(name: 0..<0, value: value)).utf8).withUnsafeBufferPointer(body)
        } else {
          body(raw)
        }
      }
    }
  }
}
