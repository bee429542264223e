import Copydesk

/// "Tags: water, rivers", "Filed under: World".
enum TagList: LineRule {
  static let name = "footer.tags"
  static let help = "The topics of the story: \"Tags: water, rivers\", \"Filed under: World\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 40, line.ending != .stop, let rest = line.rest(after: labels) else { return false }
    let mark = rest.first { $0 != 0x20 }
    if mark == nil { return line.ending == .colon }
    return mark == UInt8(ascii: ":") && line.readsAsNotice
  }

  private static let labels = Phrases([
    "tags", "tag", "tagged", "topics", "filed under", "posted in", "categories", "category", "keywords",
    "filed in",
    "etiquetas", "schlagwörter", "schlagworte", "mots-clés", "mots clés", "tagged with", "stichworte",
    "stichwörter", "kategorien", "categorías", "categoría",
    "palabras clave", "categorias", "palavras-chave", "catégories", "catégorie", "etichette", "categorie",
    "trefwoorden", "tagi", "słowa kluczowe",
    "kategorie wpisu", "štítky", "etiketter", "emneord", "avainsanat", "etichete", "címkék",
    "ετικέτες", "теги", "метки", "рубрики", "теґи", "etiketler", "标签", "标籤", "タグ", "태그", "الوسوم",
    "كلمات دلالية",
    "more on these topics",
  ])
}
