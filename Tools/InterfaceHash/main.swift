// Writes a Swift file with the hash of the API's interface. The build runs it before it compiles the API.
//
// What is hashed is the API's source, without comments and blank space at the ends of lines: any change that could
// move a field or a function gives another hash. Some that could not do so too; then plugins are built once more.
//
//     interface-hash OUTPUT.swift SOURCE…

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the program with a message.
func fail(_ message: String) -> Never {
  let line = Array("interface-hash: \(message)\n".utf8)
  _ = write(2, line, line.count)
  exit(1)
}

/// The bytes of a file; ends the program where it cannot be read.
func contents(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { fail("cannot read \(path)") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return bytes
}

/// FNV-1a with 64 bits.
struct Hash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ 0x0A) &* 0x100_0000_01b3
  }
}

/// A line without blank space around it.
func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var line = line.drop { $0 <= 0x20 }
  while let last = line.last, last <= 0x20 { line.removeLast() }
  return line
}

func name(of path: String) -> Substring { path.split(separator: "/").last ?? path[...] }

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first, arguments.count > 1 else { fail("name the output and the sources") }
var hash = Hash()
for path in arguments.dropFirst().sorted(by: { name(of: $0) < name(of: $1) }) {
  hash.add(name(of: path).utf8)
  for line in contents(of: path).split(separator: 0x0A) {
    let code = trimmed(line)
    if code.isEmpty || code.starts(with: "//".utf8) { continue }
    hash.add(code)
  }
}
let digits = String(hash.value, radix: 16)
let padded = String(repeating: "0", count: 16 - digits.count) + digits

/// The literal must stand in the plugin as a whole: Copydesk looks for it in the file, before it loads anything.
let swift = """
  // Written by interface-hash when the API is built.

  /// The interface that whoever uses this was compiled against, and how that was built.
  public enum InterfaceStamp {
    /// The stamp. Compiled into its user, so that it tells of the modules that the user was compiled against.
    @_alwaysEmitIntoClient public static var text: StaticString {
      #if DEBUG
        "copydesk-plugin-interface:\(padded);debug;"
      #else
        "copydesk-plugin-interface:\(padded);release;"
      #endif
    }
  }

  """
guard let file = fopen(output, "wb") else { fail("cannot write \(output)") }
fputs(swift, file)
fclose(file)
