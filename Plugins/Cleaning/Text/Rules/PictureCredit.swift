import Copydesk

/// The caption or credit of a picture that was left on a page: "Photo: AFP", "FILE PHOTO: …", "Image
/// copyright …".
enum PictureCredit: LineRule {
  static let name = "caption.credit"
  static let help =
    "The caption or credit of a picture: \"Photo: AFP\", \"FILE PHOTO: …\", \"Image copyright …\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    if let rest = line.rest(after: files) {
      return rest.first == UInt8(ascii: ":") || (rest.first == 0x20 && line.words < 8)
    }
    if line.words <= 40, line.ending != .stop || line.words <= 25, line.rest(after: labels) != nil {
      return true
    }
    guard line.words <= 12, line.ending == .open else { return false }
    if let rest = line.rest(after: place.isBeforeProse ? one : marks) {
      return rest.first { $0 != 0x20 } == UInt8(ascii: ":")
    }
    return line.rest(after: by) != nil && line.words <= 8
  }

  private static let files = Phrases(["file photo", "file picture", "file pic", "file image", "file -"])
  private static let labels = Phrases([
    "image copyright", "image caption", "image source", "bildquelle:", "bildnachweis:", "bildrechte:",
    "crédit photo", "crédits photo",
    "© photo", "titelbild:", "symbolbild:", "symbolfoto:", "archivfoto:", "archivbild:", "beitragsbild:",
    "foto de archivo", "imagen de archivo", "arquivo/", "reprodução/",
    "divulgação/", "图源：", "图片来源", "写真提供", "사진=", "media caption",
    "media playback is unsupported",
    "photo credit:", "image credit:", "photo source:", "image source:", "header image:", "featured image:",
    "featured image by", "featured image via", "image result for", "lead image:", "cover image:",
    "hero image:", "feature image:", "feature photo:",
    "featured photo:", "header photo:", "cover photo:", "picture credit:", "photograph:", "(photo: ",
    "(image: ", "(picture: ",
    "enlarge this image", "click to enlarge", "hide caption", "toggle caption",
  ])
  /// Labels that no headline has.
  private static let one = Phrases(["photo", "image", "picture", "foto", "credit", "photograph"])
  private static let marks = Phrases([
    "photo", "photos", "image", "images", "picture", "pictures", "foto", "credit", "photograph", "bild",
    "fotos",
    "video", "credits", "source",
  ])
  private static let by = Phrases([
    "photo by", "photos by", "photograph by", "image by", "picture by", "foto von",
  ])
}
