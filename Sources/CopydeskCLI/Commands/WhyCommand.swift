import ArgumentParser
import Copydesk
import Foundation

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell what became of a document, and why: every line removed, by which rule.",
    discussion: """
      Looks in the result, its rejects and its dead letters.

        copydesk why out/news.jsonl                        every document, in a line each
        copydesk why out/news.jsonl world/damascus.txt     the whole story of one
        copydesk why out/news.jsonl world/damascus.txt --original
      """)

  @Argument(help: "The JSON Lines file that a run wrote.", completion: .file(extensions: ["jsonl"]))
  var result: String

  @Argument(help: "The document's id, or the end of it.")
  var id: String?

  @Flag(help: "Show the original file too, with what was taken out of it marked.")
  var original = false

  func run() throws {
    try reportingErrors(code: 1) {
      let files = try ResultFiles(result)
      let style = Style(for: STDOUT_FILENO)
      if let id {
        let story = DocumentStory(try files.record(id), style: style)
        Terminal.output(story.text(withOriginal: original))
      } else {
        try files.forEach { record in
          Terminal.output(DocumentStory(record, style: style).line + "\n")
          return true
        }
      }
    }
  }
}
