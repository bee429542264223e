import Copydesk

/// One or several patterns for paths, matched together.
///
/// | pattern  | stands for                                                       |
/// |----------|------------------------------------------------------------------|
/// | `*`      | anything within one component                                    |
/// | `**`     | any number of components, none included                          |
/// | `?`      | one character, not `/`                                           |
/// | `[a-z]`  | one character of a set of ASCII; `[!a-z]` one that is not in it  |
/// | `{a,b}`  | either; may be nested                                            |
/// | `\*`     | the character itself                                             |
///
/// Upper and lower case differ, but in the endings of names where that is asked for. The patterns are compiled to one nondeterministic automaton, of which all
/// states are followed at once (Thompson, 1968), so no pattern and no path can make a match slow.
/// - Complexity: a match takes O(*p* · *n*) for a path of *n* bytes and patterns of *p*.
struct Glob: Sendable {
  /// What the automaton does in a state.
  enum Step: Sendable {
    /// Takes this byte.
    case byte(UInt8)
    /// Takes any byte.
    case anyByte
    /// Takes any byte but `/`.
    case notSlash
    /// Takes a byte that goes on with a character.
    case continuation
    /// Takes an ASCII byte of a set; a byte of any other character where `others` says so.
    case oneOf(ASCIISet, others: Bool)
    /// Goes on at the next step and at that one.
    case fork(Int)
    /// Goes on at that step.
    case jump(Int)
    /// The path matches, if it ends here.
    case accept
  }

  private let steps: [Step]

  /// Compiles the patterns; a path matches that matches one of them.
  /// - Parameter foldsEndings: whether it does not matter in which case an ending is written: what follows the first dot of
  ///   a pattern's last component.
  /// - Throws: ``GlobMistake`` where one is not made as it must be.
  init(_ patterns: [String], foldsEndings: Bool = false) throws(GlobMistake) {
    var steps: [Step] = []
    for pattern in patterns {
      let fork = steps.count
      steps.append(.accept)
      var compiler = GlobCompiler(pattern, steps: steps, foldsEndings: foldsEndings)
      try compiler.compile()
      steps = compiler.steps + [.accept]
      steps[fork] = .fork(steps.count)
    }
    self.steps = steps
  }

  /// Whether a path is of the form.
  func matches(_ path: String) -> Bool { follow(path.utf8).isAccepted }

  /// Whether a path that begins with `folder`, which ends in `/`, may be of the form.
  func canMatch(below folder: String) -> Bool { follow(folder.utf8).isAlive }

  /// Whether there is something in a string that a pattern reads as more than a letter.
  static func isPattern(_ string: String) -> Bool {
    string.utf8.contains {
      [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{")].contains($0)
    }
  }

  // MARK: Matching

  private func follow(_ path: String.UTF8View) -> (isAccepted: Bool, isAlive: Bool) {
    var states = States(count: steps.count)
    states.enter(0, steps)
    for byte in path {
      let before = states.advance()
      for state in before where take(byte, in: steps[state]) { states.enter(state + 1, steps) }
      if states.consuming.isEmpty && !states.isAccepting { return (false, false) }
    }
    return (states.isAccepting, !states.consuming.isEmpty)
  }

  private func take(_ byte: UInt8, in step: Step) -> Bool {
    switch step {
    case .byte(let wanted): byte == wanted
    case .anyByte: true
    case .notSlash: byte != UInt8(ascii: "/")
    case .continuation: byte.isUTF8Continuation
    case .oneOf(let set, let others): byte < 0x80 ? set.contains(byte) : others
    case .fork, .jump, .accept: false
    }
  }

  /// The states that the automaton is in at once.
  private struct States {
    /// Those that wait for a byte.
    var consuming: [Int] = []
    var isAccepting = false
    private var round = 1
    /// The round in which each was last entered, so that none is entered twice.
    private var entered: [Int]
    private var pending: [Int] = []

    init(count: Int) { entered = Array(repeating: 0, count: count) }

    /// Starts the next set of states and returns this one.
    mutating func advance() -> [Int] {
      round += 1
      isAccepting = false
      defer { consuming = [] }
      return consuming
    }

    /// Enters a state, and those that it leads to without taking a byte.
    mutating func enter(_ first: Int, _ steps: [Step]) {
      pending.append(first)
      while let state = pending.popLast() {
        guard state < steps.count, entered[state] != round else { continue }
        entered[state] = round
        switch steps[state] {
        case .fork(let other):
          pending.append(other)
          pending.append(state + 1)
        case .jump(let other): pending.append(other)
        case .accept: isAccepting = true
        default: consuming.append(state)
        }
      }
    }
  }
}

/// A set of ASCII characters.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range { if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) } }
  }

  mutating func remove(_ byte: UInt8) {
    if byte < 64 { low &= ~(1 << UInt64(byte)) } else { high &= ~(1 << UInt64(byte - 64)) }
  }

  /// Takes each letter in the other case, too.
  mutating func foldCase() {
    for lower in UInt8(ascii: "a")...UInt8(ascii: "z") where contains(lower) || contains(lower ^ 0x20) {
      insert(lower...lower)
      insert((lower ^ 0x20)...(lower ^ 0x20))
    }
  }

  mutating func invert() {
    low = ~low
    high = ~high
  }

  /// - Precondition: the byte is ASCII.
  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low & 1 << UInt64(byte) != 0 : high & 1 << UInt64(byte - 64) != 0
  }
}
