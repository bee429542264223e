/// The words of date lines, in the languages most scraped: English, German, French, Spanish, Italian,
/// Portuguese, Dutch; months of Russian and Arabic, too.
package enum DateWords {
  static let published = WordSet(
    """
    published posted date publicado publicada veröffentlicht publié publie pubblicato gepubliceerd released created
    issued dated erstellt опубликовано نشر
    """)
  static let updated = WordSet(
    "updated modified actualizado actualizada aktualisiert aggiornato bijgewerkt revised edited mis atualizado atualizada stand обновлено تحديث"
  )
  static let fillers = WordSet(
    "on at first last originally el am um le il the a à jour de las op t uhr em às alle story article and date time of в г года"
  )
  static let of = WordSet("of de")
  static let ordinals = WordSet("st nd rd th er º")
  static let hourWords = WordSet("uhr hrs hours h et ct pt local time")
  package static let weekdays = WordSet(
    """
    mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    понедельник вторник среда четверг пятница суббота воскресенье
    """)
  static let months = [
    "jan january januar janvier enero gennaio janeiro jänner januari января يناير",
    "feb february februar février febrero febbraio fevereiro февраля فبراير",
    "mar march märz mars marzo março maart mär марта مارس",
    "apr april avril abril aprile avr апреля أبريل ابريل",
    "may mai mayo maggio maio mei мая مايو", "jun june juni juin junio giugno junho июня يونيو",
    "jul july juli juillet julio luglio julho juil июля يوليو",
    "aug august août agosto ago augustus августа أغسطس اغسطس",
    "sep sept september septembre septiembre settembre setembro сентября سبتمبر",
    "oct october oktober octobre octubre ottobre outubro okt октября أكتوبر اكتوبر",
    "nov november novembre noviembre novembro ноября نوفمبر",
    "dec december dezember décembre diciembre dicembre dezembro dez déc dic декабря ديسمبر",
  ].map { WordSet($0) }
}
