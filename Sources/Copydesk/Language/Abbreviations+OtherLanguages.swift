extension Abbreviations {
  /// The abbreviations of a language other than English, by what may follow them.
  struct Lists {
    /// Something follows: the period never ends a sentence.
    let inner: WordSet
    /// The same before a number; without one the word is no abbreviation.
    let numeric: WordSet
    /// May end a sentence: only what follows tells.
    let open: WordSet
    fileprivate let all: String

    init(inner: String, numeric: String, open: String) {
      self.inner = WordSet(inner)
      self.numeric = WordSet(numeric)
      self.open = WordSet(open)
      all = [inner, numeric, open].joined(separator: " ")
    }
  }

  /// Those of a language.
  static func lists(of language: ProseLanguage) -> Lists {
    switch language {
    case .german: german
    case .spanish: spanish
    case .french: french
    case .italian: italian
    case .portuguese: portuguese
    case .dutch: dutch
    }
  }

  private static let german = Lists(
    inner: """
      hr hrn fr frl dipl ing bzw ca evtl ggf inkl zzgl exkl sog bes insb vgl zt geb verh gest phil jur med rer nat habil
      doz max mind gegr ehem einschl jährl tägl hl priv stellv gen dr prof st u.a z.b d.h
      """,
    numeric: "nr nrn art abs kap bd hs ziff tel s jan feb mär apr jun jul aug sep sept okt nov dez ab",
    open: "usw usf etc mio mrd tsd jh jhd jhs chr str min sek std abt co tel stk ev verl")

  private static let spanish = Lists(
    inner: """
      sr sra sres srta sras dr dra dres dña avda av pza gral ing lic arq excmo excma ilmo ilma rvdo sto sta prof profa
      dpto depto aprox ej admón pdte
      """,
    numeric: "núm num nro no pág págs art arts cap vol tel tfno km", open: "etc cía cia ltda izq dcha")

  private static let french = Lists(
    inner: "mm mgr ste sts bd bld boul av apr env cf dr me st",
    numeric: "art arts chap p pp no n vol tél fig al", open: "etc cie")

  private static let italian = Lists(
    inner: "sig sigg dott ing avv arch geom mons gen dr prof rag",
    numeric: "art artt pag pagg cap tel n nn vol fig", open: "ecc etc")

  private static let portuguese = Lists(
    inner: "sr sra srs sras srta dr dra drs profa prof eng arq exmo exma av trav aprox séc",
    numeric: "pág págs art arts nº núm tel vol fig", open: "etc ltda cia")

  private static let dutch = Lists(
    inner: "dhr mevr mw drs ir bijv bv incl excl resp ca vgl dr prof",
    numeric: "blz nr nrs art tel jl fig", open: "enz etc mln mld")

  /// Those of all these languages: most words before a period are none of them.
  static let ofOtherLanguages = WordSet(
    ProseLanguage.allCases.map { lists(of: $0).all }.joined(separator: " "))

  /// German words with which an ordinal stands: "3. Oktober", "1. Stock".
  static let germanMonths = WordSet(
    """
    januar jänner februar feber märz april mai juni juli august september oktober november dezember jan feb mär apr jun
    jul aug sep sept okt nov dez
    """)
  /// What is counted so without an article before the number.
  static let germanCounted = WordSet(
    """
    fc fsv ffc sc fcn bundesliga liga mannschaft bürgermeister bürgermeisterin vorsitzender vorsitzende stock etage og
    jahrhundert mal weltkrieg halbzeit runde spieltag minute klasse kammer senat strafsenat zivilsenat advent lesung
    auflage generation geburtstag jahrestag quartal halbjahr
    """)
  /// What stands before the number of an ordinal.
  static let germanArticles = WordSet(
    """
    der die das den dem des im am zum zur vom beim ins ein eine einem einen einer seinem seinen seiner seine ihrem ihren
    ihrer ihre unserem unseren jeder jede jedes jedem jeden dieser dieses diesem diesen als
    """)
  /// What joins two ordinals: "am 4. und 5. Stock".
  static let germanJoins = WordSet("und oder bis sowie , – -")
}
