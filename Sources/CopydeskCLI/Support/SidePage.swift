import Copydesk
import Foundation

/// A file for people or machines to look at beside the results: a report, metrics. It takes the place of one of its kind
/// and of nothing else.
enum SidePage: String {
  case report = "report"
  case metrics = "metrics"

  /// How many bytes tell what a file is.
  private static let head = 1024

  /// Refuses a path where something else stands.
  /// - Throws: ``CopydeskError``.
  func refuseToReplace(_ path: String) throws {
    guard path != "-", OutputFile.hasContent(path), !isOne(path) else { return }
    throw CopydeskError(
      .cannotWrite, "\"\(path)\" exists, and is no \(rawValue) of Copydesk's",
      help: "give it another path; or remove the file if it is not needed")
  }

  private func isOne(_ path: String) -> Bool {
    let file = FileHandle(forReadingAtPath: path)
    guard let head = try? file?.read(upToCount: Self.head) else { return false }
    return switch self {
    case .report:
      String(decoding: head, as: UTF8.self).contains("<meta name=\"generator\" content=\"copydesk ")
    case .metrics: head.starts(with: Data("# HELP copydesk_".utf8))
    }
  }
}
