import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a plugin as they were read, and what loads them.
///
/// Between reading a file and loading it somebody else who may write there can change it. So on Linux, where there is
/// somebody else who may, the bytes are put into a sealed file in memory, and that is loaded. What only the user and the
/// system's administrator can write is loaded from its own place, by which debuggers and backtraces know it. So is a plugin
/// that has libraries looked for beside itself, for only from there they are found: it is as safe as those files are, of
/// which nobody has a hash. Where others may write them, or where others may write the plugin and there are no sealed files,
/// as on macOS, it is loaded only if the user has allowed that.
struct PluginImage {
  /// The plugin's file, with all links followed.
  let path: String
  /// The SHA-256 of the bytes.
  let hash: String
  private let bytes: [UInt8]
  private let isAllowed: Bool
  private let seal: ([UInt8], String) -> String?

  /// - Parameters:
  ///   - isAllowed: whether the user wants it loaded although others may change what is loaded.
  ///   - seal: puts bytes into a sealed file of a name, and tells its path; nil where it cannot.
  init(
    _ path: String, _ bytes: [UInt8], isAllowed: Bool,
    seal: @escaping ([UInt8], String) -> String? = { SealedFile($0, name: $1)?.path }
  ) {
    self.path = path
    self.bytes = bytes
    self.isAllowed = isAllowed
    self.seal = seal
    hash = SHA256.hexadecimal(bytes)
  }

  /// Loads the library and finds a function in it.
  func symbol(_ name: String) throws(CopydeskError) -> UnsafeMutableRawPointer {
    let place = try place()
    guard let library = dlopen(place, RTLD_NOW | RTLD_LOCAL) else {
      throw PluginProblem.notLoadable(reason: Self.lastError(place, path)).error(path)
    }
    guard let symbol = dlsym(library, name) else {
      throw PluginProblem.malformed(what: "it does not offer the function \(name)").error(path)
    }
    return symbol
  }

  /// Where it is to be loaded from.
  private func place() throws(CopydeskError) -> String {
    let exposure = FileOwnership.exposure(of: path)
    let siblings = siblings
    guard let sibling = siblings.first else {
      guard let exposure else { return path }
      if let sealed = seal(bytes, String(path.split(separator: "/").last ?? "")) { return sealed }
      guard isAllowed else { throw PluginProblem.exposed(exposure, library: nil).error(path) }
      return path
    }
    guard !isAllowed else { return path }
    if let exposure { throw PluginProblem.exposed(exposure, library: sibling).error(path) }
    for library in siblings {
      guard let exposure = Self.exposure(ofLibrary: library) else { continue }
      throw PluginProblem.exposed(exposure, library: library).error(path)
    }
    return path
  }

  /// Where others may change what the loader finds there: a link's own folder counts, and what it leads to.
  private static func exposure(ofLibrary path: String) -> FileOwnership.Exposure? {
    let name = path.split(separator: "/").last ?? ""
    guard let folder = PluginLoader.realPath(String(path.dropLast(name.count))),
      let file = PluginLoader.realPath(path)
    else { return .init(path: path, isByMode: false) }
    return FileOwnership.exposure(of: "\(folder)/\(name)") ?? FileOwnership.exposure(of: file)
  }

  /// The libraries that it would find beside itself.
  private var siblings: [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let origin = parts.dropLast().joined(separator: "/")
    // What is loaded already is not looked for.
    let siblings = LibraryNeeds(bytes)?.siblings(origin: origin) { library in
      let name = library.split(separator: "/").last ?? ""
      guard access(library, F_OK) == 0 else { return false }
      guard let loaded = dlopen(String(name), RTLD_LAZY | RTLD_NOLOAD) else { return true }
      dlclose(loaded)
      return false
    }
    return siblings ?? []
  }

  /// The loader's reason, which names the file that it was given.
  private static func lastError(_ place: String, _ path: String) -> String {
    guard let reason = dlerror().map({ String(cString: $0) }) else { return "no reason is given" }
    guard reason.hasPrefix("\(place): ") else { return reason }
    return path + reason.dropFirst(place.count)
  }
}
