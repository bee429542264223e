import Copydesk

/// The heading of the readers' comments or of the form for one: "Comments (12)", "Leave a reply".
enum CommentsLabel: LineRule {
  static let name = "footer.comments"
  static let help =
    "The heading of readers' comments, or of the form for one: \"Comments (12)\", \"Leave a reply\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 8, line.ending != .stop else { return false }
    return line.isLabel(labels) || isCount(line.bare)
  }

  /// The same for a short text in lower case.
  static func covers(folded: [UInt8]) -> Bool {
    folded.withUnsafeBufferPointer(labels.contains) || isCount(folded[...])
  }

  /// "12 comments", "comments (12", "1 comment".
  private static func isCount(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.contains(where: isOfNumber) else { return false }
    let letters = line.filter { !isOfNumber($0) }
    let word = letters.drop { $0 == 0x20 }
    let end = word.lastIndex { $0 != 0x20 } ?? word.startIndex
    return word[word.startIndex..<min(end + 1, word.endIndex)].withUnsafeBufferPointer(counted.contains)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",")
  }

  private static let labels = WordSet(words: [
    "comments", "comment", "leave a comment", "leave a reply", "post a comment", "add a comment",
    "no comments",
    "no comments yet", "view comments", "view all comments", "show comments", "hide comments",
    "read comments",
    "reader comments", "be the first to comment", "have your say", "join the conversation",
    "join the discussion",
    "comments are closed", "write a comment", "cancel reply", "log in to comment", "log in to reply", "reply",
    "your email address will not be published", "comentarios", "deja un comentario", "commentaires",
    "laisser un commentaire", "kommentare", "kommentar schreiben", "commenti", "comentários", "reacties",
    "deja una respuesta", "deje un comentario", "dejar un comentario", "deja tu comentario",
    "cancelar respuesta", "escribe un comentario", "ver comentarios", "sin comentarios",
    "deixe um comentário", "deixe uma resposta", "deixe seu comentário", "cancelar resposta",
    "ver comentários", "nenhum comentário", "laissez un commentaire", "laisser une réponse",
    "annuler la réponse", "ajouter un commentaire", "aucun commentaire",
    "kommentar verfassen", "kommentar hinterlassen", "kommentar abgeben", "hinterlasse einen kommentar",
    "hinterlassen sie einen kommentar", "schreibe einen kommentar", "schreiben sie einen kommentar",
    "antworten abbrechen", "antwort abbrechen", "keine kommentare", "zu den kommentaren",
    "kommentare anzeigen", "lascia un commento", "lascia una risposta", "annulla risposta", "nessun commento",
    "geef een reactie", "plaats een reactie", "laat een reactie achter", "geen reacties", "komentarze",
    "dodaj komentarz", "skomentuj", "zostaw komentarz", "brak komentarzy",
    "anuluj pisanie odpowiedzi", "komentáře", "komentáre", "přidat komentář", "napsat komentář",
    "kommentarer", "lämna ett svar", "lämna en kommentar", "legg igjen en kommentar", "skriv en kommentar",
    "kommentit", "kommentoi", "lasă un comentariu", "lasă un răspuns", "hozzászólások",
    "szólj hozzá", "σχόλια", "αφήστε ένα σχόλιο", "комментарии", "оставить комментарий",
    "добавить комментарий", "коментарі", "залишити коментар", "yorumlar", "yorum yaz", "yorum yap",
    "komentar", "tinggalkan komentar", "tinggalkan balasan", "bình luận", "viết bình luận", "评论", "发表评论",
    "添加评论", "コメント", "コメントを残す", "コメントする", "댓글", "댓글 남기기", "التعليقات", "اترك تعليقا", "اترك تعليقاً",
    "أضف تعليق", "टिप्पणी करें",
  ])
  private static let counted = WordSet(words: [
    "comment", "comments", "reader comments", "view comments", "comentarios", "commentaires", "kommentare",
    "kommentar", "comentario", "comentário", "comentários", "commentaire", "commento", "commenti", "reactie",
    "reacties", "komentarz", "komentarze", "komentarzy", "komentáře", "komentářů", "kommentarer", "kommentit",
    "комментарии", "комментариев", "комментария", "комментарий", "коментарі", "коментарів", "评论", "コメント",
    "댓글",
    "shares",
    "show comments", "replies", "responses",
  ])
}
