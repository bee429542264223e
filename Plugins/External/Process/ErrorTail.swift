import Copydesk

/// What a program writes to its standard error: each line goes to the log, the last ones are kept to be shown when it
/// fails.
struct ErrorTail {
  private static let lines = 12
  private static let lineLength = 400

  private let stage: String
  private let log: StageLog
  private var unfinished: [UInt8] = []
  private(set) var last: [String] = []

  init(stage: String, log: StageLog) {
    self.stage = stage
    self.log = log
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      unfinished += rest[..<end]
      finishLine()
      rest = rest[(end + 1)...]
    }
    // A line without end must not fill the memory.
    unfinished += rest.prefix(max(0, Self.lineLength * 4 - unfinished.count))
  }

  mutating func finish() {
    if !unfinished.isEmpty { finishLine() }
  }

  private mutating func finishLine() {
    let text = String(decoding: unfinished.prefix(Self.lineLength * 4), as: UTF8.self)
    // A program must not move the user's cursor.
    let line = String(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }.map(Character.init))
    unfinished.removeAll(keepingCapacity: true)
    log(.detail, stage: stage, line)
    last.append(String(line.prefix(Self.lineLength)))
    if last.count > Self.lines { last.removeFirst() }
  }
}
