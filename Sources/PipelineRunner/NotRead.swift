import Copydesk

/// What a run came upon in its inputs and did not read, counted by what it is.
///
/// Whatever there is of it, it stays small: beyond some hundred names the others are counted together.
public struct NotRead: Sendable, Equatable {
  /// How many names are told apart of each kind.
  private static let most = 200
  private static let others = "others"

  /// How much of each name there was.
  public private(set) var counts: [PassedOver.Kind: [String: Int]] = [:]

  /// Nothing yet.
  public init() {}

  /// Whether all was read.
  public var isEmpty: Bool { counts.isEmpty }

  /// Counts one more.
  public mutating func add(_ item: PassedOver) {
    let known = counts[item.kind] ?? [:]
    let name = known[item.name] != nil || known.count < Self.most ? item.name : Self.others
    counts[item.kind, default: [:]][name, default: 0] += 1
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      for kind in PassedOver.Kind.allCases {
        guard let names = counts[kind] else { continue }
        json.name(kind.plural)
        json.object { json in
          for (name, count) in names.sorted(by: { $0.key < $1.key }) { json.member(name, count) }
        }
      }
    }
  }

  init(json: JSONValue) {
    for kind in PassedOver.Kind.allCases {
      guard case .object(let members)? = json[kind.plural] else { continue }
      for member in members { counts[kind, default: [:]][member.name] = member.value.int ?? 0 }
    }
  }
}

extension PassedOver.Kind {
  fileprivate var plural: String { rawValue + "s" }
}
