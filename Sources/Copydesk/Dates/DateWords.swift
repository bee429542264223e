/// The words of date lines, in the languages most scraped: English, German, French, Spanish, Italian, Portuguese, Dutch,
/// Polish, Czech, Swedish, Norwegian and Danish, Finnish, Romanian, Hungarian, Russian, Ukrainian, Turkish, Indonesian;
/// months of Arabic, too.
package enum DateWords {
  static let published = WordSet(
    """
    published posted date publicado publicada veröffentlicht publié publie publiée pubblicato pubblicata gepubliceerd
    released created issued dated erstellt erschienen опубликовано نشر publicerad publicerades publicerat publisert udgivet
    offentliggjort julkaistu opublikowano opublikowane opublikowany publikacji publikováno zveřejněno vydáno yayınlanma
    yayınlandı yayın giriş publicat publicată megjelent опубліковано diterbitkan geplaatst criado creado creato paru parue
    发布时间 發布時間 发布于 公開日 公開日時 掲載日 投稿日 配信日 입력 등록 기사입력 승인
    publication veröffentlichung publicación publicação pubblicazione publicatie publicering
    """)
  static let updated = WordSet(
    """
    updated modified actualizado actualizada aktualisiert aggiornato aggiornata bijgewerkt revised edited mis mise atualizado
    atualizada stand обновлено تحديث uppdaterad uppdaterades uppdaterat oppdatert opdateret päivitetty muokattu
    zaktualizowano zaktualizowany aktualizacja aktualizacji aktualizováno aktualizace güncelleme güncellenme güncellendi
    actualizat actualizată frissítve оновлено diperbarui actualización atualização aggiornamento aktualisierung modifié
    更新日 更新时间 更新時間 最終更新 最終更新日 수정 최종수정 기사수정
    modifiée modifica modificato modificado geändert gewijzigd wijziging amended
    """)
  static let fillers = WordSet(
    """
    on at first last originally el am um le il the a à jour de las op t uhr em às alle story article and date time of в г года
    ultimo ultima último última dernière dernier zuletzt letzte letztes laatst laatste senast sist son ostatnia poslední kl klo
    kello godz godzina dnia data dodano datum fecha tarihi saat saati den om ore ora o pada pukul dne v online
    """)
  static let of = WordSet("of de")
  static let ordinals = WordSet("st nd rd th er º")
  static let hourWords = WordSet("uhr hrs hours h et ct pt local time uur")
  /// Words of languages that write the day before the month: where one stands, 03/05 is in May.
  static let dayFirst = WordSet(
    """
    publicado publicada veröffentlicht publié publie publiée pubblicato pubblicata gepubliceerd erstellt erschienen publicerad
    publisert udgivet julkaistu opublikowano publikováno yayınlanma publicat опубликовано опубліковано diterbitkan geplaatst
    actualizado actualizada aktualisiert aggiornato aggiornata bijgewerkt mis mise atualizado atualizada stand обновлено
    oppdatert opdateret zaktualizowano güncelleme güncellenme actualización atualização aggiornamento aktualisierung modifié
    le à jour el las il alle op om um uhr em às de g в г h paru
    """)
  package static let weekdays = WordSet(
    """
    mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche
    lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер субота неділя
    """)
  static let months = [
    """
    jan january januar janvier enero gennaio janeiro jänner januari января يناير stycznia sty leden ledna ocak ianuarie
    tammikuuta január січня
    """,
    """
    feb february februar février febrero febbraio fevereiro februari февраля فبراير lutego února şubat februarie helmikuuta
    február лютого fév févr
    """,
    "mar march märz mars marzo março maart mär марта مارس marca března mart martie maaliskuuta március березня maret",
    "apr april avril abril aprile avr апреля أبريل ابريل kwietnia dubna nisan aprilie huhtikuuta április квітня",
    "may mai mayo maggio maio mei мая مايو maja maj května mayıs toukokuuta május травня",
    "jun june juni juin junio giugno junho июня يونيو czerwca června haziran iunie kesäkuuta június червня",
    "jul july juli juillet julio luglio julho juil июля يوليو lipca července temmuz iulie heinäkuuta július липня",
    """
    aug august août agosto ago augustus августа أغسطس اغسطس sierpnia srpna ağustos augusti elokuuta augusztus серпня agustus
    """,
    """
    sep sept september septembre septiembre settembre setembro сентября سبتمبر września září eylül septembrie syyskuuta
    szeptember вересня
    """,
    """
    oct october oktober octobre octubre ottobre outubro okt октября أكتوبر اكتوبر października října ekim octombrie lokakuuta
    október жовтня
    """,
    """
    nov november novembre noviembre novembro ноября نوفمبر listopada listopadu kasım noiembrie marraskuuta листопада
    """,
    """
    dec december dezember décembre diciembre dicembre dezembro dez déc dic декабря ديسمبر grudnia prosince aralık decembrie
    joulukuuta desember грудня des
    """,
  ].map { WordSet($0) }

  /// The words that dates begin with, each for itself: a month, a day of the week, "on", "Published".
  static let openers = [fillers, published, updated, weekdays] + months
}
