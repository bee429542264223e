import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Texts whose lines were broken at a fixed width, and lists of lines that were not.
struct WrappedTextTests {
  private let paragraphs = [
    "The council of Whitcombe approved the budget for the coming year on Monday after a debate that lasted until three "
      + "in the morning, the longest that anybody in the town hall could remember.",
    "The mayor, Ines Varga, said that nobody was happy with it, so it had to be fair, and she thanked the opposition for "
      + "its patience and the porter for the coffee. His own employer has offered him Monday off. He is thinking it over.",
    "Related: the children who walk to school also read aloud more often, and the researchers could not fully separate the "
      + "one from the other, as a professor of Leeds said who was not involved in the study.",
  ]

  private func wrapped(_ text: String, at width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: [56, 60, 66, 72]) func aHeadlineThatIsLongerThanTheLinesDoesNotHideTheWidth(width: Int)
    throws
  {
    let headline =
      "Council of Whitcombe approves its budget after the longest night that anybody remembers in the town"
    let text = headline + "\n\n" + paragraphs.map { wrapped($0, at: width) }.joined(separator: "\n\n")
    let lines = TextLines(of: Text(text))
    #expect(lines.count == 1 + paragraphs.count)
    let document = try run(Clean.self, on: Document(text))
    #expect(document.title == headline)
    let words = document.text.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words == paragraphs.joined(separator: " "))
  }

  @Test func aListOfLinesOfManyLengthsIsNotJoined() {
    let list = (1...12).map { "- item \($0)" + String(repeating: " and more", count: $0 % 7) }.joined(
      separator: "\n")
    let headline = String(repeating: "A headline that is long. ", count: 5)
    #expect(TextLines(of: Text(headline + "\n\n" + list)).count == 13)
    // Not where most lines are short and a few are long, as in the dump of a page.
    let menu = (1...20).map { "Menu \($0)" }.joined(separator: "\n")
    let long = String(repeating: "A sentence of the story that goes on. ", count: 8)
    #expect(TextLines(of: Text(menu + "\n" + long + "\n" + long)).count == 22)
  }

  @Test func theNameOfASiteAboveItsMenuIsNoHeadline() throws {
    let story = paragraphs.prefix(2).joined(separator: "\n\n")
    let menu = ["Home", "News", "Sport", "Opinion"].joined(separator: "\n\n")
    let document = try run(
      Clean.self,
      on: Document("The Harbour Post\n\n\(menu)\n\nPlum cake wins the prize\n\nBy Lena Ortiz\n\n\(story)"))
    #expect(document.title == "Plum cake wins the prize" && document.byline == "Lena Ortiz")
    // One or two lines are the names of desks, and the line below them a standfirst.
    let desk = try run(
      Clean.self,
      on: Document("Plum cake wins the prize\n\nLocal\n\nNews\n\nA recipe of three generations\n\n\(story)"))
    #expect(desk.title == "Plum cake wins the prize")
  }
}
