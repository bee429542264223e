import Foundation
import Synchronization
import Testing

/// The built binary, and a folder to run it in.
final class Copydesk: Sendable {
  /// What came of a run of the binary.
  struct Outcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  let folder: String
  /// Holds the folder, and beside it one for temporary files of what the test starts.
  private let home: String
  private static let prefix = "copydesk-e2e-"

  init() throws {
    _ = Self.sweeping
    let name = "\(Self.prefix)\(getpid())-\(UUID().uuidString)"
    home = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    folder = home + "/work"
    for path in [folder, home + "/tmp"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  deinit {
    // A program that was killed, or a helper of the compiler, may still write or take away a file at this moment.
    for _ in 0..<40 where FileManager.default.fileExists(atPath: home) {
      do { try FileManager.default.removeItem(atPath: home) } catch { usleep(50_000) }
    }
  }

  /// Takes away what tests have left that were killed: folders that bear the number of a process that is gone, and that
  /// are old. Of a container that shares the place for temporary files no process is known here.
  private static let sweeping: Void = {
    let top = FileManager.default.temporaryDirectory.path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: top)) ?? [] where name.hasPrefix(prefix)
    {
      guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), process > 0,
        kill(process, 0) != 0, errno == ESRCH,
        let attributes = try? FileManager.default.attributesOfItem(atPath: "\(top)/\(name)"),
        let changed = attributes[.modificationDate] as? Date, changed.timeIntervalSinceNow < -6 * 3600
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(top)/\(name)")
    }
  }()

  /// One whose folder several tests share, and that therefore nobody lets go of: it is taken away when the tests end.
  static func shared() throws -> Copydesk {
    let copydesk = try Copydesk()
    _ = removal
    sharedHomes.withLock { $0.append(copydesk.home) }
    return copydesk
  }

  private static let sharedHomes = Mutex<[String]>([])
  private static let removal: Void = {
    atexit {
      for home in Copydesk.sharedHomes.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: home) }
    }
  }()

  /// Where programs that run in a test's folder put their temporary files, so that what a killed one leaves goes with
  /// the test; nil for any other folder.
  static func temporaryFolder(for folder: String) -> String? {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard let home = parts.lastIndex(where: { $0.hasPrefix(prefix) }) else { return nil }
    return parts[...home].joined(separator: "/") + "/tmp"
  }

  /// Runs the binary in the folder; `input` is its standard input.
  func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments: arguments, input: input, environment: environment)
  }

  /// Runs the binary in the folder; `input` is its standard input.
  func run(
    arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = try process(arguments, environment: environment)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    let stdin = Pipe()
    process.standardInput = stdin
    try process.run()
    DispatchQueue.global().async {
      if let input { try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
      try? stdin.fileHandleForWriting.close()
    }
    let errorData = Collected()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      errorData.set(errors.fileHandleForReading.readDataToEndOfFile())
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    group.wait()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
      errors: String(decoding: errorData.data, as: UTF8.self))
  }

  /// The binary with arguments, not yet started.
  func process(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    variables["XDG_CONFIG_HOME"] = environment["HOME"] == nil ? Self.settings : nil
    variables["TMPDIR"] = home + "/tmp"
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    return process
  }

  /// What a program is started by so that the permissions of files hold for it; nil where that cannot be had. Root may
  /// read everything, unless it gives that up.
  static let barred: [String]? = {
    if getuid() != 0 { return [] }
    let command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    let outcome = try? Shell.run(
      "f=$(mktemp); chmod 0 $f; \(command.joined(separator: " ")) cat $f && code=1 || code=0; rm -f $f; exit $code",
      in: "/")
    return outcome?.exitCode == 0 ? command : nil
  }()

  /// The binary with arguments, not yet started, for which the permissions of files hold.
  func barredProcess(_ arguments: [String]) throws -> Process {
    let process = try process(arguments)
    guard let barred = Self.barred, !barred.isEmpty else { return process }
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = barred + [Self.binary] + arguments
    return process
  }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func data(_ name: String) -> Data { FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data() }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(name)") }

  /// The records of a JSON Lines file.
  func records(_ name: String) throws -> [[String: Any]] {
    try data(name).split(separator: 0x0A).map { line in
      try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    }
  }

  /// Beside the test bundle, where the package puts all that it builds; or the one that `COPYDESK_BINARY` names.
  static let binary: String = {
    if let named = ProcessInfo.processInfo.environment["COPYDESK_BINARY"] {
      return URL(fileURLWithPath: named).resolvingSymlinksInPath().path
    }
    let executable = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return executable.deletingLastPathComponent().appendingPathComponent("copydesk").path
  }()

  /// Where the settings of the user who runs the tests are taken to be, so that their own are neither read nor changed.
  static let settings = URL(fileURLWithPath: binary).deletingLastPathComponent()
    .appendingPathComponent("settings-of-tests").path

  /// The top of the checkout.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
}

/// Bytes from another thread.
private final class Collected: @unchecked Sendable {
  // Safe: written once by one thread before `group.wait()` returns, read only after.
  private(set) var data = Data()
  func set(_ data: Data) { self.data = data }
}
