import Copydesk

/// How long a story takes to read: "4 min read", "Temps de lecture : 3 min", "Lesezeit: 2 Min.".
enum ReadingTime: LineRule {
  static let name = "head.reading_time"
  static let help = "How long the story takes to read: \"4 min read\", \"Lesezeit: 2 Min.\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    line.words <= mostWords && line.folded.count <= longest && covers(folded: line.folded)
  }

  /// The same for a part of a line.
  static func covers(_ text: String) -> Bool {
    text.utf8.count <= longest && covers(folded: LowerCase.folded(text))
  }

  private static let mostWords = 9
  private static let longest = 60

  private static func covers(folded: ArraySlice<UInt8>) -> Bool {
    // Of nearly all lines the digits tell that they are none.
    guard folded.contains(where: \.isASCIIDigit) else { return isWithoutNumber(folded) }
    var (numbers, minutes, reads) = (0, 0, 0)
    var index = folded.startIndex
    while index < folded.endIndex {
      let start = index
      while index < folded.endIndex, folded[index].isASCIIDigit { index += 1 }
      if index > start {
        numbers += 1
        continue
      }
      while index < folded.endIndex, isLetter(folded[index]) { index += 1 }
      guard index > start else {
        // A mark; those of Latin-1 have two bytes.
        index = min(index + (folded[index] == 0xC2 ? 2 : 1), folded.endIndex)
        continue
      }
      let isKnown = folded[start..<index].withUnsafeBufferPointer { word in
        if minutesWords.contains(word) {
          minutes += 1
        } else if readWords.contains(word) {
          reads += 1
        } else {
          return fillers.contains(word)
        }
        return true
      }
      guard isKnown else { return isEastAsian(folded) }
    }
    return (1...2).contains(numbers) && minutes > 0 && reads > 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 && byte != 0xC2 }

  /// "minute read", of which a script would write the number.
  private static func isWithoutNumber(_ folded: ArraySlice<UInt8>) -> Bool {
    folded.count <= 12 && folded.last == UInt8(ascii: "d")
      && folded.withUnsafeBufferPointer(scripted.contains)
  }

  /// この記事は約3分で読めます, 阅读约需3分钟: few characters, among them those for minutes and for reading.
  private static func isEastAsian(_ folded: ArraySlice<UInt8>) -> Bool {
    guard folded.contains(where: { (0xE3...0xE9).contains($0) }) else { return false }
    let text = String(decoding: folded, as: UTF8.self)
    return text.count <= 20 && text.contains("分")
      && (text.contains("読") || text.contains("读") || text.contains("讀"))
      && !text.contains("。")
  }

  private static let scripted = WordSet(words: ["minute read", "min read", "mins read"])
  private static let minutesWords = WordSet(
    """
    min mins minute minutes minuten minuto minutos minuti minuut minuta minuty minut minuter minutter minuuttia dk dakika dak
    мин минут минуты минута хв хвилин хвилини menit phút perc λεπτά
    """)
  private static let readWords = WordSet(
    """
    read reading lecture lesezeit lesedauer lectura lettura leitura leestijd lästid lesetid læsetid czytania czytanie okuma
    чтения чтение читання lukuaika leer ler leggere lire lezen lesen čtení читать membaca đọc olvasási ανάγνωσης
    """)
  private static let fillers = WordSet(
    """
    time temps tempo tiempo tijd czas doba süresi süre время час de di du da per para pour zum zu te om att estimated estimé
    estimado stimato about approx approximately ca circa environ rund etwa a an around geschätzte durée duración durata
    duração less than under est it s ez
    """)
}
