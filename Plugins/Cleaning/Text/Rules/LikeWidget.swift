import Copydesk

/// What a blog engine's "like" button leaves behind: "Like this:", "Like Loading...".
enum LikeWidget: LineRule {
  static let name = "footer.like"
  static let help = "What a blog's \"like\" button leaves behind: \"Like this:\", \"Like Loading...\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool { line.isLabel(labels) }

  private static let labels = WordSet(words: [
    "like this", "like loading", "loading", "liked by", "me gusta esto", "me gusta cargando", "j'aime ça",
    "j'aime chargement", "gefällt mir", "gefällt mir wird geladen", "curtir isso", "mi piace caricamento",
  ])
}
