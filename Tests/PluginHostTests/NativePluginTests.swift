import Copydesk
import Foundation
import Testing

@testable import PluginHost

/// Plugins with the C interface. Each test compiles its own.
@Suite(.enabled(if: CCompiler.isThere, "there is no C compiler")) final class NativePluginTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "copydesk-\(UUID().uuidString)")

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test func aStageReadsAndChangesADocument() throws {
    let body = """
      copydesk_text text = host->text(document);
      if (text.count != 25 || text.bytes[0] != 'R') return COPYDESK_FAILED;
      if (host->set_field(document, "title", "A title") != COPYDESK_OK) return COPYDESK_FAILED;
      if (host->set_field(document, "published", "2018-05-10") != COPYDESK_OK) return COPYDESK_FAILED;
      if (host->set_field(document, "topic", host->field(document, "id").bytes) != COPYDESK_OK) return COPYDESK_FAILED;
      host->add_entity(document, 19, 25, "PLACE", NULL);
      host->remove(document, 0, 7, "first_word");
      host->note(document, "seen");
      return COPYDESK_OK;
      """
    let document = try process(Document("Rivers rose in — Geneva", id: "a"), body)
    // The entity lies behind a character of three bytes, and has moved with its text.
    #expect(document.text.string == "rose in — Geneva")
    #expect(document.entities.map { document.text[$0.span] } == ["Geneva"])
    #expect(document.title == "A title" && document.published?.description == "2018-05-10")
    #expect(document.metadata["topic"] == "a")
    #expect(document.trail.entries.map(\.rule) == ["seen", "first_word"])
    #expect(document.trail.entries.last?.source == Span(0, 7))
  }

  @Test func placesThatCannotBeAreRefused() throws {
    let body = """
      size_t end = host->text(document).count;
      int32_t wrong = 0;
      wrong += host->remove(document, 0, end + 1, "r") == COPYDESK_OK;
      wrong += host->remove(document, 2, 1, "r") == COPYDESK_OK;
      wrong += host->remove(document, 0, 1, "r") == COPYDESK_OK;
      wrong += host->add_entity(document, 1, 2, "PLACE", NULL) == COPYDESK_OK;
      wrong += host->remove(document, (size_t)-1, (size_t)-1, "r") == COPYDESK_OK;
      wrong += host->set_field(document, "published", "some day") == COPYDESK_OK;
      wrong += host->set_field(document, "id", "another") == COPYDESK_OK;
      wrong += host->field(document, "title").bytes != NULL;
      return wrong == 0 ? COPYDESK_OK : COPYDESK_FAILED;
      """
    let document = try process(Document("é"), body)
    #expect(document.text.string == "é" && document.entities.isEmpty && document.trail.entries.isEmpty)
  }

  @Test func aFailureCostsTheDocumentAndSaysWhy() throws {
    let body =
      "host->remove(document, 0, 1, \"r\"); host->fail(document, \"no luck\"); return COPYDESK_FAILED;"
    var document = Document("Rivers")
    let stage = try stage(body)
    let failure = try #require(throws: Failure.self) { try stage.process(&document) }
    #expect(failure.code == .stageFailed && failure.message == "no luck")
    #expect(document.text.string == "Rivers")
  }

  @Test func optionsAreCheckedAndHandedOver() throws {
    let plugin = try load(
      """
      static int32_t create(const copydesk_host *host, const copydesk_options *options, void **stage) {
        if (host->option_number(options, "share") > 0.9) {
          host->refuse(options, "share", "that is too much");
          return COPYDESK_FAILED;
        }
        const char *word = host->option_string(options, "word");
        char *made = malloc(64);
        snprintf(made, 64, "%s %d %d %.2f", word, host->option_boolean(options, "loud"),
          (int)host->option_integer(options, "times"), host->option_number(options, "share"));
        *stage = made;
        return COPYDESK_OK;
      }
      static int32_t process(void *stage, const copydesk_host *host, copydesk_document *document) {
        return host->set_field(document, "title", stage);
      }
      static const copydesk_option options[] = {
        {"word", "A word.", COPYDESK_STRING, "hello", NULL, NULL}, {"loud", "Loud.", COPYDESK_BOOLEAN, "true", NULL, NULL},
        {"times", "Times.", COPYDESK_INTEGER, "3", "1", "9"}, {"share", "Share.", COPYDESK_NUMBER, "0.5", "0", "1"}};
      static const copydesk_stage stages[] = {{.name = "acme.all", .abstract = "All.", .options = options,
        .option_count = 4, .create = create, .process = process, .destroy = free, .reads = "text", .writes = "title"}};
      """)
    guard case .native(let stages) = plugin.kind else { Issue.record("not native"); return }
    let declaration = stages[0].declaration
    #expect(declaration.options.map(\.kind) == [.string, .boolean, .integer, .number])
    #expect(declaration.options.map { $0.range?.description } == [nil, nil, "1 to 9", "0 to 1"])
    #expect(declaration.reads == [.text] && declaration.writes == [.title])
    let defaults = declaration.options.map { JSONValue.Member($0.name, $0.defaultValue) }
    var document = Document("x")
    try stages[0].make(defaults, StageContext()).process(&document)
    #expect(document.title == "hello 1 3 0.50")
    var wrong = defaults
    wrong[3].value = .number("0.95")
    let error = try #require(throws: InvalidOption.self) { _ = try stages[0].make(wrong, StageContext()) }
    #expect(error.option == "share" && error.message == "that is too much")
  }

  @Test func anotherVersionOfTheCInterfaceIsRefused() throws {
    let error = try refusal(Self.plain, plugin: "{7, sizeof(copydesk_stage), \"acme\", \"1\", stages, 1}")
    #expect(error.diagnostics[0].code == .incompatiblePlugin)
    #expect(error.diagnostics[0].message.contains("version 7 of the C interface, this is version 1"))
  }

  @Test(arguments: [
    ("{COPYDESK_ABI_VERSION, 8, \"acme\", \"1\", stages, 1}", "its stages are 8 bytes long"),
    ("{COPYDESK_ABI_VERSION, sizeof(copydesk_stage), NULL, \"1\", stages, 1}", "the plugin has no name"),
    ("{COPYDESK_ABI_VERSION, sizeof(copydesk_stage), \"acme\", \"1\", NULL, 1}", "it offers no stages"),
  ])
  func aMalformedDescriptionIsRefused(_ plugin: String, _ words: String) throws {
    let error = try refusal(Self.plain, plugin: plugin)
    #expect(error.diagnostics[0].message.hasSuffix(words), "\(error)")
  }

  @Test func aStageWithoutAFunctionIsRefused() throws {
    let error = try refusal("static const copydesk_stage stages[] = {{.name = \"acme.empty\"}};")
    #expect(error.diagnostics[0].message.hasSuffix("the stage \"acme.empty\" has no process function"))
  }

  @Test func aStageWithoutADotIsRefusedWithANameItCouldHave() throws {
    let error = try refusal(Self.plain.replacingOccurrences(of: "acme.plain", with: "plain"))
    #expect(error.diagnostics[0].code == .pluginStageName)
    #expect(error.diagnostics[0].message.contains("named \"plain\", without a dot"))
    #expect(error.diagnostics[0].help == "put a name of your own before it, such as acme.plain")
  }

  @Test func twoPluginsWithOneStageNameAreAnErrorThatNamesBoth() throws {
    let loader = PluginLoader()
    var catalog = try StageCatalog()
    let (first, second) = (try loader.load(try compile(Self.plain)), try loader.load(try compile(Self.plain)))
    try first.add(to: &catalog)
    let error = try #require(throws: CopydeskError.self) { try second.add(to: &catalog) }
    #expect(error.diagnostics[0].code == .pluginStageName)
    for path in [first.path, second.path] { #expect(error.diagnostics[0].message.contains(path), "\(error)") }
    #expect(catalog.entries.map(\.name) == ["acme.plain"])
  }

  @Test func aPluginIsLoadedOnce() throws {
    let loader = PluginLoader()
    let path = try compile(Self.plain)
    #expect(try loader.load(path).path == loader.load(path).path)
    #expect(loader.plugins.count == 1)
    #expect(loader.plugins[0].hash.count == 64)
  }

  // MARK: Plugins

  private static let plain = """
    static int32_t process(void *stage, const copydesk_host *host, copydesk_document *document) { return 0; }
    static const copydesk_stage stages[] = {{.name = "acme.plain", .abstract = "Plain.", .process = process}};
    """

  private func stage(_ process: String) throws -> any Stage {
    let plugin = try load(
      """
      static int32_t process(void *stage, const copydesk_host *host, copydesk_document *document) { \(process) }
      static const copydesk_stage stages[] = {{.name = "acme.one", .abstract = "One.", .process = process}};
      """)
    guard case .native(let stages) = plugin.kind else { throw CopydeskError(.unreadablePlugin, "not native") }
    return try stages[0].make([], StageContext())
  }

  private func process(_ document: Document, _ body: String) throws -> Document {
    var document = document
    try stage(body).process(&document)
    return document
  }

  private func load(_ source: String) throws -> LoadedPlugin { try PluginLoader().load(try compile(source)) }

  private func refusal(_ source: String, plugin: String = CCompiler.plugin) throws -> CopydeskError {
    let path = try compile(source, plugin: plugin)
    return try #require(throws: CopydeskError.self) { try PluginLoader().load(path) }
  }

  private func compile(_ source: String, plugin: String = CCompiler.plugin) throws -> String {
    try CCompiler.compile(
      """
      #include <copydesk_plugin.h>
      #include <stdio.h>
      #include <stdlib.h>
      \(source)
      static const copydesk_plugin plugin = \(plugin);
      const copydesk_plugin *copydesk_native_plugin(uint32_t version) { return &plugin; }
      """, in: folder.appendingPathComponent(UUID().uuidString))
  }
}

/// The system's C compiler.
enum CCompiler {
  static let plugin = "{COPYDESK_ABI_VERSION, sizeof(copydesk_stage), \"acme\", \"1.0\", stages, 1}"

  static let isThere = (try? run(["--version"])) == 0

  private static let headers = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "Sources/CCopydesk/include"
    ).path

  /// Compiles a library in a folder, which is made, and returns its path.
  static func compile(_ source: String, in folder: URL) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("plugin.c")
    try Data(source.utf8).write(to: file)
    let library = folder.appendingPathComponent("plugin.copydeskplugin").path
    try link([file.path], to: library)
    return library
  }

  /// Compiles sources into a library, with more arguments.
  static func link(_ sources: [String], to library: String, _ arguments: [String] = []) throws {
    #expect(try run(["-shared", "-fPIC", "-I", headers, "-o", library] + sources + arguments) == 0)
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["cc"] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
