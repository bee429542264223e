import Copydesk
import Foundation
import Testing

@testable import PluginHost

#if canImport(Glibc)
  import Glibc
#endif

/// What was read of a plugin is what is loaded, where somebody else could change its file in between.
@Suite(.enabled(if: CCompiler.isThere, "there is no C compiler")) final class SealedPluginTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "copydesk-\(UUID().uuidString)"
  ).resolvingSymlinksInPath()

  /// Nobody else may write there, whatever the umask says.
  init() throws { try create(folder.path) }

  private func create(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Compiles a plugin that tells, in its version, where it was loaded from.
  private func compile(_ name: String, to path: String, _ arguments: [String] = [], before: String = "")
    throws
  {
    let source = folder.appendingPathComponent("\(name).c")
    let text = """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <copydesk_plugin.h>
      \(before)
      static int32_t process(void *s, const copydesk_host *h, copydesk_document *d) { return 0; }
      static const copydesk_stage stages[] = {{.name = "a.\(name)", .abstract = "A.", .process = process}};
      static copydesk_plugin plugin = {COPYDESK_ABI_VERSION, sizeof(copydesk_stage), "\(name)", "", stages, 1};
      const copydesk_plugin *copydesk_native_plugin(uint32_t version) {
        Dl_info info;
        dladdr((void *)process, &info);
        plugin.version = info.dli_fname;
        return &plugin;
      }
      """
    try Data(text.utf8).write(to: source)
    try CCompiler.link([source.path], to: self.path(path), arguments)
    try share(self.path(path), mode: 0o755)
  }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  private func share(_ path: String, mode: Int = 0o777) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  #if os(Linux)
    @Test func theBytesThatWereVouchedForAreLoadedThoughTheFileIsAnotherByThen() throws {
      try compile("good", to: "p.so")
      try compile("evil", to: "q.so")
      try share(folder.path)
      let loader = PluginLoader()
      #expect(loader.vouches(for: path("p.so"), at: path("p.so")) { $0.count == 64 })
      try FileManager.default.removeItem(atPath: path("p.so"))
      try FileManager.default.moveItem(atPath: path("q.so"), toPath: path("p.so"))
      let plugin = try loader.load(path("p.so"))
      #expect(plugin.name == "good" && plugin.stages == ["a.good"] && plugin.path == path("p.so"))
      #expect(plugin.version.hasPrefix("/proc/self/fd/"))
    }

    @Test func severalAreLoadedSideBySide() throws {
      try share(folder.path)
      let loader = PluginLoader()
      let names = ["one", "two", "three"]
      for name in names { try compile(name, to: "\(name).so") }
      let plugins = try names.map { try loader.load(path("\($0).so")) }
      #expect(plugins.map(\.name) == names && Set(plugins.map(\.version)).count == 3)
    }

    @Test func aSealedFileCannotBeChanged() throws {
      let file = try #require(SealedFile(Array("bytes".utf8), name: String(repeating: "é", count: 200)))
      #expect(FileManager.default.contents(atPath: file.path) == Data("bytes".utf8))
      let descriptor = try #require(CInt(file.path.split(separator: "/").last ?? ""))
      #expect(write(descriptor, "x", 1) == -1 && ftruncate(descriptor, 1) == -1)
      #expect(truncate(file.path, 0) == -1)
      #expect(FileManager.default.contents(atPath: file.path) == Data("bytes".utf8))
    }

    /// Compiles a plugin that needs a library in another folder, which is named from its own.
    private func compileNeedy(_ library: String, in place: String = ".") throws {
      let lib = path(place)
      try create(lib)
      try Data("int beside(void) { return 1; }".utf8).write(to: folder.appendingPathComponent("beside.c"))
      try CCompiler.link([path("beside.c")], to: "\(lib)/lib\(library).so")
      try share("\(lib)/lib\(library).so", mode: 0o755)
      let origin = place == "." ? "$ORIGIN" : "$ORIGIN/\(place)"
      try compile(
        "needy", to: "needy.so", ["-L" + lib, "-l\(library)", "-Wl,-rpath,\(origin)"],
        before: "int beside(void); int call(void) { return beside(); }")
    }

    /// Loads a plugin that nobody has allowed but who vouches for its file.
    private func loadVouched(_ name: String) throws -> LoadedPlugin {
      let loader = PluginLoader()
      #expect(loader.vouches(for: path(name), at: path(name)) { _ in true })
      return try loader.load(path(name))
    }

    @Test(arguments: [".", "lib"])
    func aLibraryBesideItThatOthersMayWriteIsNotLoadedUnasked(_ place: String) throws {
      let library = "exposed\(place == "." ? "" : place)"
      try compileNeedy(library, in: place)
      let shared = place == "." ? folder.path : path(place)
      try share(shared)
      let error = try #require(throws: CopydeskError.self) { try self.loadVouched("needy.so") }
      let words = error.diagnostics.map { "\($0.message) \($0.help ?? "")" }.joined()
      #expect(words.contains("lib\(library).so") && words.contains("chmod go-w '\(shared)'"), "\(words)")
      #expect(words.contains("--plugin '\(path("needy.so"))' or --allow-external"), "\(words)")
      try share(shared, mode: 0o755)
      #expect(try loadVouched("needy.so").version == path("needy.so"))
    }

    @Test func aPluginThatOthersMayWriteIsNotLoadedUnaskedWhereItCannotBeSealed() throws {
      try compile("bare", to: "bare.so")
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path("bare.so"))))
      func load(isAllowed: Bool) throws {
        let image = PluginImage(path("bare.so"), bytes, isAllowed: isAllowed, seal: { _, _ in nil })
        _ = try image.symbol("copydesk_native_plugin")
      }
      try load(isAllowed: false)
      try share(folder.path)
      let error = try #require(throws: CopydeskError.self) { try load(isAllowed: false) }
      let help = error.diagnostics.first?.help ?? ""
      #expect(help.contains("chmod go-w '\(folder.path)'"), "\(help)")
      try load(isAllowed: true)
    }

    @Test func aPluginThatHasALibraryBesideItFindsIt() throws {
      try compileNeedy("beside")
      try share(folder.path)
      let needs = try #require(
        LibraryNeeds(Array(try Data(contentsOf: URL(fileURLWithPath: path("needy.so"))))))
      #expect(needs.names.contains("libbeside.so") && needs.folders == ["$ORIGIN"])
      let plugin = try PluginLoader().load(path("needy.so"))
      #expect(plugin.name == "needy" && plugin.version == path("needy.so"))
    }

    @Test func whatCannotBeLoadedIsCalledByItsOwnName() throws {
      try compile("undefined", to: "u.so", before: "int nowhere(void); int call(void) { return nowhere(); }")
      try share(folder.path)
      let error = try #require(throws: (any Error).self) { try PluginLoader().load(self.path("u.so")) }
      #expect("\(error)".contains("\(path("u.so")): undefined symbol: nowhere"), "\(error)")
      #expect(!"\(error)".contains("/proc/"), "\(error)")
    }
  #endif

  @Test func aLinkThatLeadsElsewhereSinceSomebodyVouchedForItBringsNoOtherPlugin() throws {
    try compile("good", to: "good.so")
    try compile("evil", to: "evil.so")
    func link(_ target: String) throws {
      try? FileManager.default.removeItem(atPath: path("p.so"))
      try FileManager.default.createSymbolicLink(atPath: path("p.so"), withDestinationPath: path(target))
    }
    let loader = PluginLoader()
    try link("good.so")
    #expect(!loader.hasLoaded(path("p.so"), at: path("good.so")))
    #expect(loader.vouches(for: path("p.so"), at: path("good.so")) { $0.count == 64 })
    try link("evil.so")
    #expect(try loader.load(path("p.so")).path == path("good.so"))
    // The same of one that is loaded already.
    #expect(loader.hasLoaded(path("p.so"), at: path("good.so")))
    #expect(try loader.load(path("p.so")).path == path("good.so"))
    #expect(loader.plugins.map(\.name) == ["good"])
    #expect(!loader.hasLoaded(path("p.so"), at: path("evil.so")))
  }

  @Test func whatNobodyElseCanWriteIsLoadedFromItsPlace() throws {
    try compile("own", to: "own.so")
    let plugin = try PluginLoader().load(path("own.so"))
    #expect(plugin.version == path("own.so"))
  }

  @Test func whoMayWriteIsTold() throws {
    let inner = path("a/b")
    try create(inner)
    let file = inner + "/p.so"
    try Data("x".utf8).write(to: URL(fileURLWithPath: file))
    try share(file, mode: 0o644)
    #expect(FileOwnership.exposure(of: file) == nil)
    for (place, mode, restored, isShared) in [
      (file, 0o666, 0o644, true), (file, 0o664, 0o644, true), (file, 0o755, 0o644, false),
      (inner, 0o777, 0o755, true), (inner, 0o1777, 0o755, false), (path("a"), 0o775, 0o755, true),
    ] {
      try share(place, mode: mode)
      let exposure = FileOwnership.exposure(of: file)
      #expect((exposure != nil) == isShared, "\(place) \(mode)")
      if let exposure { #expect(exposure.path == place && exposure.isByMode) }
      try share(place, mode: restored)
    }
    #expect(
      FileOwnership.exposure(of: inner + "/missing.so") != nil
        && FileOwnership.exposure(of: "relative.so") != nil)
  }

  @Test func aDamagedLibraryNeedsNothingAndCostsNothing() throws {
    try compile("whole", to: "whole.so")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path("whole.so"))))
    var generator = SeededGenerator(seed: 19)
    for _ in 0..<500 {
      var damaged = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
      for _ in 0..<20 where !damaged.isEmpty {
        damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      _ = LibraryNeeds(damaged)?.siblings(origin: "/x") { _ in false }
    }
    #expect(LibraryNeeds(Array(bytes.prefix(40))) == nil && LibraryNeeds([]) == nil)
  }
}
