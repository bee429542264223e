import CCopydesk

/// Hands a plugin over to the program that has loaded it.
///
/// A plugin that is loaded at run time offers one C function, and this is all that is in it:
///
/// ```swift
/// import Copydesk
///
/// @_cdecl("copydesk_plugin")
/// public func copydeskPlugin() -> UnsafeMutableRawPointer { exportPlugin(AcmePlugin.self) }
/// ```
///
/// The function is compiled into the plugin, and with it the stamps of the API and of the compiler. Copydesk finds them
/// in the file and refuses a plugin that was made for another API, before it loads it.
@_alwaysEmitIntoClient
public func exportPlugin(_ plugin: any Plugin.Type) -> UnsafeMutableRawPointer {
  PluginExport.make(plugin, interface: InterfaceStamp.text, compiler: copydesk_compiler_stamp())
}

/// A plugin on its way to the program that has loaded it.
public final class PluginExport: Sendable {
  /// The plugin.
  public let plugin: any Plugin.Type
  /// The stamps that were compiled into it, one behind the other.
  public let stamp: String

  /// Stands in a file that holds a copy of the API: in the program, and in no plugin.
  private static let copyMark: StaticString = "copydesk-plugin-api-copy;"

  private init(_ plugin: any Plugin.Type, stamp: String) {
    self.plugin = plugin
    self.stamp = stamp
  }

  /// What ``exportPlugin(_:)`` calls; there is no other use for it.
  public static func make(
    _ plugin: any Plugin.Type, interface: StaticString, compiler: UnsafePointer<CChar>
  ) -> UnsafeMutableRawPointer {
    let export = PluginExport(plugin, stamp: "\(interface)" + String(cString: compiler) + "\(copyMark)")
    return Unmanaged.passRetained(export).toOpaque()
  }

  /// Takes over what a plugin's function has returned.
  /// - Precondition: the pointer comes from ``exportPlugin(_:)`` and was not taken before.
  public static func take(_ pointer: UnsafeMutableRawPointer) -> PluginExport {
    Unmanaged<PluginExport>.fromOpaque(pointer).takeRetainedValue()
  }
}
