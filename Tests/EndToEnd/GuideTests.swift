import Foundation
import Testing

/// The guide "Your first stage in ten minutes", followed to the letter.
@Suite struct GuideTests {
  private static let article = "\(Copydesk.root)/Sources/Copydesk/Copydesk.docc/FirstStage.md"

  @Test func theFirstStageIsMadeAsTheGuideSays() throws {
    let copydesk = try Copydesk()
    var folder = copydesk.folder
    var said = ""
    var commands = 0
    for block in try Self.blocks() {
      switch block.language {
      case "sh":
        let marked = block.text + "\necho \"now in $PWD\""
        said = try Shell.succeed(marked, in: folder)
        let last = try #require(said.split(separator: "\n").last { $0.hasPrefix("now in ") })
        folder = String(last.dropFirst(7))
        commands += block.text.split(separator: "\n").count
      case "output":
        #expect(said.contains(block.text), "\(said)")
      default:
        let file = try #require(block.file, "a block of \(block.language) that no file is named for")
        let url = URL(fileURLWithPath: folder).appendingPathComponent(file)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((block.text + "\n").utf8).write(to: url)
      }
    }
    #expect(commands >= 8)
    let written = try String(contentsOfFile: "\(folder)/out/redact.jsonl", encoding: .utf8)
    #expect(written.contains("write to  before Monday"), "\(written)")
  }

  private struct Block {
    var language: String
    var text: String
    /// The file that the paragraph before names last.
    var file: String?
  }

  /// The code blocks of the article, in order.
  private static func blocks() throws -> [Block] {
    var blocks: [Block] = []
    var open: Block?
    var paragraph = ""
    var isInParagraph = false
    for line in try String(contentsOfFile: article, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        if let done = open {
          blocks.append(done)
          open = nil
        } else {
          let names = paragraph.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map(
            \.element)
          let file = names.last { $0.contains(".") && !$0.contains(" ") }
          open = Block(language: String(line.dropFirst(3)), text: "", file: file.map(String.init))
        }
      } else if var block = open {
        block.text += (block.text.isEmpty ? "" : "\n") + line
        open = block
      } else if line.isEmpty {
        isInParagraph = false
      } else {
        paragraph = isInParagraph ? paragraph + " " + line : String(line)
        isInParagraph = true
      }
    }
    return blocks
  }
}
