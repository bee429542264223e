import Copydesk

/// How a value of JSON begins: by that another one of its kind is recognised where a file is damaged.
struct JSONOpening {
  /// So many bytes are looked at.
  static let longest = 300

  /// The name of an object's first member, as it stands there; empty where none is seen, nil of what is no object.
  let name: [UInt8]?
  /// How far to the right it stands, where only blanks stand before it in its line.
  let column: Int?

  /// - Parameter bytes: the value's first ones.
  init(_ bytes: ArraySlice<UInt8>, column: Int?) {
    self.column = column
    guard bytes.first == UInt8(ascii: "{") else {
      name = nil
      return
    }
    let inside = bytes.dropFirst().drop(while: \.isASCIISpace)
    guard inside.first == UInt8(ascii: "\"") else {
      name = []
      return
    }
    name = Array(inside.dropFirst().prefix(Self.longest).prefix { $0 != UInt8(ascii: "\"") })
  }
}

/// Finds where reading can go on behind a value of JSON that is broken: at a line that begins with an object, no farther to
/// the right than the broken one did, or at an object that stands behind another and begins with the same member.
struct JSONDamage {
  private let opening: JSONOpening

  init(behind opening: JSONOpening) { self.opening = opening }

  /// Passes over bytes without keeping them.
  /// - Returns: the column in which reading goes on, where that is known.
  func pass(_ reader: inout BlockReader, isInList: Bool) throws(Failure) -> Int? {
    var none: [UInt8] = []
    return try pass(&reader, isInList: isInList, keeping: &none, atMost: 0)
  }

  /// Passes over bytes and appends them, until there are `limit` in all.
  /// - Returns: the column in which reading goes on, where that is known.
  func pass(
    _ reader: inout BlockReader, isInList: Bool, keeping bytes: inout [UInt8], atMost limit: Int
  ) throws(Failure) -> Int? {
    // An object within the broken one that has no name for it.
    if try reader.peek(1).first == UInt8(ascii: "{") { return nil }
    var column: Int?
    var isBehindObject = false
    while let byte = try reader.peek(1).first {
      switch byte {
      case UInt8(ascii: "{"):
        if opening.name == nil || column.map({ $0 <= opening.column ?? .max }) ?? false { return column }
        if isBehindObject, try isLikeIt(&reader) { return column }
      case UInt8(ascii: "["):
        if opening.name == nil, !isInList { return column }
      case UInt8(ascii: "]"):
        if isInList, column.map({ $0 == 0 || $0 < opening.column ?? 0 }) ?? false { return column }
      default: break
      }
      switch byte {
      case 0x0A: column = 0
      case 0x20, 0x09: column = column.map { $0 + 1 }
      case 0x0D: break
      case UInt8(ascii: ","): column = nil
      default:
        column = nil
        isBehindObject = byte == UInt8(ascii: "}")
      }
      if bytes.count < limit { bytes.append(byte) }
      _ = try reader.skip(1)
    }
    return nil
  }

  private func isLikeIt(_ reader: inout BlockReader) throws(Failure) -> Bool {
    let other = JSONOpening(try reader.peek(JSONOpening.longest), column: nil)
    return other.name == opening.name && other.name?.isEmpty == false
  }
}
