import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where plugins are found that nobody has named: the files and folders of `COPYDESK_PLUGIN_PATH`, and the user's
/// `~/.config/copydesk/plugins`.
public struct PluginFolders: Sendable {
  private let places: [String]

  /// Creates it from the process's environment.
  public init(environment: [String: String]) {
    var places = (environment["COPYDESK_PLUGIN_PATH"] ?? "").split(separator: ":").map(String.init)
    if let folder = Self.ofUser(environment) { places.append(folder) }
    self.places = places
  }

  /// The user's own folder.
  public static func ofUser(_ environment: [String: String]) -> String? {
    UserFolder.path(environment).map { "\($0)/plugins" }
  }

  /// The files, those of a folder by name.
  public var files: [String] {
    places.flatMap { place in
      Self.isPlugin(place) ? [place] : FolderNames.of(place).filter(Self.isPlugin).map { "\(place)/\($0)" }
    }
  }

  private static func isPlugin(_ path: String) -> Bool {
    path.hasSuffix(".copydeskplugin") || path.hasSuffix(".so") || path.hasSuffix(".dylib")
  }
}
