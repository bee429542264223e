import CCopydesk
import Copydesk
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Loads plugins into this program, each file once.
///
/// What can be told from the file is told before it is loaded: a library that was compiled against another API would
/// crash, and Swift cannot take back what it has loaded. So the stamps that ``exportPlugin(_:)`` leaves in the file are
/// read first, and a plugin whose stamps are not this program's is refused.
public final class PluginLoader: Sendable {
  private let loaded = Mutex<[LoadedPlugin]>([])
  private let host: PluginStamp

  /// Creates a loader.
  /// - Parameter host: the stamp that plugins must have; another than this program's only in tests.
  public init(host: PluginStamp = .host) { self.host = host }

  /// The plugins loaded so far, in that order.
  public var plugins: [LoadedPlugin] { loaded.withLock { $0 } }

  /// Loads the plugin at a path; one that is loaded already is found again.
  /// - Throws: ``CopydeskError`` where it is not a plugin or was made for another program.
  public func load(_ path: String) throws(CopydeskError) -> LoadedPlugin {
    guard let file = Self.realPath(path) else {
      throw PluginProblem.unreadable(reason: String(cString: strerror(errno))).error(path)
    }
    // A typed error does not go through `withLock`.
    let result = loaded.withLock { loaded -> Result<LoadedPlugin, CopydeskError> in
      if let known = loaded.first(where: { $0.path == file }) { return .success(known) }
      do throws(CopydeskError) {
        let plugin = try open(file)
        loaded.append(plugin)
        return .success(plugin)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func open(_ path: String) throws(CopydeskError) -> LoadedPlugin {
    guard let bytes = Self.contents(of: path) else {
      throw PluginProblem.unreadable(reason: String(cString: strerror(errno))).error(path)
    }
    let hash = SHA256.hexadecimal(bytes)
    let plugin: LoadedPlugin
    if let stamp = PluginStamp(in: bytes) {
      if bytes.firstIndex(of: "copydesk-plugin-api-copy;") != nil { throw PluginProblem.ownCopy.error(path) }
      try check(stamp, path)
      plugin = try openSwift(path, hash)
    } else if bytes.firstIndex(of: "copydesk_native_plugin") != nil {
      plugin = try openNative(path, hash)
    } else {
      throw PluginProblem.notAPlugin.error(path)
    }
    for stage in plugin.stages where !stage.contains(".") {
      throw PluginProblem.unnamespaced(stage: stage, plugin: plugin.name).error(path)
    }
    return plugin
  }

  /// The handshake.
  private func check(_ stamp: PluginStamp, _ path: String) throws(CopydeskError) {
    if stamp.swift != host.swift || stamp.compiler != host.compiler {
      throw PluginProblem.otherCompiler(plugin: stamp, host: host).error(path)
    }
    if stamp.interface != host.interface {
      throw PluginProblem.otherInterface(plugin: stamp, host: host).error(path)
    }
    if stamp.build != host.build { throw PluginProblem.otherBuild(plugin: stamp, host: host).error(path) }
  }

  private func openSwift(_ path: String, _ hash: String) throws(CopydeskError) -> LoadedPlugin {
    let symbol = try Self.symbol("copydesk_plugin", in: path)
    typealias Function = @convention(c) () -> UnsafeMutableRawPointer
    let export = PluginExport.take(unsafeBitCast(symbol, to: Function.self)())
    let plugin = export.plugin
    return LoadedPlugin(
      name: plugin.name, version: plugin.version, path: path, hash: hash, kind: .swift(plugin))
  }

  private func openNative(_ path: String, _ hash: String) throws(CopydeskError) -> LoadedPlugin {
    let symbol = try Self.symbol("copydesk_native_plugin", in: path)
    let function = unsafeBitCast(symbol, to: copydesk_native_plugin_function.self)
    guard let description = function(NativeDescription.abiVersion) else {
      throw PluginProblem.malformed(what: "copydesk_native_plugin returned NULL").error(path)
    }
    let native = try NativeDescription(description, path)
    return LoadedPlugin(
      name: native.name, version: native.version, path: path, hash: hash, kind: .native(native.stages))
  }

  /// Loads the library and finds a function in it.
  private static func symbol(_ name: String, in path: String) throws(CopydeskError) -> UnsafeMutableRawPointer
  {
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      throw PluginProblem.notLoadable(reason: lastError()).error(path)
    }
    guard let symbol = dlsym(library, name) else {
      throw PluginProblem.malformed(what: "it does not offer the function \(name)").error(path)
    }
    return symbol
  }

  private static func lastError() -> String { dlerror().map { String(cString: $0) } ?? "no reason is given" }

  /// The SHA-256 of a plugin's file, in hexadecimal digits, as ``LoadedPlugin/hash``; nil where it cannot be read. Loads
  /// nothing.
  public static func hash(of path: String) -> String? { contents(of: path).map { SHA256.hexadecimal($0) } }

  /// The path without links, `.` and `..`, as the system follows it; nil where nothing is there.
  public static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// More than any plugin has, in bytes.
  private static let mostBytes = 1 << 30

  /// The bytes of a file; nil, with `errno`, where it cannot be read, or is a device, a pipe or far too large for one.
  private static func contents(of path: String) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= mostBytes else {
      errno = status.st_mode & S_IFMT == S_IFREG ? EFBIG : ENOEXEC
      return nil
    }
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return ferror(file) == 0 ? bytes : nil
  }
}
