import Copydesk
import Foundation
import PipelineRunner
import PluginHost

/// The folders outside of the one that the program runs in where runs with `-o` have put their results: `--resume` and
/// `--watch` look there for a run that was not finished, too.
///
/// They stand in a list in the user's folder, one a line, the latest last. It is a help and no more: where it cannot be
/// read or written, `-o` has to be given again.
struct DistantRuns {
  /// More than these are not looked at.
  private static let most = 32
  private static let longest = 1 << 16

  private let list: String?

  /// The list of the user whose environment that is.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    list = UserFolder.path(environment).map { "\($0)/distant-runs" }
  }

  /// The folders, with their slashes.
  var folders: [String] {
    guard let list, let handle = FileHandle(forReadingAtPath: list),
      let data = try? handle.read(upToCount: Self.longest)
    else { return [] }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    return lines.suffix(Self.most).map(String.init).filter { $0.hasPrefix("/") && $0.hasSuffix("/") }
  }

  /// Puts a folder on the list, and takes those off in which no run is left unfinished.
  /// - Parameter output: what a run writes, as `-o` names it.
  func note(_ output: String) {
    guard let list else { return }
    let folder = RelativePath.absolute(RelativePath.folder(of: output))
    let marked = folder.hasSuffix("/") ? folder : folder + "/"
    let here = RelativePath.absolute("") + "/"
    // Those are looked at anyway.
    if marked.hasPrefix(here), marked.dropFirst(here.count).split(separator: "/").count < 2 { return }
    guard !marked.contains("\n") else { return }
    let others = folders.filter { $0 != marked && UnfinishedRun.isAny(in: $0) }
    let text = (others.suffix(Self.most - 1) + [marked]).map { $0 + "\n" }.joined()
    try? FileManager.default.createDirectory(
      atPath: RelativePath.folder(of: list), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: URL(fileURLWithPath: list), options: .atomic)
  }
}
