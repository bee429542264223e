import PackagePlugin

/// Has the hash of the API's interface compiled into the API. See `Tools/InterfaceHash`.
@main
struct InterfaceStampPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target as? SwiftSourceModuleTarget else { return [] }
    let sources = module.sourceFiles(withSuffix: "swift").map(\.url)
    let output = context.pluginWorkDirectoryURL.appending(path: "InterfaceStamp.swift")
    return [
      .buildCommand(
        displayName: "Hashing the interface of \(target.name)",
        executable: try context.tool(named: "interface-hash").url,
        arguments: [output.path] + sources.map(\.path), inputFiles: sources, outputFiles: [output])
    ]
  }
}
