import Copydesk
import Foundation
import Testing

@testable import Files

struct ArchiveTests {
  /// Packs the files of a folder with a program of the system.
  private func pack(_ folder: TemporaryFolder, _ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private let long = String(repeating: "long-name/", count: 14) + "end.txt"

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([
      "in/a.txt": "Alpha", "in/b/page.html": "<html>Beta",
      "in/c.jsonl": "{\"text\":\"C\"}\n{\"text\":\"D\",\"id\":\"d\"}",
      "in/p.png": "\u{0}", "in/drafts/x.txt": "no", "in/.hidden/x.txt": "no", "in/\(long)": "Long",
    ])
  }

  private func texts(_ path: String, _ change: (inout FileSource.Options) -> Void = { _ in }) throws
    -> [String: String]
  {
    let documents = try source(change).documents([path])
    return Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0.text.string) })
  }

  @Test(arguments: [["--format=gnu", "-cf"], ["--format=pax", "-cf"], ["--format=ustar", "-cf"], ["-czf"]])
  func tarArchivesAreReadMemberByMember(_ flags: [String]) throws {
    let folder = try folder()
    let name = flags == ["-czf"] ? "t.tgz" : "t.tar"
    try pack(folder, "tar", flags + [name, "-C", "in", "."])
    let found = try texts(folder[name]) { $0.exclude = ["drafts"] }
    #expect(
      found == [
        "\(name)!a.txt": "Alpha", "\(name)!b/page.html": "<html>Beta", "\(name)!c.jsonl#1": "C",
        "d": "D",
        "\(name)!\(long)": "Long",
      ])
  }

  @Test func zipArchivesAreReadMemberByMember() throws {
    let folder = try folder()
    let script = """
      import os, zipfile
      with zipfile.ZipFile("t.zip", "w") as z:
        for root, _, files in os.walk("in"):
          for f in sorted(files):
            p = os.path.join(root, f)
            z.write(p, os.path.relpath(p, "in"), zipfile.ZIP_DEFLATED if f.startswith("a") else zipfile.ZIP_STORED)
      """
    try pack(folder, "python3", ["-c", script])
    let found = try texts(folder["t.zip"]) { $0.exclude = ["drafts"] }
    #expect(
      found == [
        "t.zip!a.txt": "Alpha", "t.zip!b/page.html": "<html>Beta", "t.zip!c.jsonl#1": "C", "d": "D",
        "t.zip!\(long)": "Long",
      ])
    // Whatever is broken, nothing crashes, and what is whole is read or told.
    let bytes = folder.bytes("t.zip")
    var random = SeededGenerator(seed: 2)
    for round in 0..<200 {
      var broken = bytes
      if round % 4 == 0 {
        broken.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      } else {
        for _ in 0..<4 {
          broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      try folder.write(broken, to: "broken.zip")
      #expect(try source().results([folder["broken.zip"]]).count < 20)
    }
    try folder.write(Array(bytes.dropLast(40)), to: "cut.zip")
    #expect(try source().results([folder["cut.zip"]]).first?.failure?.message.contains("cut off") == true)
  }

  @Test func aTarArchiveThatIsCutOffOrDamagedCostsTheRest() throws {
    let folder = try folder()
    try pack(folder, "tar", ["-cf", "t.tar", "-C", "in", "a.txt", "b/page.html"])
    let bytes = folder.bytes("t.tar")
    try folder.write(Array(bytes[..<1030]), to: "cut.tar")
    let cut = try source().results([folder["cut.tar"]])
    #expect(try cut[0].get().text.string == "Alpha" && cut[1].failure?.message.contains("cut off") == true)
    var broken = bytes
    broken[3] ^= 0x55
    try folder.write(broken, to: "broken.tar")
    let results = try source().results([folder["broken.tar"]])
    #expect(results.first?.failure?.message.hasPrefix("what stands at byte 0 is no tar header") == true)
    #expect(try results.dropFirst().map { try $0.get().text.string } == ["<html>Beta"])
  }

  @Test func linksInATarArchiveAreToldOf() throws {
    let folder = try TemporaryFolder(["in/a.txt": "Alpha", "in/empty.csv": ""])
    try folder.link("in/soft.txt", to: "a.txt")
    try FileManager.default.linkItem(atPath: folder["in/a.txt"], toPath: folder["in/hard.txt"])
    try pack(folder, "tar", ["-cf", "t.tar", "-C", "in", "a.txt", "hard.txt", "soft.txt", "empty.csv"])
    #expect(try texts(folder["t.tar"]) == ["t.tar!a.txt": "Alpha"])
    #expect(try source().passedOver([folder["t.tar"]]).map(\.name) == ["link", "link", "empty .csv"])
  }

  @Test func membersOfAZipArchiveMayLeadUp() throws {
    let folder = try TemporaryFolder()
    let script = """
      import zipfile
      with zipfile.ZipFile("t.zip", "w") as z:
        for name in ["../up.txt", "a/../B.TXT", "./c.txt", ".hidden/d.txt", "..e/f.txt"]:
          z.writestr(name, name)
      """
    try pack(folder, "python3", ["-c", script])
    #expect(try source().ids([folder["t.zip"]]) == ["t.zip!../up.txt", "t.zip!a/../B.TXT", "t.zip!c.txt"])
  }

  @Test func aListNamesWhatIsRead() throws {
    let folder = try folder()
    let list = try folder.write(
      "\u{FEFF}\(folder["in/c.jsonl"])\r\n\n\(folder["in/b"])\n\(folder["in/none.txt"])\n", to: "list.txt")
    let results = try source().results(["@" + list])
    #expect(results.count == 4)
    #expect(try results[0].get().id == folder["in/c.jsonl"] + "#1")
    #expect(try results[2].get().id == "page.html")
    #expect(results[3].failure?.code == .unreadableFile)
    #expect(throws: CopydeskError.self) { try source().items(["@" + folder["nothing"]]) }
  }

  @Test func mailIsRead() throws {
    let message = """
      From: =?utf-8?q?Ren=C3=A9e?= Dupont <r@example.org>\r
      Subject: =?iso-8859-1?B?Q2Fm6Q==?= tonight\r
      Date: Thu, 10 May 2018 12:00:00 +0200\r
      Content-Type: multipart/alternative; boundary="b1"\r
      \r
      preamble\r
      --b1\r
      Content-Type: text/html\r
      \r
      <p>no</p>\r
      --b1\r
      Content-Type: text/plain; charset=utf-8\r
      Content-Transfer-Encoding: quoted-printable\r
      \r
      Caf=C3=A9 at=\r
       nine.\r
      --b1--\r

      """
    let box = "From a@b Thu May 10\n\(message)\nFrom c@d Fri May 11\nSubject: Two\n\nPlain.\n"
    let folder = try TemporaryFolder(["m.eml": message, "m.mbox": box, "n.eml": "no header here"])
    let results = try source().results([folder["m.eml"], folder["m.mbox"], folder["n.eml"]])
    let mail = try results[0].get()
    #expect(mail.title == "Café tonight" && mail.byline == "Renée Dupont")
    #expect(mail.published?.description == "2018-05-10T12:00+02:00" && mail.metadata["date"] == nil)
    #expect(mail.text.string == "Café at nine.\r\n")
    #expect(try results[1].get().title == "Café tonight" && results[2].get().text.string == "Plain.\n")
    #expect(try results[1...2].map { try $0.get().id } == ["m.mbox#1", "m.mbox#2"])
    #expect(results[3].failure?.code == .badRecord)
  }

  @Test(arguments: [
    ("10 May 2018 12:00 -0400", "2018-05-10T12:00-04:00"),
    ("Thu, 3 May 2018 09:05:01 GMT", "2018-05-03T09:05:01Z"),
    ("Thu, 10 May 18 12:00:00 +0200 (CEST)", "2018-05-10T12:00+02:00"),
    ("10 May 2018 12:00 +-999", nil), ("10 May 2018 12:xx:30 +0200", nil), ("10 Mai 2018", "2018-05-10"),
    ("1 Jan 97 00:00 EST", "1997-01-01T00:00-05:00"),
    ("10 May 2018 12:00:00 -0000", "2018-05-10T12:00"), ("Fri, 11 May 2018", "2018-05-11"), ("soon", nil),
    ("31 Feb 2018 12:00 +0000", nil), ("", nil),
  ])
  func theDateOfAMessageIsThatOfPublication(date: String, published: String?) throws {
    let folder = try TemporaryFolder(["m.eml": "Subject: S\nDate: \(date)\n\nText.\n"])
    let mail = try #require(try source().documents([folder.path]).first)
    #expect(mail.published?.description == published)
    // What is no date stays as it is.
    #expect((mail.metadata["date"] == nil) == (published != nil))
  }
}
