import Cleaning
import Copydesk
import Deduplication
import Entities
import External
import Files
import Filters
import Summaries

private let catalog: StageCatalog = {
  do {
    return try StageCatalog([
      FilesPlugin.self, CleaningPlugin.self, DeduplicationPlugin.self, EntitiesPlugin.self,
      SummariesPlugin.self,
      ExternalPlugin.self, FiltersPlugin.self,
    ])
  } catch { fatalError("the catalog: \(error)") }
}()

/// Reads and checks the bytes as a definition. Where 1C stands in them, what follows is a file that can be included as
/// `part.yaml`, and after another one what the command line sets. The last byte chooses a profile, and whether variables
/// are set.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let flags = data[count - 1]
  let bytes = UnsafeBufferPointer(start: data, count: count - 1)
  let parts = bytes.split(separator: 0x1C, maxSplits: 2, omittingEmptySubsequences: false).map { part in
    String(decoding: part, as: UTF8.self)
  }
  let included = parts.dropFirst().first
  let override = parts.dropFirst(2).first
  let reader = DefinitionReader(
    catalog: catalog, environment: flags & 1 == 0 ? [:] : ["OUT": "a b: [c]", "N": "3"],
    overrides: override.map { [Override($0)] } ?? [], profiles: flags & 2 == 0 ? [] : ["fast"]
  ) { path in path == "part.yaml" ? included : nil }
  let reading = reader.read(parts[0], file: "p.yaml")
  check(reading)
  guard let resolved = reading.definition?.resolved else { return 0 }
  // A definition as it works says the same once more, whatever was put in.
  let again = DefinitionReader(catalog: catalog).read(resolved.yaml, file: "p.yaml")
  guard let second = again.definition?.resolved else {
    fatalError("the resolved form has mistakes: \(again.diagnostics)\n\(resolved.yaml)")
  }
  for (one, other) in zip(resolved.lines, second.lines) where one.text != other.text {
    fatalError("the resolved form changes:\n\(one.text)\n\(other.text)")
  }
  precondition(resolved.lines.count == second.lines.count, "the resolved form changes")
  return 0
}

/// Each mistake has a place in a text that is known, and can be shown.
private func check(_ reading: DefinitionReader.Reading) {
  precondition(reading.definition != nil || !reading.diagnostics.isEmpty, "refused without a word")
  for diagnostic in reading.diagnostics {
    guard let location = diagnostic.location else { fatalError("\(diagnostic) stands nowhere") }
    guard let text = reading.sources[location.file] else { fatalError("\(diagnostic) stands in no file") }
    guard let line = SourceLines(text)[location.line], location.column >= 1, location.column <= line.count + 1
    else { fatalError("\(diagnostic) stands outside of its text, at \(location)") }
  }
  let shown = DiagnosticRenderer(sources: reading.sources).render(reading.diagnostics)
  precondition(!shown.contains("\u{1B}"), "a mistake sends a control character")
}
