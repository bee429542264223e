import CCopydesk
import Copydesk

/// A stage of a plugin with the C interface.
struct NativeStage: Stage {
  static let name: StageName = "native.stage"
  static let abstract = "A stage of a plugin with the C interface."

  private let functions: NativeFunctions
  private let instance: Instance

  /// - Throws: ``InvalidOption`` where the plugin refuses the options.
  init(_ functions: NativeFunctions, _ options: [JSONValue.Member], _ context: StageContext) throws {
    self.functions = functions
    var pointer: UnsafeMutableRawPointer?
    if let create = functions.create {
      let options = NativeOptions(options)
      let status = withExtendedLifetime(options) {
        create(NativeHost.functions, options.opaque, &pointer)
      }
      if let refusal = options.refusal { throw refusal }
      if status != COPYDESK_OK { throw InvalidOption("", "\"\(functions.name)\" could not be made") }
    }
    instance = Instance(pointer, destroy: functions.destroy)
  }

  /// There is no way to make one without its functions; definitions do not come here.
  init(options: NoOptions, context: StageContext) throws {
    throw InvalidOption("", "a stage of a C plugin is made by its plugin")
  }

  func process(_ document: inout Document) throws {
    let text = document.text
    try text.utf8.withUnsafeBufferPointer { bytes in
      try withUnsafeMutablePointer(to: &document) { document in
        var call = NativeCall(document: document, text: bytes)
        defer { call.free() }
        let status = withUnsafeMutablePointer(to: &call) { call in
          functions.process(instance.pointer, NativeHost.functions, OpaquePointer(call))
        }
        if status != COPYDESK_OK {
          throw Failure(
            .stageFailed, call.message ?? "the plugin gives no reason", help: Failure.stageHelp)
        }
        call.finish()
      }
    }
  }

  /// What the plugin's `create` made, until nobody uses it any more.
  ///
  /// Sendable: the pointer never changes, and the header tells plugins that many threads use a stage at once.
  private final class Instance: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer?
    private let destroy: NativeFunctions.Destroy?

    init(_ pointer: UnsafeMutableRawPointer?, destroy: NativeFunctions.Destroy?) {
      self.pointer = pointer
      self.destroy = destroy
    }

    deinit { if let pointer { destroy?(pointer) } }
  }
}
