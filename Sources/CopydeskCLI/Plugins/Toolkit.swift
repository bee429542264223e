import Copydesk
import Foundation

/// What plugins are built with, found from where the program stands: in `../share/copydesk` of an installed one, in the
/// checkout of one that was built there.
struct Toolkit {
  /// The folder with the program's modules.
  let modules: String
  /// The folder with the C headers.
  let headers: String
  /// The package that a plugin's manifest names.
  let sdk: String

  /// - Throws: ``CopydeskError`` where the program came without them.
  init() throws {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { throw Self.missing("") }
    var folder = program.deletingLastPathComponent()
    let share = folder.appendingPathComponent("../share/copydesk").standardized
    if Self.exists(share.appendingPathComponent("modules/Copydesk.swiftmodule")) {
      modules = share.appendingPathComponent("modules").path
      headers = share.appendingPathComponent("include").path
      sdk = share.appendingPathComponent("sdk").path
      return
    }
    let built = folder.appendingPathComponent("Modules")
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      let sdk = folder.appendingPathComponent("SDK")
      if Self.exists(sdk.appendingPathComponent("Package.swift")),
        Self.exists(built.appendingPathComponent("Copydesk.swiftmodule"))
      {
        modules = built.path
        headers = folder.appendingPathComponent("Sources/CCopydesk/include").path
        self.sdk = sdk.path
        return
      }
    }
    throw Self.missing(share.path)
  }

  private static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  private static func missing(_ share: String) -> CopydeskError {
    CopydeskError(
      .pluginBuildFailed, "what plugins are built with did not come with this copydesk",
      help: "it should be in \(share); install Copydesk with: make install")
  }
}
