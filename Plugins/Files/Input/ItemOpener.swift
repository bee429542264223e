import Copydesk

/// Opens a file of records, or an archive, to have its items named.
struct ItemOpener: Sendable {
  /// The format that the user asked for.
  let format: FileSource.Format
  let filter: PathFilter
  let fields: FieldMap
  /// Where objects of JSON keep their records, where they are none themselves.
  let envelope: JSONEnvelope?
  /// What text is in that is not UTF-8, where the user said so.
  let encoding: TextEncoding?
  let ownTables: OwnTables
  let limits: ReadingLimits

  /// The format of a file by what the user asked for, else by its name.
  func format(of path: String) -> FileFormat {
    FileFormat(rawValue: format.rawValue) ?? FileFormat(path: path)
  }

  /// The format of a member of an archive: the archive's own was what the user asked for. Of what is called a text the bytes
  /// are looked at, where they are at hand.
  func format(ofMember member: ArchiveMember, _ name: String) -> FileFormat {
    if let asked = FileFormat(rawValue: format.rawValue), !asked.isContainer { return asked }
    let named = FileFormat(path: name)
    guard named == .text, case .bytes(let bytes, _) = member.content else { return named }
    return FileFormat(insteadOfText: bytes, fields) ?? .text
  }

  /// The format of a file that the user named: by its name, and where that says nothing, by its first bytes.
  /// - Parameter isInput: whether it is an input itself, and not one of a list of them, which may be long: of such a one the
  ///   first bytes are looked at where its name says that it is a text, too.
  func format(ofNamed path: String, isInput: Bool) -> FileFormat {
    if let asked = FileFormat(rawValue: format.rawValue) { return asked }
    let known = FileFormat.known(path: path)
    if let known, known != .text || !isInput { return known }
    guard path != "-", let file = try? InputFile(path), (try? file.status.kind) == .file,
      let stream = try? Compression.decompressed(file)
    else { return .text }
    var head: [UInt8] = []
    if known == nil {
      _ = try? stream.readOn(512, into: &head, fills: true)
      return FileFormat(magic: head[...]) ?? .text
    }
    _ = try? stream.readOn(FileFormat.textHead, into: &head, fills: true)
    return FileFormat(insteadOfText: head[...], fields) ?? .text
  }

  /// The items of the file at `path`; `-` is standard input.
  func open(id: String, path: String, _ format: FileFormat) -> any ItemSequence {
    let failed: Failure
    do {
      let file = try InputFile(path)
      if path != "-", format.isSilentWhenEmpty, let status = try? file.status, status.kind == .file,
        status.size == 0
      {
        return FailedSequence(
          SourceItem(PassedOver(.file, "empty \(FileFormat.ending(of: path))"), path: path))
      }
      do throws(Failure) {
        // A zip archive is read from its end, and where its members stand.
        if format == .zip, !file.isPipe {
          return ArchiveFile(id: id, path: path, try ZipFile(file), opener: self, depth: 0)
        }
        let stream = path == "-" && file.isPipe ? try sniffed(file) : try Compression.decompressed(file)
        return sequence(id: id, path: path, format, stream, depth: 0)
      } catch { failed = error }
    } catch { failed = .unreadable("the file", error) }
    return FailedSequence(SourceItem(id: id, path: path, format: format.rawValue, failure: failed))
  }

  /// Standard input is looked at only when something arrives.
  private func sniffed(_ file: InputFile) throws(Failure) -> any ByteStream { LateStream(file) }

  /// The items of a stream.
  func sequence(
    id: String, path: String, _ format: FileFormat, _ stream: any ByteStream, depth: Int
  ) -> any ItemSequence {
    let failed: Failure
    do throws(Failure) {
      var stream = depth > 0 ? try Compression.decompressed(stream) : stream
      if format.hasRecords { stream = WideStream(stream, asked: encoding) }
      switch format {
      case .csv, .tsv:
        return TableFile(
          id: id, path: path, format: format, stream, map: fields, encoding: encoding, ownTables: ownTables,
          limits: limits)
      case .warc: return WebArchiveFile(id: id, path: path, stream, limits: limits)
      case .tar:
        return ArchiveFile(id: id, path: path, TarFile(stream, limits: limits), opener: self, depth: depth)
      case .zip:
        throw Failure(
          .unreadableFile, "a zip archive cannot be read from a pipe or inside of another archive",
          help: "unpack it first")
      case .mbox: return MailboxFile(id: id, path: path, stream, limits: limits)
      case .jsonl where envelope == nil: return LinesOrJSON(id: id, path: path, stream, limits: limits)
      case .json, .jsonl: return JSONFile(id: id, path: path, stream, limits: limits, envelope: envelope)
      case .text, .markdown, .html, .eml:
        return FailedSequence(try whole(stream, id: id, path: path, format))
      }
    } catch { failed = error }
    return FailedSequence(SourceItem(id: id, path: path, format: format.rawValue, failure: failed))
  }

  /// A stream that is one document, read to its end.
  private func whole(
    _ stream: any ByteStream, id: String, path: String, _ format: FileFormat
  ) throws(Failure) -> SourceItem {
    let bytes = try stream.whole(limit: limits.file)
    return SourceItem(
      id: id, path: path, span: Span(0, bytes.count), bytes: bytes[...], format: format.rawValue)
  }
}

extension ByteStream {
  /// All that it holds.
  func whole(limit: Int, expecting size: Int = 0) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more than it should hold, to see its end; what has no size is read in growing steps.
    var wanted = max(size, 4095) + 1
    // Of a compressed stream the next read may tell that it was cut off.
    let isPlain = self is InputFile
    while case let count = try readOn(wanted, into: &bytes, fills: true), count > 0 {
      guard bytes.count <= limit else {
        throw Failure(
          .tooLarge, "the file holds more than \(limit) bytes, too many for one document",
          help: "split it, or write it as JSON Lines")
      }
      if isPlain, count < wanted { break }
      wanted = max(bytes.count, 4096)
    }
    return bytes
  }
}
