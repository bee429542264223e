import Copydesk
import Foundation
import Testing

@testable import External

/// Programs that work, and programs that do not.
@Suite(.enabled(if: hasPython, "needs python3"))
struct ProgramTests {
  @Test func answersCountForTheirDocuments() throws {
    let (documents, failures) = try faulty().run((0..<100).map { "text \($0)" })
    #expect(failures.allSatisfy { $0 == nil })
    #expect(documents.map(\.title) == (0..<100).map { "TEXT \($0)" })
  }

  @Test(arguments: ["", "7", "64"], [1, 2])
  func aDocumentThatAProgramDiesOfCostsThatDocumentOnly(_ batch: String, _ processes: Int) throws {
    let texts = (0..<40).map { [11, 12, 30].contains($0) ? "crash \($0)" : "text \($0)" }
    let log = Log()
    let stage = try faulty(batch, ["concurrency": number("\(processes)")], log: log)
    let (documents, failures) = try stage.run(texts)
    for index in texts.indices {
      if [11, 12, 30].contains(index) {
        #expect(failures[index]?.message == "the program ended with exit code 3")
        #expect(failures[index]?.isTransient == true)
        #expect(documents[index].title == nil)
      } else {
        #expect(failures[index] == nil, "\(index)")
        #expect(documents[index].title == "TEXT \(index)")
      }
    }
    #expect(
      log.all.contains { $0.hasPrefix("warning: the program ended with exit code 3; it is started again") })
    #expect(log.all.contains("warning:   about to crash"))
  }

  @Test func aProgramThatDiesOnceIsGivenTheDocumentAgain() throws {
    let folder = try Folder()
    try FileManager.default.copyItem(
      atPath: "\(root)/Tests/Fixtures/external/faulty.py", toPath: "\(folder.path)/faulty.py")
    let stage = try external(["command": list(["python3", "faulty.py"])], folder: folder.path)
    let (documents, failures) = try stage.run(["a", "crash_once b", "c"])
    #expect(failures == [nil, nil, nil])
    #expect(documents[1].title == "CRASH_ONCE B")
  }

  @Test func aHangingDocumentCostsItsDeadlineAndThatDocumentOnly() throws {
    let (documents, failures) = try faulty().run(["a", "hang", "c"])
    #expect(failures[1]?.message == "the program gave no answer within 1 second")
    #expect(failures[1]?.help?.contains("deadline") == true)
    #expect([documents[0].title, documents[2].title] == ["A", "C"])
  }

  @Test(arguments: [
    ("garbage", "the program wrote something that is not an answer: the line is not JSON: at byte 0"),
    ("close", "the program closed its standard output"),
  ])
  func aProgramThatBreaksTheProtocolLosesThatDocument(_ word: String, _ message: String) throws {
    let (documents, failures) = try faulty().run(["a", "\(word) b", "c"])
    #expect(failures[1]?.message.hasPrefix(message) == true, "\(String(describing: failures[1]))")
    #expect([documents[0].title, documents[2].title] == ["A", "C"])
    #expect(failures[0] == nil && failures[2] == nil)
  }

  @Test func errorsAndWrongAnswersCostTheirDocumentAndNoRestart() throws {
    let log = Log()
    let (documents, failures) = try faulty("5", log: log).run(["error", "outside", "misspelt", "fine"])
    #expect(
      failures.map { $0?.message } == [
        "told to fail",
        "the program's answer is not valid: a span of \"remove\", 0 to 1000000, does not lie in the text of 7 characters",
        "the program's answer is not valid: there is no \"titel\"", nil,
      ])
    #expect(failures[2]?.help == "did you mean \"title\"?")
    #expect(documents[3].title == "FINE")
    #expect(log.all.isEmpty, "\(log.all)")
  }

  @Test func aSlowProgramIsWaitedFor() throws {
    let stage = try faulty("", ["deadline": number("0.5")])
    // All of them together take longer than one may.
    let (_, failures) = try stage.run(Array(repeating: "slow", count: 40))
    #expect(failures.allSatisfy { $0 == nil })
  }

  @Test func aHugeDocumentGoesThroughAndBack() throws {
    let stage = try faulty("", ["deadline": number("60")])
    let text = String(repeating: "A harbour reopened. ö\n", count: 480_000)
    let (documents, failures) = try stage.run([text, "small"])
    #expect(failures == [nil, nil])
    #expect(documents[0].metadata["length"] == .number("\(text.unicodeScalars.count)"))
  }

  /// Both sides have more to write than a pipe holds: who only writes before reading would wait for ever.
  @Test func aProgramThatAnswersWhileItIsWrittenToDoesNotStopTheRun() throws {
    let stage = try faulty("streams", ["deadline": number("20"), "in_flight": number("100")])
    let long = String(repeating: "long text ", count: 20_000)
    let (documents, failures) = try stage.run(Array(repeating: long, count: 60))
    #expect(failures.allSatisfy { $0 == nil })
    #expect(documents.allSatisfy { $0.title?.count == 200 })
  }

  @Test func aProgramThatAlwaysFailsEndsTheStage() throws {
    let stage = try faulty("dies", ["restarts": number("2")])
    let error = #expect(throws: CopydeskError.self) { try stage.run((0..<10).map { "text \($0)" }) }
    #expect(error?.diagnostics.first?.code == .programFailed)
    #expect(
      error?.diagnostics.first?.message
        == "the program of \"it\" failed 3 times in a row; the last time it ended with exit code 5")
  }

  /// Each kills the program twice: with others, and alone.
  @Test(arguments: ["", "7"], [1, 2])
  func documentsThatAProgramDiesOfInARowCostThemselves(_ batch: String, _ processes: Int) throws {
    let texts = ["a"] + (0..<9).map { "crash \($0)" } + ["b"]
    let stage = try faulty(
      batch, ["restarts": number("3"), "in_flight": number("1"), "concurrency": number("\(processes)")])
    let (documents, failures) = try stage.run(Array(texts))
    #expect(failures.count { $0 != nil } == 9)
    #expect(documents.last?.title == "B")
  }

  @Test func aPoolThatCanStartNothingSaysSo() throws {
    var options = External.Options()
    options.command = ["env"]
    let command = try Command(options, StageContext(environment: ProcessInfo.processInfo.environment))
    let settings = Pool.Settings(
      command: command, stage: StageReference(id: "it"), log: Log().log, wanted: "x", options: [], batch: 1,
      processes: 0, inFlight: 1, deadline: 1, startDeadline: 1, restarts: 1)
    let error = #expect(throws: CopydeskError.self) { try Pool(settings, first: nil).outcomes(of: [[]]) }
    #expect(error?.diagnostics.first?.message.contains("too many files are open") == true)
  }

  @Test func aStageCanBeUsedAgainAfterItHasFinished() throws {
    let stage = try faulty()
    for round in 0..<3 {
      let (documents, _) = try stage.run(["round \(round)"])
      #expect(documents[0].title == "ROUND \(round)")
    }
  }

  @Test func severalThreadsShareTheProcesses() throws {
    let stage = try faulty("3", ["concurrency": number("2")])
    defer { stage.finish() }
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      var documents = (0..<30).map { Document("t\(thread) \($0)", id: "\($0)") }
      let failures = try? stage.process(&documents)
      #expect(failures?.allSatisfy { $0 == nil } == true)
      #expect(documents.map(\.title) == (0..<30).map { "T\(thread) \($0)" })
    }
  }

  // MARK: Limits

  @Test func memoryIsLimited() throws {
    let stage = try faulty("", ["memory_mb": number("512"), "deadline": number("20")])
    let (_, failures) = try stage.run(["memory", "a"])
    #expect(failures[0] != nil)
    #expect(failures[1] == nil)
  }

  @Test func processorTimeIsLimited() throws {
    let stage = try faulty("", ["cpu_seconds": number("1"), "deadline": number("30")])
    let (_, failures) = try stage.run(["burn", "a"])
    #expect(failures[0]?.message.contains("used up its processor time") == true, "\(failures)")
    #expect(failures[1] == nil)
  }

  @Test func theEnvironmentIsCleanButForWhatIsNamed() throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let stage = try external(
      ["command": list(["python3", "faulty.py"]), "env": list(["TOKEN", "MISSING"])],
      environment: ["PATH": path, "SECRET": "x", "TOKEN": "y", "HOME": "/root"])
    let (documents, _) = try stage.run(["environment"])
    // A launcher of Python may add names of its own.
    let names = (documents[0].metadata["names"]?.elements ?? []).compactMap(\.string)
    for name in ["LANG", "PATH", "PYTHONPATH", "TOKEN"] { #expect(names.contains(name)) }
    for name in ["SECRET", "HOME", "MISSING"] { #expect(!names.contains(name)) }
    #expect(documents[0].metadata["folder"]?.string?.hasSuffix("Tests/Fixtures/external") == true)
  }

  @Test func whatAProgramHasStartedEndsWithIt() throws {
    let (_, failures) = try faulty().run(["spawn"])
    #expect(failures == [nil])
    #expect(eventually { !isRunning("sleep 431") })
  }
}
