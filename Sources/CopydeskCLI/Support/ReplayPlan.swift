import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

/// Where the outputs of a replay go, so that nothing of the first result is overwritten.
///
/// A pipeline with one output writes beside the dead letters: `out/news.dead.jsonl` is replayed into
/// `out/news.replay.jsonl`. Of several outputs each gets a path beside its own. A replay of a replay counts on:
/// `out/news.replay2.jsonl`.
struct ReplayPlan {
  private let deadLetters: String
  /// What tells the new files from the old: `.replay`, `.replay2` …
  private let mark: String
  /// The dead letters' path without the kind, and without the mark of an earlier replay.
  private let stem: String

  /// - Parameters:
  ///   - deadLetters: what is replayed.
  ///   - definition: the pipeline with the outputs of the first run.
  init(_ deadLetters: String, of definition: Definition) {
    self.deadLetters = deadLetters
    let stem = ResultFiles.stem(of: deadLetters)
    let name = ".replay"
    let earlier = stem.range(of: name, options: .backwards)
    let rest = earlier.map { stem[$0.upperBound...] } ?? ""
    // Beside `x.replay.spacy.jsonl` lie `x.replay.spacy.dead.jsonl` and so on.
    let inner = definition.steps.lazy.compactMap { $0.component as? any Sink }
      .compactMap { Self.inner(of: type(of: $0).form, at: rest) }.first
    if let earlier, let number = Self.number(rest.dropLast(inner?.count ?? 0)) {
      self.stem = String(stem[..<earlier.lowerBound] + (inner ?? ""))
      mark = "\(name)\(number + 1)"
    } else {
      self.stem = stem
      mark = name
    }
  }

  /// The number of a replay; the first has none written.
  private static func number(_ text: Substring) -> Int? { text.isEmpty ? 1 : Int(text) }

  /// What `--set` must say so that each output of the definition goes elsewhere.
  /// - Parameter output: where the user wants the last one to go.
  func overrides(for definition: Definition, output: String?) -> [String] {
    let sinks = definition.steps.compactMap { step in
      (step.component as? any Sink).map { (id: step.reference.id, sink: $0, destination: $0.destination) }
    }
    return sinks.enumerated().compactMap { index, sink in
      var path = marked(sink.sink, stem: sinks.count == 1 ? stem : nil)
      if index == sinks.count - 1, let output {
        // Of a single output it also chooses the form, as `-o` of a run does.
        if sinks.count == 1 { return nil }
        path = output
      }
      guard path != sink.destination else { return nil }
      var json = JSONWriter()
      json.string(path.utf8)
      return "\(sink.id).path=" + String(decoding: json.bytes, as: UTF8.self)
    }
  }

  /// Where the only output of a definition goes.
  func path(of definition: Definition) -> String {
    definition.steps.lazy.compactMap { $0.component as? any Sink }.first.map { marked($0, stem: stem) } ?? "-"
  }

  /// `out/news.md` → `out/news.replay.md`, `pages/` → `pages.replay/`.
  private func marked(_ sink: any Sink, stem: String?) -> String {
    let path = sink.destination
    if path == "-" { return path }
    if path.hasSuffix("/") { return path.dropLast() + mark + "/" }
    let form = type(of: sink).form
    let suffix = Self.suffix(of: path, form)
    // A name without an ending gets one: what lies beside `news.replay` would be called as what lies beside `news`.
    let ending = suffix.isEmpty ? Substring(form?.endings.first ?? form?.otherEndings.first ?? "") : suffix
    guard var stem else { return path.dropLast(suffix.count) + mark + ending }
    // Beside `x.spacy.jsonl` lie `x.spacy.dead.jsonl` and so on.
    if let inner = Self.inner(of: form, at: stem[...]), suffix.hasPrefix(inner + ".") {
      stem = String(stem.dropLast(inner.count))
    }
    return stem + mark + ending
  }

  /// The definition with rejects and dead letters beside its new output.
  /// - Parameters:
  ///   - first: the pipeline with the outputs of the first run; nil where it is not known how they were.
  ///   - files: what else the first run has written.
  /// - Throws: ``CopydeskError`` where a part of the first result would be overwritten.
  func guarding(_ definition: Definition, first: Definition?, files: [String]) throws -> Definition {
    var definition = definition
    let base = base(of: definition)
    definition.rejects = base + ".rejects.jsonl"
    definition.deadLetters = base + ".dead.jsonl"
    let old = ResultFiles.stem(of: deadLetters)
    let precious =
      [deadLetters, old + ".jsonl", old + ".rejects.jsonl"] + files
      + (first.map(Self.outputs) ?? [])
    for path in Self.outputs(of: definition)
      + [definition.rejects, definition.deadLetters].compactMap(\.self)
    {
      let isPrecious = precious.contains { Self.absolute($0) == Self.absolute(path) }
      guard path == "-" || !isPrecious else {
        throw CopydeskError(
          .sharedPath, "the replay would overwrite \"\(path)\", a part of the first result",
          help: "name another output with -o")
      }
    }
    return definition
  }

  /// What the names of rejects and dead letters beside an output begin with: as a run calls them, so that those of two
  /// outputs have two names.
  private func base(of definition: Definition) -> String {
    let sink = definition.steps.lazy.compactMap { $0.component as? any Sink }.first
    guard let output = sink?.destination, output != "-", !OutputFile.isSpecial(output)
    else { return stem + mark }
    return PipelineRun.stem(beside: output, of: definition)
  }

  /// `.spacy` at the end of `out/news.spacy`, where the form has the ending `.spacy.jsonl`: the part that the names of
  /// the files beside an output keep.
  private static func inner(of form: OutputForm?, at stem: Substring) -> Substring? {
    ((form?.endings ?? []) + (form?.otherEndings ?? [])).lazy
      .compactMap { ending in ending.lastIndex(of: ".").map { ending[..<$0] } }
      .first { !$0.isEmpty && stem.lowercased().hasSuffix($0) }
      .map { stem.suffix($0.count) }
  }

  /// `.jsonl` of `out/news.jsonl`, `.csv.gz` of `out/news.csv.gz`, `.spacy.jsonl` where the form has that ending; nothing
  /// where there is none.
  private static func suffix(of path: String, _ form: OutputForm?) -> Substring {
    let name = path.split(separator: "/").last ?? ""
    let compression = [".gz", ".zst"].first { name.lowercased().hasSuffix($0) && name.count > $0.count }
    let plain = name.dropLast(compression?.count ?? 0)
    let endings = (form?.endings ?? []) + (form?.otherEndings ?? [])
    let known = endings.filter { plain.lowercased().hasSuffix($0) && plain.count > $0.count }.map(\.count)
      .max()
    if let known { return name.suffix(known + (compression?.count ?? 0)) }
    guard let dot = plain.lastIndex(of: "."), dot != plain.startIndex else {
      return name.suffix(compression?.count ?? 0)
    }
    return name[dot...]
  }

  private static func outputs(of definition: Definition) -> [String] {
    definition.steps.compactMap { ($0.component as? any Sink)?.destination }
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
