// swift-tools-version: 6.2
import PackageDescription

/// The stages that ship. Each is a target of its own that depends on the API and on nothing else of the host,
/// so that whatever a shipped stage can do, a stranger's stage can do too.
let plugins = [
  "Files", "Cleaning", "Deduplication", "Entities", "Summaries", "External", "Filters", "Databases",
]

/// What a plugin needs besides: C of its own, in a folder of its folder.
let ownC = [
  "External": ["CChildProcess"], "Filters": ["CLanguageDetector"], "Entities": ["EntityWeights"],
  "Cleaning": ["CCleaningModel"], "Deduplication": ["CMinHash"],
]

/// What a plugin needs besides: libraries.
let libraries: [String: [Target.Dependency]] = [
  "Files": ["YAMLStream", "CZlib", "CZstd", "CDeflate", "CBrotli"],
  "Databases": [.product(name: "GRDB", package: "GRDB.swift")],
]

/// Files beside C that are compiled into it by `#embed`: what a plugin has learnt, and its card.
let embedded = [
  "EntityWeights": ["entities.model", "entities.model.md", "words.clusters"],
  "CCleaningModel": [
    "blocks.model", "blocks.trees", "lines.model", "lines.trees", "lines.words", "MODEL_CARD.md",
  ],
]

/// CI builds with warnings as errors; a user with a newer compiler should not have to.
let strict: [SwiftSetting] =
  Context.environment["COPYDESK_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Plugins that are loaded at run time use the API of the program, so it must let them see its symbols.
let exportingSymbols: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "--export-dynamic"], .when(platforms: [.linux])),
  // Where a release archive has its libraries.
  .unsafeFlags(["-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib/copydesk"], .when(platforms: [.linux])),
  .unsafeFlags(["-Xlinker", "-export_dynamic"], .when(platforms: [.macOS])),
]

let package = Package(
  name: "copydesk",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "copydesk", targets: ["CopydeskCLI"]),
    .library(name: "Copydesk", targets: ["Copydesk"]),
    .library(name: "CopydeskTesting", targets: ["CopydeskTesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.9.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .executableTarget(name: "interface-hash", path: "Tools/InterfaceHash"),
    .plugin(
      name: "InterfaceStamp", capability: .buildTool(), dependencies: ["interface-hash"],
      path: "Tools/InterfaceStamp"),
    .target(name: "CCopydesk"),
    .target(
      name: "Copydesk", dependencies: ["CCopydesk"],
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))], plugins: ["InterfaceStamp"]),
    .target(name: "YAMLStream", dependencies: ["CLibYAML"]),
    .target(name: "PipelineDefinition", dependencies: ["Copydesk", "YAMLStream"]),
    .target(name: "PipelineRunner", dependencies: ["Copydesk", "PipelineDefinition"]),
    .target(name: "CSealedFile"),
    .target(name: "PluginHost", dependencies: ["Copydesk", "CCopydesk", "CSealedFile"]),
    .target(name: "CopydeskTesting", dependencies: ["Copydesk"]),
    .executableTarget(
      name: "CopydeskCLI",
      dependencies: [
        "Copydesk", "CopydeskTesting", "PipelineDefinition", "PipelineRunner", "PluginHost",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + plugins.map { .init(stringLiteral: $0) }, linkerSettings: exportingSymbols),
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
        name: plugin,
        dependencies: ["Copydesk"] + c.map { .init(stringLiteral: $0) } + libraries[plugin, default: []],
        path: "Plugins/\(plugin)", exclude: c)
    }
    + ownC.flatMap { plugin, targets in
      targets.map { name in
        .target(
          name: name, path: "Plugins/\(plugin)/\(name)", exclude: embedded[name] ?? [],
          linkerSettings: name == "CLanguageDetector"
            ? [.linkedLibrary("cld2", .when(platforms: [.linux]))] : [])
      }
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
      .testTarget(name: "PluginHostTests", dependencies: ["Copydesk", "CCopydesk", "PluginHost"]),
      .testTarget(
        name: "CopydeskTestingTests",
        dependencies: ["Copydesk", "CopydeskTesting"] + plugins.map { .init(stringLiteral: $0) }),
      .testTarget(name: "EndToEnd", dependencies: ["Copydesk", "CopydeskCLI", "PipelineDefinition"]),
    ],
  swiftLanguageModes: [.v6]
)

for target in package.targets
where target.type != .system && target.type != .plugin && !ownC.values.joined().contains(target.name) {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
