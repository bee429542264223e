import Copydesk

/// The first conversation with a program, when the stage is made: what it offers, whether it takes the options.
struct Greeting {
  /// The program, ready for documents.
  let channel: Channel
  /// The one of its stages that is wanted.
  let stage: DeclaredStage
  /// The values of all its options.
  let options: [JSONValue.Member]

  /// Starts the program and speaks to it.
  /// - Throws: ``InvalidOption`` or ``InvalidOptions``.
  init(_ command: Command, _ given: External.Options, _ context: StageContext) throws {
    let name = given.command.joined(separator: " ")
    do {
      channel = try Channel(command, stage: context.stage.id, log: context.log)
    } catch {
      throw Self.failure(name, error, lastErrors: [])
    }
    var handshake = Handshake(channel, patience: given.startDeadline)
    do {
      stage = try Self.choose(given.stage, among: try handshake.stages(), name)
      var problems: [OptionProblem] = []
      guard let values = OptionSpec.read(stage.declaration.options, given.options.node, &problems) else {
        throw InvalidOptions(problems)
      }
      options = values
      if let refusal = try handshake.start(stage.declaration.name, values) {
        throw Self.refusal(refusal.message, refusal.option, given)
      }
    } catch let end as ProgramEnd {
      _ = channel.kill()
      throw Self.failure(name, end, lastErrors: channel.lastErrors)
    }
  }

  private static func choose(
    _ wanted: String?, among stages: [DeclaredStage], _ command: String
  ) throws -> DeclaredStage {
    let names = stages.map(\.declaration.name)
    if let wanted {
      if let stage = stages.first(where: { $0.declaration.name == wanted }) { return stage }
      throw InvalidOption(
        "stage", "\"\(command)\" offers no stage \"\(wanted)\"",
        help: Suggestion.help(for: wanted, among: names))
    }
    guard stages.count == 1 else {
      throw InvalidOption(
        "command", "\"\(command)\" offers several stages: \(names.joined(separator: ", "))",
        help: "choose one, for instance stage: \(names[0])")
    }
    return stages[0]
  }

  private static func refusal(_ message: String, _ option: String?, _ given: External.Options) -> any Error {
    let place = option.flatMap { given.options.node?[$0]?.location } ?? given.options.node?.location
    guard let place else { return InvalidOption("command", "the program refuses its options: \(message)") }
    return InvalidOptions([OptionProblem(.invalid(message: message, help: nil), at: place)])
  }

  private static func failure(_ command: String, _ end: ProgramEnd, lastErrors: [String]) -> InvalidOption {
    let said =
      lastErrors.isEmpty ? nil : "its last words:\n" + lastErrors.map { "  \($0)" }.joined(separator: "\n")
    let help = [
      end.help
        ?? (said == nil
          ? "it must speak the protocol for external stages; for a filter of plain text "
            + "write protocol: text" : nil),
      said,
    ].compactMap(\.self).joined(separator: "\n")
    return InvalidOption("command", "\"\(command)\" \(end.words)", help: help)
  }
}
