/// How hosts with letters of other alphabets are written in ASCII: `xn--mnchen-3ya` for `münchen` (RFC 3492).
package enum Punycode {
  private static let base = 36
  private static let least = 1
  private static let most = 26

  /// A host with its labels in letters; labels that are no Punycode stay as they are.
  package static func decoded(host: String) -> String {
    guard host.utf8.contains(UInt8(ascii: "-")), host.contains("xn--") else { return host }
    return host.split(separator: ".", omittingEmptySubsequences: false).map { label in
      label.hasPrefix("xn--") ? decoded(Array(label.utf8.dropFirst(4))) ?? String(label) : String(label)
    }.joined(separator: ".")
  }

  /// The letters that a label stands for, without its prefix; nil where it is none.
  /// - Complexity: O(*n*²) for *n* bytes, of which a label has 59 at most.
  private static func decoded(_ label: [UInt8]) -> String? {
    guard label.count <= 59 else { return nil }
    let dash = label.lastIndex(of: UInt8(ascii: "-"))
    var scalars = label[..<(dash ?? 0)].map { Unicode.Scalar($0) }
    var rest = label[(dash.map { $0 + 1 } ?? 0)...]
    var value = 128
    var index = 0
    var bias = 72
    while !rest.isEmpty {
      guard let delta = number(&rest, bias), delta < 1 << 30 else { return nil }
      let count = scalars.count + 1
      bias = adapted(delta, count: count, isFirst: scalars.count == (dash ?? 0))
      index += delta
      value += index / count
      index %= count
      guard value < 0x110000, let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
      scalars.insert(scalar, at: index)
      index += 1
    }
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return String(string)
  }

  /// The next number, of digits whose worth grows with the bias.
  private static func number(_ rest: inout ArraySlice<UInt8>, _ bias: Int) -> Int? {
    var number = 0
    var weight = 1
    var place = base
    while let byte = rest.popFirst() {
      guard let digit = digit(byte), number < 1 << 30, weight < 1 << 30 else { return nil }
      number += digit * weight
      let threshold = min(max(place - bias, least), most)
      if digit < threshold { return number }
      weight *= base - threshold
      place += base
    }
    return nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    if byte.isASCIIDigit { return Int(byte) - 0x30 + 26 }
    return byte.isASCIILetter ? Int(byte | 0x20) - 0x61 : nil
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var bias = 0
    while delta > (base - least) * most / 2 {
      delta /= base - least
      bias += base
    }
    return bias + (base - least + 1) * delta / (delta + 38)
  }
}
