import CCleaningModel
import Copydesk

/// The models that are compiled in.
enum ShippedModel {
  /// Tells the blocks of an article; nil only where a build carries none that fits the features.
  static let article = model(copydesk_clean_blocks).flatMap {
    ArticleModel($0, model(copydesk_clean_blocks_again))
  }
  /// Tells the lines of an article.
  static let lines = model(copydesk_clean_lines).flatMap(LineModel.init)

  private static func model(
    _ memory: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
  ) -> SequenceModel? {
    var count = 0
    guard let bytes = memory(&count) else { return nil }
    return try? SequenceModel(permanentMemory: UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
