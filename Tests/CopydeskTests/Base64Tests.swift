import Testing

@testable import Copydesk

@Suite struct Base64Tests {
  @Test func whatWasEncodedIsDecodedAgain() {
    var random = SeededGenerator(seed: 64)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.decoded(Base64.encoded(bytes)) == bytes)
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
  ]) func theExamplesOfTheStandardHold(_ text: String, _ encoded: String) {
    #expect(Base64.encoded(Array(text.utf8)) == Array(encoded.utf8))
    #expect(Base64.decoded(encoded.utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zh==", "Zm9=", "Zg==Zg==", "Z===", "====", "Zm 9", "Zm9v\n", "Zm-_", "=Zg=", "Z=g=",
  ]) func anythingElseIsRefused(_ text: String) {
    #expect(Base64.decoded(text.utf8) == nil)
  }
}
