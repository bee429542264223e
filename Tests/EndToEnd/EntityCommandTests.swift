import Foundation
import Testing

/// `train`, `tag` and `score` on the built binary.
@Suite struct EntityCommandTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    var lines: [String] = []
    for (index, name) in ["Zorvatin", "Quelmolin", "Abendalol", "Tarvozine"].enumerated() {
      for verb in ["Take", "Use", "Avoid", "Buy", "Sell"] {
        lines += ["\(verb)\tO", "\(name)\tB-DRUG", index % 2 == 0 ? "daily\tO" : "weekly\tO", ".\tO", ""]
      }
    }
    try copydesk.write(lines.joined(separator: "\n"), to: "drugs.conll")
  }

  private func train() throws -> Copydesk.Outcome {
    try copydesk.run(
      "train", "entities", "--data", "drugs.conll", "--dev", "drugs.conll", "--epochs", "3", "--bits", "14",
      "--output",
      "drugs.model", "--note", "invented")
  }

  @Test func aModelIsTrainedWithItsCardAndUsedByTag() throws {
    let trained = try train()
    #expect(trained.exitCode == 0, "\(trained.errors)")
    #expect(trained.errors.contains("pass 3 of 3") && trained.errors.contains("F1 100.00 %"))
    let card = String(decoding: copydesk.data("drugs.model.md"), as: UTF8.self)
    #expect(card.contains("drugs.conll") && card.contains("invented") && card.contains("seed 1"))
    let first = copydesk.data("drugs.model")
    _ = try train()
    #expect(copydesk.data("drugs.model") == first && !first.isEmpty)
    let tagged = try copydesk.run("tag", "drugs.conll", "--model", "drugs.model")
    #expect(tagged.output.hasPrefix("Take\tO\tO\nZorvatin\tB-DRUG\tB-DRUG\ndaily\tO\tO\n.\tO\tO\n\n"))
  }

  @Test func tagKeepsEveryLineAndFollowsTheSchemeOfTheFile() throws {
    let lines = "-DOCSTART-\tO\n\nMr.\tB-per\nHolm\tI-per\nleft\tO\nIraq\tB-geo\n.\tO\n"
    try copydesk.write(lines, to: "gmb.conll")
    let gmb = try copydesk.run("tag", "gmb.conll", "--rules").output
    #expect(gmb.split(separator: "\n", omittingEmptySubsequences: false).count == 8)
    #expect(gmb.contains("Iraq\tB-geo\tB-geo\n") && gmb.hasPrefix("-DOCSTART-\tO\n\n"))
    let conll = try copydesk.run("tag", "gmb.conll", "--scheme", "conll").output
    #expect(conll.contains("Iraq\tB-geo\tB-LOC\n") && conll.contains("Holm\tI-per\tB-PER\n"))
  }

  @Test func scoreTellsFiguresAndTheWorstSentences() throws {
    try copydesk.write("Iraq\tB-LOC\nand\tO\nSyria\tB-PER\nleft\tO\n", to: "gold.conll")
    let outcome = try copydesk.run("score", "entities", "--gold", "gold.conll")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("PLACE") && outcome.output.contains("missed  PERSON Syria"))
    #expect(outcome.output.contains("gold.conll:1: Iraq and Syria left"))
  }

  @Test(arguments: [
    ["tag", "nothing.conll"], ["tag", "bad.conll"], ["score", "entities", "--gold", "bad.conll"],
    ["train", "entities", "--data", "bad.conll", "--output", "x"],
    ["tag", "drugs.conll", "--model", "drugs.conll"],
  ])
  func mistakesAreToldAndEndWithOne(arguments: [String]) throws {
    try copydesk.write("token without a tag\n", to: "bad.conll")
    let outcome = try copydesk.run(arguments: arguments)
    #expect(outcome.exitCode == 1 && outcome.errors.contains("error["))
  }
}
