import Foundation
import Testing

/// Plugins in Swift, from an empty folder to a run. These compile packages, which takes its time: one after the other.
@Suite(.serialized) struct SwiftPluginTests {
  /// A plugin that was made, tested and built once for all.
  private static let made = Result { () -> Copydesk in
    let copydesk = try Copydesk.shared()
    try Shell.succeed("copydesk new plugin acme", in: copydesk.folder)
    try Shell.succeed("copydesk plugin build", in: copydesk.folder + "/acme")
    return copydesk
  }

  private func acme() throws -> Copydesk { try Self.made.get() }

  @Test func aNewPluginPassesItsOwnTestsAndRunsAsItStands() throws {
    let folder = try acme().folder + "/acme"
    let tests = try Shell.succeed("swift test --disable-xctest", in: folder)
    #expect(tests.contains("Test run with 3 tests"), "\(tests)")
    let run = try Shell.succeed("copydesk run pipeline.yaml samples/", in: folder)
    #expect(run.contains("2 read = 1 written + 1 rejected + 0 failed"), "\(run)")
    #expect(run.contains("plugin      acme 0.1.0, "), "\(run)")
    #expect(try acme().records("acme/out/acme.jsonl").map { $0["id"] as? String } == ["long.txt"])
    let check = try Shell.succeed("copydesk plugin check acme.copydeskplugin", in: folder)
    #expect(check.contains("acme 0.1.0: 1 stage, all pass"), "\(check)")
  }

  @Test func theLibraryThatSwiftBuildMakesIsRefusedForItsOwnCopyOfTheAPI() throws {
    let folder = try acme().folder + "/acme"
    try Shell.succeed("swift build", in: folder)
    let outcome = try Shell.run("copydesk list plugins --plugin .build/debug/libAcme.so", in: folder)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.contains("error[CD402]") && outcome.output.contains("brings its own copy"), "\(outcome)")
  }

  @Test func aPluginIsRefusedWhenItsInterfaceIsAnother() throws {
    let copydesk = try acme()
    var bytes = [UInt8](copydesk.data("acme/acme.copydeskplugin"))
    let mark = Array("copydesk-plugin-interface:".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) }) + mark.count
    for index in place..<(place + 16) { bytes[index] = UInt8(ascii: "0") }
    try copydesk.write(Data(bytes), to: "acme/stale.copydeskplugin")
    try copydesk.write("plugins: [stale.copydeskplugin]\nstages: [output.jsonl]\n", to: "acme/stale.yaml")
    let outcome = try Shell.run(
      "copydesk run acme/stale.yaml acme/samples --allow-external", in: copydesk.folder)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("acme/stale.yaml:1:11: error[CD402]"), "\(outcome.output)")
    #expect(
      outcome.output.contains("built for another version of Copydesk (interface 0000000000000000, this is "))
    #expect(outcome.output.contains("help: build it again: copydesk plugin build"))
  }

  @Test func aStageIsAddedToThePluginThatStandsHere() throws {
    let copydesk = try Copydesk()
    try Shell.succeed("copydesk new stage acme.first", in: copydesk.folder)
    let folder = copydesk.folder + "/acme"
    try Shell.succeed("copydesk new stage acme.second_one\ncopydesk plugin build", in: folder)
    let list = try Shell.succeed("copydesk list stages --plugin acme.copydeskplugin", in: folder)
    #expect(list.contains("  acme.first ") && list.contains("  acme.second_one "), "\(list)")
    #expect(copydesk.exists("acme/Tests/AcmeTests/SecondOneTests.swift"))
    let again = try Shell.run("copydesk new stage acme.first", in: folder)
    #expect(again.exitCode == 1 && again.output.contains("exists already"))
    #expect(try Shell.run("copydesk new plugin acme", in: copydesk.folder).exitCode == 1)
  }

  @Test func anInstalledCopydeskBuildsPluginsWithoutTheCheckout() throws {
    let copydesk = try Copydesk()
    let built = URL(fileURLWithPath: Copydesk.binary).deletingLastPathComponent().path
    try Shell.succeed("'\(Copydesk.root)/Scripts/install' '\(built)' \"$PWD/usr\"", in: copydesk.folder)
    let path = ["PATH": "\(copydesk.folder)/usr/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")]
    let said = try Shell.succeed(
      """
      copydesk plugin sdk
      copydesk new plugin brand
      cd brand
      copydesk plugin build
      copydesk run pipeline.yaml samples/
      """, in: copydesk.folder, environment: path)
    #expect(said.hasPrefix("\(copydesk.folder)/usr/share/copydesk/sdk\n"), "\(said)")
    #expect(said.contains("2 read = 1 written + 1 rejected + 0 failed"), "\(said)")
    for name in try FileManager.default.subpathsOfDirectory(atPath: copydesk.folder + "/usr") {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(copydesk.folder)/usr/\(name)")
      #expect(attributes[.type] as? FileAttributeType != .typeSymbolicLink, "\(name)")
    }
  }

  @Test func aPackageThatDoesNotBuildIsToldOf() throws {
    let copydesk = try Copydesk()
    let nothing = try Shell.run("copydesk plugin build", in: copydesk.folder)
    #expect(nothing.exitCode == 1 && nothing.output.contains("error[CD404]: there is no plugin in"))
    try copydesk.write("int x = ;", to: "broken/broken.c")
    let broken = try Shell.run("copydesk plugin build broken", in: copydesk.folder)
    #expect(broken.exitCode == 1 && broken.output.contains("error[CD404]: cc failed"), "\(broken.output)")
    #expect(!copydesk.exists("broken/broken.copydeskplugin"))
  }
}
