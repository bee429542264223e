import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program with all that it is started with.
struct Command: Sendable {
  /// The program's file; not looked for in `PATH` any more.
  var path: String
  /// The arguments, the program's name first.
  var arguments: [String]
  /// The environment as `NAME=value`.
  var environment: [String]
  /// The folder that it starts in.
  var folder: String
  /// Most bytes of memory; 0 for no limit.
  var memory: UInt64
  /// Most seconds of processor time; 0 for no limit.
  var processorSeconds: UInt64

  /// Finds the program and puts its environment together.
  ///
  /// It is given `PATH`, `LANG=C.UTF-8`, `PYTHONPATH` to find the helper, and the variables that the definition names:
  /// nothing else of the user's environment, in which there may be keys.
  /// - Throws: ``InvalidOption`` where there is no such program.
  init(_ options: External.Options, _ context: StageContext) throws {
    guard let name = options.command.first, !name.isEmpty else {
      throw InvalidOption(
        "command", "\"external\" needs a command", help: "for instance: command: [python3, my_stage.py]")
    }
    let search = context.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    guard let path = Self.find(name, in: search, from: context.folder) else {
      if let file = Self.fileThatIsNone(name, from: context.folder) {
        throw InvalidOption(
          "command", "\"\(name)\" is no program that may be run",
          help: "let it be run, chmod +x \(file), or name what runs it: command: [python3, \(name)]")
      }
      throw InvalidOption(
        "command", "there is no program named \"\(name)\"",
        help: name.contains("/")
          ? "a path starts at the folder of the definition: \(context.folder)"
          : "it is looked for in the folders of PATH")
    }
    self.path = path
    // The stage is the user's own program, or the script that another one runs. What that imports nobody knows; what else it
    // is told of it may write.
    if name.contains("/") {
      context.note(dependencyOn: path, named: name)
    } else {
      let places = options.command.dropFirst().map {
        (name: $0, path: $0.hasPrefix("/") ? $0 : "\(context.folder)/\($0)")
      }
      if let script = places.first(where: { Self.isFile($0.path) }) {
        context.note(dependencyOn: script.path, named: script.name)
      }
    }
    arguments = options.command
    folder = context.folder
    memory = UInt64(options.memoryMb) << 20
    processorSeconds = UInt64(options.cpuSeconds ?? 0)
    var variables = ["PATH": search, "LANG": "C.UTF-8"]
    if let library = context.library { variables["PYTHONPATH"] = "\(library)/python" }
    for name in options.env { variables[name] = context.environment[name] ?? variables[name] }
    environment = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  private static func find(_ name: String, in search: String, from folder: String) -> String? {
    if name.hasPrefix("/") { return isProgram(name) ? name : nil }
    if name.contains("/") { return isProgram("\(folder)/\(name)") ? name : nil }
    for part in search.split(separator: ":") where part.hasPrefix("/") {
      let path = "\(part)/\(name)"
      if isProgram(path) { return path }
    }
    return nil
  }

  /// The file of this name that lacks the right to be run.
  private static func fileThatIsNone(_ name: String, from folder: String) -> String? {
    guard name.contains("/") else { return nil }
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    return isFile(path) ? path : nil
  }

  private static func isFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  private static func isProgram(_ path: String) -> Bool {
    isFile(path) && access(path, X_OK) == 0
  }
}
