import Copydesk
import Foundation
import PluginHost

/// Builds a plugin, so that this program can load it.
///
/// One in Swift is built by SwiftPM against this program's modules, with nothing of the API linked in. One in C is a
/// folder with C or C++ files, which the system's compiler makes a shared library of.
struct PluginBuilder {
  let package: URL
  let toolkit: Toolkit
  /// The library product to build, where the package has several.
  var product: String?
  /// Where the plugin goes; beside the manifest, where nil.
  var output: String?

  /// Builds it and returns the path of its file.
  /// - Throws: ``CopydeskError`` where it does not build, or this program would not load it.
  func build() throws -> String {
    let sources = cSources
    let isSwift = FileManager.default.fileExists(atPath: package.appendingPathComponent("Package.swift").path)
    guard isSwift || !sources.isEmpty else {
      throw CopydeskError(
        .pluginBuildFailed, "there is no plugin in \"\(package.path)\"",
        help: "it has neither a Package.swift nor a C file; begin with: copydesk new plugin acme")
    }
    return isSwift ? try buildSwift() : try buildC(sources)
  }

  // MARK: Swift

  private func buildSwift() throws -> String {
    let host = PluginStamp.host
    // A folder for each interface: SwiftPM does not notice when the modules change that it was pointed to.
    let scratch = package.appendingPathComponent(".build/copydesk-\(host.interface)-\(host.build)")
    let modules = try linkedModules(in: scratch)
    let (name, title) = try names(scratch)
    var arguments = [
      "build", "--package-path", package.path, "--scratch-path", scratch.path, "-c", "release",
      "--product", name,
    ]
    for folder in [modules, toolkit.headers] { arguments += ["-Xswiftc", "-I", "-Xswiftc", folder] }
    #if os(macOS)
      arguments += ["-Xlinker", "-undefined", "-Xlinker", "dynamic_lookup"]
    #endif
    try Tool("swift", arguments, environment: environment).run()
    let bin = try Tool(
      "swift",
      [
        "build", "--package-path", package.path, "--scratch-path", scratch.path, "-c", "release",
        "--show-bin-path",
      ], environment: environment
    ).output().trimmingCharacters(in: .whitespacesAndNewlines)
    #if os(macOS)
      let library = "\(bin)/lib\(name).dylib"
    #else
      let library = "\(bin)/lib\(name).so"
    #endif
    return try publish(library, as: title)
  }

  private var environment: [String: String] {
    ["COPYDESK_PLUGIN_BUILD": "1", "COPYDESK_SDK": toolkit.sdk]
  }

  /// A folder with the API's module alone: a plugin must not come to use the other modules of the program.
  private func linkedModules(in scratch: URL) throws -> String {
    let folder = scratch.appendingPathComponent("copydesk-modules")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in ["Copydesk.swiftmodule", "Copydesk.swiftdoc"] {
        let link = folder.appendingPathComponent(name)
        try? FileManager.default.removeItem(at: link)
        try FileManager.default.createSymbolicLink(
          atPath: link.path, withDestinationPath: "\(toolkit.modules)/\(name)")
      }
    } catch {
      throw CopydeskError.unwritable(folder.path, error)
    }
    return folder.path
  }

  /// The package's dynamic library, and what the plugin's file is called after: the package, or of several libraries the
  /// one that was chosen.
  private func names(_ scratch: URL) throws -> (product: String, title: String) {
    let text = try Tool(
      "swift",
      [
        "package", "--package-path", package.path, "--scratch-path", scratch.path, "describe", "--type",
        "json",
      ], environment: environment
    ).output()
    let start = text.firstIndex(of: "{") ?? text.startIndex
    guard let json = try? JSONReader.value(Array(text[start...].utf8)[...]),
      case .array(let products) = json["products"]
    else {
      throw CopydeskError(
        .pluginBuildFailed, "swift package describe gives no products",
        help: "look at what it says in the plugin's folder: swift package describe --type json")
    }
    let names = products.filter { product in
      guard case .array(let kinds) = product["type"]?["library"] else { return false }
      return kinds.contains("dynamic")
    }.compactMap { $0["name"]?.string }
    if let product {
      if names.contains(product) { return (product, product.lowercased()) }
      throw CopydeskError(
        .pluginBuildFailed, "the package has no dynamic library named \"\(product)\"",
        help: Suggestion.help(for: product, among: names) ?? Self.productHelp)
    }
    guard let name = names.first else {
      throw CopydeskError(
        .pluginBuildFailed, "the package has no dynamic library", help: Self.productHelp)
    }
    guard names.count == 1 else {
      throw CopydeskError(
        .pluginBuildFailed, "the package has several dynamic libraries",
        help: "choose one with --product: " + names.joined(separator: ", "))
    }
    return (name, json["name"]?.string ?? name.lowercased())
  }

  private static let productHelp =
    "give its manifest a product: .library(name: \"Acme\", type: .dynamic, targets: [\"Acme\"])"

  // MARK: C

  private var cSources: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: package.path)) ?? []
    return names.filter { name in [".c", ".cc", ".cpp"].contains { name.hasSuffix($0) } }.sorted()
  }

  private func buildC(_ sources: [String]) throws -> String {
    let isPlain = sources.allSatisfy { $0.hasSuffix(".c") }
    let compiler = ProcessInfo.processInfo.environment[isPlain ? "CC" : "CXX"] ?? (isPlain ? "cc" : "c++")
    let name = package.lastPathComponent
    let path = output ?? package.appendingPathComponent("\(name).copydeskplugin").path
    let files = sources.map { package.appendingPathComponent($0).path }
    // Written beside and moved: a library that a running program has loaded must not change under it.
    let part = path + ".partial"
    try Tool(
      compiler,
      [
        "-shared", "-fPIC", "-O2", "-g", "-Wall", "-Wextra", "-I", toolkit.headers, "-o", part,
      ] + files
    ).run()
    return try move(part, to: path)
  }

  // MARK: The result

  private func publish(_ library: String, as title: String) throws -> String {
    let path = output ?? package.appendingPathComponent("\(title).copydeskplugin").path
    let part = path + ".partial"
    do {
      try? FileManager.default.removeItem(atPath: part)
      try FileManager.default.copyItem(atPath: library, toPath: part)
    } catch {
      throw CopydeskError.unwritable(path, error)
    }
    return try move(part, to: path)
  }

  private func move(_ part: String, to path: String) throws -> String {
    guard rename(part, path) == 0 else {
      throw CopydeskError.unwritable(path, errno)
    }
    return path
  }
}

/// Another program, found on the path.
struct Tool {
  private let name: String
  private let process = Process()

  init(_ name: String, _ arguments: [String], environment: [String: String] = [:]) {
    self.name = name
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  }

  /// Runs it; what it says goes to standard error.
  /// - Throws: ``CopydeskError`` where it fails.
  func run() throws {
    process.standardOutput = FileHandle.standardError
    try start()
    try finish()
  }

  /// Runs it and returns what it writes.
  /// - Throws: ``CopydeskError`` where it fails.
  func output() throws -> String {
    let pipe = Pipe()
    process.standardOutput = pipe
    try start()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    try finish()
    return String(decoding: data, as: UTF8.self)
  }

  private func start() throws {
    do { try process.run() } catch {
      throw CopydeskError(
        .pluginBuildFailed, "cannot start \(name): \(error.localizedDescription)", help: "is it installed?")
    }
  }

  private func finish() throws {
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CopydeskError(
        .pluginBuildFailed, "\(name) failed with exit code \(process.terminationStatus)",
        help: process.terminationStatus == 127 ? "is \(name) installed?" : "its own messages are above")
    }
  }
}
