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

  @Test(arguments: [
    "Follow the river to the second bridge, he told us, and ask for the ferryman who was on Twitter.",
    "For the latest news and rumours the townspeople went to the baker, who knew all of it.",
    "Thank you for reading, she wrote to them in her last letter.",
    "Please share the road with cyclists this summer, because the valley has only one lane in places.",
    "Please share any information with the Bergen police at 555-1234.",
    "Please share a memory of Anna with the family at the service on Saturday.",
    "Share this story with the children, she told the teachers, and let them draw it.",
  ])
  func theyStayAtTheEnd(_ paragraph: String) throws {
    let text = "Streets were calm again on Tuesday, the mayor said in a statement.\n\n\(paragraph)\n"
    let document = try run(Clean.self, on: Document(text))
    #expect(document.text.string.contains(paragraph), "\(document.text.string)")
  }

  @Test(arguments: [
    "Follow The Harbour Courier on Twitter and Instagram @courier and on Facebook @TheCourier. Send us a message.",
    "To reach the reporter behind this story, contact anna@courier.example.",
    "For the latest stories and breaking news updates download the Courier apps for iOS and Android.",
    "Share this on Facebook and Twitter and let us know what you think of the new bridge.",
    "What do you think? Let us know in the comments section below and please like our page.",
    "Please share this with your family and friends!",
    "And LIKE this page for the latest news of the harbour.",
    "External links are provided for reference purposes. The Courier is not responsible for their content.",
    "Featured image via Courier Pictures.", "Advertisement - story continues below",
    "Image result for harbour bridge", "Read the full article here.",
  ])
  func noticesOfTheHouseGoAtTheEnd(_ line: String) throws {
    let text = "Streets were calm again on Tuesday, the mayor said in a statement.\n\n\(line)\n"
    let document = try run(Clean.self, on: Document(text))
    #expect(!document.text.string.contains(line), "\(document.text.string)")
  }

  @Test(arguments: ["Video: Crowd throws rocks", "Copyright 2018 The Harbour Courier. All rights reserved."])
  func noticesGo(_ line: String) throws {
    let text = "Streets were calm again on Tuesday, the mayor said in a statement.\n\n\(line)\n"
    let document = try run(Clean.self, on: Document(text))
    #expect(!document.text.string.contains(line), "\(document.text.string)")
  }
}
