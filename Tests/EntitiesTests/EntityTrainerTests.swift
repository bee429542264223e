import Copydesk
import CopydeskTesting
import Testing

@testable import Entities

/// Training on invented sentences with labels of the user's own.
@Suite struct EntityTrainerTests {
  private static func file(_ seed: UInt64, sentences: Int) throws -> TaggedFile {
    var generator = SeededGenerator(seed: seed)
    let drugs = ["Zorvatin", "Quelmolin", "Abendalol", "Tarvozine", "Okwulin", "Hellquin"]
    let firms = ["Harbour Pharma", "Tarnwick Labs", "Zylvik Health"]
    var lines: [String] = []
    for _ in 0..<sentences {
      let drug = drugs.randomElement(using: &generator) ?? ""
      let firm = (firms.randomElement(using: &generator) ?? "").split(separator: " ")
      lines += ["\(firm[0])\tB-MAKER", "\(firm[1])\tI-MAKER", "makes\tO", "\(drug)\tB-DRUG", ".\tO", ""]
      lines += ["Take\tO", "\(drug)\tB-DRUG", "with\tO", "water\tO", ".\tO", ""]
    }
    return try TaggedFile(Array(lines.joined(separator: "\n").utf8))
  }

  private static func trained(
    perceptron: Bool = false, epochs: @escaping (EntityTrainer.Epoch) -> Void = { _ in }
  ) throws
    -> [UInt8]
  {
    var settings = EntityTrainer.Settings()
    settings.epochs = 4
    settings.bits = 16
    settings.perceptron = perceptron
    let data = try file(1, sentences: 60)
    var trainer = try EntityTrainer(tagsOf: [data], settings: settings)
    trainer.add(data)
    return try trainer.train(development: try file(2, sentences: 20), progress: epochs)
  }

  @Test(arguments: [false, true])
  func aModelLearnsLabelsOfTheUsersOwn(perceptron: Bool) throws {
    var last: EntityTrainer.Epoch?
    let bytes = try Self.trained(perceptron: perceptron) { last = $0 }
    #expect(last?.number == 4 && last?.score?.total.f1 == 1)
    let model = try EntityModel(bytes: bytes)
    #expect(Set(model.labels.map(\.rawValue)) == ["MAKER", "DRUG"])
  }

  @Test func theSameDataAndSeedGiveTheSameBytes() throws {
    #expect(try Self.trained() == Self.trained())
  }

  @Test func theStageUsesTheModelItIsGiven() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(try Self.trained(), to: "drugs.model")
    let result = try run(EntitiesStage.self, on: Document("Take Quelmolin with water.")) {
      $0.model = path
      $0.confidence = true
    }
    #expect(result.entities.map { $0.label.rawValue + " " + result.text[$0.span] } == ["DRUG Quelmolin"])
    let confidence = try #require(result.entities.first?.confidence)
    #expect(confidence > 0.5 && confidence <= 1)
  }

  @Test func namesTheModelIsNotSureOfCanBeLeftOut() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(try Self.trained(), to: "drugs.model")
    let result = try run(EntitiesStage.self, on: Document("Take Quelmolin with water.")) {
      $0.model = path
      $0.minConfidence = 1
    }
    #expect(result.entities.isEmpty)
  }

  @Test func aModelWithoutProbabilitiesCannotTellThem() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(try Self.trained(perceptron: true), to: "drugs.model")
    #expect(throws: InvalidOption.self) {
      try run(EntitiesStage.self, on: Document("x")) {
        $0.model = path
        $0.minConfidence = 0.5
      }
    }
  }

  @Test func whatIsNoModelIsAMistakeInTheOption() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("no model", to: "a.model")
    for path in [path, "/nowhere/a.model"] {
      #expect(throws: InvalidOption.self) {
        try run(EntitiesStage.self, on: Document("x")) { $0.model = path }
      }
    }
  }

  @Test func aTagThatIsNoneIsAMistake() throws {
    let file = try TaggedFile(Array("a\tNOUN\n".utf8))
    #expect(throws: TaggedFile.Problem.self) { try EntityTrainer(tagsOf: [file]) }
  }

  @Test func tagsThatMayAllBeRightLeaveTheChoiceToTheModel() throws {
    let known = try Self.file(1, sentences: 60)
    let open = try TaggedFile(Array("Take\tO\nQuelmolin\tB-DRUG|O\nwith\tO\nwater\tO\n".utf8))
    var settings = EntityTrainer.Settings()
    settings.epochs = 3
    settings.bits = 16
    var trainer = try EntityTrainer(tagsOf: [known, open], settings: settings)
    #expect(trainer.tags == ["O", "B-DRUG", "B-MAKER", "I-MAKER"])
    trainer.add(known)
    trainer.add(open, weight: 0.5)
    let model = try EntityModel(bytes: try trainer.train(development: nil) { #expect($0.score == nil) })
    #expect(open.tags(by: .model(model), in: TaggedFile.Scheme())[1] == "B-DRUG")
  }
}
