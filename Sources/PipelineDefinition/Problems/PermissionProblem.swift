import Copydesk

/// What a definition may not do.
enum PermissionProblem: DefinitionProblem {
  case notAllowed(stage: String, Permission, remedy: String?)
  case pluginNotAllowed(String, path: String, remedy: String?)
  case missingPlugin(String, path: String)

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
    case .missingPlugin(let plugin, let path):
      Diagnostic(
        .unreadablePlugin, "there is no plugin \"\(plugin)\": no file \"\(path)\"", at: location,
        help:
          "a path under \"plugins\" starts at the definition's folder; copydesk plugin build makes the file")
    }
  }

  private static var permissionHelp: String { "read what it starts; then allow it with --allow-external" }
}
