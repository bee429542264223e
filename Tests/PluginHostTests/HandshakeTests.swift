import CCopydesk
import Copydesk
import Foundation
import Testing

@testable import PluginHost

/// Plugins that were made for another program are refused before they are loaded.
///
/// The files are not libraries, only what the handshake reads: one that was not refused would be told of as a library
/// that cannot be loaded.
@Suite final class HandshakeTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test func thisProgramsOwnStampIsWhole() {
    let host = PluginStamp.host
    #expect(host.interface.count == 16 && host.interface.allSatisfy(\.isHexDigit))
    #expect(["debug", "release"].contains(host.build))
    #expect(host.swift.split(separator: ".").count == 3 && !host.swift.hasPrefix("0"))
    #expect(!host.compiler.isEmpty)
  }

  @Test func aPluginForAnotherInterfaceIsRefused() throws {
    let error = try refusal { $0.interface = "0123456789abcdef" }
    #expect(error.diagnostics[0].code == .incompatiblePlugin)
    let message = error.diagnostics[0].message
    #expect(message.contains("another version of Copydesk"))
    #expect(message.contains("interface 0123456789abcdef, this is \(PluginStamp.host.interface)"))
    #expect(error.diagnostics[0].help == "build it again: copydesk plugin build")
  }

  @Test func aPluginOfAnotherCompilerIsRefused() throws {
    let error = try refusal { $0.swift = "5.9.2" }
    #expect(error.diagnostics[0].code == .incompatiblePlugin)
    let swift = PluginStamp.host.swift
    #expect(
      error.diagnostics[0].message.contains("another compiler (Swift 5.9.2; Copydesk with Swift \(swift))"))
    #expect(error.diagnostics[0].help?.contains("install Swift \(swift)") == true)
  }

  @Test func aPluginOfAnotherCompilerOfTheSameVersionIsRefused() throws {
    let error = try refusal { $0.compiler = "Clang 21.0.0 (a fork)" }
    #expect(error.diagnostics[0].message.contains("Clang 21.0.0 (a fork)"))
  }

  @Test func aPluginForAnotherKindOfBuildIsRefused() throws {
    let other = PluginStamp.host.build == "debug" ? "release" : "debug"
    let error = try refusal { $0.build = other }
    #expect(error.diagnostics[0].code == .incompatiblePlugin)
    #expect(
      error.diagnostics[0].message.contains(
        "for a \(other) build of Copydesk, this is a \(PluginStamp.host.build) build"))
  }

  @Test func aPluginThatBringsItsOwnAPIIsRefused() throws {
    let path = try write(Self.marks(.host) + "copydesk-plugin-api-copy;")
    let error = try #require(throws: CopydeskError.self) { try PluginLoader().load(path) }
    #expect(error.diagnostics[0].code == .incompatiblePlugin)
    #expect(error.diagnostics[0].message.contains("its own copy"))
  }

  @Test func aFileThatIsNoPluginIsRefused() throws {
    for text in ["", "stages: [clean]", "copydesk-plugin-interface:", "copydesk-plugin-interface:0;debug;"] {
      let path = try write(text)
      let error = try #require(throws: CopydeskError.self) { try PluginLoader().load(path) }
      #expect(error.diagnostics[0].code == .unreadablePlugin)
      #expect(error.diagnostics[0].message.hasSuffix("is not a plugin"), "\(error)")
    }
  }

  @Test func aMissingFileIsToldOf() throws {
    let error = try #require(throws: CopydeskError.self) {
      try PluginLoader().load("/nowhere/acme.copydeskplugin")
    }
    #expect(error.diagnostics[0].message.hasSuffix("No such file or directory"))
  }

  @Test func whatPassesTheHandshakeIsLoaded() throws {
    let path = try write(Self.marks(.host))
    let error = try #require(throws: CopydeskError.self) { try PluginLoader().load(path) }
    #expect(error.diagnostics[0].message.contains("cannot be loaded"))
  }

  @Test func theVersionOfTheCInterfaceIsThatOfTheHeader() {
    #expect(NativeDescription.abiVersion == COPYDESK_ABI_VERSION)
  }

  // MARK: Files

  private static func marks(_ stamp: PluginStamp) -> String {
    let version = stamp.swift.split(separator: ".").compactMap { Int($0) }
    let number = version[0] * 10_000 + version[1] * 100 + version[2]
    return "\u{7F}ELF…copydesk-plugin-interface:\(stamp.interface);\(stamp.build);\0"
      + "copydesk-plugin-compiler:\(number);\(stamp.compiler);\0"
  }

  private func refusal(_ change: (inout PluginStamp) -> Void) throws -> CopydeskError {
    var stamp = PluginStamp.host
    change(&stamp)
    let path = try write(Self.marks(stamp))
    return try #require(throws: CopydeskError.self) { try PluginLoader().load(path) }
  }

  private func write(_ text: String) throws -> String {
    let url = folder.appendingPathComponent("\(UUID().uuidString).copydeskplugin")
    try Data(text.utf8).write(to: url)
    return url.path
  }
}
