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
    #expect(mail.text.string == "Rain fell.\n")
    #expect(
      mail.metadata["attachments"] == [
        "rain; snow.pdf", "café.png", "café.txt", "message/rfc822", "text/plain",
      ])
    #expect(try source().documents([folder["n.eml"]])[0].metadata.isEmpty)
  }
}
