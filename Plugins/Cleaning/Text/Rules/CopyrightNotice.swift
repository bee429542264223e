import Copydesk

/// "© 2018 The Harbour Courier. All rights reserved."
enum CopyrightNotice: LineRule {
  static let name = "footer.copyright"
  static let help = "\"© 2018 The Harbour Courier. All rights reserved.\""

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 60 else { return false }
    if line.rest(after: signs) != nil { return line.words <= 45 }
    if line.words <= 5, line.rest(after: whole) != nil { return true }
    if line.words <= 45, line.rest(after: sentences) != nil { return true }
    if let rest = line.rest(after: word) { return isNotice(rest) && isShort(rest) && line.readsAsNotice }
    return line.words <= 30 && endsWithReservation(line.bare) && line.readsAsNotice
  }

  /// After "copyright" comes a sign, a year or nothing.
  private static func isNotice(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }
    guard let first = rest.first else { return true }
    return first == 0xC2 || first == UInt8(ascii: "(") || rest.prefix(4).count { $0.isASCIIDigit } == 4
  }

  /// A sentence with a verb of its own ("Copyright 2018 reform: the parliament voted …") is longer than a holder's name,
  /// unless it reserves rights.
  private static func isShort(_ rest: ArraySlice<UInt8>) -> Bool {
    let words = rest.split(separator: 0x20).count
    return words <= 8 || (words <= 30 && (endsWithReservation(rest) || says("rights reserved", rest)))
  }

  private static func says(_ phrase: StaticString, _ line: ArraySlice<UInt8>) -> Bool {
    phrase.withUTF8Buffer { wanted in
      line.indices.contains { start in line[start...].starts(with: wanted) }
    }
  }

  private static func endsWithReservation(_ line: ArraySlice<UInt8>) -> Bool {
    reservations.contains { line.count >= $0.count && line.suffix($0.count).elementsEqual($0) }
  }

  private static let signs = Phrases(["©", "(c) 1", "(c) 2"])
  /// Reservations that a sentence may end with, too.
  private static let whole = Phrases(["все права защищены", "всі права захищені"])
  private static let word = Phrases(["copyright"])
  private static let reservations = [
    "all rights reserved", "todos los derechos reservados", "tous droits réservés", "alle rechte vorbehalten",
    "tutti i diritti riservati", "todos os direitos reservados", "alle rechten voorbehouden",
    "wszelkie prawa zastrzeżone", "všechna práva vyhrazena", "alla rättigheter förbehållna",
    "alle rettigheter reservert", "alle rettigheder forbeholdes", "toate drepturile rezervate",
    "minden jog fenntartva", "tüm hakları saklıdır",
    "hak cipta dilindungi", "版权所有", "جميع الحقوق محفوظة",
  ].map { Array($0.utf8) }
  private static let sentences = Phrases([
    "this material may not be published", "reproduction in whole or in part",
    "no part of this publication may be",
    "the material on this site may not be", "use of this site constitutes acceptance",
    "use of and/or registration on", "is not responsible for the content of external",
    "external links are provided for reference",
  ])
}
