import Copydesk

/// The lines that are exchanged with a program: `Documentation/ExternalStages.md` is their definition.
enum Message {
  /// The version of the protocol.
  static let version = 1

  /// The first line: who is calling.
  static func hello() -> [UInt8] {
    line("hello") { $0.member("protocol", version) }
  }

  /// Which of the program's stages is wanted, with the values of its options.
  static func start(_ stage: String, _ options: [JSONValue.Member]) -> [UInt8] {
    line("start") { json in
      json.member("stage", stage)
      json.name("options")
      json.value(.object(options))
    }
  }

  /// Documents to work on, each encoded already.
  static func batch(_ number: Int, _ documents: some Sequence<[UInt8]>) -> [UInt8] {
    var bytes = Array("{\"kind\":\"batch\",\"batch\":\(number),\"documents\":[".utf8)
    var isFirst = true
    for document in documents {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes += document
    }
    bytes += Array("]}\n".utf8)
    return bytes
  }

  private static func line(_ kind: String, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("kind", kind)
      body(&json)
    }
    json.endLine()
    return json.bytes
  }

  /// A line that a program wrote, as JSON with its kind.
  /// - Throws: ``ProgramEnd/garbage(_:)``.
  static func read(_ line: ArraySlice<UInt8>) throws(ProgramEnd) -> (kind: String, value: JSONValue) {
    // Copied: what follows holds on to no more than this line.
    let bytes = Array(line)
    do { _ = try Text(validating: bytes) } catch { throw .garbage("the line is not UTF-8") }
    let value: JSONValue
    do { value = try JSONReader.value(bytes[...]) } catch {
      throw .garbage("the line is not JSON: at byte \(error.offset), \(error.expected) was expected")
    }
    guard let kind = value["kind"]?.string else { throw .garbage("the line is no object with a \"kind\"") }
    return (kind, value)
  }
}
