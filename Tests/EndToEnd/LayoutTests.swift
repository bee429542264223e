import Foundation
import Testing

/// The rules of the house that a compiler does not hold.
@Suite struct LayoutTests {
  /// `CChildProcess`, `CLanguageDetector`, `EntityWeights`, `CCleaningModel` and `CMinHash` stand in the folders of their plugins; the others are libraries.
  @Test func aPluginImportsOnlyTheAPIAndTheStandardLibraries() throws {
    let allowed: Set = [
      "Copydesk", "Foundation", "FoundationNetworking", "Dispatch", "Synchronization", "Glibc", "Musl",
      "Darwin", "CChildProcess", "CLanguageDetector", "EntityWeights", "CCleaningModel", "CMinHash",
      "CZlib", "CZstd", "CDeflate", "CBrotli", "GRDB", "YAMLStream",
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

  /// What a run tells of a fault says what to do about it; those that only hand on another error are no faults of their own.
  @Test func whoeverMakesAnErrorSaysWhatToDo() throws {
    let opening = /\b(?:CopydeskError|Diagnostic|Failure)\(\s*\.[a-z]\w*,/
    let severity = /\bDiagnostic\(\s*\.(?:warning|error),/
    for folder in ["Sources", "Plugins"] {
      for (path, text) in try swiftFiles(in: folder) {
        let calls = text.ranges(of: opening) + text.ranges(of: severity)
        for call in calls {
          let said = text[call.lowerBound..<Self.end(of: call.lowerBound, in: text)]
          #expect(said.contains("help"), "\(path): \(said)")
        }
      }
    }
  }

  /// The end of the call that begins there: where its parentheses are closed.
  private static func end(of start: String.Index, in text: String) -> String.Index {
    var depth = 0
    var index = start
    while index < text.endIndex {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" {
        depth -= 1
        if depth == 0 { break }
      }
      index = text.index(after: index)
    }
    return index
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
