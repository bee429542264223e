import CCopydesk
import Copydesk

/// What a plugin with the C interface says of itself, copied and checked.
struct NativeDescription {
  static let abiVersion: UInt32 = 1

  let name: String
  let version: String
  let stages: [RuntimeStage]

  /// - Throws: ``CopydeskError`` where it is of another version, or something is missing.
  init(_ plugin: UnsafePointer<copydesk_plugin>, _ path: String) throws(CopydeskError) {
    // The first member says how to read the others.
    guard plugin.pointee.abi_version == Self.abiVersion else {
      throw PluginProblem.otherABI(plugin: plugin.pointee.abi_version, host: Self.abiVersion).error(path)
    }
    name = try Self.text(plugin.pointee.name, "the plugin has no name", path)
    version = try Self.text(plugin.pointee.version, "the plugin has no version", path)
    guard plugin.pointee.stage_size == MemoryLayout<copydesk_stage>.size else {
      let size = plugin.pointee.stage_size
      throw PluginProblem.malformed(what: "its stages are \(size) bytes long").error(path)
    }
    guard let first = plugin.pointee.stages else {
      throw PluginProblem.malformed(what: "it offers no stages").error(path)
    }
    var stages: [RuntimeStage] = []
    for index in 0..<plugin.pointee.stage_count { stages.append(try Self.stage(first + index, path)) }
    self.stages = stages
  }

  private static func stage(
    _ pointer: UnsafePointer<copydesk_stage>, _ path: String
  ) throws(CopydeskError) -> RuntimeStage {
    let stage = pointer.pointee
    let name = try text(stage.name, "a stage has no name", path)
    guard let process = stage.process else {
      throw PluginProblem.malformed(what: "the stage \"\(name)\" has no process function").error(path)
    }
    var options: [OptionSpec] = []
    for index in 0..<stage.option_count {
      guard let option = stage.options?[index] else { continue }
      options.append(try Self.option(option, of: name, path))
    }
    let declaration = ComponentDeclaration(
      name: name, abstract: stage.abstract.map { String(cString: $0) } ?? "",
      reads: try fields(stage.reads, of: name, path), writes: try fields(stage.writes, of: name, path),
      options: options)
    let functions = NativeFunctions(
      name: name, create: stage.create, process: process, destroy: stage.destroy)
    return RuntimeStage(type: NativeStage.self, declaration: declaration) { options, context in
      try NativeStage(functions, options, context)
    }
  }

  private static func option(
    _ option: copydesk_option, of stage: String, _ path: String
  ) throws(CopydeskError) -> OptionSpec {
    let name = try text(option.name, "an option of \"\(stage)\" has no name", path)
    let kind: OptionKind
    switch UInt32(bitPattern: option.kind) {
    case COPYDESK_BOOLEAN.rawValue: kind = .boolean
    case COPYDESK_INTEGER.rawValue: kind = .integer
    case COPYDESK_NUMBER.rawValue: kind = .number
    case COPYDESK_STRING.rawValue: kind = .string
    default:
      throw PluginProblem.malformed(what: "the option \"\(name)\" of \"\(stage)\" has no kind").error(path)
    }
    let written = try text(
      option.default_value, "the option \"\(name)\" of \"\(stage)\" has no default", path)
    func value(_ text: String) -> JSONValue? {
      let node = ConfigNode(
        .scalar(text, isPlain: true), at: SourceLocation(file: path, line: 1, column: 1))
      let spec = OptionSpec(name: name, help: "", kind: kind, defaultValue: .null)
      var problems: [OptionProblem] = []
      return spec.read(node, &problems)
    }
    guard let defaultValue = value(written) else {
      throw PluginProblem.malformed(
        what: "the default of \"\(name)\" of \"\(stage)\" is not \(kind): \(written)"
      ).error(path)
    }
    let low = option.minimum.flatMap { value(String(cString: $0)) }
    let high = option.maximum.flatMap { value(String(cString: $0)) }
    return OptionSpec(
      name: name, help: option.help.map { String(cString: $0) } ?? "", kind: kind, defaultValue: defaultValue,
      range: low == nil && high == nil ? nil : OptionRange(low: low, high: high))
  }

  private static func fields(
    _ names: UnsafePointer<CChar>?, of stage: String, _ path: String
  ) throws(CopydeskError) -> [DocumentField] {
    guard let names else { return [] }
    var fields: [DocumentField] = []
    for name in String(cString: names).split(separator: " ") {
      guard let field = DocumentField(rawValue: String(name)) else {
        throw PluginProblem.malformed(what: "\"\(stage)\" names a field \"\(name)\", which there is not")
          .error(path)
      }
      fields.append(field)
    }
    return fields
  }

  private static func text(
    _ pointer: UnsafePointer<CChar>?, _ missing: String, _ path: String
  ) throws(CopydeskError) -> String {
    guard let pointer else { throw PluginProblem.malformed(what: missing).error(path) }
    return String(cString: pointer)
  }
}

/// The functions of a stage with the C interface.
struct NativeFunctions: Sendable {
  typealias Create =
    @convention(c) (
      UnsafePointer<copydesk_host>?, OpaquePointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    ) -> Int32
  typealias Process =
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<copydesk_host>?, OpaquePointer?) -> Int32
  typealias Destroy = @convention(c) (UnsafeMutableRawPointer?) -> Void

  let name: String
  let create: Create?
  let process: Process
  let destroy: Destroy?
}
