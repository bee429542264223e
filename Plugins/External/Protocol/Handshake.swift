import Copydesk

/// The beginning of a conversation: the program says what it offers, and is told what is wanted of it.
struct Handshake {
  let channel: Channel
  /// Seconds that the program may take for it as a whole: loading a model is a part of it.
  let patience: Double
  private let deadline: ContinuousClock.Instant
  private var searched = 0

  init(_ channel: Channel, patience: Double) {
    self.channel = channel
    self.patience = patience
    deadline = .now + .seconds(patience)
  }

  /// Says hello.
  /// - Returns: the stages that the program offers.
  mutating func stages() throws(ProgramEnd) -> [DeclaredStage] {
    channel.send(Message.hello())
    let (kind, value) = try Message.read(try answer())
    guard kind == "stages" else { throw .garbage("\"\(kind)\" where \"stages\" was expected") }
    guard value["protocol"]?.wholeNumber == Message.version else {
      throw .garbage("it speaks another version of the protocol; this is version \(Message.version)")
    }
    var stages: [DeclaredStage] = []
    for stage in value["stages"]?.elements ?? [] { stages.append(try DeclaredStage(stage)) }
    guard !stages.isEmpty else { throw .garbage("it offers no stage") }
    return stages
  }

  /// Chooses a stage.
  /// - Returns: what the program has against the options, or nil where it has nothing.
  mutating func start(
    _ stage: String, _ options: [JSONValue.Member]
  ) throws(ProgramEnd) -> (message: String, option: String?)? {
    channel.send(Message.start(stage, options))
    let (kind, value) = try Message.read(try answer())
    switch kind {
    case "started": return nil
    case "refused":
      return (value["message"]?.string ?? "it gives no reason", value["option"]?.string)
    default: throw .garbage("\"\(kind)\" where \"started\" was expected")
    }
  }

  /// The next line.
  private mutating func answer() throws(ProgramEnd) -> ArraySlice<UInt8> {
    while true {
      let lines = channel.takeLines(searched: &searched)
      if let line = lines.first {
        guard lines.count == 1 else { throw .garbage("more lines than were asked for") }
        return line
      }
      if channel.isOutputClosed { throw channel.finish(within: 1) }
      guard ContinuousClock.now < deadline else { throw .silent(seconds: patience) }
      channel.exchange(until: deadline)
    }
  }
}
