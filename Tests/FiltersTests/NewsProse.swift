import Testing

/// A few sentences of invented news in a language.
struct NewsProse: CustomTestStringConvertible {
  var language: String
  var text: String
  /// Words of one character each, where no blanks stand between them.
  var minWordLength = 3.0
  var testDescription: String { language }

  static let inLanguages = [
    NewsProse(
      language: "de",
      text: """
        Der Stadtrat hat am Dienstag beschlossen, die alte Brücke über den Fluss noch vor dem Winter zu erneuern. Die
        Händler in der Straße am Ufer fürchten, dass ihnen während der Arbeiten viele Kunden ausbleiben werden.
        """),
    NewsProse(
      language: "fr",
      text: """
        Le conseil municipal a décidé mardi de rénover le vieux pont avant la fin de l'hiver. Les commerçants de la rue
        craignent que les travaux éloignent leurs clients pendant plusieurs mois.
        """),
    NewsProse(
      language: "es",
      text: """
        El ayuntamiento decidió el martes renovar el viejo puente sobre el río antes del invierno. Los comerciantes de
        la calle temen que las obras alejen a sus clientes durante muchos meses.
        """),
    NewsProse(
      language: "pl",
      text: """
        Rada miasta postanowiła we wtorek wyremontować stary most na rzece przed nadejściem zimy. Handlarze z ulicy nad
        brzegiem obawiają się, że prace na długo odstraszą klientów i nie wrócą oni do sklepów.
        """),
    NewsProse(
      language: "ru",
      text: """
        Городской совет во вторник решил отремонтировать старый мост через реку до наступления зимы. Торговцы на улице у
        реки опасаются, что работы надолго отпугнут покупателей и они не вернутся в магазины.
        """),
    NewsProse(
      language: "tr",
      text: """
        Belediye meclisi salı günü nehir üzerindeki eski köprüyü kıştan önce yenilemek için karar aldı. Kıyıdaki sokakta
        bulunan esnaf, bu çalışmaların müşterileri çok uzun süre uzak tutmasından korkuyor ve yardım istiyor.
        """),
    // There is no list for it, so the rule does not apply.
    NewsProse(
      language: "ja",
      text: """
        市議会は火曜日、川に架かる古い橋を冬の前に改修することを決めた。川沿いの通りの商店主らは、工事で客足が何か月も遠のくのではないかと心配している。
        """, minWordLength: 1),
  ]

  /// Texts whose sentences end with other marks than those of Latin, or with none.
  static let withOtherMarks = [
    NewsProse(
      language: "hi",
      text: """
        नगर परिषद ने मंगलवार को पुराने पुल की मरम्मत का निर्णय लिया।
        व्यापारियों को डर है कि काम के दौरान ग्राहक कई महीनों तक नहीं आएंगे।
        महापौर ने कहा कि काम जून के पहले सप्ताह में शुरू होगा और सर्दी से पहले पूरा हो जाएगा।
        """),
    NewsProse(
      language: "ur",
      text: """
        شہر کی کونسل نے منگل کو پرانے پل کی مرمت کا فیصلہ کیا۔
        تاجروں کو ڈر ہے کہ کام کے دوران گاہک کئی مہینوں تک نہیں آئیں گے۔
        میئر نے کہا کہ کام جون کے پہلے ہفتے میں شروع ہو گا۔ کیا یہ کافی ہے؟
        """),
    NewsProse(
      language: "th",
      text: """
        สภาเมืองมีมติเมื่อวันอังคาร ให้ซ่อมแซมสะพานเก่าข้ามแม่น้ำ ก่อนถึงฤดูหนาว
        พ่อค้าแม่ค้าริมถนน กังวลว่าลูกค้าจะหายไป ระหว่างการก่อสร้าง เป็นเวลาหลายเดือน
        นายกเทศมนตรีกล่าวว่า งานจะเริ่มขึ้นในสัปดาห์แรก ของเดือนมิถุนายน และมีงบประมาณเพียงพอ
        """),
  ]
}
