import Copydesk
import Foundation
import PipelineDefinition
import Testing

@testable import CopydeskCLI

/// One of the broken definitions of `Tests/Fixtures/broken`: `NAME.yaml`, with what a person sees in `NAME.txt`.
struct BrokenDefinition: CustomTestStringConvertible, Sendable {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/broken").path

  static let all: [BrokenDefinition] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted().map { BrokenDefinition(file: $0) }
  }()

  /// `misspelt-stage.yaml`.
  let file: String
  var testDescription: String { file }

  /// The path of the rendering.
  var snapshot: String { "\(Self.folder)/\(file.dropLast(5)).txt" }

  /// Reads it with the stages that ship.
  func reading() throws -> DefinitionReader.Reading {
    let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
    let arguments = Self.arguments(of: text)
    let reader = DefinitionReader(
      catalog: try Shipped.catalog(), overrides: arguments.sets.map { Override($0) },
      profiles: arguments.profiles
    ) { path in
      FileManager.default.contents(atPath: "\(Self.folder)/\(path)").map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return reader.read(text, file: file)
  }

  /// What a person sees.
  func rendering() throws -> String {
    let reading = try reading()
    return DiagnosticRenderer(sources: reading.sources).render(reading.diagnostics) + "\n"
  }

  /// The first line may say what the command line changes: `# Command line: --set a.b=c`.
  private static func arguments(of text: String) -> (sets: [String], profiles: [String]) {
    let first = text.prefix { $0 != "\n" && $0 != "\r\n" }
    guard first.hasPrefix("# Command line: ") else { return ([], []) }
    let words = first.dropFirst(16).split(separator: " ").map(String.init)
    func values(_ option: String) -> [String] {
      words.indices.dropLast().filter { words[$0] == option }.map { words[$0 + 1] }
    }
    return (values("--set"), values("--profile"))
  }
}
