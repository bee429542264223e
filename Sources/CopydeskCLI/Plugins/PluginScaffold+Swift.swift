import Copydesk

extension PluginScaffold {
  /// The files of a package in Swift.
  func swiftPackage() throws -> [(String, String)] {
    [
      ("Package.swift", try manifest()), ("Sources/\(module)/\(module)Plugin.swift", swiftPlugin),
      ("Sources/\(module)/\(type).swift", swiftStage),
      ("Tests/\(module)Tests/\(type)Tests.swift", swiftTests), ("README.md", swiftReadme),
    ]
  }

  private func manifest() throws -> String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    // Where this machine's Copydesk keeps what plugins are built and tested with; see: copydesk plugin sdk
    let copydesk = Context.environment["COPYDESK_SDK"] ?? "\(try Toolkit().sdk)"

    let package = Package(
      name: "\(plugin)",
      platforms: [.macOS(.v15)],
      products: [
        // copydesk plugin build makes the plugin of this.
        .library(name: "\(module)", type: .dynamic, targets: ["\(module)"])
      ],
      dependencies: [.package(name: "copydesk", path: copydesk)],
      targets: [
        .target(name: "\(module)", dependencies: [.product(name: "Copydesk", package: "copydesk")]),
        .testTarget(
          name: "\(module)Tests",
          dependencies: [
            "\(module)", .product(name: "Copydesk", package: "copydesk"),
            .product(name: "CopydeskTesting", package: "copydesk"),
          ]),
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  private var swiftPlugin: String {
    """
    import Copydesk

    /// The stages of this plugin.
    public enum \(module)Plugin: Plugin {
      public static let name = "\(plugin)"
      public static let version = "0.1.0"
      public static let components: [any PipelineComponent.Type] = [
        \(type).self
      ]
    }

    /// What Copydesk calls when it has loaded the plugin.
    @_cdecl("copydesk_plugin")
    public func copydeskPlugin() -> UnsafeMutableRawPointer { exportPlugin(\(module)Plugin.self) }

    """
  }

  var swiftStage: String {
    """
    import Copydesk

    /// Drops articles that are too short.
    ///
    ///     - \(name): { words: 50 }
    public struct \(type): Stage {
      public struct Options: StageOptions {
        @Option("Fewest words an article may have.", range: 0...) public var words = 50
        public init() {}
      }
      public static let name: StageName = "\(name)"
      public static let abstract = "Drops articles that are too short."
      public static let example = "- \(name): { words: 50 }"
      public static let reads: [DocumentField] = [.text]
      public static let rules = [Rule("too_short", "Drops an article with fewer words than `words`.")]
      let options: Options

      public init(options: Options, context: StageContext) { self.options = options }

      public func process(_ document: inout Document) throws {
        let words = document.text.wordCount
        if words < options.words {
          document.drop(
            rule: "too_short", reason: "\\(words) words", measured: Double(words), limit: Double(options.words))
        }
      }
    }

    """
  }

  var swiftTests: String {
    """
    import Copydesk
    import CopydeskTesting
    import Testing

    @testable import \(module)

    @Suite struct \(type)Tests {
      @Test func aShortArticleIsDropped() throws {
        let document = try run(\(type).self, on: Document("Too short."))
        try expect(document).dropped(rule: "too_short")
      }

      @Test func aLongEnoughArticleIsKeptAsItIs() throws {
        let document = try run(\(type).self, on: Document("Rivers rose on Monday.")) { $0.words = 4 }
        try expect(document).kept().text("Rivers rose on Monday.")
      }

      @Test func itDoesWhatIsAskedOfEveryStage() throws {
        #expect(try conformance(of: \(type).self, hugeBytes: 100_000).problems == [])
      }
    }

    """
  }

  private var swiftReadme: String {
    """
    # \(plugin)

    A plugin for Copydesk with the stage `\(name)`.

        swift test                            # its tests
        copydesk plugin build                 # makes \(plugin).copydeskplugin
        copydesk plugin check                 # what is asked of every stage
        copydesk run pipeline.yaml samples/   # pipeline.yaml names the plugin

    A plugin belongs to the Copydesk that it was built with: after an update, build it again.

    """
  }
}
