extension HTMLDocument {
  /// The value of an attribute, decoded; nil if the element does not have it.
  /// - Parameter name: in small letters.
  /// - Complexity: O(length of the start tag): attributes are read when they are asked for.
  func attribute(_ name: String, of node: NodeID) -> String? {
    attributeRange(name, of: node).map(attributeValue)
  }

  /// Whether an element has an attribute.
  /// - Parameter name: in small letters.
  func hasAttribute(_ name: String, of node: NodeID) -> Bool { attributeRange(name, of: node) != nil }

  /// Where the value of an attribute stands, still encoded.
  func attributeRange(_ name: String, of node: NodeID) -> Range<Int>? {
    let range = nodes[node.index].attributes
    guard !range.isEmpty else { return nil }
    var name = name
    return name.withUTF8 { wanted in
      bytes.withUnsafeBufferPointer { bytes in
        var scanner = HTMLAttributeScanner(bytes, from: range.lowerBound, to: range.upperBound)
        while let attribute = scanner.next() {
          if Self.equal(bytes, attribute.name, wanted) { return attribute.value }
        }
        return nil
      }
    }
  }

  /// All attributes of an element as they stand in the source, repeated names included, of which the first
  /// counts.
  func attributes(of node: NodeID) -> [HTMLAttribute] {
    let range = nodes[node.index].attributes
    return bytes.withUnsafeBufferPointer { bytes in
      var result: [HTMLAttribute] = []
      var scanner = HTMLAttributeScanner(bytes, from: range.lowerBound, to: range.upperBound)
      while let attribute = scanner.next() { result.append(attribute) }
      return result
    }
  }

  /// The decoded value of an attribute.
  func value(of attribute: HTMLAttribute) -> String { attributeValue(attribute.value) }

  /// The name of an attribute in small letters.
  func name(of attribute: HTMLAttribute) -> String {
    String(decoding: bytes[attribute.name].map(HTMLBytes.lowercased), as: UTF8.self)
  }

  private func attributeValue(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      String(decoding: HTMLCharacters.decode(range, in: bytes, mode: .attribute), as: UTF8.self)
    }
  }

  @inline(__always)
  private static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard range.count == name.count else { return false }
    for offset in 0..<name.count
    where HTMLBytes.lowercased(bytes[range.lowerBound + offset]) != name[offset] { return false }
    return true
  }
}
