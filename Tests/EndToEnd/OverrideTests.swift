import Foundation
import Testing

/// What `--set` can reach, and what it says where it cannot.
@Suite struct OverrideTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    let lines = (0..<3).map { "{\"id\": \"\($0)\", \"body\": \"Rain fell.\", \"head\": \"Rain in \($0)\"}\n" }
    try copydesk.write(lines.joined(), to: "in.jsonl")
    try copydesk.write(
      "input: { fields: { title: head, text: nowhere } }\nstages: [output.jsonl: { path: x.jsonl }]",
      to: "p.yaml")
  }

  @Test func aNameInAMappingIsSetAndTheOthersStay() throws {
    let run = try copydesk.run("run", "p.yaml", "in.jsonl", "--set", "input.fields.text=body")
    #expect(run.exitCode == 0, "\(run.errors)")
    let records = try copydesk.records("x.jsonl")
    #expect(records.map { $0["text"] as? String } == ["Rain fell.", "Rain fell.", "Rain fell."])
    #expect(records[2]["title"] as? String == "Rain in 2")
  }

  @Test func aMappingThatThePipelineDoesNotGiveIsMade() throws {
    let run = try copydesk.run(
      "run", "p.yaml", "in.jsonl", "--set", "input.fields.text=body", "--set",
      "output.jsonl.shard.documents=2")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(copydesk.exists("x-00001.jsonl") && copydesk.exists("x-00002.jsonl"))
    let shown = try copydesk.run(
      "check", "--resolved", "p.yaml", "--set", "output.jsonl.shard.documents=2", "--set",
      "output.jsonl.shard.bytes=1M")
    #expect(shown.output.contains("shard: { documents: 2, bytes: 1M }"), "\(shown.output)")
  }

  @Test(arguments: [
    ("input.fields.txet=body", "did you mean \"text\"?"),
    ("output.jsonl.shard.document=2", "did you mean \"documents\"?"),
    ("output.jsonl.shrad.documents=2", "did you mean \"shard\"?"),
    ("output.jsnol.shard.documents=2", "did you mean \"output.jsonl\"?"),
    ("source.fields.text=body", "is set as \"input\""),
    ("input.include.first=x", "\"include\" is a list, each text, and has no parts"),
    ("output.jsonl.trail.x=true", "\"trail\" is true or false, and has no parts"),
    ("clean.recurring.least=2", "the pipeline has no stage \"clean.recurring\""),
    ("input..x=2", "no option named \"\""),
  ])
  func whatIsNotThereIsRefusedWithWhatWasMeant(_ set: String, _ words: String) throws {
    try copydesk.write("stages: [clean, output.jsonl]", to: "q.yaml")
    let run = try copydesk.run("check", "q.yaml", "--set", set)
    #expect(run.exitCode == 1 && (run.output + run.errors).contains(words), "\(run)")
  }

  @Test func aPartOfWhatThePipelineGivesAsSomethingElseIsRefused() throws {
    try copydesk.write("input: { fields: [text] }\nstages: [output.jsonl]", to: "q.yaml")
    let run = try copydesk.run("check", "q.yaml", "--set", "input.fields.text=body")
    #expect(run.exitCode == 1 && (run.output + run.errors).contains("\"fields\" is a list, and"), "\(run)")
  }

  @Test func whatIsSetOfAnOutputThatDashOReplacesGoesToTheOneInItsPlace() throws {
    let run = try copydesk.run(
      "run", "clean", "in.jsonl", "-o", "y.csv", "--set", "input.fields.text=body", "--set",
      "output.jsonl.shard.documents=2")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(copydesk.exists("y-00002.csv"))
  }

  @Test(arguments: [
    (
      "output.jsonl.trail=false",
      "\"output.csv\" in the place of the pipeline's output, and it has no option \"trail\" as \"output.jsonl\" has"
    ),
    ("output.jsonl.colour=red", "in the place of the pipeline's output, and it has no option \"colour\"\n"),
    ("output.csv.colour=red", "\"output.csv\" has no option named \"colour\""),
  ])
  func whatTheOneInItsPlaceDoesNotHaveIsToldSo(_ set: String, _ words: String) throws {
    let run = try copydesk.run("run", "clean", "in.jsonl", "-o", "y.csv", "--set", set)
    #expect(run.exitCode == 1 && run.errors.contains(words), "\(run.errors)")
    #expect(!run.errors.contains("CD114") && !copydesk.exists("y.csv"), "\(run.errors)")
  }
}
