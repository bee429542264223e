/// The abbreviations of time zones that news sites print.
///
/// Several mean more than one zone; the one most used in the news is meant: IST is India's, BST Britain's
/// summer time.
enum TimeZones {
  /// Minutes east of UTC; nil for a word that names no zone.
  static func offset(of folded: ArraySlice<UInt8>) -> Int? {
    guard folded.count <= 5 else { return nil }
    return offsets[String(decoding: folded, as: UTF8.self)]
  }

  private static let offsets: [String: Int] = [
    "gmt": 0, "utc": 0, "ut": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120,
    "mesz": 120,
    "eet": 120, "sast": 120, "cat": 120, "eest": 180, "msk": 180, "eat": 180, "ist": 330, "sgt": 480,
    "hkt": 480,
    "awst": 480, "jst": 540, "kst": 540, "acst": 570, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
  ]
}
