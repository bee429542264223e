import Copydesk
import PipelineDefinition
import Testing

/// New expectations in the text of a definition.
@Suite struct TestRewriterTests {
  private static let head = "stages: [clean, output.jsonl]\ntests:\n"

  private func definition(_ yaml: String) throws -> Definition {
    let reading = DefinitionReader(catalog: try TestPlugin.catalog()).read(yaml, file: "p.yaml")
    return try #require(reading.definition, "\(reading.diagnostics)\n\(yaml)")
  }

  /// Rewrites the tests so that each check of the given keys is as given, and holds the result to that.
  private func rewritten(
    _ tests: String, _ checks: [DefinitionTest.Check], test: Int = 0, document: String? = nil,
    clusters: [[String]]? = nil
  ) throws -> String {
    let yaml = Self.head + tests
    let before = try definition(yaml).tests
    var revision = TestRevision(of: before[test])
    let id = document ?? before[test].inputs[0].id
    if !revision.expectations.contains(where: { $0.document == id }), !checks.isEmpty {
      revision.expectations.append(.init(document: id, checks: []))
    }
    for index in revision.expectations.indices where revision.expectations[index].document == id {
      for check in checks {
        if let place = revision.expectations[index].checks.firstIndex(where: { $0.key == check.key }) {
          revision.expectations[index].checks[place] = check
        } else {
          revision.expectations[index].checks.append(check)
        }
      }
    }
    if !checks.isEmpty { revision.changed[id] = Set(checks.map(\.key)) }
    revision.clusters = clusters
    let text = try #require(TestRewriter.rewrite(yaml, file: "p.yaml", [revision]))
    var wanted = before.map { ($0.expectations.map(Self.trimmed), $0.clusters) }
    wanted[test] = (revision.expectations.map(Self.trimmed), clusters ?? before[test].clusters)
    let after = try definition(text).tests
    #expect(after.map { $0.expectations.map(Self.trimmed) } == wanted.map(\.0), "\(text)")
    #expect(after.map(\.clusters) == wanted.map(\.1), "\(text)")
    #expect(after.map(\.inputs) == before.map(\.inputs), "\(text)")
    #expect(text.hasPrefix(Self.head))
    return String(text.dropFirst(Self.head.count))
  }

  /// White space at the ends of a field does not count.
  private static func trimmed(_ expectation: DefinitionTest.Expectation) -> DefinitionTest.Expectation {
    var result = expectation
    result.checks = result.checks.map { check in
      guard case .field(let field, let text?) = check else { return check }
      return .field(
        field,
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n").trimmingEnd)
    }
    return result
  }

  @Test func onlyTheLinesOfAKeyChange() throws {
    let text = try rewritten(
      """
        # The first test.
        - name: one      # its name
          input: |
            Text: with a colon.

            # no comment
          expect:
            # What comes out.
            verdict: kept   # always
            title: Old      # the headline

            text: |
              One.

              # still text
            # The end.
        # The second.
        - name: two
          input: x
          expect: { verdict: kept }
      # Last line.
      """, [.field(.title, "New: one"), .field(.text, "Two.\n\nThree.")])
    #expect(
      text == """
          # The first test.
          - name: one      # its name
            input: |
              Text: with a colon.

              # no comment
            expect:
              # What comes out.
              verdict: kept   # always
              title: "New: one"      # the headline

              text: |
                Two.

                Three.
              # The end.
          # The second.
          - name: two
            input: x
            expect: { verdict: kept }
        # Last line.
        """, "\(text)")
  }

