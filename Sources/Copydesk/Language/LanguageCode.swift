/// Codes of languages: what is one, what a code with a region or a script comes down to, and which one a name means.
///
///     LanguageCode.primary(of: "de-CH")      // "de"
///     LanguageCode.isKnown("german")         // false
///     LanguageCode.meant(by: "german")       // "de"
public enum LanguageCode {
  /// The language of a code, without region and script, in small letters: `de` of `de-CH` and of `DE_ch`.
  public static func primary(of code: String) -> String {
    let end = code.firstIndex { $0 == "-" || $0 == "_" } ?? code.endIndex
    let language = code[..<end].lowercased()
    return renamed[language] ?? language
  }

  /// The language of a code and its script, where it names one: `zh-Hant` of `zh-hant-TW`, `pt` of `pt-BR`.
  public static func withoutRegion(_ code: String) -> String {
    let parts = code.split { $0 == "-" || $0 == "_" }
    guard parts.count > 1, parts[1].utf8.count == 4, parts[1].utf8.allSatisfy(\.isASCIILetter) else {
      return primary(of: code)
    }
    return primary(of: code) + "-" + parts[1].prefix(1).uppercased() + parts[1].dropFirst().lowercased()
  }

  /// Whether the language of a code is one: two letters of ISO 639-1, or one of the few of three letters that people
  /// write because there is none of two.
  public static func isKnown(_ code: String) -> Bool {
    let language = primary(of: code)
    return names[language] != nil || longCodes.contains(language)
  }

  /// The code that somebody meant who wrote the name of a language, or its code of three letters: `de` for `german`,
  /// `deutsch` and `ger`.
  public static func meant(by word: String) -> String? {
    let word = word.lowercased()
    if let code = byName[word] { return code }
    guard word.utf8.count > 4, let name = Suggestion.nearest(to: word, among: Array(byName.keys).sorted())
    else { return nil }
    return byName[name]
  }

  /// Codes that were given new names.
  private static let renamed = ["iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"]

  /// Codes of three letters for languages that have none of two: those that the detector tells, and others that people write.
  private static let longCodes: Set<String> = [
    "arz", "ast", "bar", "bem", "bho", "ceb", "chr", "ckb", "crh", "crs", "csb", "dsb", "efi", "fil", "fur",
    "gaa",
    "gsw", "haw", "hmn", "hsb", "ilo", "kab", "kha", "kri", "lad", "lif", "lij", "lmo", "loz", "lua", "luo",
    "mai",
    "mfe", "mul", "nap", "nds", "new", "nso", "pam", "pap", "pcm", "pms", "raj", "sah", "scn", "sco", "syr",
    "szl",
    "tet", "tlh", "tok", "tpi", "tum", "und", "vec", "vls", "war", "wuu", "yue", "zxx", "zza",
  ]

