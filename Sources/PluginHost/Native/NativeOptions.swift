import CCopydesk
import Copydesk

/// The options that a plugin's `create` asks for.
final class NativeOptions {
  private let values: [String: JSONValue]
  private var strings: [UnsafeMutablePointer<CChar>] = []
  /// What the plugin finds wrong with them.
  private(set) var refusal: InvalidOption?

  init(_ members: [JSONValue.Member]) {
    values = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }

  deinit { for string in strings { string.deallocate() } }

  /// As the plugin is given it; valid as long as this object.
  var opaque: OpaquePointer { OpaquePointer(Unmanaged.passUnretained(self).toOpaque()) }

  static func at(_ pointer: OpaquePointer?) -> NativeOptions? {
    pointer.map { Unmanaged.fromOpaque(UnsafeRawPointer($0)).takeUnretainedValue() }
  }

  func boolean(_ name: UnsafePointer<CChar>?) -> Bool { value(name) == .bool(true) }

  func number(_ name: UnsafePointer<CChar>?) -> Double {
    if case .number(let digits) = value(name) { Double(digits) ?? 0 } else { 0 }
  }

  func integer(_ name: UnsafePointer<CChar>?) -> Int64 {
    if case .number(let digits) = value(name) { Int64(digits) ?? 0 } else { 0 }
  }

  func string(_ name: UnsafePointer<CChar>?) -> UnsafePointer<CChar>? {
    guard let text = value(name)?.string else { return nil }
    let copy = text.copiedForC()
    strings.append(copy)
    return UnsafePointer(copy)
  }

  func refuse(_ option: UnsafePointer<CChar>?, _ message: UnsafePointer<CChar>?) {
    refusal = InvalidOption(
      option.map { String(cString: $0) } ?? "", message.map { String(cString: $0) } ?? "not a valid option")
  }

  private func value(_ name: UnsafePointer<CChar>?) -> JSONValue? {
    name.flatMap { values[String(cString: $0)] }
  }
}

extension String {
  /// The text as a C string that whoever asks for it must deallocate.
  func copiedForC() -> UnsafeMutablePointer<CChar> {
    let bytes = utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    bytes.withUnsafeBufferPointer { source in
      for index in source.indices { (copy + index).initialize(to: source[index]) }
    }
    return copy
  }
}
