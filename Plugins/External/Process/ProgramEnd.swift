#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a program is not there any more, or is of no use.
enum ProgramEnd: Error, Equatable {
  /// It could not be started: the `errno`.
  case notStarted(Int32)
  /// It ended by itself.
  case exited(Int32)
  /// A signal ended it.
  case signalled(Int32)
  /// It closed its output and did not end.
  case closedOutput
  /// It did not answer in time.
  case silent(seconds: Double)
  /// It wrote something that is no part of the protocol.
  case garbage(String)

  /// Reads what a `waitpid` told.
  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// What happened, after "the program": the same words each time, as they stand in dead letters.
  var words: String {
    switch self {
    case .notStarted(let code): "could not be started: \(String(cString: strerror(code)))"
    case .exited(let code): "ended with exit code \(code)"
    case .signalled(SIGXCPU): "used up its processor time (cpu_seconds)"
    case .signalled(let signal): "was ended by signal \(signal)"
    case .closedOutput: "closed its standard output"
    case .silent(let seconds): "gave no answer within \(Self.seconds(seconds))"
    case .garbage(let what): "wrote something that is not an answer: \(what)"
    }
  }

  /// What to do about it.
  var help: String? {
    switch self {
    case .silent: "\"deadline\" says how long it may take"
    case .garbage:
      "its standard output carries the protocol; what it has to say else belongs on standard error"
    default: nil
    }
  }

  static func seconds(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    let text = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    return "\(text) second\(text == "1" ? "" : "s")"
  }
}
