import Copydesk

/// What is compiled into a plugin in Swift: which API it was made for, how that was built, and by which compiler.
public struct PluginStamp: Sendable, Hashable {
  /// The hash of the API's interface, 16 hexadecimal digits.
  public var interface: String
  /// How the API's modules were built: `debug` or `release`.
  public var build: String
  /// The version of the Swift compiler, as `6.3.1`.
  public var swift: String
  /// The compiler's own description, which tells two compilers of one version apart.
  public var compiler: String

  /// Creates a stamp.
  public init(interface: String, build: String, swift: String, compiler: String) {
    self.interface = interface
    self.build = build
    self.swift = swift
    self.compiler = compiler
  }

  /// This program's own.
  public static let host: PluginStamp = {
    let export = PluginExport.take(exportPlugin(HostPlugin.self))
    // The program is compiled together with the API: its stamp cannot be malformed.
    return PluginStamp(in: Array(export.stamp.utf8))
      ?? PluginStamp(interface: "", build: "", swift: "", compiler: "")
  }()

  /// The stamp that stands in a plugin's file; nil where there is none.
  init?(in file: [UInt8]) {
    guard let interface = Self.fields(behind: "copydesk-plugin-interface:", in: file),
      let compiler = Self.fields(behind: "copydesk-plugin-compiler:", in: file)
    else { return nil }
    self.init(
      interface: interface.0, build: interface.1, swift: Self.version(compiler.0), compiler: compiler.1)
  }

  /// The two fields behind a mark, each of which ends with a semicolon.
  private static func fields(behind mark: StaticString, in file: [UInt8]) -> (String, String)? {
    guard let start = file.firstIndex(of: mark)?.advanced(by: mark.utf8CodeUnitCount) else { return nil }
    let fields = file[start...].prefix(512).split(
      separator: UInt8(ascii: ";"), maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3 else { return nil }
    return (String(decoding: fields[0], as: UTF8.self), String(decoding: fields[1], as: UTF8.self))
  }

  /// `60301` → `6.3.1`.
  private static func version(_ digits: String) -> String {
    guard let number = Int(digits) else { return digits }
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }
}

/// Stands in for a plugin, so that the program gets the stamp that a plugin compiled with it would get.
private enum HostPlugin: Plugin {
  static let name = "host"
  static let version = "0"
  static let components: [any PipelineComponent.Type] = []
}

extension [UInt8] {
  /// Where a text stands for the first time.
  /// - Complexity: O(*n*): a jump from one possible first byte to the next.
  func firstIndex(of text: StaticString) -> Int? {
    text.withUTF8Buffer { text in
      guard let first = text.first, count >= text.count else { return nil }
      var start = startIndex
      while let next = self[start...].firstIndex(of: first), next + text.count <= endIndex {
        if self[next..<(next + text.count)].elementsEqual(text) { return next }
        start = next + 1
      }
      return nil
    }
  }
}
