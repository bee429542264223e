import Copydesk
import Testing

@testable import Files

/// Which parts of a message are its text, and what stands around what is encoded.
struct MessagePartTests {
  private func read(_ message: String) throws -> Document {
    let folder = try TemporaryFolder(["m.eml": message])
    return try #require(try source().documents([folder.path]).first)
  }

  private func multipart(_ kind: String, _ parts: String...) -> String {
    "Subject: S\nContent-Type: multipart/\(kind); boundary=X\n\n" + parts.map { "--X\n\($0)\n" }.joined()
      + "--X--\n"
  }

  @Test func aBlankPlainPartDoesNotHideThePage() throws {
    let html = "Content-Type: text/html\n\n<p>Rain fell.</p>"
    let blank = try read(multipart("alternative", "Content-Type: text/plain\n\n \n", html))
    #expect(blank.text.string == "<p>Rain fell.</p>\n" && blank.source.format == .html)
    #expect(try read(multipart("alternative", "\nRain.", html)).text.string == "Rain.\n")
    let encoded = "Content-Transfer-Encoding: base64\n\nDQo="
    #expect(try read(multipart("alternative", encoded, html)).source.format == .html)
    #expect(try read(multipart("alternative", "\n \n")).text.string == " \n\n")
  }

  @Test func whatAReaderSeesOneBehindTheOtherIsTheText() throws {
    let picture = "Content-Type: image/gif; name=\"p.gif\"\n\nGIF"
    let mail = try read(
      multipart(
        "mixed", "Content-Type: text/plain; charset=utf-8\n\nThe café", picture,
        "Content-Transfer-Encoding: quoted-printable\n\nre=73ted."))
    #expect(mail.text.string == "The café\nrested.\n")
    #expect(mail.metadata["attachments"] == ["p.gif"])
    let file = "Content-Type: text/plain; name=\"a.txt\"\n\nFile."
    let attached = try read(multipart("mixed", "\nText.", file, "Content-Disposition: attachment\n\nMore."))
    #expect(attached.text.string == "Text.\n")
    #expect(attached.metadata["attachments"] == ["a.txt", "text/plain"])
    // Where nothing else is there, a file is read.
    #expect(try read(multipart("mixed", picture, file)).text.string == "File.\n")
    // Plain words behind a page are no page.
    let page = try read(multipart("mixed", "Content-Type: text/html\n\n<p>Page.</p>", "\nList footer."))
    #expect(page.text.string == "<p>Page.</p>\n" && page.metadata["attachments"] == ["text/plain"])
  }

  @Test func aBoundaryMayBeginWithAnother() throws {
    let inner = "Content-Type: multipart/alternative; boundary=\"X;\\\"1\"\n\n--X;\"1\n\nRain.\n--X;\"1--\n"
    let mail = try read(multipart("mixed", inner, "Content-Type: image/gif; name=a.gif\n\nGIF"))
    #expect(mail.text.string == "Rain.\n" && mail.metadata["attachments"] == ["a.gif"])
  }

  @Test(arguments: [
    ("\"Okafor, Jane\" <j@e.example>, Al Dow <al@e.example>", "Okafor, Jane, Al Dow"),
    ("a@b.example", "a@b.example"),
    ("=?utf-8?q?J=C3=B6rn?= <j@e.example>", "Jörn"), ("<j@e.example>", "<j@e.example>"),
  ])
  func aMessageIsByAllOfItsSenders(_ from: String, _ byline: String) throws {
    #expect(try read("Subject: S\nFrom: \(from)\n\nText.\n").byline == byline)
  }

  private func encoded(_ body: String) throws -> Document {
    try read("Subject: S\nContent-Transfer-Encoding: base64\n\n" + body)
  }

  @Test func aBlankWithinALineOfBase64IsNoEndOfIt() throws {
    let line = "VGhlIGhhcmJvdXIgb2YgT3J2ZXN0b24gb3BlbmVkIGFnYWluLg=="
    let text = "The harbour of Orveston opened again."
    for place in [4, 20, 41] {
      let cut = line.prefix(place) + " " + line.dropFirst(place)
      #expect(try encoded("\(cut)\n").text.string.hasPrefix(text), "\(place)")
    }
  }

  @Test func theHeadOfAMessageIsNotInTheUTF16OfItsText() throws {
    let folder = try TemporaryFolder()
    let head =
      Array("Subject: Caf".utf8) + [0xE9] + Array(" closes\nContent-Type: text/plain; charset=utf-16\n".utf8)
    let body = Array("Content-Transfer-Encoding: base64\n\n//5BAA==\n".utf8)
    try folder.write(head + body, to: "m.eml")
    let mail = try #require(try source().documents([folder.path]).first)
    #expect(mail.title?.hasPrefix("Caf") == true && mail.title?.hasSuffix(" closes") == true)
    #expect(mail.text.string.hasPrefix("A"))
  }

  @Test func aBlankPartBeforeThePageDoesNotHideIt() throws {
    let html = "Content-Type: text/html\n\n<p>Rain fell.</p>"
    let mail = try read(multipart("mixed", "Content-Type: text/plain\n\n \n", html))
    #expect(mail.text.string.contains("Rain fell.") && mail.source.format == .html)
    #expect(try read("Subject: \n\nRain.").title == nil)
  }

  /// Neither may cost by the square of its number.
  @Test func manyPartsAndManyWordsAreRead() throws {
    let parts = String(repeating: "--X\n\na\n", count: 30_000)
    let mail = try read(
      "Subject: \(String(repeating: "=?", count: 20_000))\nContent-Type: multipart/mixed; boundary=X\n\n\(parts)--X--\n"
    )
    #expect(mail.text.string.utf8.count >= 30_000)
  }

  @Test func whatStandsBehindBase64IsNotDecoded() throws {
    let mail = try encoded("VGhlIGhh\ncmJvdXI=\n-- \nfooter by list server\n")
    #expect(mail.text.string == "The harbour")
    let left = try #require(mail.trail.entries.first)
    #expect(left.rule == "base64.left" && left.source?.count == "-- \nfooter by list server\n".utf8.count)
    // Each line with its own padding.
    #expect(try encoded("VGhlIA==\naGFyYm91cg==\n").text.string == "The harbour")
    #expect(try encoded("VGhlIGhh\r\n\r\ncmJvdXI\r\n").text.string == "The harbour")
    let plain = try encoded("This is not encoded at all.\n")
    #expect(plain.text.string == "This is not encoded at all.\n")
    #expect(try encoded("").text.isEmpty)
  }

  private static let date = "Thu May 10 12:00:01 2018"

  @Test func messagesMayFollowWithoutABlankLine() throws {
    let message = "From a@b \(Self.date)\nSubject: S\n\nRain fell.\n"
    let folder = try TemporaryFolder(["m.mbox": message + message + message])
    #expect(
      try source().documents([folder.path]).map(\.text.string) == [
        "Rain fell.\n", "Rain fell.\n", "Rain fell.\n",
      ])
    // What somebody wrote of such a line.
    let prose =
      "From a@b \(Self.date)\nSubject: S\n\nIt began with\nFrom a@b \(Self.date)\nand ended there.\n"
    let other = try TemporaryFolder(["m.mbox": prose])
    #expect(try source().documents([other.path]).count == 1)
  }
}
