import Copydesk

/// What a program has declared of its stage, as a person reads it on a terminal.
struct DeclaredPage {
  private let declaration: ComponentDeclaration
  private let style: Style
  private let width: Int

  init(_ declaration: ComponentDeclaration, style: Style, width: Int) {
    self.declaration = declaration
    self.style = style
    self.width = width
  }

  var text: String {
    let name = declaration.name
    var head = Wrapping.lines(
      "\(name)  \(declaration.abstract)", width: width, hanging: name.count + 2, head: style.bold)
    let parts = [("reads", declaration.reads), ("writes", declaration.writes)].filter { !$0.1.isEmpty }
    let fields = parts.map { "\($0) " + $1.map(\.rawValue).joined(separator: ", ") }.joined(separator: "; ")
    if !fields.isEmpty { head += style.dim(fields) + "\n" }
    if let labels = declaration.labels {
      head += style.dim("labels " + labels.map(\.rawValue).joined(separator: ", ")) + "\n"
    }
    let options = StagePage.options(declaration.options, style: style, width: width)
    let rules = StagePage.rules(declaration.rules, style: style, width: width)
    return [head, options, rules].compactMap(\.self).joined(separator: "\n")
  }
}
