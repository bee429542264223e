// The codes about plugins.

extension DiagnosticStory {
  static let unreadablePlugin = DiagnosticStory(
    title: "A plugin that cannot be loaded",
    meaning: """
      There is no such file, it is not a plugin, or the system cannot load it. A path under "plugins" starts at the \
      folder of the definition, one behind --plugin at the folder you are in.
      """,
    wrong: .init(command: "list plugins --plugin acme/Package.swift"),
    mended: .init(command: "list plugins --plugin acme/acme.copydeskplugin"),
    reason: """
      A pipeline whose stages are not all there must not begin.
      """,
    commands: [.buildPlugin, .plugins])

  static let incompatiblePlugin = DiagnosticStory(
    title: "A plugin that was made for another Copydesk",
    meaning: """
      A plugin in Swift is compiled against the API of one Copydesk: where fields lie in memory and which functions \
      there are is fixed in its file. So are the version of the compiler and the kind of build. They are not those \
      of this program. That is so after an update of Copydesk or of Swift. A plugin in C is fixed to the version of \
      the C interface only.
      """,
    wrong: .init(command: "run news.yaml articles/ --plugin acme.copydeskplugin"),
    mended: .init(command: "plugin build acme"),
    reason: """
      A library that takes the memory for something else crashes, or worse, goes on. It is refused before it is \
      loaded.
      """,
    commands: [.buildPlugin, .plugins])

  static let pluginStageName = DiagnosticStory(
    title: "A plugin's stage with a name it cannot have",
    meaning: """
      Two plugins offer a stage of one name, or a name has no dot or is not made of lower-case words. The stages that \
      ship have the names without a dot; one of a plugin begins with a name of its maker's own, as acme.redact does.
      """,
    wrong: .init(command: "check news.yaml --plugin acme.copydeskplugin --plugin old/acme.copydeskplugin"),
    mended: .init(command: "check news.yaml --plugin acme.copydeskplugin"),
    reason: """
      A definition must mean the same everywhere, and not what happened to be loaded first.
      """,
    commands: [.plugins, .stages])

  static let pluginBuildFailed = DiagnosticStory(
    title: "A plugin that does not build",
    meaning: """
      The folder has neither a Package.swift with a dynamic library nor a C file, the compiler found mistakes, which it \
      has told above, or this Copydesk came without what plugins are built with.
      """,
    wrong: .init(command: "plugin build articles/"),
    mended: .init(command: "plugin build acme"),
    reason: """
      Nothing is written where a plugin would be that does not work.
      """,
    commands: [
      .init(line: "new plugin acme", purpose: "makes a package that builds as it stands"), .buildPlugin,
    ])
}

extension DiagnosticStory.Command {
  fileprivate static let buildPlugin = Self(
    line: "plugin build acme", purpose: "builds the plugin for this Copydesk")
  fileprivate static let plugins = Self(
    line: "list plugins", purpose: "lists what is loaded, from where, with hashes")
}