  /// For each code of two letters the names by which people call the language, and its codes of three letters.
  private static let names: [String: [String]] = {
    var names: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      names[words[0]] = Array(words.dropFirst())
    }
    return names
  }()

  private static let byName: [String: String] = {
    var codes: [String: String] = [:]
    for (code, words) in names { for word in words { codes[word] = code } }
    return codes
  }()

  private static let table = """
    aa afar aar
    ab abkhazian abk
    ae avestan
    af afrikaans afr
    ak akan aka twi
    am amharic amh
    an aragonese arg
    ar arabic ara
    as assamese asm
    av avaric
    ay aymara aym
    az azerbaijani aze
    ba bashkir bak
    be belarusian bel
    bg bulgarian bul
    bh bihari
    bi bislama bis
    bm bambara bam
    bn bengali ben bangla
    bo tibetan bod tib
    br breton bre
    bs bosnian bos
    ca catalan català cat
    ce chechen che
    ch chamorro
    co corsican cos
    cr cree cre
    cs czech čeština ces cze
    cu slavonic
    cv chuvash chv
    cy welsh cymraeg cym wel
    da danish dansk dan
    de german deutsch deu ger
    dv divehi dhivehi div
    dz dzongkha dzo
    ee ewe
    el greek ell gre
    en english eng
    eo esperanto epo
    es spanish español castilian spa
    et estonian eesti est
    eu basque euskara eus baq
    fa persian farsi fas per
    ff fulah ful
    fi finnish suomi fin
    fj fijian fij
    fo faroese fao
    fr french français fra fre
    fy frisian fry
    ga irish gaeilge gle
    gd gaelic gla
    gl galician galego glg
    gn guarani grn
    gu gujarati guj
    gv manx glv
    ha hausa hau
    he hebrew heb
    hi hindi hin
    ho hirimotu
    hr croatian hrvatski hrv
    ht haitian hat
    hu hungarian magyar hun
    hy armenian hye arm
    hz herero
    ia interlingua ina
    id indonesian ind
    ie interlingue
    ig igbo ibo
    ii sichuanyi
    ik inupiaq
    io ido
    is icelandic isl ice
    it italian italiano ita
    iu inuktitut iku
    ja japanese jpn
    jv javanese jav
    ka georgian kat geo
    kg kongo
    ki kikuyu kik
    kj kuanyama
    kk kazakh kaz
    kl greenlandic kalaallisut kal
    km khmer khm
    kn kannada kan
    ko korean kor
    kr kanuri
    ks kashmiri kas
    ku kurdish kur
    kv komi
    kw cornish cor
    ky kyrgyz kirghiz kir
    la latin lat
    lb luxembourgish ltz
    lg ganda luganda
    li limburgish
    ln lingala lin
    lo lao
    lt lithuanian lit
    lu lubakatanga
    lv latvian lav
    mg malagasy mlg
    mh marshallese
    mi maori mri
    mk macedonian mkd mac
    ml malayalam mal
    mn mongolian mon
    mr marathi mar
    ms malay msa may
    mt maltese mlt
    my burmese mya bur
    na nauru
    nb bokmål nob
    nd northndebele
    ne nepali nep
    ng ndonga
    nl dutch nederlands flemish nld dut
    nn nynorsk nno
    no norwegian norsk nor
    nr southndebele
    nv navajo nav
    ny chichewa nyanja
    oc occitan oci
    oj ojibwa
    om oromo orm
    or odia oriya ori
    os ossetian oss
    pa punjabi panjabi pan
    pi pali
    pl polish polski pol
    ps pashto pus
    pt portuguese português por
    qu quechua que
    rm romansh roh
    rn rundi
    ro romanian română moldavian ron rum
    ru russian rus
    rw kinyarwanda kin
    sa sanskrit san
    sc sardinian srd
    sd sindhi snd
    se northernsami
    sg sango
    si sinhala sinhalese sin
    sk slovak slovenčina slk slo
    sl slovenian slovene slv
    sm samoan smo
    sn shona sna
    so somali som
    sq albanian shqip sqi alb
    sr serbian srpski srp montenegrin
    ss swati
    st sotho sesotho
    su sundanese sun
    sv swedish svenska swe
    sw swahili swa
    ta tamil tam
    te telugu tel
    tg tajik tgk
    th thai tha
    ti tigrinya tir
    tk turkmen tuk
    tl tagalog tgl filipino
    tn tswana tsn
    to tongan ton
    tr turkish türkçe tur
    ts tsonga tso
    tt tatar tat
    tw twi
    ty tahitian tah
    ug uyghur uighur uig
    uk ukrainian ukr
    ur urdu urd
    uz uzbek uzb
    ve venda
    vi vietnamese vie
    vo volapük
    wa walloon wln
    wo wolof wol
    xh xhosa xho
    yi yiddish yid
    yo yoruba yor
    za zhuang
    zh chinese mandarin zho chi
    zu zulu zul
    """
}
