// swift-tools-version: 6.2
import PackageDescription

/// The stages that ship. Each is a target of its own that depends on the API and on nothing else of the host,
/// so that whatever a shipped stage can do, a stranger's stage can do too.
let plugins = ["Files", "Cleaning", "Deduplication", "Entities", "Summaries", "External"]

/// What a plugin needs besides: C of its own, in a folder of its folder.
let ownC = ["External": ["CChildProcess"]]

/// CI builds with warnings as errors; a user with a newer compiler should not have to.
let strict: [SwiftSetting] =
  Context.environment["COPYDESK_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "copydesk",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "copydesk", targets: ["CopydeskCLI"]),
    .library(name: "Copydesk", targets: ["Copydesk"]),
    .library(name: "CopydeskTesting", targets: ["CopydeskTesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "Copydesk"),
    .target(name: "PipelineDefinition", dependencies: ["Copydesk", "CLibYAML"]),
    .target(name: "PipelineRunner", dependencies: ["Copydesk", "PipelineDefinition"]),
    .target(name: "CopydeskTesting", dependencies: ["Copydesk"]),
    .executableTarget(
      name: "CopydeskCLI",
      dependencies: [
        "Copydesk", "PipelineDefinition", "PipelineRunner",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + plugins.map { .init(stringLiteral: $0) }),
  ]
    + [
      .executableTarget(
        name: "ExternalBenchmark",
        dependencies: ["Copydesk", "PipelineDefinition", "PipelineRunner", "External"],
        path: "Benchmarks/ExternalBenchmark", exclude: ["busy.py"])
    ]
    + plugins.map { plugin in
      let c = ownC[plugin] ?? []
      return .target(
        name: plugin, dependencies: ["Copydesk"] + c.map { .init(stringLiteral: $0) },
        path: "Plugins/\(plugin)", exclude: c)
    }
    + ownC.flatMap { plugin, targets in
      targets.map { .target(name: $0, path: "Plugins/\(plugin)/\($0)") }
    }
    + plugins.map {
      .testTarget(
        name: "\($0)Tests", dependencies: ["Copydesk", "CopydeskTesting", .init(stringLiteral: $0)])
    }
    + [
      .testTarget(name: "CopydeskTests", dependencies: ["Copydesk"]),
      .testTarget(name: "PipelineDefinitionTests", dependencies: ["Copydesk", "PipelineDefinition"]),
      .testTarget(
        name: "PipelineRunnerTests",
        dependencies: ["Copydesk", "PipelineDefinition", "PipelineRunner", "CopydeskTesting"]
          + plugins.map { .init(stringLiteral: $0) }),
      .testTarget(
        name: "DiagnosticsTests", dependencies: ["Copydesk", "PipelineDefinition", "CopydeskCLI"]),
      .testTarget(name: "EndToEnd", dependencies: ["Copydesk", "CopydeskCLI"]),
    ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && !ownC.values.joined().contains(target.name) {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
