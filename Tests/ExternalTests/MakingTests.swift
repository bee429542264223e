import Copydesk
import Foundation
import Testing

@testable import External

/// What can be wrong before the first document.
@Suite(.enabled(if: hasPython, "needs python3"))
struct MakingTests {
  @Test func withoutPermissionNothingIsStarted() throws {
    let folder = try Folder()
    try folder.write("import os\nopen('started', 'w').close()\n", "mark.py")
    let stage = try external(
      ["command": list(["python3", "mark.py"])], folder: folder.path, isAllowed: false)
    #expect(stage.declaration == nil)
    #expect(throws: CopydeskError.self) { try stage.run(["a"]) }
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/started"))
  }

  @Test func theProgramSaysWhatItReadsAndWrites() throws {
    let declaration = try #require(try faulty().declaration)
    #expect(declaration.name == "faulty")
    #expect(declaration.reads == [.text])
    #expect(declaration.writes == [.title, .metadata, .text])
    #expect(declaration.options.map(\.kind) == [.integer, .choice(["up", "down"])])
    #expect(declaration.options[0].range?.description == "1 to 9")
  }

  @Test(arguments: [
    ("limt", "3", OptionProblem.Mistake.unknown(name: "limt", known: ["limit", "way"])),
    ("limit", "12", .outOfRange(found: "12", range: "1 to 9")),
    ("limit", "many", .wrongType(expected: .integer, found: "the text \"many\"")),
    ("way", "left", .notAChoice(found: "left", choices: ["up", "down"])),
    ("limit", "7", .invalid(message: "seven is not liked", help: nil)),
  ])
  func optionsAreCheckedAtTheirPlace(_ name: String, _ value: String, _ mistake: OptionProblem.Mistake) throws
  {
    let place = SourceLocation(file: "p.yaml", line: 9, column: 7)
    let entry = ConfigNode.Entry(
      key: name, keyLocation: place, value: ConfigNode(.scalar(value, isPlain: true), at: place))
    let error = #expect(throws: InvalidOptions.self) { try faulty("", ["options": .map([entry])]) }
    #expect(error?.problems == [OptionProblem(mistake, at: place)])
  }

  @Test func theScriptOfACommandIsAFileThatTheStageDependsOn() throws {
    let folder = try Folder()
    try folder.write("", "mark.py")
    try folder.write("", "words.txt")
    var context = StageContext(folder: folder.path, environment: ["PATH": "/usr/bin:/bin"])
    let files = NamedFiles()
    context.namedFiles = files
    var options = External.Options()
    options.command = ["env", "python3", "mark.py", "--words", "\(folder.path)/words.txt"]
    _ = try Command(options, context)
    #expect(files.all.map(\.name) == ["mark.py"])
    #expect(files.all.map(\.path) == ["\(folder.path)/mark.py"])
  }

  @Test func aFileThatMayNotBeRunIsToldOf() throws {
    let error = #expect(throws: InvalidOption.self) { try external(["command": list(["/etc/passwd"])]) }
    #expect(error?.message == "\"/etc/passwd\" is no program that may be run")
    #expect(error?.help?.contains("chmod +x /etc/passwd") == true)
  }

  @Test(arguments: [
    ("no_such_program", "there is no program named \"no_such_program\""),
    ("./faulty.sh", "there is no program named \"./faulty.sh\""),
    ("cat", "\"cat\" wrote something that is not an answer: \"hello\" where \"stages\" was expected"),
    ("true", "\"true\" ended with exit code 0"),
  ])
  func aProgramThatIsNotOneIsToldOf(_ name: String, _ message: String) throws {
    let error = #expect(throws: InvalidOption.self) { try external(["command": list([name])]) }
    #expect(error?.option == "command")
    #expect(error?.message == message)
    #expect(error?.help?.isEmpty == false)
  }

  @Test(arguments: [
    ("old", "it speaks another version of the protocol"), ("two", "offers several stages: faulty, other"),
    ("silent", "gave no answer within 1 second"),
  ])
  func aHandshakeThatFailsIsToldOf(_ mode: String, _ part: String) throws {
    let error = #expect(throws: InvalidOption.self) { try faulty(mode, ["start_deadline": number("1")]) }
    #expect(error?.message.contains(part) == true, "\(String(describing: error))")
  }

  @Test func aStageThatIsNotOfferedIsToldOf() throws {
    let error = #expect(throws: InvalidOption.self) {
      try faulty("two", ["stage": .scalar("othr", isPlain: true)])
    }
    #expect(error?.help == "did you mean \"other\"?")
  }
}

/// Programs that know nothing of the protocol.
@Suite struct TextFilterTests {
  @Test func theOutputReplacesTheText() throws {
    let stage = try external([
      "command": list(["tr", "a-z", "A-Z"]), "protocol": .scalar("text", isPlain: true),
    ])
    let (documents, failures) = try stage.run(["one\ntwo", "", "a\n"])
    #expect(failures == [nil, nil, nil])
    #expect(documents.map(\.text.string) == ["ONE\nTWO", "", "A\n"])
  }

  @Test func aFilterThatFailsCostsThatDocument() throws {
    let stage = try external([
      "command": list(["grep", "harbour"]), "protocol": .scalar("text", isPlain: true),
    ])
    let (documents, failures) = try stage.run(["a harbour", "a field"])
    #expect(failures.map { $0?.message } == [nil, "the program ended with exit code 1"])
    #expect(documents[0].text.string == "a harbour")
  }

  @Test func aFilterThatHangsCostsItsDeadline() throws {
    let stage = try external([
      "command": list(["sleep", "60"]), "protocol": .scalar("text", isPlain: true), "deadline": number("0.2"),
    ])
    #expect(try stage.run(["a"]).failures[0]?.message == "the program gave no answer within 0.2 seconds")
  }

  @Test func aFilterThatDoesNotReadItsInputIsNoFailure() throws {
    let stage = try external([
      "command": list(["echo", "short"]), "protocol": .scalar("text", isPlain: true),
    ])
    let long = String(repeating: "long ", count: 100_000)
    #expect(try stage.run([long]).documents[0].text.string == "short")
  }

  @Test func noShellSeesTheArguments() throws {
    let stage = try external([
      "command": list(["echo", "$HOME; `id` | cat > x"]), "protocol": .scalar("text", isPlain: true),
    ])
    #expect(try stage.run(["a"]).documents[0].text.string == "$HOME; `id` | cat > x")
  }
}
