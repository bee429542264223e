import ArgumentParser
import Copydesk

/// For measuring, not for users: hidden from help.
struct SentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences",
    abstract: "Split each line of a file into sentences, as a JSON list a line.",
    shouldDisplay: false)

  @Argument(help: "A file of texts, one a line.", completion: .file())
  var file: String

  func run() throws {
    try reportingErrors(code: 1) {
      var lines = try FileLines(file)
      while let line = try lines.next() {
        guard let text = try? Text(validating: Array(line)) else {
          throw CopydeskError(
            .notUTF8, "\(file):\(lines.number): the line is not UTF-8",
            help: "convert the file, for instance with: iconv -f WINDOWS-1252 -t UTF-8")
        }
        var json = JSONWriter()
        json.array { json in for sentence in text.sentences { json.string(text.utf8[sentence.span.range]) } }
        json.endLine()
        Terminal.output(String(decoding: json.bytes, as: UTF8.self))
      }
    }
  }
}
