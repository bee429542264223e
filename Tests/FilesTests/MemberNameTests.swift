import Copydesk
import Foundation
import Testing

@testable import Files

struct MemberNameTests {
  @Test func namesThatAreNotUTF8StayApart() throws {
    #expect(MemberName.ofZip([0x84, 0x94, 0x81, 0x2E, 0x74]) == "äöü.t")
    #expect(MemberName.ofZip(Array("äöü.t".utf8)[...]) == "äöü.t")
    #expect(MemberName.ofTar([0x61, 0xE4, 0x62, 0xC3, 0xA9, 0xFF][...]) == "a\\xE4bé\\xFF")
    #expect(MemberName.ofTar(Array("日本.txt".utf8)[...]) == "日本.txt")
    let all = (0x80...0xFF).map { MemberName.ofZip([UInt8($0), 0x80, 0xFF]) }
    #expect(Set(all).count == 128 && all.last == "\u{A0}Ç\u{A0}")
  }

  @Test func aDirectoryIsReadToItsEndWhateverNumberOfMembersItTells() throws {
    let folder = try TemporaryFolder()
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    script.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    script.arguments = [
      "python3", "-c",
      """
      import zipfile
      with zipfile.ZipFile("t.zip", "w") as z:
        for i in range(6): z.writestr(f"{i}.txt", f"Rain {i}")
      """,
    ]
    try script.run()
    script.waitUntilExit()
    let bytes = folder.bytes("t.zip")
    let end = bytes.count - 22
    for told in [0, 3, 6, 9] {
      var changed = bytes
      changed[end + 8] = UInt8(told)
      changed[end + 10] = UInt8(told)
      try folder.write(changed, to: "n.zip")
      let results = try source().results([folder["n.zip"]])
      #expect(results.compactMap { try? $0.get().id }.count == 6)
      // Where there are fewer than it tells, some are missing.
      #expect((results.last?.failure?.message.contains("directory is broken") == true) == (told == 9))
    }
  }
}
