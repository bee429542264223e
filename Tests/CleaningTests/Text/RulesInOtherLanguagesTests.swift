import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Notices are notices in every language that news is written in.
struct RulesInOtherLanguagesTests {
  @Test(arguments: [
    ("Lea más: El puerto aplaza la obra hasta marzo", "footer.related"),
    ("PUEDES VER: Qué es la junta del puerto", "footer.related"),
    ("Auch interessant: Wie die Glocke gefunden wurde", "footer.related"),
    ("Das könnte Sie auch interessieren", "footer.related"),
    ("Leia também: Porto adia obra para março", "footer.related"),
    ("Leggi anche: La campana ritrovata", "footer.related"),
    ("Lees ook: De bel van de veerboot", "footer.related"),
    ("Czytaj też: Dzwon z promu odnaleziony", "footer.related"),
    ("Läs också: Klockan från färjan", "footer.related"),
    ("Читайте также: Колокол парома найден", "footer.related"),
    ("Baca juga: Lonceng feri ditemukan", "footer.related"), ("関連記事", "footer.related"),
    ("相关阅读", "footer.related"), ("यह भी पढ़ें", "footer.related"),
    ("Jetzt abonnieren", "footer.subscribe"), ("Zapraszamy do subskrypcji", "footer.subscribe"),
    ("Artikel teilen", "footer.share"), ("Udostępnij", "footer.share"), ("Поделиться", "footer.share"),
    ("分享", "footer.share"), ("Seguici su Facebook", "footer.follow"),
    ("Følg os her på Facebook og Instagram", "footer.follow"),
    ("Folgen Sie uns auf Facebook und sehen Sie, was im Hafen passiert!", "footer.follow"),
    ("Подписывайтесь на канал \"Вести порта\" в Telegram", "footer.follow"),
    ("Abonnieren Sie unseren Newsletter „Hafenpost“!", "footer.subscribe"),
    ("Deja un comentario", "footer.comments"), ("Schreibe einen Kommentar", "footer.comments"),
    ("Dodaj komentarz", "footer.comments"), ("12 Kommentare", "footer.comments"),
    ("Комментарии (12)", "footer.comments"), ("コメントを残す", "footer.comments"),
    ("Wszelkie prawa zastrzeżone", "footer.copyright"), ("Все права защищены.", "footer.copyright"),
    ("Schlagwörter: Hafen, Fähre", "footer.tags"), ("Теги: порт, паром", "footer.tags"),
    ("Bildquelle: Hafenamt", "caption.credit"), ("Foto: Hafenamt", "caption.credit"),
    ("Continua após a publicidade", "advertisement"), ("广告", "advertisement"),
    ("Zum Seitenanfang", "footer.links"), ("Volver arriba", "footer.links"),
    ("Alle Cookies akzeptieren", "notice.cookies"),
    (
      "Diese Website nutzt Cookies, um Ihnen mehr zu bieten. Mit Ihrer Zustimmung wird gezählt.",
      "notice.cookies"
    ),
  ])
  func noticesGo(line: String, rule: String) throws {
    let document = try run(Clean.self, on: Document(around(line)))
    #expect(rules(document) == [rule])
    #expect(document.text.lines.filter { !$0.isBlank }.count == 2)
  }

  @Test(arguments: [
    "Mira el puerto desde la ventana, dijo ella, y verás que nada ha cambiado en once años.",
    "Lea más despacio, pidió el maestro a los alumnos, que tenían prisa por llegar al final.",
    "Auch interessant fand der Rat den zweiten Plan, der nur halb so viel kosten soll wie der erste.",
    "Mehr Themen standen an diesem Abend nicht auf der Liste, und so gingen alle früh nach Hause.",
    "Teilen wollte die Beute keiner der drei Fischer, die den Schatz im April gefunden hatten.",
    "Kommentare wollte der Bürgermeister am Montag nicht abgeben, und er ging durch die Hintertür.",
    "Alle Cookies akzeptieren wolle er nie wieder, sagte der Richter, und er lachte dabei.",
    "Zurück im Hafen zählte der Kapitän seine Leute, und es fehlte zum Glück kein einziger.",
    "Reklama w porcie przyniosła w zeszłym roku mniej pieniędzy niż rok wcześniej, podał zarząd.",
    "По теме порта высказались все, кто был в зале, и заседание затянулось до полуночи.",
    "Responder a todas las cartas le llevó al alcalde once años, según cuenta su hija.",
    "Следите за состоянием здоровья, советуют врачи пожилым людям в жаркие дни июля.",
    "Следите за температурой воды: в июле она поднялась до двадцати шести градусов.",
    "Folgen Sie meinem Rat, bat der Arzt die Leute im Hafen, und gehen Sie nicht ins Wasser.",
    "Siga o dinheiro foi o lema da comissão durante os onze meses do inquérito.",
    "اشترك في الهجوم ثلاثة مسلحين قتلوا قبل وصول الشرطة إلى الميناء.",
    "Recevez nos condoléances, a écrit le président aux familles des marins disparus.",
    "Suscríbase a la tesis de la junta quien quiera, porque el puerto no se mueve de ahí.",
    "Iscriviti al partito o resta fuori, gli avrebbe risposto il sindaco del porto.",
    "Zapisz się do partii, poradził mu ojciec, i nie pytaj mnie więcej o port.",
    "Cliquez pour voter : la formule a séduit la mairie, qui la garde pour l'an prochain.",
    "Haz clic en Configuración y elige la hora de salida, explica el manual del puerto.",
    "Crédito: el banco central sube los tipos otra vez, y el puerto aplaza la obra.",
    "Themen: Klima, Verkehr und Wohnen bestimmen den Wahlkampf in der Stadt am Hafen.",
    "Temas: la junta hablará de la sequía, del precio del agua y del viejo puerto.",
    "Mira: eso no tiene arreglo y tú lo sabes, le dijo el capitán a su hija.",
    "Следите за нами в Telegram, сказал капитан, и поднял якорь.",
    "Подписывайтесь на наш канал в Telegram, сказал капитан журналистам на причале.",
    "Стежте за нами у Telegram, сказав капітан, і підняв якір.",
    "Sledujte nás na Facebook, řekl kapitán lidem na molu, a odplul.",
    "Följ oss på Facebook, sade kaptenen till dem som stod kvar på kajen.",
    "Suivez l'exemple de WhatsApp, a déclaré le maire aux pêcheurs du port.",
    "Kövess minket a Facebook oldalán, mondta a kapitány, és elindult.",
    "Urmăriți-ne pe Facebook, a spus căpitanul celor rămași pe mal.",
    "Ikuti kami di Instagram, ujar kapten kepada warga di dermaga.",
    "Abonnieren Sie den Newsletter des Hafens, sagte der Kapitän, dann wissen Sie mehr.",
    "Inscreva-se no canal do YouTube, disse o comandante aos pescadores do porto.",
    "Zapisz się na newsletter, powiedział kapitan, i nie pytaj mnie więcej o port.",
    "Abone ol YouTube kanalına, dedi kaptan iskelede bekleyen çocuğa.",
    "Мы добиваемся того, чтобы все права защищены",
    "Foto und Film seien verboten, hieß es am Eingang, und daran hielten sich an dem Abend alle.",
  ])
  func sentencesThatBeginLikeThemStay(line: String) throws {
    let source = around(line)
    let document = try run(Clean.self, on: Document(source))
    #expect(document.text.string.contains(line), "\(rules(document))")
  }
}
