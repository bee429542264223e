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
      /// The name says another form, compressed, and the output that writes it does not compress. `plain` is the name
      /// without the compression, by which `-o` would choose that output where `isChoice`.
      case otherFormCompressed(String, output: String, plain: String, isChoice: Bool)
      /// The name says that the file is compressed, and the output does not compress.
      case notCompressed
      /// The name says that the file is compressed twice.
      case compressedTwice
    }

    /// The same, where there is no choice of an output.
    var withoutAlternative: Contradiction {
      let title: String
      switch cause {
      case .otherForm(let form, _, _), .otherFormCompressed(let form, _, _, _): title = form
      case .notCompressed, .compressedTwice: return self
      }
      return Contradiction(
        path: path, stage: stage, writes: writes, cause: .otherForm(title, output: nil, lost: []),
        rightName: rightName)
    }
  }

  /// The name without the ending of a compression; nil where it has none.
  var uncompressed: OutputName? { compression == nil ? nil : OutputName(plain) }

  /// The output that the name asks for; nil where it says nothing, or a form that no output writes.
  func output(in catalog: StageCatalog) -> StageCatalog.Entry? {
    let asked = catalog.entries.compactMap { entry -> (entry: StageCatalog.Entry, length: Int)? in
      guard let form = entry.form, compression == nil || form.isCompressible else { return nil }
      return length(among: form.endings).map { (entry, $0) }
    }
    return asked.max { $0.length < $1.length }?.entry
  }

  /// How the name contradicts what the output writes; nil where it does not.
  /// - Parameters:
  ///   - lost: the options of the output that the one does not have that the name asks for.
  ///   - isChoice: whether another name would choose another output.
  func contradiction(
    to entry: StageCatalog.Entry, lost: [String] = [], isChoice: Bool = false, in catalog: StageCatalog
  ) -> Contradiction? {
    entry.form.flatMap {
      contradiction(to: $0, of: entry.name, lost: lost, isChoice: isChoice, in: catalog)
    }
  }

  /// How the name contradicts the form that is written under it; nil where it does not.
  func contradiction(
    to form: OutputForm, of writer: String, lost: [String] = [], isChoice: Bool = false,
    in catalog: StageCatalog
  ) -> Contradiction? {
    func with(_ cause: Contradiction.Cause) -> Contradiction {
      Contradiction(
        path: path, stage: writer, writes: form.title, cause: cause, rightName: rightName(form, catalog))
    }
    let own = length(among: form.endings + form.otherEndings) ?? 0
    let others = catalog.entries.compactMap { other in
      other.form.flatMap { form in length(among: form.endings).map { (other.name, form.title, $0) } }
    }
    if let (name, title, length) = others.max(by: { $0.2 < $1.2 }), length > own {
      if output(in: catalog)?.name == name { return with(.otherForm(title, output: name, lost: lost)) }
      return with(.otherFormCompressed(title, output: name, plain: plain, isChoice: isChoice))
    }
    if own == 0, let (_, title) = Self.foreign.first(where: { lower.hasSuffix($0.key) }) {
      return with(.otherForm(title, output: nil, lost: []))
    }
    if let once = uncompressed, once.compression != nil {
      let inner = once.contradiction(to: form, of: writer, in: catalog)
      return Contradiction(
        path: path, stage: writer, writes: form.title, cause: .compressedTwice,
        rightName: once.output(in: catalog) == nil ? inner.map(\.rightName) ?? once.path : once.path)
    }
    return compression != nil && !form.isCompressible ? with(.notCompressed) : nil
  }

  /// The name with an ending of the form.
  private func rightName(_ form: OutputForm, _ catalog: StageCatalog) -> String? {
    let own = form.endings + form.otherEndings
    guard let ending = own.first else { return nil }
    let known = catalog.entries.flatMap { $0.form?.endings ?? [] } + Self.foreign.keys
    let longest = length(among: known + own)
    // Only its compression is wrong.
    if let longest, longest == length(among: own) { return plain }
    let stem = String(plain.dropLast(longest ?? 0))
    // `news.jsonl.bz2` has its right ending already, under the one that is wrong; so has `news.csv.bz2`, for another output.
    if let name = OutputName(stem),
      name.length(among: own) != nil || name.output(in: catalog) != nil
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
