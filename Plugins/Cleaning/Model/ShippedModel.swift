import CCleaningModel
import Copydesk

/// The models that are compiled in.
enum ShippedModel {
  /// Tells the blocks of an article; nil only where a build carries none that fits the features.
  static let article = model(copydesk_clean_blocks).flatMap {
    ArticleModel($0, trees(copydesk_clean_blocks_again))
  }
  /// Tells the lines of an article.
  static let lines = model(copydesk_clean_lines).flatMap {
    LineModel(
      $0, trees(copydesk_clean_lines_again),
      bytes(copydesk_clean_lines_words).flatMap { LineEvidence(bytes: $0) })
  }

  private typealias Memory = (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?

  private static func model(_ memory: Memory) -> SequenceModel? {
    bytes(memory).flatMap { try? SequenceModel(permanentMemory: $0) }
  }

  private static func trees(_ memory: Memory) -> BoostedTrees? {
    bytes(memory).flatMap { try? BoostedTrees(bytes: $0) }
  }

  private static func bytes(_ memory: Memory) -> UnsafeRawBufferPointer? {
    var count = 0
    guard let bytes = memory(&count) else { return nil }
    return UnsafeRawBufferPointer(start: bytes, count: count)
  }
}
