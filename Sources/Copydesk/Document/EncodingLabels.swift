/// The names that pages, headers and people give to encodings.
enum EncodingLabels {
  /// The name of the encoding with a label; nil for one that is not known.
  static func name(of label: String) -> String? {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    return names[label] ?? loose[compact(label)]
  }

  /// A label without what is left out or put in differently from one program to the next: `ISO8859_1`, `x-gbk`.
  private static func compact(_ label: String) -> String {
    let plain = label.hasPrefix("x-") ? label.dropFirst(2) : label[...]
    return plain.filter { $0 != "-" && $0 != "_" }
  }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in (ofPages + "\n" + ofMail).split(separator: "\n") {
      let labels = line.split(separator: " ").map(String.init)
      for label in labels { names[label] = labels[0] }
    }
    return names
  }()

  private static let loose = Dictionary(names.map { (compact($0), $1) }) { one, _ in one }

  /// The labels of the Encoding Standard, and some that programs write for the same.
  private static let ofPages = """
    utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 cp65001
    windows-1252 cp1252 iso-8859-1 iso_8859-1:1987 latin1 l1 csisolatin1 iso-ir-100 cp819 ibm819 ascii us-ascii \
    ansi_x3.4-1968 ansi_x3.4-1986 iso646-us iso-ir-6 csascii cp367 ibm367 ansi ms-ansi
    windows-1250 cp1250 ms-ee win1250
    windows-1251 cp1251 ms-cyrl win1251
    windows-1253 cp1253 ms-greek win1253
    windows-1254 cp1254 iso-8859-9 iso_8859-9:1989 iso-ir-148 csisolatin5 latin5 l5 ms-turk win1254
    windows-1255 cp1255 ms-hebr win1255
    windows-1256 cp1256 ms-arab win1256
    windows-1257 cp1257 winbaltrim win1257
    windows-1258 cp1258 win1258
    windows-874 cp874 dos-874 ibm874 tis-620 iso-8859-11
    iso-8859-2 iso_8859-2:1987 iso-ir-101 csisolatin2 latin2 l2
    iso-8859-3 iso_8859-3:1988 iso-ir-109 csisolatin3 latin3 l3
    iso-8859-4 iso_8859-4:1988 iso-ir-110 csisolatin4 latin4 l4
    iso-8859-5 iso_8859-5:1988 iso-ir-144 csisolatincyrillic cyrillic
    iso-8859-6 iso_8859-6:1987 iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i iso-ir-127 csisolatinarabic arabic \
    asmo-708 ecma-114
    iso-8859-7 iso_8859-7:1987 iso-ir-126 csisolatingreek greek greek8 ecma-118 elot_928 sun_eu_greek
    iso-8859-8 iso_8859-8:1988 iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i iso-ir-138 csisolatinhebrew hebrew \
    visual logical
    iso-8859-10 iso-ir-157 csisolatin6 latin6 l6
    iso-8859-13 latin7 l7
    iso-8859-14 latin8 l8 iso-celtic
    iso-8859-15 csisolatin9 latin9 l9 latin-9
    iso-8859-16 latin10 l10
    koi8-r cskoi8r koi8 koi
    koi8-u koi8-ru
    macintosh mac csmacintosh mac-roman macroman
    x-mac-cyrillic x-mac-ukrainian mac-cyrillic
    ibm866 cp866 866 csibm866
    gb18030 gbk gb2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 cp936 ms936 windows-936 euc-cn cn-gb
    big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 ms950 windows-950 big5-eten bigfive
    euc-jp cseucpkdfmtjapanese ujis euc-jp-ms cp51932
    shift_jis sjis ms932 ms_kanji csshiftjis windows-31j cswindows31j cp932 windows-932
    euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 windows-949 cp949 ms949 uhc
    iso-2022-jp csiso2022jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-ms csiso2022jp2 cp50220 cp50221 cp50222
    utf-16le
    utf-16be unicodefffe
    utf-16 csutf16 ucs-2 iso-10646-ucs-2 csunicode unicode unicodefeff
    """

  /// Those that pages do not use, or may not.
  private static let ofMail = """
    utf-7 csutf7 unicode-1-1-utf-7
    utf-32le
    utf-32be
    utf-32 csutf32 ucs-4 iso-10646-ucs-4 csucs4
    iso-2022-kr csiso2022kr
    iso-2022-cn iso-2022-cn-ext csiso2022cn
    hz-gb-2312 hz
    euc-tw
    johab cp1361 ms1361
    ibm437 cp437 437 cspc8codepage437
    ibm737 cp737 737
    ibm775 cp775 775 cspc775baltic
    ibm850 cp850 850 cspc850multilingual
    ibm852 cp852 852 cspcp852
    ibm855 cp855 855 csibm855
    ibm857 cp857 857 csibm857
    ibm858 cp858 858 ibm00858 cp00858 ccsid00858
    ibm860 cp860 860 csibm860
    ibm861 cp861 861 csibm861 cp-is
    ibm862 cp862 862 cspc862latinhebrew dos-862
    ibm863 cp863 863 csibm863
    ibm864 cp864 csibm864
    ibm865 cp865 865 csibm865
    ibm869 cp869 869 csibm869 cp-gr
    x-mac-ce x-mac-centraleurroman mac-centraleurope macce
    koi8-t
    viscii csviscii viscii1.1-1
    tcvn tcvn5712-1 tcvn-5712 viet-tcvn5712
    iso-ir-111 koi8-e ecma-cyrillic csiso111ecmacyrillic
    armscii-8
    georgian-ps
    pt154 ptcp154 csptcp154 cp154 cyrillic-asian
    hp-roman8 roman8 r8 cshproman8
    """
}
