import Foundation
import Testing

/// The printed schema against an independent validator, and against `copydesk check`.
@Suite(
  .enabled(
    if: SchemaValidator.isThere, "needs Python with jsonschema and PyYAML: pip install jsonschema pyyaml"))
struct SchemaValidationTests {
  private let copydesk: Copydesk
  private let validator: SchemaValidator

  init() throws {
    copydesk = try Copydesk()
    validator = try SchemaValidator(copydesk)
  }

  @Test func theSchemaTakesEveryShippedPipeline() throws {
    let folder = "\(Copydesk.root)/pipelines"
    let paths = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
      .map { "\(folder)/\($0)" }
    #expect(paths.count >= 2)
    for (path, verdict) in try validator.verdicts(paths) {
      #expect(verdict == nil, "\(path): \(verdict ?? "")")
    }
  }

  /// The one in the reference holds all of the grammar.
  @Test func theSchemaAndTheCheckTakeTheExampleOfTheReference() throws {
    let page = try String(
      contentsOfFile: "\(Copydesk.root)/Documentation/Reference/definition.md", encoding: .utf8)
    let block = try #require(page.components(separatedBy: "```yaml\n").dropFirst().first)
    let example = try #require(block.components(separatedBy: "```").first)
    #expect(try verdict(on: example) == nil)
    let check = try copydesk.run("check", "p.yaml")
    #expect(check.exitCode == 0, "\(check.errors)")
  }

  @Test(arguments: [
    "stages: [clean, output.jsonl]",
    "stages:\n  - clean:\n  - output.jsonl: { path: 2024 }",
    "name: 2018\nstages:\n  - summarize: { sentences: \"${N:-3}\", words: ~ }\n  - output.jsonl",
    "stages:\n  - clean: { lift: \"${LIFT:-true}\" }\n    on_error: \"${POLICY:-keep}\"\n  - output.jsonl",
    "stages:\n  - clean: &c { min_words: 4 }\n    id: a\n  - clean: { <<: *c, lift: false }\n    id: b\n  - output.jsonl",
    "stages:\n  - clean: {}\n    retry: { times: 2, wait: 0.5 }\n  - output.jsonl: {}\n    when: { has: title }",
    "parameters: { labels: [PERSON, ORG] }\nstages:\n  - entities: { labels: \"${with.labels}\" }\n  - output.jsonl",
    "templates: { tidy: [clean] }\nstages: [include: tidy, output.jsonl]",
    "profiles: { quick: { clean: false, rejects: out/r.jsonl, input: { format: html } } }\nstages: [clean, output.jsonl]",
  ])
  func bothTakeWhatIsRight(_ yaml: String) throws {
    #expect(try verdict(on: yaml) == nil)
    let check = try copydesk.run("check", "p.yaml")
    #expect(check.exitCode == 0, "\(check.errors)")
  }

  @Test(arguments: [
    "- clean\n- output.jsonl",
    "name: empty",
    "stages: []",
    "stages: clean",
    "stage: [clean]\nstages: [clean, output.jsonl]",
    "stages: [claen, output.jsonl]",
    "stages: [input.files, output.jsonl]",
    "stages:\n  - summarize: { sentences: 0 }\n  - output.jsonl",
    "stages:\n  - summarize: { sentences: \"3\" }\n  - output.jsonl",
    "stages:\n  - summarize: { sentences: 2.5 }\n  - output.jsonl",
    "stages:\n  - summarize: { lead_bias: 1.5 }\n  - output.jsonl",
    "stages:\n  - summarize: { metod: lead }\n  - output.jsonl",
    "stages:\n  - summarize: { method: leed }\n  - output.jsonl",
    "stages:\n  - entities: { labels: [PERSON, PLAICE] }\n  - output.jsonl",
    "stages:\n  - entities: { labels: PERSON }\n  - output.jsonl",
    "stages:\n  - clean: { lift: yes }\n  - output.jsonl",
    "stages:\n  - clean:\n    summarize:\n  - output.jsonl",
    "stages:\n  - clean:\n    min_words: 4\n  - output.jsonl",
    "stages:\n  - clean:\n    on_error: skip\n  - output.jsonl",
    "stages:\n  - clean:\n    retry: -1\n  - output.jsonl",
    "stages:\n  - clean:\n    when: { wrods: { at_least: 3 } }\n  - output.jsonl",
    "stages:\n  - clean:\n    when: { words: { at_leest: 3 } }\n  - output.jsonl",
    "stages:\n  - clean:\n    when: { all: { has: title } }\n  - output.jsonl",
    "stages:\n  - clean:\n    when: { format: docx }\n  - output.jsonl",
    "stages:\n  - clean:\n    when: {}\n  - output.jsonl",
    "input: { inclood: [\"*.txt\"] }\nstages: [clean, output.jsonl]",
    "stages:\n  - route: { when: { language: de } }\n  - output.jsonl",
    "stages:\n  - route:\n      - when: { language: de }\n  - output.jsonl",
    "stages:\n  - include: tidy\n    width: { words: 3 }\n  - output.jsonl",
    "templates: { tidy: { stages: [clean], steps: 3 } }\nstages: [include: tidy, output.jsonl]",
    "profiles: { quick: { clean: { min_word: 3 } } }\nstages: [clean, output.jsonl]",
    "parameters: { words: { defualt: 3 } }\nstages: [clean, output.jsonl]",
  ])
  func bothRefuseWhatIsWrong(_ yaml: String) throws {
    #expect(try verdict(on: yaml) != nil)
    let check = try copydesk.run("check", "p.yaml")
    #expect(check.exitCode == 1, "\(check.errors)")
  }

