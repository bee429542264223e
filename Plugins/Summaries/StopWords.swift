import Copydesk

/// Words that say nothing of what a text is about.
enum StopWords {
  static let english = WordSet(
    """
    a about above after again against all also although am among an and another any are around as at be because been
    before being below between both but by can could did do does doing don't down during each either else even ever
    every few for from further get got had has have having he he's her here hers herself him himself his how however i
    if in into is isn't it it's its itself just last least less let like made make many may me might more most much
    must my myself neither never new next no nor not now of off often on once one only onto or other our ours ourselves
    out over own per said same say says she should since so some still such than that that's the their theirs them
    themselves then there there's these they they're this those though through to told too toward two under until up
    upon us very was wasn't way we were what when where whether which while who whom whose why will with within without
    won't would yet you your yours yourself mr mrs ms dr
    """)
}

/// Brings the forms of an English word to one key.
enum Stem {
  /// The hash of the word's stem: lower case, without the `s`, `es`, `ed` and `ing` of its ending. Crude, and
  /// enough to see that two sentences speak of the same thing.
  static func key(_ word: UnsafeBufferPointer<UInt8>, _ folded: inout [UInt8]) -> UInt64 {
    folded.removeAll(keepingCapacity: true)
    CaseFolding.fold(word, into: &folded)
    cut(&folded)
    return StableHash.of(folded)
  }

  private static func cut(_ word: inout [UInt8]) {
    func ends(_ suffix: StaticString) -> Bool {
      word.count >= suffix.utf8CodeUnitCount + 3
        && suffix.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
    }
    if ends("ies") {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if ends("ing") {
      word.removeLast(3)
    } else if ends("ed") || ends("es") {
      word.removeLast(2)
    } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
      word.removeLast()
    }
    if ends("e") { word.removeLast() }
  }
}
