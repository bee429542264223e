import Copydesk

/// The names of members of archives that are not UTF-8: each has to stay another than the others.
enum MemberName {
  /// Of a zip archive: in the code page 437 of the first PCs, as the form of such archives says. What is UTF-8 is taken for
  /// that, as many programs do not say it.
  static func ofZip(_ bytes: ArraySlice<UInt8>) -> String {
    guard firstInvalidUTF8(in: bytes) != nil else { return String(decoding: bytes, as: UTF8.self) }
    var name = String.UnicodeScalarView()
    for byte in bytes { name.append(byte < 0x80 ? Unicode.Scalar(byte) : codePage437[Int(byte) - 0x80]) }
    return String(name)
  }

  /// Of a tar archive, which does not say how they are encoded: `caf\xE9.txt`, as shells write it.
  static func ofTar(_ bytes: ArraySlice<UInt8>) -> String {
    var name = ""
    var rest = bytes
    while let bad = firstInvalidUTF8(in: rest) {
      let place = rest.startIndex + bad
      name += String(decoding: rest[..<place], as: UTF8.self)
      let digits = String(rest[place], radix: 16, uppercase: true)
      name += "\\x" + digits
      rest = rest[(place + 1)...]
    }
    return name + String(decoding: rest, as: UTF8.self)
  }

  /// The upper half of the code page.
  private static let codePage437 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}
