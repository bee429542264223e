import Copydesk

/// The words of the blocks of a page, as hashes without regard to case.
struct BlockWords {
  /// The hashes of all blocks, one after the other.
  private(set) var hashes: [UInt64] = []
  /// Where the words of each block end.
  private(set) var ends: [Int32] = []
  /// Of the first words of each block, whether they hold sentences together; see ``CommonWords``.
  private var isCommon: [Bool]

  /// Reads the words of every block.
  /// - Complexity: O(text).
  init(_ survey: PageSurvey) {
    isCommon = []
    hashes.reserveCapacity(survey.page.bytes.count / 40)
    ends.reserveCapacity(survey.blocks.count)
    survey.page.bytes.withUnsafeBufferPointer { bytes in
      for block in survey.blocks {
        for index in block.firstNode..<block.endNode
        where survey.page.nodes[index].kind == .text && !survey.isSkipped[index] {
          Self.append(UnsafeBufferPointer(rebasing: bytes[survey.page.nodes[index].range]), to: &hashes)
        }
        ends.append(Int32(hashes.count))
      }
    }
    isCommon = [Bool](repeating: false, count: hashes.count)
    let common = CommonWords.all
    var start = 0
    for end in ends {
      for place in start..<min(Int(end), start + BlockFirstLook.mostWords) {
        isCommon[place] = hashes[place] >= 64 && common.contains(hash: hashes[place])
      }
      start = Int(end)
    }
  }

  /// Whether a word, one of the first of its block, is one that holds sentences together.
  /// - Parameter place: its place in ``hashes``, which a slice of them keeps.
  @inline(__always)
  func isCommon(_ place: Int) -> Bool { isCommon[place] }

  /// Whether it is a word that says what a text is about: no number either.
  @inline(__always)
  func isTelling(_ place: Int) -> Bool { hashes[place] >= 64 && !isCommon[place] }

  /// The hashes of the words of a text.
  static func hashes(of text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    Array(text.utf8).withUnsafeBufferPointer { append($0, to: &hashes) }
    return hashes
  }

  /// The words of a block.
  subscript(block: Int) -> ArraySlice<UInt64> {
    hashes[(block == 0 ? 0 : Int(ends[block - 1]))..<Int(ends[block])]
  }

  /// Words are runs of letters and digits; what is not ASCII counts as a letter, but for general punctuation.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to hashes: inout [UInt64]) {
    folded.withUnsafeBufferPointer { folded in
      // Some at once, for to append one is to look whether there is room and whether the array is one's own.
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { some in
        var (index, count) = (0, 0)
        while index < bytes.count {
          // Nearly all words are ASCII to their end: one pass folds and hashes them.
          let start = index
          var hash = basis
          var (letters, last): (UInt8, UInt8) = (0, 0)
          while index < bytes.count {
            last = folded[Int(bytes[index])]
            if last <= 1 { break }
            letters |= last
            hash = mixed(hash, last)
            index += 1
          }
          if last == 1 {
            let (end, word) = anyWord(bytes, from: start)
            index = end
            guard let word else { continue }
            hash = word
          } else {
            let length = index - start
            // What ended the word.
            index += 1
            guard length > 0 else { continue }
            // All numbers of one length are one word. No digit has the bit that all letters have.
            if letters & 0x40 == 0 { hash = UInt64(length) }
          }
          some[count] = hash
          count += 1
          if count == some.count {
            hashes.append(contentsOf: UnsafeBufferPointer(some))
            count = 0
          }
        }
        hashes.append(contentsOf: UnsafeBufferPointer(rebasing: some[..<count]))
      }
    }
  }

  /// For each byte the one to hash, 0 where it stands between words, 1 where more has to be looked at.
  private static let folded: [UInt8] = (0..<256).map { value in
    let byte = UInt8(value)
    if byte.isASCIIUppercase { return byte | 0x20 }
    if byte.isASCIILowercase || byte.isASCIIDigit { return byte }
    return byte >= 0x80 || byte == UInt8(ascii: "&") ? 1 : 0
  }

  /// The word that begins at a place, of any letters; nil where none does.
  /// - Returns: where to go on, and the hash of the word.
  @inline(never)
  static func anyWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, hash: UInt64?) {
    var index = start
    var isNumber = true
    var isBroken = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIILetter {
        isNumber = false
      } else if byte >= 0x80 {
        if byte == 0xE2 || byte == 0xC2 {
          let soft = softHyphen(bytes, index)
          if soft == 0 || index == start { break }
          isBroken = true
          index += soft
          continue
        }
        isNumber = false
      } else if !byte.isASCIIDigit {
        let soft = byte == UInt8(ascii: "&") && index > start ? softHyphen(bytes, index) : 0
        if soft == 0 { break }
        isBroken = true
        index += soft
        continue
      }
      index += 1
    }
    if index > start {
      if isNumber { return (index, UInt64(index - start)) }
      return (index, isBroken ? unbroken(bytes, start, index) : hash(bytes, start, index))
    }
    let byte = bytes[index]
    if byte == UInt8(ascii: "&") { index = skipReference(bytes, index) }
    return (index + (byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1), nil)
  }

  /// The same as ``CaseFolding/hash(_:)`` for words in small letters: beyond ASCII, capitals are letters of
  /// their own, which costs nothing to find out.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = basis
    for index in start..<end {
      let byte = bytes[index]
      hash = mixed(hash, byte.isASCIIUppercase ? byte | 0x20 : byte)
    }
    return hash
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let hash = (hash ^ UInt64(byte)) &* 0x9FB2_1C65_1E98_DF25
    return hash ^ hash >> 29
  }

  /// The hash of a word without its soft hyphens, which say where it may be broken and are no part of it.
  private static func unbroken(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var whole: [UInt8] = []
    var index = start
    while index < end {
      let soft = softHyphen(bytes, index)
      if soft == 0 { whole.append(bytes[index]) }
      index += max(1, soft)
    }
    return whole.withUnsafeBufferPointer { hash($0, 0, $0.count) }
  }

  /// How many bytes a soft hyphen takes that stands here, as a character or a reference; 0 for none.
  private static func softHyphen(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    func stands(_ form: StaticString) -> Bool {
      form.withUTF8Buffer { wanted in
        index + wanted.count <= bytes.count
          && wanted.indices.allSatisfy { bytes[index + $0] == wanted[$0] }
      }
    }
    guard bytes[index] == 0xC2 || bytes[index] == UInt8(ascii: "&") else { return 0 }
    return stands("\u{AD}") ? 2 : stands("&shy;") ? 5 : stands("&#173;") ? 6 : 0
  }

  /// `&nbsp;` is no word.
  private static func skipReference(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start + 1
    while index < min(bytes.count, start + 10) {
      if bytes[index] == UInt8(ascii: ";") { return index }
      guard bytes[index].isASCIILetter || bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: "#")
      else {
        return start
      }
      index += 1
    }
    return start
  }
}

/// A set of hashes that is asked often: a table of fixed size, open addressing.
struct HashSet64 {
  private var slots: [UInt64]
  private let mask: Int
  private(set) var count = 0

  /// How many it holds at most.
  var mostHashes: Int { slots.count / 2 }

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds a hash; false if it was there.
  @discardableResult
  mutating func insert(_ hash: UInt64) -> Bool {
    let hash = hash | 1
    var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & mask
    }
    // A full table takes no more; it is made for what goes in.
    guard count < mostHashes else { return true }
    slots[slot] = hash
    count += 1
    return true
  }

  func contains(_ hash: UInt64) -> Bool {
    let hash = hash | 1
    var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
