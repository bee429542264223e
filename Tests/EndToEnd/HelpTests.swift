import ArgumentParser
import Testing

@testable import CopydeskCLI

/// Help is read in terminals of eighty columns, where a line that is too long breaks under its example.
@Suite struct HelpTests {
  private static let commands = below(CopydeskCommand.self)

  private static func below(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap { below($0) }
  }

  @Test func anExampleFitsOnALineOfATerminal() {
    #expect(Self.commands.count > 25)
    for command in Self.commands {
      for line in command.configuration.discussion.split(separator: "\n") where line.hasPrefix("  ") {
        #expect(line.count <= 80, "\(command): \(line)")
      }
    }
  }

  @Test func everyCommandSaysWhatItIsFor() {
    for command in Self.commands {
      let abstract = command.configuration.abstract
      #expect(abstract.hasSuffix("."), "\(command): \(abstract)")
    }
  }
}
