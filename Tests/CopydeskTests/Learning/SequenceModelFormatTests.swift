import Testing

@testable import Copydesk

@Suite struct SequenceModelFormatTests {
  @Test func whatIsWrittenIsRead() throws {
    let model = try ToyTask.trainer(.averagedPerceptron).train()
    let copy = try SequenceModel(bytes: model.bytes)
    #expect(copy.labels == ToyTask.labels)
    #expect(copy.featureSet == "toy/1")
    #expect(copy.objective == .averagedPerceptron)
    #expect(copy.featureCount == model.featureCount)
    #expect(ToyTask.accuracy(copy) == ToyTask.accuracy(model))
  }

  @Test func memoryThatIsLentIsUsedWhereItLies() throws {
    let model = try ToyTask.trainer(.conditionalLikelihood).train()
    let accuracy = ToyTask.accuracy(model)
    try model.bytes.withUnsafeBytes { bytes in
      let lent = try SequenceModel(permanentMemory: bytes)
      #expect(ToyTask.accuracy(lent) == accuracy)
    }
  }

  @Test func aFlippedBitAnywhereIsRefused() throws {
    var (bytes, generator) = (
      try randomModel(labels: 3, weightBytes: 1, seed: 1).model.bytes, SeededGenerator(seed: 1)
    )
    for index in bytes.indices {
      let bit = UInt8(1) << UInt8(generator.next() % 8)
      bytes[index] ^= bit
      #expect(throws: SequenceModelError.self) { try SequenceModel(bytes: bytes) }
      bytes[index] ^= bit
    }
    #expect(throws: Never.self) { try SequenceModel(bytes: bytes) }
  }

  @Test func aPartOfAFileIsRefused() throws {
    let bytes = try randomModel(labels: 2, weightBytes: 2, seed: 1).model.bytes
    for length in 0..<bytes.count {
      #expect(throws: SequenceModelError.self) { try SequenceModel(bytes: Array(bytes[..<length])) }
    }
    #expect(throws: SequenceModelError.self) { try SequenceModel(bytes: bytes + [0]) }
  }

  /// Whoever makes the checksum fit may still not send the look-ups outside of the bytes.
  @Test func contradictionsUnderAValidChecksumAreRefused() throws {
    let (model, _) = try randomModel(labels: 3, weightBytes: 1, seed: 1)
    for (offset, value) in [(16, UInt8(26)), (17, 2), (20, 1), (28, 255), (model.layout.indexOffset, 1)] {
      var bytes = model.bytes
      bytes[offset] = value
      bytes.withUnsafeMutableBytes { raw in
        let sum = SequenceModelLayout.checksum(UnsafeRawBufferPointer(raw))
        raw.storeBytes(of: sum.littleEndian, toByteOffset: 8, as: UInt64.self)
      }
      #expect(throws: SequenceModelError.self) { try SequenceModel(bytes: bytes) }
    }
  }

  @Test func anUnknownVersionIsNamed() throws {
    var bytes = try randomModel(labels: 2, weightBytes: 1, seed: 1).model.bytes
    bytes[4] = 9
    #expect(throws: SequenceModelError.unknownVersion(9)) { try SequenceModel(bytes: bytes) }
    #expect(throws: SequenceModelError.notAModel) {
      try SequenceModel(bytes: Array("not a model at all, but long enough".utf8))
    }
  }

  @Test func theExponentialIsThatOfTheLibrary() {
    // e¹, e⁻¹, e¹⁰, e⁻³⁰ as published.
    for (x, value) in [
      (0.0, 1.0), (1, 2.718281828459045), (-1, 0.36787944117144233), (10, 22026.465794806718),
      (-30, 9.357622968840175e-14),
    ] { #expect(abs(reproducibleExponential(x) / value - 1) < 1e-12) }
    #expect(reproducibleExponential(-1000) == 0)
  }
}
