import Foundation
import Testing

/// Which plugins a definition may load: a plugin can do all that its user can do, and a definition may have come with
/// somebody's data.
@Suite(.enabled(if: Shell.has("cc"), "there is no C compiler")) struct PluginTrustTests {
  private let copydesk: Copydesk
  /// Another user, on whose machine nothing has been built.
  private let stranger: [String: String]

  init() throws {
    copydesk = try Copydesk()
    stranger = ["HOME": copydesk.folder + "/home"]
    // What loads it leaves a mark.
    try copydesk.plugin(
      "acme", at: "acme.copydeskplugin",
      before: "__attribute__((constructor)) static void mark(void) { fclose(fopen(\"loaded\", \"w\")); }")
    try copydesk.write(
      "plugins: [acme.copydeskplugin]\nstages: [acme.pass, output.jsonl: { path: out.jsonl }]\n", to: "p.yaml"
    )
    try copydesk.write("Rivers rose.", to: "a.txt")
    try FileManager.default.removeItem(atPath: copydesk.folder + "/loaded")
  }

  @Test func aPluginThatCameWithADefinitionIsNotLoaded() throws {
    for command in [["check", "p.yaml"], ["run", "p.yaml", "a.txt"], ["test", "p.yaml"]] {
      let outcome = try copydesk.run(arguments: command, environment: stranger)
      #expect(outcome.exitCode == 1)
      #expect(
        outcome.errors.contains(
          "p.yaml:1:11: error[CD140]: \"acme.copydeskplugin\" was neither built nor checked here"),
        "\(outcome.errors)")
      #expect(outcome.errors.contains("copydesk plugin check acme.copydeskplugin, which runs it"))
      // Its stages are not called unknown: that follows.
      #expect(!outcome.errors.contains("CD101") && !outcome.errors.contains("acme.pass"), "\(outcome.errors)")
    }
    #expect(!copydesk.exists("loaded") && !copydesk.exists("out.jsonl"))
  }

  @Test func onesOwnPluginNeedsNoWord() throws {
    #expect(try copydesk.run("run", "p.yaml", "a.txt").exitCode == 0)
    #expect(copydesk.exists("loaded") && copydesk.exists("out.jsonl"))
  }

  @Test(arguments: ["--allow-external", "--plugin acme.copydeskplugin"])
  func theCommandLineLoadsIt(_ flags: String) throws {
    let arguments = ["run", "p.yaml", "a.txt"] + flags.split(separator: " ").map(String.init)
    #expect(try copydesk.run(arguments: arguments, environment: stranger).exitCode == 0)
  }

  @Test func aPluginThatPassedItsCheckIsKnownUntilItsBytesChange() throws {
    let check = try Shell.run(
      "copydesk plugin check acme.copydeskplugin --huge 1000", in: copydesk.folder, environment: stranger)
    #expect(check.exitCode == 0, "\(check.output)")
    #expect(try copydesk.run("run", "p.yaml", "a.txt", environment: stranger).exitCode == 0)
    let list = String(decoding: copydesk.data("home/.config/copydesk/known-plugins"), as: UTF8.self)
    let sum = try Shell.succeed("sha256sum acme.copydeskplugin", in: copydesk.folder).prefix(64)
    #expect(list.hasPrefix("\(sum)  /") && list.hasSuffix("/acme.copydeskplugin\n"), "\(list)")
    try copydesk.write(copydesk.data("acme.copydeskplugin") + Data([0]), to: "acme.copydeskplugin")
    let changed = try copydesk.run("run", "p.yaml", "a.txt", environment: stranger)
    #expect(changed.exitCode == 1 && changed.errors.contains("error[CD140]"), "\(changed.errors)")
  }

  @Test func aListThatCannotBeWrittenCostsOnlyTheWord() throws {
    try copydesk.write("a file where the folder should be", to: "home/.config/copydesk")
    let outcome = try Shell.run(
      "copydesk plugin build source/acme -o other.so", in: copydesk.folder, environment: stranger)
    #expect(outcome.exitCode == 0 && outcome.output.contains("will need --allow-external"), "\(outcome)")
    #expect(copydesk.exists("other.so"))
  }

  /// The system follows a link before `..`, which a look at the words alone does not.
  @Test func aWayThroughALinkLeadsToNoOtherPlugin() throws {
    try Shell.succeed(
      "mkdir -p deep/er && cp acme.copydeskplugin deep/ && ln -s deep/er link", in: copydesk.folder)
    try copydesk.write(
      "plugins: [link/../acme.copydeskplugin]\nstages: [acme.pass, output.jsonl: { path: out.jsonl }]\n",
      to: "p.yaml")
    try FileManager.default.removeItem(atPath: copydesk.folder + "/acme.copydeskplugin")
    let outcome = try copydesk.run("check", "p.yaml", environment: stranger)
    #expect(outcome.exitCode == 1 && outcome.errors.contains("error[CD140]"), "\(outcome.errors)")
    #expect(!copydesk.exists("loaded"))
  }

  /// It is no matter of trust, and not known either: something else could be there by the time that it is loaded.
  @Test func whatIsNotThereIsToldToBeMissing() throws {
    try copydesk.write("plugins: [gone.so]\nstages: [output.jsonl: { path: out.jsonl }]\n", to: "p.yaml")
    let outcome = try copydesk.run("check", "p.yaml")
    #expect(outcome.exitCode == 1 && outcome.errors.contains("error[CD401]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("there is no plugin \"gone.so\""), "\(outcome.errors)")
  }

  @Test func aCopyOfAKnownPluginIsNotKnown() throws {
    try Shell.succeed("mkdir other && cp acme.copydeskplugin p.yaml other/", in: copydesk.folder)
    let outcome = try copydesk.run("check", "other/p.yaml")
    #expect(outcome.exitCode == 1 && outcome.errors.contains("error[CD140]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("copydesk plugin check other/acme.copydeskplugin"), "\(outcome.errors)")
  }

  @Test(arguments: ["/dev/zero", "pipe"]) func whatIsNoFileIsNotReadAsAPlugin(_ path: String) throws {
    try Shell.succeed("mkfifo pipe", in: copydesk.folder)
    try copydesk.write("plugins: [\(path)]\nstages: [output.jsonl: { path: out.jsonl }]\n", to: "p.yaml")
    for flags in [[], ["--allow-external"]] {
      let outcome = try copydesk.run(arguments: ["check", "p.yaml"] + flags)
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains(flags.isEmpty ? "error[CD140]" : "error[CD401]"), "\(outcome.errors)")
    }
  }
}
