import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Paragraphs that begin as a notice does and are none.
@Suite struct ProseThatLooksLikeNoticesTests {
  @Test(
    arguments: [
      "VIDEO: this is what we saw overnight; people throwing rocks, blocking a major road, face to face with the police and with one another",
      "Copyright 2018 reform: the parliament voted with 400 to 200 for the new law on Tuesday.",
    ])
  func theyStay(_ paragraph: String) throws {
    let text =
      "Streets were calm again on Tuesday, the mayor said in a statement.\n\n\(paragraph)\n\nShe thanked everybody.\n"
    let document = try run(Clean.self, on: Document(text))
    #expect(document.text.string.contains(paragraph), "\(document.text.string)")
  }

  @Test(arguments: ["Video: Crowd throws rocks", "Copyright 2018 The Harbour Courier. All rights reserved."])
  func noticesGo(_ line: String) throws {
    let text = "Streets were calm again on Tuesday, the mayor said in a statement.\n\n\(line)\n"
    let document = try run(Clean.self, on: Document(text))
    #expect(!document.text.string.contains(line), "\(document.text.string)")
  }
}