  @Test func flowStyleBecomesBlockStyleAndKeepsItsComment() throws {
    let text = try rewritten(
      """
        - name: one
          input: x
          expect: { verdict: kept, title: "a } b" } # why
        - name: two
          input: y
          expect: { verdict: kept }
      """, [.verdict(.dropped), .removed(["Like this:", "a"])])
    #expect(
      text == """
          - name: one
            input: x
            expect: # why
              verdict: dropped
              title: a } b
              removed:
                - "Like this:"
                - a
          - name: two
            input: y
            expect: { verdict: kept }
        """, "\(text)")
  }

  @Test func aTestInBracketsStaysInBrackets() throws {
    let text = try rewritten(
      "  - { name: one, input: 'x, } y', expect: { title: [] }, format: text }\n"
        .replacing("[]", with: "old"), [.field(.title, "a, b"), .rules(["a.b", "c"])])
    #expect(
      text
        == "  - { name: one, input: 'x, } y', expect: { title: \"a, b\", rules: [a.b, c] }, format: text }\n")
    let other = try rewritten("  - { name: one, input: x }", [.verdict(.kept)])
    #expect(other == "  - { name: one, input: x, expect: { verdict: kept } }")
  }

  @Test func aTestWithoutExpectationsGetsSome() throws {
    let text = try rewritten(
      """
        - name: one
          input: |
            Text.

        # about two
        - name: two
          input: x # the text
      """, [.verdict(.kept), .field(.summary, nil)])
    #expect(
      text == """
          - name: one
            input: |
              Text.
            expect:
              verdict: kept
              summary: null

          # about two
          - name: two
            input: x # the text
        """, "\(text)")
    let last = try rewritten(
      "  - name: one\n    input: x\n    expect: { title: a }\n  - name: two\n    input: x # the text",
      [.verdict(.kept)], test: 1)
    #expect(
      last.hasSuffix("  - name: two\n    input: x # the text\n    expect:\n      verdict: kept"), "\(last)")
    let empty = try rewritten("  - name: one\n    expect:   # to come\n    input: x\n", [.verdict(.kept)])
    #expect(
      empty == "  - name: one\n    expect:   # to come\n      verdict: kept\n    input: x\n", "\(empty)")
  }

  @Test func documentsAndClustersChangeByThemselves() throws {
    let tests = """
        - name: one
          inputs: [{ id: a, text: x }, { id: b, text: y }]
          clusters:   # together
            - [a, b]
          expect:
            a: { verdict: kept }   # the first
            b:
              # why not
              verdict: kept
      """
    let text = try rewritten(tests, [.verdict(.duplicate)], document: "b", clusters: [["a"], ["b"]])
    #expect(
      text == """
          - name: one
            inputs: [{ id: a, text: x }, { id: b, text: y }]
            clusters: [[a], [b]]
            expect:
              a: { verdict: kept }   # the first
              b:
                # why not
                verdict: duplicate
        """, "\(text)")
    let other = try rewritten(tests, [.verdict(.failed)], document: "a")
    #expect(other.contains("      a:   # the first\n        verdict: failed\n      b:\n        # why not\n"))
  }

  @Test func linesThatEndAsOnWindowsStillDo() throws {
    let tests =
      "  - name: one\r\n    input: |\r\n      Text.\r\n    expect:\r\n      title: a # b\r\n# end\r\n"
    let text = try rewritten(tests, [.field(.title, "c"), .field(.text, "One.\nTwo.")])
    #expect(
      text == "  - name: one\r\n    input: |\r\n      Text.\r\n    expect:\r\n      title: c # b\r\n"
        + "      text: |\r\n        One.\r\n        Two.\r\n# end\r\n", "\(text)")
  }

  @Test func listsInEveryStyleAreReplacedWhole() throws {
    for old in [
      "rules: [a,\n          b]", "rules:\n      - a\n      - b", "rules:\n        - a # one\n        - 'b'",
      "rules: a",
      "rules: [ 'it''s [', \"\\\"]\" ]", "rules:\n        - a\n\n        # between\n        - b",
      "rules: >-\n        folded\n        text", "rules: plain text\n        over lines", "rules: []",
    ] {
      let text = try rewritten(
        "  - name: one\n    input: x\n    expect:\n      \(old)\n      title: t # last\n", [.rules(["new"])])
      #expect(
        text == "  - name: one\n    input: x\n    expect:\n      rules: [new]\n      title: t # last\n",
        "\(text)")
    }
  }

  @Test func anAliasIsReplacedAndItsAnchorLeftAlone() throws {
    let text = try rewritten(
      """
        - name: one
          input: x
          expect: { title: &t Old }
        - name: two
          input: x
          expect:
            title: *t
      """, [.field(.title, "New")], test: 1)
    #expect(text.hasSuffix("expect:\n      title: New") && text.contains("&t Old"), "\(text)")
  }

  @Test func whatCannotBeChangedInPlaceIsRefused() throws {
    let yaml = Self.head + "  - name: one\n    input: x\n    expect: &e\n      title: Old\n"
    var revision = TestRevision(of: try definition(yaml).tests[0])
    revision.expectations[0].checks = [.field(.title, "New")]
    revision.changed["document"] = ["title"]
    #expect(TestRewriter.rewrite(yaml, file: "p.yaml", [revision]) == nil)
    #expect(TestRewriter.rewrite("stages: [clean]", file: "p.yaml", [revision]) == nil)
  }

  @Test(
    arguments: [
      "", " ", "a", " a", "a ", "null", "~", "true", "No", "3", "-1.5", "1e3", "- a", "a: b", "a:", "a #b",
      "#a", "'a'",
      "\"a\"", "a\"b", "[a]", "{a}", "a, b", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "?", "? a", "a\tb",
      "\ta",
      "a\\b", "a\nb", "a\n", "a\n\n", "\na", " a\nb", "a\n  b", "a\n\nb\n", "a\n \nb", "a\r\nb", "a\u{85}b",
      "a\u{2028}b", "\u{FEFF}a", "a\u{0}b", "é — „“ 東京 🗞️", "…", "---", "...", "=", "<<", "a: |", "${HOME}",
      "$${X}",
      "# a\nb", "- a\n- b", "2018-05-10", "12:30", "0x1F",
      String(repeating: "word ", count: 40) + "end", String(repeating: "two  blanks ", count: 20) + "end",
      String(repeating: "x", count: 300), String(repeating: "a long line ", count: 12) + "\nand another",
    ])
  func anyTextComesBackAsItWentIn(_ text: String) throws {
    for style in ["    expect:\n      rules: [a]\n", "    expect: { rules: [a] }\n"] {
      _ = try rewritten("  - name: one\n    input: x\n" + style, [.rules([text, "b"])])
      _ = try rewritten(
        "  - name: one\n    input: x\n" + style,
        [.metadata([.init("key", .string(text)), .init(text + "k", 1)])])
    }
    _ = try rewritten("  - { name: one, input: x, expect: { rules: [a] } }", [.rules([text])])
    _ = try rewritten(
      "  - name: one\n    input: x\n    expect: { rules: [a] }\n",
      [.entities([.init(label: "PERSON", text: text, value: text)])])
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
