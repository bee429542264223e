import Foundation
import Testing

/// Plugins with the C interface, and where plugins of any kind are found.
@Suite(.enabled(if: Shell.has("cc"), "there is no C compiler")) struct NativePluginTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  @Test(.enabled(if: Shell.has("make"), "there is no make"))
  func aNewPluginInCPassesItsOwnTestsAndRunsAsItStands() throws {
    try Shell.succeed("copydesk new plugin acme --language c", in: copydesk.folder)
    let said = try Shell.succeed(
      "make test\ncopydesk run pipeline.yaml samples/", in: copydesk.folder + "/acme")
    #expect(said.contains("acme 0.1.0: 1 stage, all pass"), "\(said)")
    #expect(said.contains("2 read = 1 written + 1 rejected + 0 failed"), "\(said)")
  }

  @Test func theExampleInCTakesAddressesOut() throws {
    try Shell.succeed("cp -R '\(Copydesk.root)/Examples/plugin-in-c' .", in: copydesk.folder)
    try copydesk.write("Write to desk@courier.example. That is all.", to: "in/letter.txt")
    try copydesk.write("a@b.c d@e.f g@h.i j@k.l", to: "in/list.txt")
    let said = try Shell.succeed(
      """
      copydesk plugin build plugin-in-c
      copydesk plugin check plugin-in-c/plugin-in-c.copydeskplugin
      copydesk run plugin-in-c/pipeline.yaml in
      copydesk why out/redact.jsonl letter.txt
      """, in: copydesk.folder)
    #expect(said.contains("1 stage, all pass"), "\(said)")
    #expect(said.contains("“desk@courier.example”"), "\(said)")
    #expect(
      try copydesk.records("out/redact.jsonl").map { $0["text"] as? String } == ["Write to . That is all."])
    #expect(try copydesk.records("out/redact.rejects.jsonl").map { $0["id"] as? String } == ["list.txt"])
  }

  @Test(.enabled(if: Shell.has("rustc"), "there is no Rust compiler"))
  func theExampleInRustFindsCapitals() throws {
    try Shell.succeed("cp -R '\(Copydesk.root)/Examples/plugin-in-rust' .", in: copydesk.folder)
    try copydesk.write("The BBC and the ÉDF met in Geneva. OK?", to: "in/a.txt")
    let source = try String(contentsOfFile: "\(copydesk.folder)/plugin-in-rust/shout.rs", encoding: .utf8)
    // The line to compile it with, as its first comment gives it.
    let line = try #require(source.split(separator: "\n").first { $0.contains("rustc ") })
    let said = try Shell.succeed(
      """
      (cd plugin-in-rust && \(line.drop { "/! ".contains($0) }))
      copydesk plugin check plugin-in-rust/shout.copydeskplugin
      copydesk run plugin-in-rust/pipeline.yaml in
      """, in: copydesk.folder)
    #expect(said.contains("1 stage, all pass"), "\(said)")
    let entities = try #require(copydesk.records("out/capitals.jsonl").first?["entities"] as? [[String: Any]])
    #expect(entities.map { $0["text"] as? String } == ["BBC", "OK"])
  }

  @Test func pluginsAreFoundWhereTheyAreSaidToBe() throws {
    try copydesk.plugin("named", at: "deep/named.so")
    try copydesk.plugin("listed", at: "listed.copydeskplugin")
    try copydesk.plugin("inpath", at: "folder/inpath.so")
    try copydesk.plugin("ofuser", at: "home/.config/copydesk/plugins/ofuser.copydeskplugin")
    try copydesk.write(
      """
      plugins: ["../deep/./named.so"]
      stages: [named.pass, listed.pass, inpath.pass, ofuser.pass, output.jsonl]
      """, to: "pipelines/all.yaml")
    let environment = ["COPYDESK_PLUGIN_PATH": "folder:nowhere", "HOME": copydesk.folder + "/home"]
    let said = try Shell.succeed(
      "copydesk check all --plugin listed.copydeskplugin --allow-external", in: copydesk.folder,
      environment: environment)
    #expect(said.contains("named.pass → listed.pass → inpath.pass → ofuser.pass → output"), "\(said)")
    let list = try Shell.succeed("copydesk list plugins", in: copydesk.folder, environment: environment)
    #expect(list.contains("inpath 1.0  with the C interface") && list.contains("ofuser 1.0"), "\(list)")
    let sum = try Shell.succeed("sha256sum folder/inpath.so", in: copydesk.folder).prefix(64)
    #expect(list.contains("sha256  \(sum)"), "\(list)")
    #expect(list.contains("from    \(copydesk.folder)/folder/inpath.so") || list.contains("folder/inpath.so"))
  }

  @Test func theOptionsOfAStageAreKnownToShowCheckAndTheSchema() throws {
    try Shell.succeed(
      "copydesk new plugin acme --language c\ncopydesk plugin build acme", in: copydesk.folder)
    let flag = "--plugin acme/acme.copydeskplugin"
    let page = try Shell.succeed("copydesk show acme.minimum_words \(flag)", in: copydesk.folder)
    #expect(page.contains("words  a whole number; 0 or more; default 50"), "\(page)")
    let schema = try Shell.succeed("copydesk schema \(flag)", in: copydesk.folder)
    #expect(schema.contains("options.acme.minimum_words"))
    try copydesk.write(
      """
      stages:
        - acme.minimum_words: { words: -1, wrods: 3 }
        - output.jsonl
      """, to: "p.yaml")
    let check = try Shell.run("copydesk check p.yaml \(flag)", in: copydesk.folder)
    #expect(check.exitCode == 1)
    #expect(
      check.output.contains("p.yaml:2:34: error[CD105]") && check.output.contains("the range is 0 or more"))
    #expect(
      check.output.contains("p.yaml:2:38: error[CD103]") && check.output.contains("did you mean \"words\"?"))
  }

  @Test func twoPluginsWithOneStageNameAreAnErrorThatNamesBoth() throws {
    try copydesk.plugin("acme", at: "a.so")
    try copydesk.plugin("acme", at: "b.so")
    let outcome = try Shell.run("copydesk list stages --plugin a.so --plugin b.so", in: copydesk.folder)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("error[CD403]"))
    #expect(outcome.output.contains("/a.so) and \"acme\" (") && outcome.output.contains("/b.so) both offer"))
    // Named twice is not two.
    try Shell.succeed("copydesk list stages --plugin a.so --plugin ./a.so", in: copydesk.folder)
  }

  @Test func aBrokenPluginThatWasFoundIsAWarningAndOneThatWasNamedAnError() throws {
    try copydesk.write("this is no library", to: "folder/broken.so")
    try copydesk.write("Rivers rose.", to: "a.txt")
    let found = try Shell.succeed(
      "copydesk run clean a.txt -o -", in: copydesk.folder, environment: ["COPYDESK_PLUGIN_PATH": "folder"])
    #expect(found.contains("warning[CD401]") && found.contains("broken.so\" is not a plugin"), "\(found)")
    #expect(found.contains("1 written"))
    let named = try Shell.run("copydesk run clean a.txt -o - --plugin folder/broken.so", in: copydesk.folder)
    #expect(named.exitCode == 1 && named.output.contains("error[CD401]"))
    try copydesk.write("plugins: [folder/broken.so]\nstages: [clean, output.jsonl]\n", to: "p.yaml")
    let asked = try Shell.run("copydesk check p.yaml --allow-external", in: copydesk.folder)
    #expect(asked.exitCode == 1 && asked.output.contains("p.yaml:1:11: error[CD401]"), "\(asked.output)")
  }

  @Test func aPluginThatCrashesFailsItsCheckWithTheStageAndTheCheck() throws {
    try copydesk.plugin(
      "acme", at: "crash.so", body: "if (host->text(document).count == 0) __builtin_trap(); return 0;")
    let outcome = try Shell.run("copydesk plugin check crash.so --huge 1000", in: copydesk.folder)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.contains("at: acme.pass: empty, huge and malformed documents are survived"),
      "\(outcome.output)")
  }

  @Test func aRunThatAPluginCrashesNamesStageAndDocumentAndLeavesWhatWasThere() throws {
    let body = "if (host->text(document).count == 5) __builtin_trap(); return 0;"
    try copydesk.plugin("acme", at: "acme.so", body: body)
    try copydesk.write(
      """
      plugins: [acme.so]
      name: p
      stages: [acme.pass, dedupe.documents: { index: seen/, min_words: 1 }, output.jsonl: { path: out/p.jsonl }]
      """, to: "p.yaml")
    try copydesk.write("A first text of some words.", to: "in/first.txt")
    #expect(try copydesk.run("run", "p.yaml", "in").exitCode == 0)
    func left() -> [Data] {
      ["out/p.jsonl", "out/p.run.json", "seen/index.json", "seen/records"].map { copydesk.data($0) }
    }
    let before = left()
    try copydesk.write("Crash", to: "in/o\u{1B}dd.txt")
    let outcome = try Shell.run("copydesk run p.yaml in --quiet", in: copydesk.folder)
    #expect(outcome.exitCode > 3, "\(outcome.exitCode)")
    #expect(
      outcome.output.contains(
        "error[CD206]: the stage \"acme.pass\" crashed on the document \"o?dd.txt\""),
      "\(outcome.output)")
    #expect(outcome.output.contains("results are not complete") && !outcome.output.contains("\u{1B}]"))
    #expect(left() == before)
    // In a log for programs it is a line like the others; the id has what JSON and a terminal would act upon.
    try copydesk.write("Crash", to: "in/\"\\ö.txt")
    let logged = try Shell.run(
      "copydesk run p.yaml in/*ö.txt --log-format json 2>&1 >/dev/null", in: copydesk.folder)
    let lines = logged.output.split(separator: "\n").filter { $0.contains("CD206") }
    let line = try #require(lines.first, "\(logged.output)")
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
    let told = try #require(object)
    #expect(told["message"] == "the stage \"acme.pass\" crashed on the document \"\"\\ö.txt\"", "\(line)")
    #expect(told["level"] == "error" && told["code"] == "CD206")
    #expect(told["help"]?.contains("results are not complete") == true)
    let time = try Date(
      told["time"] ?? "", strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    #expect(abs(time.timeIntervalSinceNow) < 300, "\(line)")
    #expect(lines.count == 1 && left() == before)
    try FileManager.default.removeItem(atPath: "\(copydesk.folder)/in/\"\\ö.txt")
    // With a plugin that is mended everything is there.
    try copydesk.plugin("acme", at: "acme.so")
    let mended = try copydesk.run("run", "p.yaml", "in")
    #expect(mended.exitCode == 0, "\(mended.errors)")
    #expect(mended.errors.contains("2 read = 1 written + 1 rejected + 0 failed"), "\(mended.errors)")
  }

  @Test func aPluginThatBreaksARuleFailsItsCheckWithTheReason() throws {
    try copydesk.plugin(
      "acme", at: "odd.so",
      body: "static int n; n++; return host->set_field(document, \"title\", n % 2 ? \"a\" : \"b\");")
    let outcome = try Shell.run("copydesk plugin check odd.so --huge 1000", in: copydesk.folder)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("  FAIL  the same documents give the same result"), "\(outcome.output)")
    #expect(outcome.output.contains("acme 1.0: 1 stage, 1 fail"))
  }
}
