import Copydesk

/// A link that works the page: "Click here to …", "Skip to content", "Print this article", "Page 1 of 3".
enum PageLink: LineRule {
  static let name = "footer.links"
  static let help =
    "A link that works the page: \"Click here to …\", \"Skip to content\", \"Print this article\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    if line.isLabel(labels) { return true }
    guard line.words <= 30, let rest = line.rest(after: openings), rest.first != UInt8(ascii: ",") else {
      return false
    }
    return line.readsAsNotice
  }

  private static let openings = Phrases([
    "click here to", "click here for", "click here if", "tap here to", "tap here for", "click on the",
    "click the link",
    "download our app", "download the app", "download our free", "get the app", "print this ", "email this ",
    "e-mail this ", "skip to ", "back to top", "return to top", "have you got a story", "do you have a story",
    "contact us at", "got a tip", "send us your", "to contact the reporter", "to contact the editor",
    "read the full article here", "read the full story here", "haga clic aquí", "cliquez ici",
    "klicken sie hier", "clique aqui", "clicca qui", "klik hier", "kliknij tutaj", "klikněte zde",
    "klicka här", "klikk her", "нажмите здесь", "buraya tıklayın", "zum seitenanfang", "zum inhalt springen",
    "zur startseite", "direkt zum inhalt", "ir al contenido", "saltar al contenido", "volver arriba",
    "aller au contenu", "retour en haut", "retour à l'accueil", "vai al contenuto", "torna su",
    "pular para o conteúdo", "ir para o conteúdo", "voltar ao topo", "przejdź do treści", "naar de inhoud",
  ])
  private static let labels = WordSet(words: [
    "click here", "print", "print this page", "print this article", "printer-friendly version",
    "skip to content",
    "skip to main content", "skip to navigation", "back to top", "top", "next page", "previous page",
    "next article",
    "previous article", "show more", "load more", "see more", "view more", "show less", "view gallery",
    "see all",
    "view all", "read full article", "read full story",
    "read more here", "menu", "search", "close", "back", "home",
    "contact us",
    "about us", "report a typo", "report an error", "report a correction", "save article", "add to favorites",
    "bookmark", "toggle navigation", "play video", "watch video", "please enable javascript", "go to top",
    "drucken", "artikel drucken", "seite drucken", "als pdf speichern", "mehr anzeigen", "mehr laden",
    "mehr lesen", "alle anzeigen", "schließen", "menü",
    "startseite", "imprimir", "imprimir artículo", "ver más", "ver todo", "cerrar", "ver mais", "fechar",
    "imprimer", "voir plus", "fermer", "rechercher", "mostra altro", "chiudi", "afdrukken", "meer laden",
    "sluiten",
    "zoeken", "drukuj", "zamknij", "szukaj", "strona główna", "vytisknout", "zavřít",
    "skriv ut", "stäng", "tulosta", "sulje", "распечатать", "закрыть", "читать полностью", "yazdır", "kapat",
    "打印", "关闭", "首页", "印刷", "閉じる", "인쇄", "닫기",
  ])
}
