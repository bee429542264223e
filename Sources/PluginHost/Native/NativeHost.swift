import CCopydesk
import Copydesk

/// The functions that plugins with the C interface are given.
enum NativeHost {
  /// For all plugins and all threads the same, for as long as the program runs.
  static var functions: UnsafePointer<copydesk_host> { table.pointer }

  /// Sendable: written once, before anyone has the pointer.
  private final class Table: @unchecked Sendable {
    let pointer: UnsafePointer<copydesk_host>

    init(_ functions: copydesk_host) {
      let memory = UnsafeMutablePointer<copydesk_host>.allocate(capacity: 1)
      memory.initialize(to: functions)
      pointer = UnsafePointer(memory)
    }
  }

  private static let table = Table(
    copydesk_host(
      size: MemoryLayout<copydesk_host>.size,
      option_boolean: { NativeOptions.at($0)?.boolean($1) == true ? 1 : 0 },
      option_integer: { NativeOptions.at($0)?.integer($1) ?? 0 },
      option_number: { NativeOptions.at($0)?.number($1) ?? 0 },
      option_string: { NativeOptions.at($0)?.string($1) },
      refuse: { NativeOptions.at($0)?.refuse($1, $2) },
      text: { document in
        guard let text = NativeCall.at(document)?.pointee.text else {
          return copydesk_text(bytes: nil, count: 0)
        }
        let bytes = UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self)
        return copydesk_text(bytes: bytes, count: text.count)
      },
      field: { document, name in
        guard let call = NativeCall.at(document), let name else { return copydesk_text(bytes: nil, count: 0) }
        return call.pointee.field(String(cString: name))
      },
      set_field: { document, name, value in
        guard let call = NativeCall.at(document), let name else { return COPYDESK_FAILED }
        let isSet = call.pointee.set(String(cString: name), to: value.map { String(cString: $0) })
        return isSet ? COPYDESK_OK : COPYDESK_FAILED
      },
      remove: { document, start, end, rule in
        guard let call = NativeCall.at(document), let rule, let start = Int(exactly: start),
          let end = Int(exactly: end)
        else { return COPYDESK_FAILED }
        return call.pointee.remove(start, end, rule: String(cString: rule)) ? COPYDESK_OK : COPYDESK_FAILED
      },
      add_entity: { document, start, end, label, value in
        guard let call = NativeCall.at(document), let label, let start = Int(exactly: start),
          let end = Int(exactly: end)
        else { return COPYDESK_FAILED }
        let isAdded = call.pointee.addEntity(
          start, end, label: String(cString: label), value: value.map { String(cString: $0) })
        return isAdded ? COPYDESK_OK : COPYDESK_FAILED
      },
      drop: { document, rule, reason in
        guard let call = NativeCall.at(document), let rule else { return }
        call.pointee.drop(rule: String(cString: rule), reason: reason.map { String(cString: $0) } ?? "")
      },
      note: { document, rule in
        guard let call = NativeCall.at(document), let rule else { return }
        call.pointee.note(rule: String(cString: rule))
      },
      fail: { document, message in
        NativeCall.at(document)?.pointee.message = message.map { String(cString: $0) }
      }))
}
