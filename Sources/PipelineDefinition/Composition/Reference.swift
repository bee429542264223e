/// A `${…}` in a text: an environment variable, or a parameter where it begins with `with.`.
struct Reference {
  static let opening = "${"
  static let parameterPrefix = "with."

  /// What stands between the braces.
  let body: String

  /// As it was written.
  var whole: String { "${\(body)}" }
  /// The name of the parameter that it stands for; nil where it is a variable.
  var parameter: String? {
    body.hasPrefix(Self.parameterPrefix) ? String(body.dropFirst(Self.parameterPrefix.count)) : nil
  }

  enum Piece {
    case text(String)
    case reference(Reference)
  }

  /// The text in pieces. `$${` is left as it stands, and so is what is never closed.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("$${") {
        plain += "$${"
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix(opening), let end = rest.firstIndex(of: "}") {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.reference(Reference(body: String(rest.dropFirst(2)[..<end]))))
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  /// The text with each `$${` as the `${` that it stands for.
  static func unescaped(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("$${") { rest = rest.dropFirst() }
      out.append(rest.first ?? character)
      rest = rest.dropFirst()
    }
    return out
  }

  /// The text with each `${` written so that it stands for itself.
  static func escaped(_ text: String) -> String {
    text.split(separator: "${", omittingEmptySubsequences: false).joined(separator: "$${")
  }
}
