import Testing

@testable import Copydesk

private struct Sample: StageOptions {
  enum Action: String, OptionChoice { case drop, mark }
  @Option("A threshold.", range: 0...1) var threshold = 0.8
  @Option("An action.") var action: Action = .drop
  @Option("Words.", range: 1...) var minWords = 4
  @Option("Names.") var names: [String] = ["a"]
  @Option("A limit.", range: 1...) var limit: Int? = nil
  @Option("A flag.") var flag = false
}

@Suite struct OptionsTests {
  private func node(_ value: ConfigNode.Value) -> ConfigNode {
    ConfigNode(value, at: SourceLocation(file: "t", line: 1, column: 1))
  }
  private func scalar(_ text: String, isPlain: Bool = true) -> ConfigNode {
    node(.scalar(text, isPlain: isPlain))
  }
  private func map(_ entries: KeyValuePairs<String, ConfigNode>) -> ConfigNode {
    node(
      .map(
        entries.map {
          .init(key: $0.key, keyLocation: SourceLocation(file: "t", line: 1, column: 1), value: $0.value)
        }))
  }

  @Test func withoutADefinitionAllOptionsHaveTheirDefaults() throws {
    var problems: [OptionProblem] = []
    let options = try #require(Sample.decode(nil, &problems))
    #expect(options.threshold == 0.8)
    #expect(options.action == .drop)
    #expect(options.limit == nil)
    #expect(problems.isEmpty)
  }

  @Test func aDefinitionSetsOptionsByTheirUnderscoredNames() throws {
    var problems: [OptionProblem] = []
    let given = map([
      "threshold": scalar("1"), "action": scalar("mark"), "min_words": scalar("014"), "limit": scalar("7"),
      "names": node(.list([scalar("x"), scalar("12")])), "flag": scalar("true"),
    ])
    let options = try #require(Sample.decode(given, &problems))
    #expect(options.threshold == 1)
    #expect(options.action == .mark)
    #expect(options.minWords == 14)
    #expect(options.limit == 7)
    #expect(options.names == ["x", "12"])
    #expect(options.flag)
  }

  @Test func everyMistakeIsReportedAtOnce() {
    var problems: [OptionProblem] = []
    let given = map([
      "threshold": scalar("1.5"), "action": scalar("drp"), "min_words": scalar("ten"), "limit": scalar("0"),
      "names": node(.list([node(.null), scalar("x")])), "flag": scalar("yes"), "treshold": scalar("1"),
    ])
    #expect(Sample.decode(given, &problems) == nil)
    #expect(problems.count == 7)
    let words = problems.map { $0.diagnostic(stage: "s") }
    #expect(Set(words.map(\.code)) == [.unknownOption, .outOfRange, .notAChoice, .wrongType])
    #expect(words.contains { $0.help == "did you mean \"threshold\"?" })
    #expect(words.contains { $0.help == "did you mean \"drop\"?" })
    #expect(words.contains { $0.help == "write true; in YAML 1.2, yes is a text" })
  }

  @Test func aQuotedNumberIsText() {
    var problems: [OptionProblem] = []
    #expect(Sample.decode(map(["threshold": scalar("0.5", isPlain: false)]), &problems) == nil)
    #expect(problems.count == 1)
  }

  @Test func oneDeclarationIsHelpDefaultKindAndRange() {
    let specs = Sample.specs
    #expect(specs.map(\.name) == ["threshold", "action", "min_words", "names", "limit", "flag"])
    #expect(specs[0].range?.description == "0 to 1")
    #expect(specs[1].kind == .choice(["drop", "mark"]))
    #expect(specs[2].defaultValue == .number("4"))
    #expect(specs[4].kind == .optional(.integer))
    #expect(specs[4].range?.description == "1 or more")
  }
}
