import Copydesk

/// The files that a definition is made of: the one that was named, and those that it includes.
///
/// Each is read and parsed once. What is kept of one has its environment variables put in.
struct DefinitionFiles {
  private let environment: [String: String]
  private let load: @Sendable (String) -> String?
  private var parsed: [String: ConfigNode?] = [:]
  /// The text of each file that was read, by its name.
  private(set) var sources: [String: String] = [:]
  /// What was wrong while reading.
  private(set) var problems: [Diagnostic] = []
  /// Where values came from that do not stand in the file as they are.
  private(set) var origins = Origins()

  init(environment: [String: String], load: @escaping @Sendable (String) -> String?) {
    self.environment = environment
    self.load = load
  }

  /// Parses the text of a file; nil where it is empty or not YAML.
  mutating func parse(_ text: String, file: String) -> ConfigNode? {
    sources[file] = text
    let result = YAMLReader.read(text, file: file)
    problems += result.problems
    guard let root = result.node else {
      if result.problems.isEmpty {
        let start = SourceLocation(file: file, line: 1, column: 1)
        problems.append(DocumentProblem.emptyDefinition.diagnostic(at: start))
      }
      return nil
    }
    var expansion = EnvironmentExpansion(environment)
    let expanded = expansion.expand(root, leaving: ["tests"])
    problems += expansion.problems
    origins.merge(expansion.origins)
    return expanded
  }

  /// What an included file holds; nil where it cannot be read, which is reported.
  /// - Parameter location: where it is asked for.
  mutating func root(of file: String, askedAt location: SourceLocation) -> ConfigNode? {
    if let known = parsed[file] { return known }
    guard let text = load(file) else {
      problems.append(CompositionProblem.unreadableInclude(file).diagnostic(at: location))
      parsed[file] = .some(nil)
      return nil
    }
    let root = parse(text, file: file)
    parsed[file] = .some(root)
    return root
  }

  /// The files, by name.
  var names: [String] { sources.keys.sorted() }

  /// The folder of a file, seen from where the program runs.
  static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// A path that a file names, seen from where the program runs: relative ones start at the file's folder.
  static func path(_ path: String, from file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    var folder = file[..<slash].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case ".." where folder.last != nil && folder.last != ".." && folder.last != "" && folder.last != ".":
        folder.removeLast()
      default: folder.append(String(part))
      }
    }
    return folder.joined(separator: "/")
  }
}

/// Where values came from that do not stand in the definition as they are: a variable, a parameter, a profile.
struct Origins: Sendable {
  private var notes: [SourceLocation: String] = [:]

  subscript(location: SourceLocation) -> String? {
    get { notes[location] }
    set { notes[location] = newValue }
  }

  mutating func merge(_ other: Origins) { notes.merge(other.notes) { first, _ in first } }
}
