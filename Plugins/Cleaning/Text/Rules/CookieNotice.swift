import Copydesk

/// A site's notice about cookies. An article about cookies does not speak to the reader of "our site".
enum CookieNotice: LineRule {
  static let name = "notice.cookies"
  static let help = "A notice about cookies that speaks to the reader of the site."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    if line.isLabel(labels) { return true }
    guard line.words <= 60, line.rest(after: openings) != nil else { return false }
    guard line.words <= 45 ? line.readsAsNotice : !line.folded.contains(UInt8(ascii: "\"")) else {
      return false
    }
    return line.hasWord(in: address) && line.hasWord(in: subject)
  }

  private static let labels = WordSet(words: [
    "accept cookies", "accept all cookies", "accept all", "reject all", "cookie policy", "cookie settings",
    "cookie preferences", "manage cookies", "manage your cookie preferences", "manage cookie preferences",
    "manage preferences", "manage consent", "privacy settings", "cookie notice", "i accept", "i agree",
    "got it", "accept and close", "accept & close", "we use cookies", "this site uses cookies",
    "privacy policy",
    "privacy & cookies policy", "do not sell my personal information", "terms of use", "terms and conditions",
    "terms of service", "this website uses cookies", "alle akzeptieren", "alle cookies akzeptieren",
    "cookies akzeptieren", "datenschutzerklärung",
    "datenschutzeinstellungen", "cookie-einstellungen", "aceptar cookies", "aceptar todas",
    "política de privacidad", "política de cookies",
    "términos y condiciones", "aceitar todos", "política de privacidade",
    "termos de uso", "tout accepter", "politique de confidentialité", "accetta tutti",
    "informativa sulla privacy",
    "alles accepteren", "privacybeleid", "privacyverklaring", "polityka prywatności",
    "zásady ochrany osobních údajů", "godta alle", "hyväksy kaikki", "accept toate",
    "політика конфіденційності", "политика конфиденциальности", "kabul et",
    "gizlilik politikası", "隐私政策", "プライバシーポリシー", "개인정보처리방침",
  ])
  private static let openings = Phrases([
    "we use cookies", "we and our partners", "this site uses cookies", "this website uses cookies",
    "our site uses cookies", "our website uses cookies", "by continuing", "by using this", "by clicking",
    "cookies on", "cookies help us", "to give you the best", "we value your privacy",
    "we care about your privacy",
    "your privacy", "manage your cookie", "manage your privacy", "this page uses cookies", "please accept",
    "utilizamos cookies", "este sitio", "nous utilisons des cookies", "en poursuivant votre navigation",
    "diese website verwendet cookies", "wir verwenden cookies", "diese seite verwendet cookies",
    "questo sito utilizza", "este site utiliza", "usamos cookies", "esta web utiliza", "esta página utiliza",
    "este site usa", "utilizziamo i cookie", "questo sito usa", "ce site utilise",
    "notre site utilise", "wir nutzen cookies", "wir setzen cookies", "unsere website verwendet",
    "unsere website nutzt", "diese website nutzt", "diese website benutzt", "diese webseite verwendet",
    "wij gebruiken cookies", "we gebruiken cookies", "deze website gebruikt", "deze site gebruikt",
    "strona używa", "ta strona używa", "ta strona korzysta", "nasza strona używa", "používáme cookies",
    "tento web používá", "vi använder cookies", "vi bruker cookies", "vi bruger cookies",
    "käytämme evästeitä", "мы используем", "этот сайт использует", "ми використовуємо", "sitemizde",
    "kami menggunakan",
  ])
  /// Words with which a notice speaks to the reader or of itself.
  private static let address = WordSet(
    """
    you your our website site policy consent accept device continuar navegación aceptar vous votre nos sie ihre zu
    utilizza você nuestra nuestro acepta navegando nosso nossa navegar aceita tuoi nostro accetti navigare unsere
    zustimmung onze akkoord nasza zgodę våra oss sivusto наш вашего kabul anda
    """)
  private static let subject = WordSet(
    "cookie cookies privacy consent partners terms datenschutz privacidad privacidade confidentialité evästeitä çerez çerezler куки"
  )
}
