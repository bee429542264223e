/// The encoding of a page that does not say it, by what its bytes may be and what its letters would be.
///
/// Bytes of two are told by which pairs there are: kana, common ideographs and Hangul stand in places of their own, and text
/// in another encoding has pairs that are none. Cyrillic is told by its words of nothing but such letters, which are small
/// ones, and by its vowels. Where nothing of this is clear it is windows-1252.
struct EncodingGuess {
  /// What the page is taken for.
  let encoding: TextEncoding

  /// How much of a page is looked at.
  private static let reach = 64 * 1_024
  /// With fewer letters beside ASCII nothing is clear.
  private static let fewest = 12

  /// - Complexity: O(*n*) of at most 64 KB.
  init(_ bytes: [UInt8]) {
    let text = Self.text(of: bytes.prefix(Self.reach))
    let high = text.count { $0 >= 0x80 }
    guard high >= Self.fewest else {
      encoding = .windows1252
      return
    }
    let name = Self.ofPairs(text) ?? Self.cyrillic(text) ?? TextEncoding.windows1252.name
    encoding = TextEncoding(known: name)
  }

  /// What stands between tags. No second byte of a pair is an angle bracket.
  private static func text(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var isTag = false
    for byte in bytes {
      if byte == UInt8(ascii: "<") {
        isTag = true
        text.append(0x20)
      } else if byte == UInt8(ascii: ">") {
        isTag = false
      } else if !isTag {
        text.append(byte)
      }
    }
    return text
  }

  // MARK: Bytes of two

  private static func ofPairs(_ text: [UInt8]) -> String? {
    let euc = BytePairs(text, first: 0xA1...0xFE, second: [0xA1...0xFE])
    if euc.isText {
      if euc.share(0xA4...0xA5) >= 0.25 { return "euc-jp" }
      // Korean has Hangul, in the order of its letters up to C8; Chinese ideographs go on to D7, in that of Pinyin.
      if euc.share(0xB0...0xC8) >= 0.75, euc.share(0xC9...0xFE) < 0.1 { return "euc-kr" }
      if euc.share(0xB0...0xD7) >= 0.75, euc.share(0xC9...0xD7) >= 0.15 { return "gb18030" }
    }
    let japanese = BytePairs(
      text, first: 0x81...0xFC, second: [0x40...0x7E, 0x80...0xFC], single: 0xA1...0xDF)
    if japanese.isText, japanese.share(0x82...0x83) >= 0.25 { return "shift_jis" }
    let big5 = BytePairs(text, first: 0xA1...0xF9, second: [0x40...0x7E, 0xA1...0xFE])
    // The common ideographs go up to C6.
    if big5.isText, big5.share(0xA4...0xC6) >= 0.75 { return "big5" }
    let chinese = BytePairs(text, first: 0x81...0xFE, second: [0x40...0x7E, 0x80...0xFE])
    if chinese.isText, chinese.share(0xB0...0xD7) >= 0.55 { return "gb18030" }
    return nil
  }

  // MARK: Cyrillic

  /// How many letters of each kind stand in words of three such letters or more, the first of each word left out.
  private static func cyrillic(_ text: [UInt8]) -> String? {
    var counts = [Int](repeating: 0, count: 256)
    var (inWords, high) = (0, 0)
    var start = 0
    for index in 0...text.count where index == text.count || text[index] < 0x80 {
      let length = index - start
      high += length
      if length >= 3 {
        inWords += length - 1
        for byte in text[(start + 1)..<index] { counts[Int(byte)] += 1 }
      }
      start = index + 1
    }
    guard inWords >= fewest, inWords * 2 >= high else { return nil }
    func share(_ letters: some Sequence<UInt8>) -> Double {
      Double(letters.reduce(0) { $0 + counts[Int($1)] }) / Double(inWords)
    }
    let vowels = 0.2
    // а е и о in either; in Greek and Hebrew pages these bytes are rare letters.
    if share(0xE0...0xFF) >= 0.8, share([0xE0, 0xE5, 0xE8, 0xEE]) >= vowels, share([0xE0]) > 0.02 {
      return "windows-1251"
    }
    if share(0xC0...0xDF) >= 0.8, share([0xC1, 0xC5, 0xC9, 0xCF]) >= vowels { return "koi8-r" }
    return nil
  }
}

/// The pairs of bytes of a text, if it is one in an encoding of two bytes a character.
private struct BytePairs {
  /// How often each first byte stands, of those that are ideographs, kana or Hangul and no punctuation.
  private var firsts = [Int](repeating: 0, count: 256)
  private var pairs = 0
  private var wrong = 0
  /// Pairs right behind another.
  private var inRows = 0

  /// - Parameter single: bytes that are a character alone.
  init(
    _ text: [UInt8], first: ClosedRange<UInt8>, second: [ClosedRange<UInt8>],
    single: ClosedRange<UInt8>? = nil
  ) {
    var index = 0
    var last = -1
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
      } else if let single, single.contains(byte) {
        index += 1
      } else if index + 1 == text.count {
        return
      } else if first.contains(byte), second.contains(where: { $0.contains(text[index + 1]) }) {
        pairs += 1
        firsts[Int(byte)] += 1
        if last == index { inRows += 1 }
        index += 2
        last = index
      } else {
        wrong += 1
        index += 1
      }
    }
  }

  /// Whether next to nothing is wrong, and characters stand in rows, as they do in no text of the West.
  var isText: Bool { pairs >= 6 && wrong * 200 <= pairs && inRows * 2 >= pairs }

  /// The share of the pairs whose first byte is one of these, punctuation left out.
  func share(_ bytes: ClosedRange<UInt8>) -> Double {
    let all = pairs - firsts[0x81] - firsts[0xA1] - firsts[0xA3]
    return all <= 0
      ? 0 : Double(firsts[Int(bytes.lowerBound)...Int(bytes.upperBound)].reduce(0, +)) / Double(all)
  }
}
