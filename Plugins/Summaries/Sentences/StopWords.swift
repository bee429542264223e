import Copydesk

/// Words that say nothing of what a text is about.
enum StopWords {
  static let english = WordKeys(
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
