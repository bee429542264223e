import Copydesk

/// Words that turn what a headline says into its opposite: "not guilty", "votes against", "shares fall".
///
/// Two headlines of which one has such a word and the other has not tell different stories, however much else they have
/// in common. The words are kept as hashes of their stems, as ``HeadlineWords`` keeps those of a headline.
enum TurningWords {
  /// Whether the words that only one of two headlines has make the opposite of the other.
  /// - Parameters:
  ///   - left: the words that only the one has.
  ///   - right: those that only the other has.
  static func divide(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    if (left + right).contains(where: numbers.contains) { return true }
    // "does not have" and "has no" deny both.
    if left.count(where: denials.contains) != right.count(where: denials.contains) { return true }
    func has(_ words: [UInt32], _ set: Set<UInt32>) -> Bool { words.contains(where: set.contains) }
    return has(left, rising) && has(right, falling) || has(left, falling) && has(right, rising)
  }

  /// Words that deny: one of these more or less is the contrary.
  private static let denials = hashes(
    """
    not no nor never none neither nobody nothing cannot cant wont dont doesnt didnt isnt arent wasnt werent hasnt havent
    hadnt wouldnt couldnt shouldnt mustnt neednt aint without against anti unlikely unsafe unlawful illegal unable
    impossible unconstitutional unfit untrue denies deny denied refuses refused fails failed off out before

    nicht kein keine keinen keinem keiner keines nie niemals nein ohne gegen weder niemand nichts
    pas non jamais sans contre aucun aucune rien personne ni
    no nunca jamás sin contra ningún ninguna ninguno nada não nem sem mai senza contro nessun nessuno nessuna niente né
    niet geen nooit zonder tegen niemand inte ingen inga aldrig utan mot ikke intet aldri uden uten imod ei eivät eikä
    ilman vastaan nie bez przeciw przeciwko nikt ne není nebude nejsou proti nikdo nem sem nincs nélkül ellen nu fără
    împotriva değil yok hayır karşı

    не нет без против ни никогда никто ничего нельзя ні немає проти ніколи няма без срещу δεν όχι χωρίς μην κατά
    لا لم لن ليس ليست بدون ضد غير לא אין בלי ללא נגד नहीं बिना خلاف نہیں 不 没 沒 無 无 未 非 否 안 못
    """)

  /// Numbers that are written out.
  private static let numbers = hashes(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million billion
    dozen dozens second third fourth fifth half double triple twice
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf deux trois quatre cinq sept huit neuf dix dos tres cuatro
    cinco siete ocho nueve diez due quattro cinque sette otto nove dieci
    """)

  private static let rising = hashes(
    """
    up yes above more higher high rise rises rising rose gain gains gained climb climbs climbed jump
    jumps jumped soar soars soared surge surges surged increase increases increased grow grows grew raise raises raised
    win wins won accept accepts accepted approve approves approved back backs backed support supports supported pass
    passes passed agree agrees agreed allow allows allowed lift lifts lifted open opens opened reopen reopens reopened
    start starts started join joins joined enter enters buy buys guilty convicted safe alive survives keep keeps stay
    stays hire hires upholds likely legal lawful better strong stronger first best
    north northern east eastern man men boy boys father husband son brother
    ja hoch mehr höher steigt steigen oui plus hausse monte sí más sube suben favor più sale sì да
    """)

  private static let falling = hashes(
    """
    down below less fewer lower low fall falls falling fell drop drops dropped decline declines declined sink
    sinks sank slump slumps slumped slide slides plunge plunges plunged decrease decreases cut cuts shrink shrinks lose
    loses lost reject rejects rejected refuse oppose opposes opposed block blocks blocked disagree disagrees ban bans
    banned close closes closed shut shuts stop stops stopped end ends ended quit quits leave leaves left sell sells sold
    innocent acquitted cleared dead dies killed scrap scraps scrapped fire fires overturns worse weak weaker last
    worst
    south southern west western woman women girl girls mother wife daughter sister
    runter weniger niedriger sinkt sinken fällt fallen moins baisse chute menos baja bajan meno scende нет
    """)

  private static func hashes(_ list: String) -> Set<UInt32> {
    Set(
      list.split(whereSeparator: \.isWhitespace).map { word in
        Array(word.utf8).withUnsafeBufferPointer {
          UInt32(truncatingIfNeeded: StableHash.of(HeadlineWords.stem($0)))
        }
      })
  }
}
