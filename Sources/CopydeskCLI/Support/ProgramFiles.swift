import Foundation

/// What comes with the program.
enum ProgramFiles {
  /// The folder with what authors of stages in other languages need: `share/copydesk` of an installation, `SDK` of a
  /// checkout. Nil where there is none.
  static let library: String? = {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = program.deletingLastPathComponent()
    var candidates = [folder.appendingPathComponent("../share/copydesk").standardized.path]
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      candidates.append(folder.appendingPathComponent("SDK").path)
    }
    return candidates.first { FileManager.default.fileExists(atPath: "\($0)/python/copydesk.py") }
  }()
}
