import Copydesk

/// What a definition may not do.
enum PermissionProblem: DefinitionProblem {
  case notAllowed(stage: String, Permission, remedy: String?)
  case pluginNotAllowed(String, path: String, remedy: String?)

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .notAllowed(let stage, let permission, let remedy):
      Diagnostic(
        .notAllowed, "\"\(stage)\" wants to \(permission.rawValue), and this definition is not allowed to",
        at: location, help: remedy ?? Self.permissionHelp)
    case .pluginNotAllowed(let plugin, let path, let remedy):
      Diagnostic(
        .notAllowed,
        "\"\(plugin)\" was neither built nor checked here, and this definition is not trusted to load it",
        at: location,
        help:
          "if you trust the plugin: copydesk plugin check \(ShellWord.quoted(path)), which runs it; otherwise "
          + (remedy ?? Self.permissionHelp))
    }
  }

  private static var permissionHelp: String { "read what it starts; then allow it with --allow-external" }
}