  @Test(arguments: [
    "name: t\n    file: a.txt\n    input: x", "name: t\n    input: x\n    expect: { verdit: kept }",
    "name: t\n    input: x\n    expect: { verdict: gone }", "input: x\n    expect: { verdict: kept }",
    "name: t\n    inputs: [{ id: a, txt: x }]",
  ])
  func theSchemaRefusesTestsThatAreWrong(_ test: String) throws {
    #expect(try verdict(on: "stages: [clean, output.jsonl]\ntests:\n  - \(test)\n") != nil)
  }

  private func verdict(on yaml: String) throws -> String? {
    try copydesk.write(yaml + "\n", to: "p.yaml")
    return try #require(try validator.verdicts(["\(copydesk.folder)/p.yaml"]).first).1
  }
}

@Suite struct SchemaTests {
  /// What an editor shows on hovering.
  @Test func everyKeyAndEveryPieceHasADescription() throws {
    let schema = try #require(try Self.schema())
    let parts = try #require(schema["$defs"] as? [String: [String: Any]])
    var keys = 0
    func look(_ value: Any, _ path: String) {
      if let list = value as? [Any] {
        for (index, element) in list.enumerated() { look(element, "\(path)/\(index)") }
      }
      guard let object = value as? [String: Any] else { return }
      if let reference = object["$ref"] as? String {
        let name = String(reference.dropFirst("#/$defs/".count))
        #expect(parts[name] != nil, "\(path) leads nowhere: \(reference)")
      }
      for (name, property) in object["properties"] as? [String: [String: Any]] ?? [:] {
        let target = (property["$ref"] as? String).flatMap { parts[String($0.dropFirst("#/$defs/".count))] }
        let help = (property["description"] ?? target?["description"]) as? String ?? ""
        #expect(!help.isEmpty, "\(path)/\(name) has no description")
        keys += 1
      }
      for (name, member) in object { look(member, "\(path)/\(name)") }
    }
    look(schema, "")
    #expect(keys > 80)
  }

  @Test func aHoverOnAStageShowsItsExample() throws {
    let text = try Copydesk().run("schema").output
    #expect(text.contains(#"```yaml\n- summarize: { words: 60, method: centroid }\n```"#))
    #expect(text.contains(#""default": "learned""#) && text.contains(#""maximum": 1"#))
  }

  private static func schema() throws -> [String: Any]? {
    let text = try Copydesk().run("schema").output
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  }
}

/// A validator that is not ours: Python's jsonschema.
struct SchemaValidator {
  private let schema: String

  init(_ copydesk: Copydesk) throws {
    schema = "\(copydesk.folder)/schema.json"
    try copydesk.write(try copydesk.run("schema").output, to: "schema.json")
  }

  /// For each file why the schema refuses it; nil where it takes it.
  func verdicts(_ paths: [String]) throws -> [(String, String?)] {
    let script = "\(Copydesk.root)/Tests/Fixtures/schema/validate.py"
    let outcome = try #require(Self.python([script, schema] + paths))
    let lines = outcome.split(separator: "\n")
    #expect(lines.count == paths.count, "\(outcome)")
    return zip(paths, lines).map { ($0, $1.hasPrefix("ok ") ? nil : String($1)) }
  }

  static let isThere = python(["-c", "import jsonschema, yaml; jsonschema.Draft202012Validator"]) != nil

  /// What Python writes; nil where it is missing or fails.
  private static func python(_ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
