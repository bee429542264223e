import Copydesk

/// The name of a file that an output writes, and what it says of the form: `out/news.csv.gz` says CSV, compressed.
struct OutputName {
  let path: String
  /// The endings of compressed files that outputs write.
  private static let compressions = [".gz", ".zst"]
  /// Endings of files in forms that no output writes, and what those are called.
  private static let foreign: [String: String] = [
    ".json": "one JSON value", ".parquet": "Parquet", ".arrow": "Arrow", ".avro": "Avro", ".xml": "XML",
    ".yaml": "YAML", ".yml": "YAML", ".xls": "a spreadsheet", ".xlsx": "a spreadsheet",
    ".ods": "a spreadsheet", ".pdf": "PDF", ".docx": "a Word document", ".warc": "WARC",
    ".zip": "an archive", ".tar": "an archive", ".tgz": "an archive", ".7z": "an archive",
    ".bz2": "bzip2 data", ".xz": "xz data", ".lz4": "LZ4 data", ".br": "Brotli data",
  ]
  /// `.gz` or `.zst`, where it ends so.
  let compression: String?
  /// The name without that ending.
  private let plain: String
  private let lower: String

  /// - Returns: nil for standard output and for a folder, whose names say nothing.
  init?(_ path: String) {
    guard path != "-", !path.isEmpty, !path.hasSuffix("/") else { return nil }
    self.path = path
    let all = path.lowercased()
    compression = Self.compressions.first(where: all.hasSuffix)
    plain = String(path.dropLast(compression?.count ?? 0))
    lower = plain.lowercased()
  }

  /// What contradicts the form of an output in the name of its file: data.
  struct Contradiction {
    let path: String
    let stage: String
    /// What the output writes.
    let writes: String
    let cause: Cause
    /// The name as it would be right; nil where the output writes into a folder.
    let rightName: String?

    enum Cause {
      /// The name says another form. `output` is the one that writes it, if any does; it has no options of these names.
      case otherForm(String, output: String?, lost: [String])
      /// The name says that the file is compressed, and the output does not compress.
      case notCompressed
    }

    /// The same, where there is no choice of an output.
    var withoutAlternative: Contradiction {
      guard case .otherForm(let title, _, _) = cause else { return self }
      return Contradiction(
        path: path, stage: stage, writes: writes, cause: .otherForm(title, output: nil, lost: []),
        rightName: rightName)
    }
  }

  /// The output that the name asks for; nil where it says nothing, or a form that no output writes.
  func output(in catalog: StageCatalog) -> StageCatalog.Entry? {
    let asked = catalog.entries.compactMap { entry -> (entry: StageCatalog.Entry, length: Int)? in
      guard let form = entry.form, compression == nil || form.isCompressible else { return nil }
      return length(among: form.endings).map { (entry, $0) }
    }
    return asked.max { $0.length < $1.length }?.entry
  }

  /// How the name contradicts what the output writes; nil where it does not.
  func contradiction(to entry: StageCatalog.Entry, lost: [String] = [], in catalog: StageCatalog)
    -> Contradiction?
  {
    entry.form.flatMap { contradiction(to: $0, of: entry.name, lost: lost, in: catalog) }
  }

  /// How the name contradicts the form that is written under it; nil where it does not.
  func contradiction(to form: OutputForm, of writer: String, lost: [String] = [], in catalog: StageCatalog)
    -> Contradiction?
  {
    func with(_ cause: Contradiction.Cause) -> Contradiction {
      Contradiction(
        path: path, stage: writer, writes: form.title, cause: cause, rightName: rightName(form, catalog))
    }
    let own = length(among: form.endings + form.otherEndings) ?? 0
    let others = catalog.entries.compactMap { other in
      other.form.flatMap { form in length(among: form.endings).map { (other.name, form.title, $0) } }
    }
    if let (name, title, length) = others.max(by: { $0.2 < $1.2 }), length > own {
      let writer = output(in: catalog)?.name == name ? name : nil
      return with(.otherForm(title, output: writer, lost: lost))
    }
    if own == 0, let (_, title) = Self.foreign.first(where: { lower.hasSuffix($0.key) }) {
      return with(.otherForm(title, output: nil, lost: []))
    }
    return compression != nil && !form.isCompressible ? with(.notCompressed) : nil
  }

  /// The name with an ending of the form.
  private func rightName(_ form: OutputForm, _ catalog: StageCatalog) -> String? {
    guard let ending = form.endings.first ?? form.otherEndings.first else { return nil }
    if length(among: form.endings + form.otherEndings) != nil { return plain }
    let known = catalog.entries.flatMap { $0.form?.endings ?? [] } + Self.foreign.keys
    let stem = String(plain.dropLast(length(among: known) ?? 0))
    // `news.jsonl.bz2` has its right ending already, under the one that is wrong; so has `news.csv.bz2`, for another output.
    if let name = OutputName(stem),
      name.length(among: form.endings + form.otherEndings) != nil || name.output(in: catalog) != nil
    {
      return stem
    }
    return stem + ending + (form.isCompressible ? compression ?? "" : "")
  }

  /// How long the longest of the endings is that the name has, before it something that is a name.
  private func length(among endings: [String]) -> Int? {
    let last = lower.split(separator: "/").last ?? ""
    return endings.filter { last.hasSuffix($0) && last.count > $0.count }.map(\.count).max()
  }
}

extension StageCatalog.Entry {
  /// In what form it writes; nil where it is no output, or does not say.
  var form: OutputForm? { (component as? any Sink.Type)?.form }
}
