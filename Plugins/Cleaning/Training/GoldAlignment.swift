import Copydesk

/// Tells of each block of a page, from what is known of its article, which labels it may have.
struct GoldAlignment {
  private let survey: PageSurvey
  private let words: BlockWords

  init(_ survey: PageSurvey) {
    self.survey = survey
    words = BlockWords(survey)
  }

  /// The labels each block may have, a bit each; nil where nothing of the article was found.
  func allowed(_ gold: TrainingPage.Gold) -> [UInt64]? {
    switch gold {
    case .text(let text): align(with: BlockWords.hashes(of: text))
    case .pieces(let with, let without): align(with: with, without: without)
    }
  }

  // MARK: A whole text

  private static let shingle = 4
  /// The share of a block's shingles that must be in the gold text.
  private static let needed = 0.6

  /// Blocks of some length by their shingles; a short one belongs to the text if it stands there, word for word,
  /// between the places of the long ones around it.
  private func align(with gold: [UInt64]) -> [UInt64]? {
    guard !gold.isEmpty else { return nil }
    var places: [UInt64: [Int]] = [:]
    if gold.count >= Self.shingle {
      for start in 0...(gold.count - Self.shingle) {
        places[key(gold[start..<(start + Self.shingle)]), default: []].append(start)
      }
    }
    var isText = [Bool](repeating: false, count: survey.blocks.count)
    var place = [Int](repeating: -1, count: survey.blocks.count)
    var cursor = 0
    for index in survey.blocks.indices where words[index].count >= 8 {
      let (share, start, end) = match(words[index], places, from: cursor)
      guard share >= Self.needed else { continue }
      isText[index] = true
      place[index] = start
      cursor = max(cursor, end)
    }
    alignShort(gold, place, &isText)
    guard let first = isText.firstIndex(of: true), let last = isText.lastIndex(of: true) else { return nil }
    return isText.indices.map { index in
      if isText[index] { return BlockLabel.text.mask }
      return index < first ? BlockLabel.head.mask : index > last ? BlockLabel.tail.mask : BlockLabel.gap.mask
    }
  }

  private func key(_ words: ArraySlice<UInt64>) -> UInt64 {
    var hash: UInt64 = 5
    for word in words { hash = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25 ^ hash >> 29 }
    return hash
  }

  private func match(
    _ words: ArraySlice<UInt64>, _ places: [UInt64: [Int]], from cursor: Int
  ) -> (share: Double, start: Int, end: Int) {
    let count = words.count - Self.shingle + 1
    var found = 0
    var start = -1
    var end = cursor
    for offset in 0..<count {
      let low = words.startIndex + offset
      guard let hits = places[key(words[low..<(low + Self.shingle)])] else { continue }
      found += 1
      let next = hits.first { $0 >= cursor } ?? hits[0]
      if start < 0 { start = next }
      end = max(end, next + Self.shingle)
    }
    return (Double(found) / Double(count), start, end)
  }

  private func alignShort(_ gold: [UInt64], _ place: [Int], _ isText: inout [Bool]) {
    var low = 0
    for index in survey.blocks.indices {
      if isText[index] {
        low = max(low, place[index] + words[index].count * 3 / 4)
        continue
      }
      let block = words[index]
      guard !block.isEmpty, block.count < 8 else { continue }
      // Where the next long one stands.
      var high = gold.count
      var next = index + 1
      while next < place.count {
        if place[next] >= 0 {
          high = place[next]
          break
        }
        next += 1
      }
      // Before the first and after the last of the long ones a short text stands close by.
      let from = max(0, low - 2)
      let to = min(gold.count, high + 2, from + 400)
      guard to - from >= block.count else { continue }
      for start in from...(to - block.count)
      where gold[start] == block.first && gold[start..<(start + block.count)].elementsEqual(block) {
        isText[index] = true
        low = start + block.count
        break
      }
    }
  }

  // MARK: Pieces

  private func align(with: [String], without: [String]) -> [UInt64]? {
    let texts = survey.blocks.map { Self.plain(survey.text(of: $0)) }
    var masks = [UInt64](repeating: BlockLabel.any, count: texts.count)
    var found = false
    for piece in without {
      let wanted = Self.plain(piece)
      for index in texts.indices where holds(texts[index], wanted) { masks[index] = BlockLabel.boilerplate }
    }
    for piece in with {
      let wanted = Self.plain(piece)
      let hits = texts.indices.filter { holds(texts[$0], wanted) }
      // One of several: the one that reads like prose.
      let prose = hits.filter { survey.blocks[$0].mass > 0 }
      guard let hit = hits.count == 1 ? hits.first : prose.count == 1 ? prose.first : nil else { continue }
      // What is told both ways is not told.
      masks[hit] = masks[hit] == BlockLabel.boilerplate ? BlockLabel.any : BlockLabel.text.mask
      found = true
    }
    return found ? masks : nil
  }

  /// White space collapsed, without soft hyphens.
  private static func plain(_ text: String) -> [UInt8] {
    Array(PageMetadata.collapsed(text).replacing("\u{AD}", with: "").utf8)
  }

  private func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, text.count >= part.count else { return false }
    for start in 0...(text.count - part.count)
    where text[start] == first && text[start..<(start + part.count)].elementsEqual(part) { return true }
    return false
  }
}
