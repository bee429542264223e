/// The shingles of a text: every run of *n* words as a hash, in the order of the text.
///
/// Two texts are compared by the sets of their shingles (A. Z. Broder: On the resemblance and containment of
/// documents, 1997). A text of fewer words than a shingle has is one shingle.
struct Shingles {
  /// The hashes, one for each word at which a shingle starts.
  private(set) var hashes: [UInt64] = []

  /// Makes the shingles of words.
  /// - Complexity: O(*words*).
  init(_ words: [UInt64], length: Int) {
    guard !words.isEmpty else { return }
    let length = min(length, words.count)
    hashes.reserveCapacity(words.count - length + 1)
    // A polynomial over the words' hashes, modulo 2⁶⁴, so that a step is one word out and one in.
    let base: UInt64 = 0xE703_7ED1_A0B4_28DB
    var top: UInt64 = 1
    for _ in 1..<length { top &*= base }
    var sum: UInt64 = 0
    for word in words[..<length] { sum = sum &* base &+ Self.mixed(word) }
    hashes.append(Self.mixed(sum))
    for index in length..<words.count {
      sum = (sum &- Self.mixed(words[index - length]) &* top) &* base &+ Self.mixed(words[index])
      hashes.append(Self.mixed(sum))
    }
  }

  /// Spreads the bits (the finaliser of MurmurHash3; A. Appleby, 2011).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }
}
