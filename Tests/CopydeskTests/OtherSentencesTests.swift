import Copydesk
import Testing

/// Sentences of languages other than English, with `|` where one must end.
@Suite struct OtherSentencesTests {
  private func check(_ marked: String) {
    let text = Text(marked.replacing("|", with: ""))
    let wanted = marked.split(separator: "|").map { $0.trimmed }
    #expect(text.sentences.map { text[$0.span] } == wanted)
  }

  @Test(arguments: [
    "Das Fest beginnt am 3. Oktober um 10 Uhr und dauert bis zum Abend.| Am 4. und 5. Oktober folgen Konzerte.",
    "Der Papst hat im 1. Stock des Rathauses übernachtet.| Der Bau ist aus dem 14. Jahrhundert.",
    "Die Firma liefert ca. 300 Anlagen, d. h. fast eine je Tag, an die Kunden.| Das ist viel.",
    "Sie wurde von Prof. Dr. Lübbers gegründet, u. a. mit Geld der Stadt.| Es gibt z. B. Fähren und u. a. Boote.",
    "Der Bau kostet ca. 4 Mio. Euro bzw. 12 Prozent mehr als geplant, sagte Hr. Möller.| Das ist zu viel.",
    "Der Schaden beträgt rund 4 Mio.| Die Feuerwehr war mit der ganzen Stadt im Einsatz.",
    "Es gab Brot, Käse usw.| Die Leute waren mit dem Fest zufrieden.",
    "Der Sender steht in der Hauptstr. 14 und in der Ringstr. Nord, nach Abs. 3 und Nr. 7.| Das ist nicht neu.",
    "Er kam am 5. 10. 2024 in die Stadt.| Das war für ihn neu.",
    "Die Kirche ist Johannes Paul II. Heimat und der Stadt Stolz.| Unter Wilhelm II.| Der Bau wurde nie fertig.",
    "Der 1. FC Altmoor hat mit dem neuen Trainer gewonnen.| Es war nicht der 3. Sieg.",
  ])
  func germanAbbreviationsAndOrdinalsEndNoSentence(_ marked: String) { check(marked) }

  @Test(arguments: [
    "Der Club hat mit 3 zu 1 gewonnen, der andere mit 2 zu 1.| Trainer Pell war zufrieden.",
    "Er ist 45.| Kinder hat er nicht.| Seine Frau ist die Tochter von einem Richter, das ist eine Art.| Mehr nicht.",
    "Der Wind hat in der Nacht 80 km/h.| Deshalb ist der Park zu und das Fest nicht im Freien.",
    "Die Karten kosten von 10 bis 12.| Schüler zahlen die Hälfte.",
    "Die Zahl der Toten ist auf 14 gestiegen, die der Verletzten auf 30.| Das hat die Polizei mitgeteilt.",
  ])
  func germanNumbersAndWordsAtAnEndStillEndOne(_ marked: String) { check(marked) }

  @Test(arguments: [
    "El Sr. Gómez y la Sra. Ruiz viajarán a EE. UU. el lunes para firmar.| La planta no es de ellos.",
    "La Avda. Sevilla, núm. 14, es del s. XX según el comité.| El presidente de CC. OO. Pedro Ruiz dijo que no.",
    "Vendió aceite a los EE. UU.| El gobierno no lo sabe.",
    "Trabaja para Aceites del Sur S.A.| La empresa no es grande.| El director es J.R. De la Fuente y no lo sabe.",
  ])
  func spanishAbbreviationsEndNoSentence(_ marked: String) { check(marked) }

  @Test(arguments: [
    "L'art. 12 de la loi prévoit une amende pour les clubs.| Le club a battu l'A. S. Monaco par trois buts.",
    "Selon MM. Leroy et Dupont, le bd. Voltaire est dans la ville.| Il n'est pas loin.",
    "Il y a des œuvres d'art.| Le musée est dans la ville avec les autres.| C’est selon l’art. 7 de la loi.",
  ])
  func frenchAbbreviationsEndNoSentence(_ marked: String) { check(marked) }

  @Test(arguments: [
    "Il sig. Rossi e il dott. Bianchi non sono nella città, secondo l'art. 7 della legge.| Il sindaco non c'è.",
    "O Sr. Silva e a Sra. Costa não estão na Av. Paulista, pág. 7, para o dia.| O dia é de sol.",
    "De heer zei dat dhr. Jansen en mevr. De Vries niet in het huis zijn, bijv. Piet.| Het is 3 mln. Euro.",
  ])
  func italianPortugueseAndDutchAbbreviationsEndNoSentence(_ marked: String) { check(marked) }

  @Test(arguments: [
    "The vote is on the 3.| October is the month of the fair and that of the river.",
    "He had a mind for art.| Ruiz was the first.| It rose to 12.| Mayor Pell was pleased with the result.",
    "She went to the bd.| Paris was the place.| The max.| Nobody knew of that.",
    "The band played with the a.| Then it went home with all of its things.",
  ])
  func englishIsReadAsBefore(_ marked: String) { check(marked) }
}
