import Copydesk

/// Diagnostics as a JSON array: a public contract, members are only ever added.
///
/// Each object has `severity` (`error` or `warning`), `code` and `message`. Where the diagnostic has a place: `file`,
/// `line` and `column` (both from 1; columns count Unicode scalars) and `length` (of what is underlined). Where there
/// is something to do: `help`. `explanation` says in general what the code means.
enum JSONReport {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    var json = JSONWriter()
    json.array { json in
      for diagnostic in diagnostics { json.object { write(diagnostic, to: &$0) } }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.member("severity", diagnostic.severity.rawValue)
    json.member("code", diagnostic.code.rawValue)
    json.member("message", diagnostic.message)
    json.member("file", diagnostic.location?.file)
    json.member("line", diagnostic.location?.line)
    json.member("column", diagnostic.location?.column)
    json.member("length", diagnostic.location?.length)
    json.member("help", diagnostic.help)
    json.member("explanation", diagnostic.code.story.meaning)
  }
}
