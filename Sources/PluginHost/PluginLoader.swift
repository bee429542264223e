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
///
/// On Linux a file is read once: what is hashed, compared and checked are the bytes that are loaded then, whoever changes
/// the file in between (`PluginImage`).
public final class PluginLoader: Sendable {
  private struct State {
    var loaded: [LoadedPlugin] = []
    /// What somebody has vouched for, until it is loaded, by the path that they were asked about.
    var vouched: [String: Vouched] = [:]
  }

  /// What a path led to when somebody vouched for it. It may lead elsewhere by the time of loading.
  private enum Vouched {
    case read(file: String, bytes: [UInt8])
    case loaded(LoadedPlugin)
  }

  private let state = Mutex(State())
  private let host: PluginStamp

  /// Creates a loader.
  /// - Parameter host: the stamp that plugins must have; another than this program's only in tests.
  public init(host: PluginStamp = .host) { self.host = host }

  /// The plugins loaded so far, in that order.
  public var plugins: [LoadedPlugin] { state.withLock { $0.loaded } }

  /// Loads the plugin at a path; one that is loaded already is found again.
  ///
  /// Where somebody has vouched for what the path led to, that is loaded, wherever it leads by now.
  /// - Throws: ``CopydeskError`` where it is not a plugin or was made for another program.
  public func load(_ path: String) throws(CopydeskError) -> LoadedPlugin {
    // A typed error does not go through `withLock`.
    let result = state.withLock { state -> Result<LoadedPlugin, CopydeskError> in
      do throws(CopydeskError) {
        switch state.vouched.removeValue(forKey: path) {
        case .loaded(let plugin): return .success(plugin)
        case .read(let file, let bytes): return .success(try load(file, bytes, &state))
        case nil:
          guard let file = Self.realPath(path) else {
            throw PluginProblem.unreadable(reason: String(cString: strerror(errno))).error(path)
          }
          return .success(try load(file, nil, &state))
        }
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func load(_ file: String, _ vouched: [UInt8]?, _ state: inout State) throws(CopydeskError)
    -> LoadedPlugin
  {
    if let known = state.loaded.first(where: { $0.path == file }) { return known }
    let plugin = try open(file, vouched)
    state.loaded.append(plugin)
    return plugin
  }

  /// Whether somebody vouches for the bytes of a plugin. Those are the ones that ``load(_:)`` takes then for this path,
  /// although it may lead to another file by that time.
  /// - Parameters:
  ///   - path: the path, as it is given to ``load(_:)``.
  ///   - file: the file that it leads to (``realPath(_:)``).
  ///   - isKnown: whether they do, for the SHA-256 of the file.
  public func vouches(for path: String, at file: String, _ isKnown: (String) -> Bool) -> Bool {
    guard let bytes = Self.contents(of: file), isKnown(SHA256.hexadecimal(bytes)) else { return false }
    state.withLock { $0.vouched[path] = .read(file: file, bytes: bytes) }
    return true
  }

  /// Whether a plugin is loaded already. If it is, that is the one that ``load(_:)`` finds then for this path, although it
  /// may lead to another file by that time.
  public func hasLoaded(_ path: String, at file: String) -> Bool {
    state.withLock { state in
      guard let plugin = state.loaded.first(where: { $0.path == file }) else { return false }
      state.vouched[path] = .loaded(plugin)
      return true
    }
  }

  private func open(_ path: String, _ vouched: [UInt8]?) throws(CopydeskError) -> LoadedPlugin {
    guard let bytes = vouched ?? Self.contents(of: path) else {
      throw PluginProblem.unreadable(reason: String(cString: strerror(errno))).error(path)
    }
    // One that nobody had to vouch for was named or installed by the user, or the definition is trusted.
    let image = PluginImage(path, bytes, isAllowed: vouched == nil)
    let plugin: LoadedPlugin
    if let stamp = PluginStamp(in: bytes) {
      if bytes.firstIndex(of: "copydesk-plugin-api-copy;") != nil { throw PluginProblem.ownCopy.error(path) }
      try check(stamp, path)
      plugin = try openSwift(image)
    } else if bytes.firstIndex(of: "copydesk_native_plugin") != nil {
      plugin = try openNative(image)
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

  private func openSwift(_ image: PluginImage) throws(CopydeskError) -> LoadedPlugin {
    let symbol = try image.symbol("copydesk_plugin")
    typealias Function = @convention(c) () -> UnsafeMutableRawPointer
    let export = PluginExport.take(unsafeBitCast(symbol, to: Function.self)())
    let plugin = export.plugin
    return LoadedPlugin(
      name: plugin.name, version: plugin.version, path: image.path, hash: image.hash, kind: .swift(plugin))
  }

  private func openNative(_ image: PluginImage) throws(CopydeskError) -> LoadedPlugin {
    let symbol = try image.symbol("copydesk_native_plugin")
    let function = unsafeBitCast(symbol, to: copydesk_native_plugin_function.self)
    guard let description = function(NativeDescription.abiVersion) else {
      throw PluginProblem.malformed(what: "copydesk_native_plugin returned NULL").error(image.path)
    }
    let native = try NativeDescription(description, image.path)
    return LoadedPlugin(
      name: native.name, version: native.version, path: image.path, hash: image.hash,
      kind: .native(native.stages))
  }

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
