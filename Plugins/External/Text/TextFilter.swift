import Copydesk

/// A program that knows nothing of Copydesk: it reads a text and writes a text.
///
/// A process a document. The text goes in with a line break at its end, as filters expect; one is taken off what comes
/// out.
struct TextFilter {
  private let command: Command
  private let deadline: Double
  private let stage: String
  private let log: StageLog

  init(_ command: Command, deadline: Double, _ context: StageContext) {
    self.command = command
    self.deadline = deadline
    stage = context.stage.id
    log = context.log
  }

  /// Replaces a document's text.
  /// - Returns: why it failed; nil where it did not.
  func process(_ document: inout Document) -> Failure? {
    do throws(ProgramEnd) {
      let output = try output(for: document.text.utf8)
      guard (try? Text(validating: output)) != nil else { throw .garbage("its output is not UTF-8") }
      document.make(TextDifference.edits(from: document.text, to: output, rule: "rewritten"))
      return nil
    } catch {
      return Failure(.stageFailed, "the program \(error.words)", help: error.help, isTransient: error.mayPass)
    }
  }

  private func output(for text: [UInt8]) throws(ProgramEnd) -> [UInt8] {
    let limit = ContinuousClock.now + .seconds(deadline)
    let channel = try Channel(command, stage: stage, log: log)
    channel.send(text + [0x0A])
    channel.closeInput()
    while !channel.isOutputClosed {
      guard ContinuousClock.now < limit else { throw .silent(seconds: deadline) }
      channel.exchange(until: limit)
    }
    let end = channel.finish(within: min(2, deadline))
    guard end == .exited(0) else { throw end }
    var output = channel.received
    if output.last == 0x0A { output.removeLast() }
    return output
  }
}

extension ProgramEnd {
  /// Whether it may not happen another time.
  fileprivate var mayPass: Bool {
    switch self {
    case .silent, .signalled, .notStarted: true
    default: false
    }
  }
}
