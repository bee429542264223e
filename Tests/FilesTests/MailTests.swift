import Copydesk
import Testing

@testable import Files

/// What mailboxes quote, and what messages hold besides their text.
struct MailTests {
  private static let box = """
    From a@b Tue Mar 5 10:00:00 2024
    Subject: One

    >From here on it rained.
    >>From there, too.
    > From time to time.
    >Fromage.

    From c@d Tue Mar 5 10:00:00 2024
    Subject: Two
    Content-Transfer-Encoding: quoted-printable

    >From the caf=C3=A9.

    """

  @Test func aLineThatBeginsWithFromIsUnquotedOnce() throws {
    let folder = try TemporaryFolder(["m.mbox": Self.box, "m.eml": "Subject: S\n\n>From here.\n"])
    let mail = try source().documents([folder["m.mbox"]])
    let text = mail[0].text
    #expect(text.string == "From here on it rained.\n>From there, too.\n> From time to time.\n>Fromage.\n\n")
    #expect(mail[1].text.string == "From the café.\n")
    let bytes = Array(Self.box.utf8)
    for word in ["From here", "there", "Fromage"] {
      let start = try #require(text.string.ranges(of: word).first).lowerBound.utf16Offset(in: text.string)
      let span = Span(start, start + word.utf8.count)
      #expect(String(decoding: bytes[text.source(of: span).range], as: UTF8.self) == word)
    }
    // Outside of mailboxes nobody has quoted it.
    #expect(try source().documents([folder["m.eml"]])[0].text.string == ">From here.\n")
  }

  @Test(arguments: [
    "From - Tue Mar  5 10:00:00 2024", "From a@b Mon Sep 01 12:00:00 +0000 2014",
    "From ???@??? Mon Jan 01 00:00:00 1997",
    "From MAILER-DAEMON Fri Jul  8 12:08:34 2011", "From a@b 2024-03-05 10:00:00 +0100",
  ])
  func aLineWithASenderAndADateBeginsAMessage(line: String) throws {
    let message = "\(line)\nSubject: S\n\nRain fell.\n\nFrom here on the road is closed, too.\nSnow fell.\n\n"
    let prose = "From Mon on, 10:30 until May 2024, it rained.\n\n"
    let folder = try TemporaryFolder(["m.mbox": message + prose + message])
    let mail = try source().documents([folder["m.mbox"]])
    #expect(mail.count == 2)
    #expect(
      mail[0].text.string.contains("From here on the road") && mail[0].text.string.contains("From Mon on"))
    #expect(mail[1].text.string.hasPrefix("Rain fell."))
  }

  @Test func whereTheFirstMessageHasNoDateTheOthersNeedNone() throws {
    let folder = try TemporaryFolder([
      "m.mbox": "From a\nSubject: S\n\nRain.\n\nFrom b\nSubject: T\n\nSnow.\n"
    ])
    #expect(try source().documents([folder["m.mbox"]]).map(\.title) == ["S", "T"])
  }

  @Test(arguments: [
    ("One two \r\nthree \r\nfour.\r\nFive.\r\n", "One two three four.\r\nFive.\r\n", ""),
    ("One tw \no.\n", "One two.\n", "; DelSp=Yes"), (" From.\n > x\n", "From.\n> x\n", ""),
    ("> One \n> two.\n>> Three \n> four.\n", "> One two.\n>> Three \n> four.\n", ""),
    ("Bye. \n-- \nAnna \nBerg\n", "Bye. -- \nAnna Berg\n", ""), ("End \n", "End \n", ""), ("", "", ""),
  ])
  func linesThatFlowAreJoined(_ body: String, _ expected: String, _ more: String) throws {
    let head = "Subject: S\nContent-Type: text/plain; charset=utf-8; format=flowed\(more)\n"
    let folder = try TemporaryFolder([
      "a.eml": head + "\n" + body, "b.eml": head + "Content-Transfer-Encoding: quoted-printable\n\n" + body,
    ])
    let plain = try source().documents([folder["a.eml"]])[0]
    #expect(plain.text.string == expected)
    if let last = expected.utf8.last, body.utf8.last == last, !body.isEmpty {
      let end = plain.text.source(of: Span(plain.text.count - 1, plain.text.count))
      #expect(end.end == (head + "\n" + body).utf8.count)
    }
    // Not of a message that does not say so.
    let other = try TemporaryFolder(["a.eml": "Subject: S\n\n" + body])
    #expect(try source().documents([other.path])[0].text.string == body)
  }

  @Test func whatAMessageHoldsBesidesItsTextIsNamed() throws {
    let message = """
      Subject: S
      Content-Type: multipart/mixed; boundary=X

      --X
      Content-Type: multipart/alternative; boundary="Y"

      --Y
      Content-Type: text/html

      <p>Rain fell.</p>
      --Y
      Content-Type: text/plain

      Rain fell.
      --Y--
      --X
      Content-Type: application/pdf; name="old.pdf"
      Content-Disposition: attachment; filename="rain; snow.pdf"

      x
      --X
      Content-Type: image/png; name="=?utf-8?q?caf=C3=A9.png?="

      x
      --X
      Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.txt

      x
      --X
      Content-Disposition: attachment; filename*0*=utf-8''r%C3%A9; filename*1=port.pdf

      x
      --X
      Content-Type: message/rfc822

      Subject: T

      x
      --X
      Content-Type: text/plain

      Another text.
      --X--
      """
    let folder = try TemporaryFolder(["m.eml": message, "n.eml": "Subject: S\n\nRain fell.\n"])
    let mail = try source().documents([folder["m.eml"]])[0]
    // What has no name is read on.
    #expect(mail.text.string == "Rain fell.\nAnother text.\n")
    let place = mail.text.source(of: Span(11, 24))
    #expect(String(decoding: Array(message.utf8)[place.range], as: UTF8.self) == "Another text.")
    #expect(
      mail.metadata["attachments"] == [
        "rain; snow.pdf", "café.png", "café.txt", "réport.pdf", "message/rfc822",
      ])
    #expect(try source().documents([folder["n.eml"]])[0].metadata.isEmpty)
  }
}
