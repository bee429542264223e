import Copydesk

/// Where a sink of written documents puts them: each into a file of its own below a folder, or all into one.
public struct DocumentFiles: Sendable {
  /// The folder, with a slash at its end, or the file.
  let path: String
  /// Whether it is a folder.
  let isFolder: Bool
  /// What the files of the folder end in, with its dot.
  let fileExtension: String
  /// What stands between two documents in one file.
  let divider: StaticString

  /// - Parameter path: a folder where it ends in a slash or its last component has no extension, else a file.
  /// - Throws: ``InvalidOption`` where it is empty.
  init(path: String, extension fileExtension: String, divider: StaticString) throws {
    guard !path.isEmpty else {
      throw InvalidOption("path", "the path is empty", help: "name a folder, such as out/, or a file")
    }
    let last =
      path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last ?? ""[...].utf8
    let hasExtension = last.dropFirst().dropLast().contains(UInt8(ascii: "."))
    isFolder = path != "-" && !hasExtension
    self.path = isFolder && !path.hasSuffix("/") ? path + "/" : path
    self.fileExtension = fileExtension
    self.divider = divider
  }

  /// A document as it will be written.
  public struct Page: Sendable {
    let bytes: [UInt8]
    /// The name of its file, without number and extension; empty where all are in one.
    let stem: String
    /// The file that it was read from.
    let origin: String
  }

  /// What has been written.
  public struct State: Sendable {
    enum Place {
      case oneFile(OutputFile, isEmpty: Bool)
      case folder(FileNames)
    }
    var place: Place
  }

  func makeState() throws -> State {
    State(
      place: isFolder
        ? .folder(FileNames(extension: fileExtension)) : .oneFile(try OutputFile(path: path), isEmpty: true))
  }

  func page(_ document: Document, _ bytes: [UInt8]) -> Page {
    Page(
      bytes: bytes, stem: isFolder ? FileNames.stem(of: document.id, extension: fileExtension) : "",
      origin: document.source.path)
  }

  func write(_ page: Page, _ state: inout State) throws {
    switch state.place {
    case .oneFile(let file, let isEmpty):
      if !isEmpty { try file.write(Array("\(divider)".utf8)) }
      try file.write(page.bytes)
      state.place = .oneFile(file, isEmpty: false)
    case .folder(var names):
      // Put aside, so that the table of names is changed where it is.
      state.place = .folder(FileNames(extension: fileExtension))
      let name = names.claim(page.stem)
      state.place = .folder(names)
      try refuse(path + name, of: page)
      let file = try OutputFile(path: path + name)
      try file.write(page.bytes)
      try file.finish()
    }
  }

  /// What a document was read from is not replaced by what became of it.
  private func refuse(_ target: String, of page: Page) throws {
    guard let identity = FileIdentity(target), identity == FileIdentity(page.origin) else { return }
    throw CopydeskError(
      .sharedPath, "\"\(page.origin)\" was read, and what became of it would be written over it",
      help: "let the output write into another folder than \"\(path)\"")
  }

  func finish(_ state: State) throws {
    if case .oneFile(let file, _) = state.place { try file.finish() }
  }

  /// Puts all that was written on the disk.
  func checkpoint(_ state: State) throws -> [UInt8] {
    var store = ByteStore()
    switch state.place {
    case .oneFile(let file, let isEmpty):
      store.put(isEmpty)
      store.put(try file.checkpoint())
    case .folder(let names):
      OutputFile.synchronise()
      names.store(to: &store)
    }
    return store.bytes
  }

  /// Goes on at a checkpoint. Files of documents that came after it are written once more, with the same bytes.
  func resume(from checkpoint: [UInt8]) throws -> State {
    var loader = ByteLoader(checkpoint[...])
    if isFolder { return State(place: .folder(try FileNames(from: &loader, extension: fileExtension))) }
    let isEmpty = try loader.bool()
    let file = try OutputFile(path: path, resuming: Array(try loader.data()))
    return State(place: .oneFile(file, isEmpty: isEmpty))
  }
}

extension [UInt8] {
  mutating func append(_ string: String) { append(contentsOf: string.utf8) }

  /// Appends a text so that it ends in one line end. A NUL, for which a file is taken for binary, is U+FFFD there, as
  /// CommonMark asks.
  mutating func appendText(_ text: some BidirectionalCollection<UInt8>) {
    if text.contains(0) {
      append(contentsOf: text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] })
    } else {
      append(contentsOf: text)
    }
    while let byte = last, byte.isASCIISpace { removeLast() }
    append(0x0A)
  }
}
