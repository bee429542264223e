import Copydesk

/// What the user named to be read.
enum InputArgument: Sendable {
  /// Standard input.
  case standardInput
  /// One file.
  case file(String)
  /// A folder with all that is below it.
  case folder(String)
  /// A file that names others, one a line.
  case list(String)
  /// The files below a folder that are of a form.
  case pattern(folder: String, Glob)

  /// Finds out what each argument is.
  /// - Throws: ``CopydeskError`` with everything that does not exist.
  static func resolve(_ arguments: [String], exclude: Glob) throws -> [InputArgument] {
    guard !arguments.isEmpty else {
      throw CopydeskError(
        .missingInput, "there is nothing to read", help: "name files or folders, or - for standard input")
    }
    var found: [InputArgument] = []
    var problems: [Diagnostic] = []
    for argument in arguments {
      do throws(CopydeskError) {
        let input = try InputArgument(argument, exclude: exclude)
        if input.isStandardInput, found.contains(where: \.isStandardInput) {
          throw CopydeskError(
            .missingInput, "standard input is named twice", help: "it can be read once: leave out one -")
        }
        found.append(input)
      } catch {
        problems += error.diagnostics
      }
    }
    guard problems.isEmpty else { throw CopydeskError(problems) }
    return found
  }

  private init(_ argument: String, exclude: Glob) throws(CopydeskError) {
    if argument == "-" {
      self = .standardInput
      return
    }
    do {
      self = try FileStatus(argument).kind == .folder ? .folder(argument) : .file(argument)
    } catch {
      guard error.isMissing else {
        throw CopydeskError(
          .missingInput, "cannot read \"\(argument)\": \(error.reason)",
          help: SystemRemedy.reading(error.code))
      }
      if argument.hasPrefix("@"), argument.utf8.count > 1 {
        let list = String(argument.dropFirst())
        guard list == "-" || (try? FileStatus(list)) != nil else { throw Self.missing(list) }
        self = .list(list)
        return
      }
      guard Glob.isPattern(argument) else { throw Self.missing(argument) }
      try self.init(pattern: argument, exclude: exclude)
    }
  }

  /// A pattern stands for the files below its last folder that is a plain name. It must match one.
  private init(pattern: String, exclude: Glob) throws(CopydeskError) {
    let components = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let plain = components.prefix { !Glob.isPattern(String($0)) }
    let folder = plain == [""] ? "/" : plain.isEmpty ? "." : plain.joined(separator: "/")
    let glob: Glob
    do { glob = try Glob([components.dropFirst(plain.count).joined(separator: "/")]) } catch {
      throw CopydeskError(
        .missingInput, "the pattern \"\(pattern)\" \(error.message)",
        help: "a pattern is made of names, *, ?, [a-z], {a,b} and **; put it in quotes")
    }
    guard (try? FileStatus(folder))?.kind == .folder else { throw Self.missing(pattern) }
    var walk = FolderWalk(folder, filter: PathFilter(include: glob, exclude: exclude))
    guard walk.next() != nil else {
      throw CopydeskError(
        .missingInput, "there is no file or folder named \"\(pattern)\", and no file matches it as a pattern",
        help: "* stays within one folder, ** goes into those below: \"**/*.txt\"")
    }
    self = .pattern(folder: folder, glob)
  }

  private static func missing(_ argument: String) -> CopydeskError {
    let lower = argument.lowercased()
    if lower.hasPrefix("https://") || lower.hasPrefix("http://") {
      return CopydeskError(
        .missingInput, "\"\(argument)\" is an address, and copydesk reads files",
        help: "fetch it first, with curl -L ADDRESS -o page.html; "
          + "many pages go well into one WARC, with wget --warc-file")
    }
    return CopydeskError(
      .missingInput, "there is no file or folder named \"\(argument)\"",
      help: neighbour(of: argument).map { "did you mean \"\($0)\"?" }
        ?? "check the spelling; paths count from the folder in which copydesk was started")
  }

  /// The path with its last component spelt as an entry of its folder is.
  private static func neighbour(of argument: String) -> String? {
    let trimmed = argument.hasSuffix("/") ? argument.dropLast() : argument[...]
    let slash = trimmed.lastIndex(of: "/").map { trimmed.index(after: $0) } ?? trimmed.startIndex
    let folder = trimmed[..<slash]
    guard let listing = try? FolderListing(of: folder.isEmpty ? "." : String(folder)), listing.count <= 1000
    else { return nil }
    let names = (0..<listing.count).map { String(decoding: listing[$0].name, as: UTF8.self) }
    return Suggestion.nearest(to: String(trimmed[slash...]), among: names).map { folder + $0 }
  }

  private var isStandardInput: Bool { if case .standardInput = self { true } else { false } }
}
