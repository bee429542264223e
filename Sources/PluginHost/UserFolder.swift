/// The user's folder of settings: `copydesk` in `XDG_CONFIG_HOME`, which is `~/.config` unless the user says otherwise.
///
/// It holds `pipelines`, `plugins`, and the lists of what may run: `trusted` and `known-plugins`.
public enum UserFolder {
  /// The path of the folder, which need not be there; nil where there is no home folder.
  public static func path(_ environment: [String: String]) -> String? {
    // A relative path there is to be ignored (XDG Base Directory Specification).
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return "\(folder)/copydesk" }
    return environment["HOME"].map { "\($0)/.config/copydesk" }
  }
}
