// swift-tools-version: 6.2
import PackageDescription

// What the author of a plugin builds and tests with: the API, and the library for tests. It is what a plugin's
// manifest names. `make install` puts it into share/copydesk/sdk; here its sources are links.

/// `copydesk plugin build` sets this. The API is in the program then, and nothing of it must be linked into the plugin:
/// the products are empty, and the plugin is compiled with the program's own modules.
let isPluginBuild = Context.environment["COPYDESK_PLUGIN_BUILD"] != nil

let sources: [Target] = [
  .executableTarget(name: "interface-hash", path: "Tools/InterfaceHash"),
  .plugin(
    name: "InterfaceStamp", capability: .buildTool(), dependencies: ["interface-hash"],
    path: "Tools/InterfaceStamp"),
  .target(name: "CCopydesk"),
  .target(name: "Copydesk", dependencies: ["CCopydesk"], plugins: ["InterfaceStamp"]),
  .target(name: "CopydeskTesting", dependencies: ["Copydesk"]),
]

let package = Package(
  name: "copydesk",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Copydesk", targets: [isPluginBuild ? "InTheProgram" : "Copydesk"]),
    .library(name: "CopydeskTesting", targets: [isPluginBuild ? "InTheProgram" : "CopydeskTesting"]),
  ],
  targets: isPluginBuild ? [.target(name: "InTheProgram")] : sources,
  swiftLanguageModes: [.v6]
)
