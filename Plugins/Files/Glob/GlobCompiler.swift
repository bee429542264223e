import Copydesk

/// What is wrong with a pattern.
struct GlobMistake: Error, Equatable {
  /// The pattern.
  let pattern: String
  /// What is wrong, in words that follow its name: "has a { without its }".
  let message: String
}

/// Turns one pattern into steps of a ``Glob``'s automaton.
///
/// The steps for a part go on, where it has matched, at the step behind its last one.
struct GlobCompiler {
  private static let maximumDepth = 32
  private let pattern: String
  private let bytes: [UInt8]
  private var position = 0
  private(set) var steps: [Glob.Step]
  /// Where the pattern's ending begins, if it does not matter in which case that is written.
  private let ending: Int

  init(_ pattern: String, steps: [Glob.Step], foldsEndings: Bool = false) {
    self.pattern = pattern
    self.steps = steps
    bytes = Array(pattern.utf8)
    let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let dot = foldsEndings ? bytes[name...].firstIndex(of: UInt8(ascii: ".")) : nil
    ending = dot ?? bytes.count
  }

  /// Compiles the whole pattern.
  mutating func compile() throws(GlobMistake) {
    try compileSequence(depth: 0, startsComponent: true)
  }

  /// Compiles up to the end; inside braces up to the comma or brace that ends the alternative.
  private mutating func compileSequence(depth: Int, startsComponent: Bool) throws(GlobMistake) {
    var startsComponent = startsComponent
    while let byte = peek, depth == 0 || !(byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")) {
      position += 1
      switch byte {
      case UInt8(ascii: "*"):
        startsComponent = compileStars(depth: depth, startsComponent: startsComponent)
        continue
      case UInt8(ascii: "?"):
        steps.append(.notSlash)
        compileContinuations()
      case UInt8(ascii: "["): try compileSet()
      case UInt8(ascii: "{"): try compileAlternatives(depth: depth + 1, startsComponent: startsComponent)
      case UInt8(ascii: "\\"):
        guard let escaped = peek else { throw mistake("ends in a \\ with nothing to stand for") }
        position += 1
        steps.append(.byte(escaped))
      default: compileByte(byte)
      }
      startsComponent = byte == UInt8(ascii: "/")
    }
  }

  private mutating func compileByte(_ byte: UInt8) {
    guard position > ending, byte.isASCIILetter else { return steps.append(.byte(byte)) }
    var set = ASCIISet()
    set.insert(byte...byte)
    set.foldCase()
    steps.append(.oneOf(set, others: false))
  }

  /// Compiles `*`, or `**` as a component of its own; any other run of stars is one star.
  /// - Returns: whether a component starts behind it.
  private mutating func compileStars(depth: Int, startsComponent: Bool) -> Bool {
    let first = position - 1
    while peek == UInt8(ascii: "*") { position += 1 }
    let isWhole = startsComponent && position - first == 2
    let endsAlternative = depth > 0 && (peek == UInt8(ascii: ",") || peek == UInt8(ascii: "}"))
    if isWhole, peek == UInt8(ascii: "/") {
      // Nothing, or anything that ends in a slash.
      position += 1
      let skip = steps.count
      steps.append(.fork(0))
      compileLoop(.anyByte)
      steps.append(.byte(UInt8(ascii: "/")))
      steps[skip] = .fork(steps.count)
      return true
    }
    compileLoop(isWhole && (peek == nil || endsAlternative) ? .anyByte : .notSlash)
    return false
  }

  /// Any number of times that step.
  private mutating func compileLoop(_ step: Glob.Step) {
    let start = steps.count
    steps += [.fork(start + 3), step, .jump(start)]
  }

  /// The rest of a character of several bytes.
  private mutating func compileContinuations() { compileLoop(.continuation) }

  /// `[a-z_]`, `[!a-z]`; a `]` that comes first stands for itself.
  private mutating func compileSet() throws(GlobMistake) {
    var set = ASCIISet()
    let isNegated = peek == UInt8(ascii: "!") || peek == UInt8(ascii: "^")
    if isNegated { position += 1 }
    var isFirst = true
    while true {
      guard let low = peek else { throw mistake("has a [ without its ]") }
      position += 1
      if low == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      var high = low
      if peek == UInt8(ascii: "-"), position + 1 < bytes.count, bytes[position + 1] != UInt8(ascii: "]") {
        high = bytes[position + 1]
        position += 2
      }
      guard low < 0x80, high < 0x80 else { throw mistake("has a letter between [ and ] that is not ASCII") }
      guard low <= high else { throw mistake("has a range between [ and ] that runs backwards") }
      set.insert(low...high)
    }
    if position > ending { set.foldCase() }
    if isNegated { set.invert() }
    set.remove(UInt8(ascii: "/"))
    steps.append(.oneOf(set, others: isNegated))
    compileContinuations()
  }

  /// `{a,b}`: one fork an alternative, and jumps to what follows.
  private mutating func compileAlternatives(depth: Int, startsComponent: Bool) throws(GlobMistake) {
    guard depth <= Self.maximumDepth else { throw mistake("nests more than \(Self.maximumDepth) braces") }
    var jumps: [Int] = []
    while true {
      let fork = steps.count
      steps.append(.fork(0))
      try compileSequence(depth: depth, startsComponent: startsComponent)
      guard let separator = peek else { throw mistake("has a { without its }") }
      position += 1
      if separator == UInt8(ascii: "}") {
        // The last alternative has no other to fork to.
        steps[fork] = .jump(fork + 1)
        break
      }
      jumps.append(steps.count)
      steps.append(.jump(0))
      steps[fork] = .fork(steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func mistake(_ message: String) -> GlobMistake { GlobMistake(pattern: pattern, message: message) }
}
