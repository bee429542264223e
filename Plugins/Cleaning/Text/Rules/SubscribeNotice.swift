import Copydesk

/// An invitation to sign up, subscribe or log in.
enum SubscribeNotice: LineRule {
  static let name = "footer.subscribe"
  static let help = "An invitation to sign up, subscribe or log in."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    if line.isLabel(labels) { return true }
    if line.words <= 40, line.rest(after: abroad) != nil {
      return line.hasWord(in: subject) && !line.isToldAbroad
    }
    guard line.words <= 40, let rest = line.rest(after: openings), rest.first != UInt8(ascii: ",") else {
      return false
    }
    return line.readsAsNotice
  }

  private static let openings = Phrases([
    "sign up for our", "sign up for the", "sign up to our", "sign up to the", "sign up for free",
    "sign up here",
    "sign up now", "sign up today", "sign up to receive", "sign up to get", "subscribe to our",
    "subscribe now",
    "subscribe today", "subscribe here", "subscribe for", "subscribe to the", "subscribe to get",
    "get our newsletter",
    "get the latest news", "get our daily", "get breaking news", "join our newsletter",
    "join our mailing list",
    "enter your email", "enter your e-mail", "already a subscriber", "already have an account",
    "already registered",
    "to continue reading, ", "to read the full story, ", "to view the full story, ",
    "to read the rest of this", "create a free account",
    "you have reached your limit of",
    "support our journalism", "become a member", "newsletter abonnieren", "newsletter bestellen",
    "jetzt newsletter", "zapraszamy do subskrypcji",
    "zapraszamy też do subskrypcji",
  ])
  /// Openings that sentences have, too: what is subscribed to must be named.
  private static let abroad = Phrases([
    "suscríbete", "suscríbase", "regístrate", "recibe nuestras", "únete a nuestro", "únete al canal",
    "únase a nuestro", "assine ",
    "receba ", "entre no nosso", "participe do canal", "inscreva-se", "inscrivez-vous", "abonnez-vous",
    "recevez notre", "recevez nos",
    "abonnieren sie", "abonniere ", "melden sie sich für", "melde dich für", "hier abonnieren", "iscriviti",
    "abbonati",
    "schrijf je in", "meld je aan", "abonneer je", "zapisz się", "zasubskrybuj", "přihlaste se",
    "prenumerera på", "abonner på",
    "tilmeld dig", "tilaa ", "abonează-te", "iratkozz", "подписывайтесь", "подпишитесь", "підписуйтесь",
    "підпишіться",
    "abone ol", "đăng ký nhận", "اشترك في",
  ])
  private static let subject = WordSet(
    """
    newsletter newsletters newslettera newsletterze boletín boletines boletim infolettre nieuwsbrief nyhetsbrev nyhedsbrev
    nyhetsbrevet nyhedsbrevet uutiskirje uutiskirjeen hírlevél hírlevelünkre рассылку розсилку канал телеграм телеграмі bülten
    bültenimize telegram whatsapp youtube النشرة البريدية
    """)
  private static let labels = WordSet(words: [
    "subscribe", "sign up", "sign in", "log in", "login", "register", "newsletter", "newsletters",
    "newsletter sign up",
    "newsletter signup", "sign up for our newsletter", "my account", "your email", "your email address",
    "email address", "subscribe now", "e-mail newsletter", "suscribirse", "s'abonner", "anmelden",
    "suscríbete", "suscríbase", "iniciar sesión", "ingresar", "assinar", "assine", "entrar", "cadastre-se",
    "s'inscrire", "se connecter", "abonnez-vous", "einloggen", "jetzt abonnieren", "jetzt anmelden",
    "registrieren", "newsletter abonnieren", "accedi", "abbonati", "iscriviti", "inloggen", "aanmelden",
    "zaloguj się", "zapisz się", "přihlásit se", "logga in", "logg inn", "log ind", "kirjaudu", "prenumerera",
    "войти", "подписаться", "увійти", "підписатися", "giriş yap", "üye ol", "đăng nhập", "đăng ký", "登录",
    "注册", "登入", "ログイン", "로그인", "تسجيل الدخول",
    "abonnieren",
  ])
}
