import Copydesk

/// An invitation to sign up, subscribe or log in.
enum SubscribeNotice: LineRule {
  static let name = "footer.subscribe"
  static let help = "An invitation to sign up, subscribe or log in."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    if line.isLabel(labels) { return true }
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
    "to continue reading, ", "to read the full story, ", "create a free account",
    "you have reached your limit of",
    "support our journalism", "become a member", "suscríbete", "suscríbase", "regístrate", "inscrivez-vous à",
    "abonnez-vous", "abonnieren sie", "newsletter abonnieren", "iscriviti alla", "inscreva-se",
    "schrijf je in", "suscríbete a", "suscríbase a", "recibe nuestras noticias", "únete a nuestro canal",
    "únete al canal", "únete a nuestro grupo", "únase a nuestro", "assine nossa newsletter",
    "receba nossas notícias", "receba as principais notícias", "entre no nosso canal", "participe do canal",
    "recevez notre", "recevez nos", "inscrivez-vous gratuitement", "abonniere unseren newsletter",
    "abonnieren sie unseren", "melden sie sich für unseren", "melde dich für unseren", "newsletter bestellen",
    "jetzt abonnieren", "jetzt newsletter", "hier abonnieren", "iscriviti al", "abbonati a",
    "meld je aan voor", "abonneer je", "zapisz się na", "zapisz się do", "zapraszamy do subskrypcji",
    "zapraszamy też do subskrypcji", "zasubskrybuj", "přihlaste se k odběru", "prenumerera på", "abonner på",
    "tilmeld dig", "tilaa uutiskirje", "abonează-te", "iratkozzon fel", "iratkozz fel", "подписывайтесь на",
    "подпишитесь на", "підписуйтесь на", "підпишіться на", "bültenimize", "bültene abone", "đăng ký nhận",
    "اشترك في", "订阅我们", "ニュースレターに",
  ])
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
