import Copydesk

/// The words of bylines, in the languages most scraped.
enum BylineWords {
  /// Names follow: "by", "von".
  static let by: Set<String> = ["by", "von", "par", "por", "door", "di", "av", "af", "автор:", "كتب:"]

  /// What stands before "by" without changing what it means: "Story by", "Eine Analyse von", "Texte et photos par".
  ///
  /// Not "photos" alone, nor "edited": such a line names somebody else.
  static let leads: Set<String> = [
    "written", "posted", "published", "reported", "submitted", "authored", "story", "text", "words",
    "analysis",
    "article", "exclusive", "opinion", "commentary", "comment", "report", "review", "column", "essay",
    "feature",
    "interview", "special", "blog", "post",
    "artikel", "analyse", "kommentar", "bericht", "reportage", "kolumne", "gastbeitrag", "beitrag",
    "interview",
    "geschrieben", "verfasst", "veröffentlicht", "erstellt", "ein", "eine",
    "écrit", "rédigé", "publié", "texte", "article", "chronique", "un", "une", "recueillis", "propos",
    "escrito", "publicado", "redactado", "texto", "artículo", "análisis",
    "scritto", "pubblicato", "articolo", "escrita", "artigo",
    "geschreven", "geplaatst", "tekst", "skriven", "skrivet", "publicerad", "skrevet", "publisert",
  ]

  /// Names follow where a colon does: "Autor: …", "Text: …".
  static let labels: Set<String> = [
    "by", "von", "par", "por", "door", "di", "author", "authors", "autor", "autora", "autorin", "autoren",
    "autores",
    "auteur", "autore", "auteurs", "autori", "text", "texte", "texto", "testo", "tekst", "teksti", "words",
    "yazan", "yazar", "haber",
    "muhabir", "автор", "авторы", "текст", "redaktör", "kirjoittaja", "författare", "forfatter", "opracował",
    "opracowała",
    "oprac.", "szerző", "penulis",
  ]

  static let joints: Set<String> = [
    "and", "&", "with", "und", "et", "y", "e", "en", "i", "och", "og", "ve", "и", "та", "dan",
  ]
  /// Words that end the names: "in Ferrol", "for The Courier".
  static let ends: Set<String> = [
    "in", "for", "at", "from", "on", "für", "pour", "para", "aus", "voor", "-", "–", "—", "/",
  ]
  static let particles: Set<String> = [
    "de", "del", "della", "der", "den", "van", "von", "zu", "la", "le", "di", "da", "dos", "du", "bin",
    "ibn", "al",
    "el", "ter", "ten", "of", "the", "our", "ap", "ben", "te", "nic",
  ]
  static let agencies: Set<String> = [
    "reuters", "afp", "ap", "dpa", "efe", "ansa", "bloomberg", "pti", "xinhua", "tass", "upi", "apa", "belga",
    "anp", "pap",
    "tt", "ntb", "ritzau", "lusa", "sda", "epd", "kna",
  ]
  static let soleNames = agencies.union([
    "agencies", "staff", "admin", "editor", "newsroom", "editorial", "correspondent",
  ])
  /// What stands between a paper and an agency: "Le Courrier avec AFP".
  static let withAgency: Set<String> = ["with", "avec", "mit", "con", "com", "met", "med", "/"]
  static let roles: Set<String> = [
    "correspondent", "editor", "reporter", "writer", "columnist", "chief", "staff", "journalist",
    "contributor",
    "producer", "analyst",
  ]

  /// First words of lines that may be bylines.
  static let openers = WordSet(
    words: Array(by) + ["by:"] + Array(leads) + labels.map { $0 + ":" } + Array(labels))
  /// Last words of lines that may be.
  static let closers = WordSet(words: Array(agencies))
}
