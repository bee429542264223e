/// Where things stand in the file of a model. All numbers are little-endian; the file is used as it lies.
///
///     0   "CDSM"          8   checksum of all that follows it     24  scale: Float32 bits
///     4   version, UInt16 16  bits of the hash, UInt8             28  length of the names, UInt32
///     6   objective       17  number of labels, UInt8             32  names: feature set, labels; a line each
///     7   bytes a weight  20  number of rows, UInt32
///
/// Then, from a multiple of eight on: the transitions (Int32, see ``Transitions``); the index of the rows, for
/// 32 hashes each a bit map of those that have a row and the number of rows before them; the rows, a weight a
/// label; 32 bytes that are zero, so that a row may be read in wide steps.
///
/// An index with ranks (Jacobson, 1989) costs two bits a hash: many hashes, so that features seldom meet, and
/// rows only for those that have weights.
struct SequenceModelLayout: Sendable {
  static let magic: UInt32 = 0x4D53_4443
  static let version: UInt16 = 1
  static let headerLength = 32
  static let padding = 32
  /// The score of a transition that may not be taken. A sum of it and of emissions never overflows.
  static let forbidden = Int32.min / 4
  static let highestTransition = 100_000_000
  static let bitRange = 5...26

  let objective: SequenceModel.Objective
  let weightBytes: Int
  let bits: Int
  let rowCount: Int
  let scale: Float
  let featureSet: String
  let labels: [String]
  /// The length of ``names``, which are not put together whenever a place is asked for.
  let namesLength: Int

  init(
    objective: SequenceModel.Objective, weightBytes: Int, bits: Int, rowCount: Int, scale: Float,
    featureSet: String, labels: [String]
  ) {
    self.objective = objective
    self.weightBytes = weightBytes
    self.bits = bits
    self.rowCount = rowCount
    self.scale = scale
    self.featureSet = featureSet
    self.labels = labels
    namesLength = Self.names(featureSet, labels).utf8.count
  }

  var transitionOffset: Int { (Self.headerLength + namesLength + 7) & ~7 }
  var transitionCount: Int { (labels.count + 2) * labels.count }
  var indexOffset: Int { (transitionOffset + transitionCount * 4 + 7) & ~7 }
  var indexLength: Int { 1 << (bits - 5) }
  var rowOffset: Int { indexOffset + indexLength * 8 }
  var byteCount: Int { rowOffset + rowCount * labels.count * weightBytes + Self.padding }
  var names: String { Self.names(featureSet, labels) }

  private static func names(_ featureSet: String, _ labels: [String]) -> String {
    ([featureSet] + labels).joined(separator: "\n")
  }

  func transitions(_ bytes: UnsafeRawBufferPointer) -> [Int32] {
    (0..<transitionCount).map { Self.load(bytes, transitionOffset + $0 * 4) }
  }

  static func load<Value: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Value {
    Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
  }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = StableHash(seed: UInt64(bytes.count))
    hash.combine(UnsafeRawBufferPointer(rebasing: bytes[16...]))
    return hash.finish()
  }
}

extension SequenceModelLayout {
  /// Reads and checks the bytes of a file: after this, no look-up leaves them.
  /// - Complexity: O(bytes), a few gigabytes a second.
  init(reading bytes: UnsafeRawBufferPointer) throws(SequenceModelError) {
    guard bytes.count >= Self.headerLength, Self.load(bytes, 0) == Self.magic else { throw .notAModel }
    let version: UInt16 = Self.load(bytes, 4)
    guard version == Self.version else { throw .unknownVersion(Int(version)) }
    guard Self.load(bytes, 8) == Self.checksum(bytes) else { throw .damaged }
    let nameLength = Int(Self.load(bytes, 28) as UInt32)
    guard let objective = SequenceModel.Objective(rawValue: bytes[6]), bytes[7] == 1 || bytes[7] == 2,
      Self.bitRange.contains(Int(bytes[16])), nameLength <= bytes.count - Self.headerLength
    else { throw .malformed }
    let names = String(decoding: bytes[Self.headerLength..<(Self.headerLength + nameLength)], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard (1...64).contains(names.count - 1), names.count - 1 == bytes[17] else { throw .malformed }
    self.objective = objective
    weightBytes = Int(bytes[7])
    bits = Int(bytes[16])
    rowCount = Int(Self.load(bytes, 20) as UInt32)
    scale = Float(bitPattern: Self.load(bytes, 24))
    featureSet = names[0]
    labels = Array(names[1...])
    namesLength = nameLength
    guard byteCount == bytes.count else { throw .wrongLength }
    guard scale.isFinite, scale > 0, indexIsConsistent(bytes),
      bytes.suffix(Self.padding).allSatisfy({ $0 == 0 }),
      transitions(bytes).allSatisfy({ $0 == Self.forbidden || abs(Int($0)) <= Self.highestTransition })
    else { throw .malformed }
  }

  private func indexIsConsistent(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rows = 0
    for entry in 0..<indexLength {
      let map: UInt32 = Self.load(bytes, indexOffset + entry * 8)
      let rank: UInt32 = Self.load(bytes, indexOffset + entry * 8 + 4)
      guard Int(rank) == rows else { return false }
      rows += map.nonzeroBitCount
    }
    return rows == rowCount
  }
}
