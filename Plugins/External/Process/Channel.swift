import CChildProcess
import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A running program and the three streams to and from it.
///
/// Reading and writing go on at the same time, in one wait for whatever is possible next: a program that streams its
/// answers while it is still being written to can never bring both sides to a stop.
///
/// It ends with this object, and with this process however that ends: see `child_process.c`.
final class Channel: @unchecked Sendable {
  // Safe to hand on: used by one thread at a time, the one that started it or the worker that took it over from there.

  /// Reading stops when this much has been received and not been taken.
  private static let mostReceived = 512 << 20
  private static let chunk = 64 << 10

  private var child: child
  private var unsent: [UInt8] = []
  private var sent = 0
  private var isInputOpen = true
  private var closesInputWhenSent = false
  private var buffer = [UInt8](repeating: 0, count: Channel.chunk)
  private var tail: ErrorTail
  private var areErrorsOpen = true
  private var end: ProgramEnd?
  /// What the program wrote to its standard output and nobody has taken yet.
  var received: [UInt8] = []
  /// Whether it can write nothing more.
  private(set) var isOutputClosed = false

  /// Starts a program.
  /// - Throws: ``ProgramEnd``.
  init(_ command: Command, stage: String, log: StageLog) throws(ProgramEnd) {
    tail = ErrorTail(stage: stage, log: log)
    var started = CChildProcess.child()
    let code = Self.withCStrings(command.arguments) { arguments in
      Self.withCStrings(command.environment) { environment in
        command.path.withCString { path in
          command.folder.withCString { folder in
            var request = child_request(
              path: path, arguments: arguments, environment: environment, folder: folder,
              memory: command.memory, processor_seconds: command.processorSeconds)
            return child_start(&request, &started)
          }
        }
      }
    }
    guard code == 0 else { throw .notStarted(code) }
    child = started
  }

  deinit { _ = kill() }

  /// The last lines that it wrote to its standard error.
  var lastErrors: [String] { tail.last }

  // MARK: Talking

  /// Sends bytes as soon as the program takes them.
  func send(_ bytes: [UInt8]) {
    guard isInputOpen else { return }
    if sent == unsent.count {
      unsent = bytes
      sent = 0
    } else {
      unsent += bytes
    }
  }

  /// Closes the program's input when all has been sent.
  func closeInput() {
    closesInputWhenSent = true
    closeInputIfSent()
  }

  /// Writes and reads what can be, waiting for it until `deadline` where nothing can; returns after one step.
  /// - Parameter wake: a descriptor that ends the wait when it can be read.
  func exchange(until deadline: ContinuousClock.Instant?, wake: Int32? = nil) {
    let isSending = isInputOpen && sent < unsent.count
    var events = [
      pollfd(fd: isSending ? child.input : -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: isOutputClosed ? -1 : child.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: areErrorsOpen ? child.errors : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&events, nfds_t(events.count), Self.milliseconds(until: deadline)) > 0 else { return }
    if events[0].revents != 0 { write() }
    if events[1].revents != 0 { readOutput() }
    if events[2].revents != 0 { readErrors() }
  }

  private func write() {
    while sent < unsent.count {
      let count = unsent.withUnsafeBytes { bytes in
        // `chunk` bytes fill a pipe; more would be copied in vain.
        Self.write(child.input, bytes.baseAddress.map { $0 + sent }, min(Self.chunk, bytes.count - sent))
      }
      if count < 0 {
        if errno == EINTR { continue }
        // The program does not listen any more; whether it has answered shows on its output.
        if errno != EAGAIN { dropInput() }
        return
      }
      sent += count
    }
    unsent = []
    sent = 0
    closeInputIfSent()
  }

  private func closeInputIfSent() {
    if closesInputWhenSent, isInputOpen, sent == unsent.count { dropInput() }
  }

  private func dropInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    unsent = []
    sent = 0
    close(child.input)
  }

  private func readOutput() {
    // A few chunks, so that writing gets its turn.
    for _ in 0..<16 where received.count < Self.mostReceived {
      switch read(child.output, &buffer, buffer.count) {
      case 0:
        isOutputClosed = true
        return
      case let count where count > 0: received += buffer[..<count]
      default:
        if errno == EINTR { continue }
        if errno != EAGAIN { isOutputClosed = true }
        return
      }
    }
    if received.count >= Self.mostReceived { isOutputClosed = true }
  }

  private func readErrors() {
    for _ in 0..<16 {
      let count = read(child.errors, &buffer, buffer.count)
      if count > 0 {
        tail.append(buffer[..<count])
      } else if count < 0, errno == EINTR {
        continue
      } else {
        if count == 0 || errno != EAGAIN { areErrorsOpen = false }
        return
      }
    }
  }

  // MARK: Ending

  /// Lets the program end by itself for a while, then ends it.
  func finish(within seconds: Double) -> ProgramEnd {
    closeInput()
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isOutputClosed || areErrorsOpen, ContinuousClock.now < deadline { exchange(until: deadline) }
    return conclude(until: deadline)
  }

  /// Ends the program and all that it has started, now.
  func kill() -> ProgramEnd { conclude(until: .now) }

  /// Waits for the program's end until `deadline`, then enforces it.
  private func conclude(until deadline: ContinuousClock.Instant) -> ProgramEnd {
    if let end { return end }
    var events = [pollfd(fd: child.reports, events: Int16(POLLIN), revents: 0)]
    let isOver = poll(&events, 1, Self.milliseconds(until: deadline)) > 0
    close(child.lifeline)
    var found: ProgramEnd?
    var report = child_report()
    while Self.readReport(child.reports, &report) {
      let kind = Unicode.Scalar(UInt8(truncatingIfNeeded: report.kind))
      // That it could not be started tells more than that it ended then.
      if kind == "F" {
        found = .notStarted(report.value)
      } else {
        found = found ?? ProgramEnd(status: report.value)
      }
    }
    readErrors()
    tail.finish()
    while waitpid(child.watcher, nil, 0) < 0, errno == EINTR {}
    dropInput()
    for descriptor in [child.output, child.errors, child.reports] { close(descriptor) }
    let result = isOver || Self.isNotStarted(found) ? found ?? .closedOutput : .closedOutput
    end = result
    return result
  }

  private static func isNotStarted(_ end: ProgramEnd?) -> Bool {
    if case .notStarted = end { true } else { false }
  }

  private static func readReport(_ descriptor: Int32, _ report: inout child_report) -> Bool {
    while true {
      let count = withUnsafeMutableBytes(of: &report) { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      return count == MemoryLayout<child_report>.size
    }
  }

  // MARK: Helpers

  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
    return Int32(max(0, min(3_600_000, left.rounded(.up))))
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }

  /// Calls `body` with the strings as C wants them: a list that ends in a null.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}
