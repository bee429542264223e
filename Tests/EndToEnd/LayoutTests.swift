import Foundation
import Testing

/// The rules of the house that a compiler does not hold.
@Suite struct LayoutTests {
  /// `CChildProcess`, `CLanguageDetector`, `EntityWeights` and `CCleaningModel` stand in the folders of their plugins; the others are libraries.
  @Test func aPluginImportsOnlyTheAPIAndTheStandardLibraries() throws {
    let allowed: Set = [
      "Copydesk", "Foundation", "FoundationNetworking", "Dispatch", "Synchronization", "Glibc", "Musl",
      "Darwin", "CChildProcess", "CLanguageDetector", "EntityWeights", "CCleaningModel", "CZlib", "CZstd",
      "CDeflate", "GRDB",
    ]
    for (path, text) in try swiftFiles(in: "Plugins") {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword <= 1, words.count > keyword + 1 else {
          continue
        }
        #expect(allowed.contains(String(words[keyword + 1])), "\(path): \(line)")
      }
    }
  }

  @Test func nothingButTheCommandLinePrints() throws {
    for folder in [
      "Plugins", "Sources/Copydesk", "Sources/PipelineDefinition", "Sources/PipelineRunner",
      "Sources/PluginHost", "Sources/CopydeskTesting",
    ] {
      for (path, text) in try swiftFiles(in: folder) {
        let prints = text.split(separator: "\n").contains {
          let line = $0.drop { $0 == " " }
          return line.hasPrefix("print(") || line.hasPrefix("debugPrint(") || line.hasPrefix("dump(")
        }
        #expect(!prints, "\(path)")
      }
    }
  }

  private func swiftFiles(in folder: String) throws -> [(String, String)] {
    let root = "\(Copydesk.root)/\(folder)"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let files = try names.filter { $0.hasSuffix(".swift") }.map { name in
      ("\(folder)/\(name)", try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8))
    }
    #expect(!files.isEmpty, "no Swift files in \(folder)")
    return files
  }
}
