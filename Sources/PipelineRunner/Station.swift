import Copydesk
import PipelineDefinition

/// Where batches wait for something outside: a ``WaitingStage`` with its condition and its error policy.
struct Station: Sendable {
  private let stage: any WaitingStage
  private let guarded: GuardedStep

  init(_ stage: any WaitingStage, _ step: Definition.Step) {
    self.stage = stage
    guarded = GuardedStep(step)
  }

  /// Where the time that batches stay is counted.
  var meter: StageMeter { guarded.meter }

  /// How many batches it has room for.
  var concurrency: Int { max(1, stage.concurrency) }

  /// Takes the documents of a batch through the stage, those that it is to work on.
  /// - Throws: ``StopRun`` where a document failed and the definition says to stop; what the stage throws where it
  ///   cannot go on.
  func run(_ documents: inout [Document]) throws {
    let places = documents.indices.filter { index in
      documents[index].verdict.isKept && guarded.begin(&documents[index])
    }
    try meter.time(places.count) { try run(&documents, places) }
  }

  private func run(_ documents: inout [Document], _ visitors: [Int]) throws {
    var places = visitors
    var tries = 0
    while !places.isEmpty {
      let before = guarded.needsCopy ? places.map { documents[$0] } : []
      // Moved, not copied: a document that two arrays hold would be copied when it changes.
      var visitors = places.map { place in
        let document = documents[place]
        documents[place] = Self.placeholder
        return document
      }
      let failures = try processed(&visitors)
      guard failures.count == places.count, visitors.count == places.count else {
        throw CopydeskError(
          .stageFailed, "\"\(guarded.reference.id)\" lost count of its documents",
          help: "a waiting stage must return one result for each document; this is a bug in the stage")
      }
      for (index, place) in places.enumerated() { documents[place] = visitors[index] }
      places = try settle(&documents, places, failures, before, tries)
      if !places.isEmpty, let retry = guarded.retry {
        tries += 1
        pause(retry.wait(before: tries))
      }
    }
  }

  private func processed(_ visitors: inout [Document]) throws -> [Failure?] {
    let place = WorkPlace.current
    if let first = visitors.first {
      place.begin(guarded.reference.id, first.id, others: visitors.count - 1)
    }
    defer { place.end() }
    return try stage.process(&visitors)
  }

  /// Lets go of what the stage holds outside.
  func finish() { stage.finish() }

  private static let placeholder = Document("")

  /// Deals with failures.
  /// - Returns: the places of the documents that are to be tried again, put back as they were.
  private func settle(
    _ documents: inout [Document], _ places: [Int], _ failures: [Failure?], _ before: [Document], _ tries: Int
  ) throws -> [Int] {
    var again: [Int] = []
    for (index, place) in places.enumerated() {
      guard let failure = failures[index] else { continue }
      if failure.isTransient, let retry = guarded.retry, tries < retry.times {
        documents[place] = before[index]
        again.append(place)
      } else {
        try guarded.settle(
          &documents[place], failure, tries: tries, before: before.isEmpty ? nil : before[index])
      }
    }
    return again
  }
}
