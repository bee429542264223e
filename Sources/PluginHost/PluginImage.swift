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
/// which nobody has a hash. Where there are no sealed files, as on macOS, the file is loaded.
struct PluginImage {
  /// The plugin's file, with all links followed.
  let path: String
  /// The SHA-256 of the bytes.
  let hash: String
  private let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    hash = SHA256.hexadecimal(bytes)
  }

  /// Loads the library and finds a function in it.
  func symbol(_ name: String) throws(CopydeskError) -> UnsafeMutableRawPointer {
    let place = sealed ?? path
    guard let library = dlopen(place, RTLD_NOW | RTLD_LOCAL) else {
      throw PluginProblem.notLoadable(reason: Self.lastError(place, path)).error(path)
    }
    guard let symbol = dlsym(library, name) else {
      throw PluginProblem.malformed(what: "it does not offer the function \(name)").error(path)
    }
    return symbol
  }

  /// Where the very bytes can be loaded from.
  private var sealed: String? {
    guard FileOwnership.mayOthersWrite(path) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let origin = parts.dropLast().joined(separator: "/")
    // What is loaded already is not looked for.
    let sibling = LibraryNeeds(bytes)?.sibling(origin: origin) { library in
      let name = library.split(separator: "/").last ?? ""
      guard access(library, F_OK) == 0 else { return false }
      guard let loaded = dlopen(String(name), RTLD_LAZY | RTLD_NOLOAD) else { return true }
      dlclose(loaded)
      return false
    }
    return sibling == nil ? SealedFile(bytes, name: String(parts.last ?? ""))?.path : nil
  }

  /// The loader's reason, which names the file that it was given.
  private static func lastError(_ place: String, _ path: String) -> String {
    guard let reason = dlerror().map({ String(cString: $0) }) else { return "no reason is given" }
    guard reason.hasPrefix("\(place): ") else { return reason }
    return path + reason.dropFirst(place.count)
  }
}
