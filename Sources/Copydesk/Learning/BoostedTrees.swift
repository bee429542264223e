/// Tells how probable something is from a row of small numbers, by a sum over decision trees: what a linear model cannot
/// tell, since one number means something else where another is high.
///
/// Trees are complete, all of one depth, so that a tree is a row of questions and a row of answers and nothing in its
/// bytes can lead astray. Answers are integers, and so is their sum: the same on every machine. Made by
/// ``BoostedTreesTrainer``.
///
/// J. Friedman: Greedy Function Approximation: A Gradient Boosting Machine, Annals of Statistics 2001.
public struct BoostedTrees: Sendable {
  /// What the numbers mean, and their version: a model works only with those that it was trained on.
  public let featureSet: String
  /// How many numbers a row has.
  public let featureCount: Int
  /// How many trees there are.
  public var treeCount: Int { answers.count / Self.leaves }
  /// The size of the file in bytes.
  public var byteCount: Int { bytes.count }

  /// Numbers are below this.
  public static let values = 64
  static let depth = 5
  static let leaves = 1 << depth
  static let questionsOfTree = leaves - 1
  /// So much of an answer is 1 in the exponent.
  static let unit = 4096

  /// Which number each question is about, and the highest value that goes to the left.
  private var features: [UInt8]
  private var limits: [UInt8]
  private var answers: [Int16]

  /// Starts without a tree.
  /// - Parameters:
  ///   - featureSet: what the numbers mean, and their version.
  ///   - featureCount: how many numbers a row has.
  public init(featureSet: String, featureCount: Int) {
    self.featureSet = featureSet
    self.featureCount = featureCount
    features = []
    limits = []
    answers = []
  }

  mutating func add(_ tree: Tree) {
    features += tree.features
    limits += tree.limits
    answers += tree.answers
  }

  /// The sum of the answers of all trees to a row.
  func sum(_ row: UnsafeBufferPointer<UInt8>) -> Int {
    precondition(row.count == featureCount, "a row has a number for each feature")
    var sum = 0
    for tree in 0..<treeCount {
      var node = 0
      let first = tree * Self.questionsOfTree
      for _ in 0..<Self.depth {
        let question = first + node
        node = 2 * node + (row[Int(features[question])] > limits[question] ? 2 : 1)
      }
      sum += Int(answers[tree * Self.leaves + node - Self.questionsOfTree])
    }
    return sum
  }

  /// How probable it is.
  /// - Parameter row: as many numbers as ``featureCount`` says, each below ``values``.
  /// - Complexity: O(trees).
  public func probability(_ row: UnsafeBufferPointer<UInt8>) -> Double { Self.probability(sum: sum(row)) }

  static func probability(sum: Int) -> Double {
    1 / (1 + reproducibleExponential(-Double(sum) / Double(unit)))
  }

  /// A tree while it is made: its questions from the root on, level by level, and its answers from left to right.
  struct Tree {
    var features = [UInt8](repeating: 0, count: questionsOfTree)
    /// What a question that was not found says: all to the left.
    var limits = [UInt8](repeating: .max, count: questionsOfTree)
    var answers = [Int16](repeating: 0, count: leaves)
  }
}

// MARK: Bytes

/// `CDBT`, a byte each for the version, the depth, the number of features and the length of their name, the number of
/// trees as UInt32, a checksum of all but the first four bytes and itself; the name; the features, the limits, and the
/// answers as Int16. All numbers are little-endian.
extension BoostedTrees {
  private static let magic = Array("CDBT".utf8)
  private static let version: UInt8 = 1
  private static let header = 20

  /// The bytes of the model's file.
  public var bytes: [UInt8] {
    var body = Array(featureSet.utf8) + features + limits
    for answer in answers {
      let bits = UInt16(bitPattern: answer)
      body += [UInt8(truncatingIfNeeded: bits), UInt8(truncatingIfNeeded: bits >> 8)]
    }
    let numbers = [
      Self.version, UInt8(Self.depth), UInt8(truncatingIfNeeded: featureCount),
      UInt8(truncatingIfNeeded: featureSet.utf8.count),
    ]
    let head = numbers + Self.littleEndian(UInt64(treeCount), 4)
    return Self.magic + head + Self.littleEndian(StableHash.of(head + body), 8) + body
  }

  /// Reads a model and checks it: after this, no question leaves a row, and no tree its answers.
  /// - Throws: an error where the bytes are no model, or one that was damaged.
  public init(bytes: UnsafeRawBufferPointer) throws(SequenceModelError) {
    guard bytes.count >= Self.header, bytes.prefix(4).elementsEqual(Self.magic) else { throw .notAModel }
    guard bytes[4] == Self.version else { throw .unknownVersion(Int(bytes[4])) }
    guard bytes[5] == Self.depth, bytes[6] > 0 else { throw .malformed }
    let trees = Int(Self.number(bytes[8..<12]))
    let body = Array(bytes[Self.header...])
    let length = Int(bytes[7]) + trees * (2 * Self.questionsOfTree + 2 * Self.leaves)
    guard body.count == length else { throw .wrongLength }
    guard Self.number(bytes[12..<20]) == StableHash.of(bytes[4..<12] + body) else { throw .damaged }
    var rest = body[...]
    func take(_ count: Int) -> [UInt8] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    featureSet = String(decoding: take(Int(bytes[7])), as: UTF8.self)
    featureCount = Int(bytes[6])
    features = take(trees * Self.questionsOfTree)
    limits = take(trees * Self.questionsOfTree)
    let pairs = take(trees * Self.leaves * 2)
    answers = (0..<trees * Self.leaves).map {
      Int16(bitPattern: UInt16(pairs[2 * $0]) | UInt16(pairs[2 * $0 + 1]) << 8)
    }
    let count = featureCount
    guard features.allSatisfy({ Int($0) < count }) else { throw .malformed }
  }

  private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func littleEndian(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }
}
