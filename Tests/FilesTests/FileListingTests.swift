import Copydesk
import Foundation
import Testing

@testable import Files

struct FileListingTests {
  @Test func aFolderIsReadInByteOrderFilesAndFoldersTogether() throws {
    let folder = try TemporaryFolder([
      "b.txt": "", "B.txt": "", "a/z.md": "", "a/b/c.txt": "", "a.txt": "", "é.txt": "", "a-b/x.txt": "",
      "10.txt": "",
      "9.txt": "",
    ])
    let ids = try source().ids([folder.path])
    #expect(
      ids == ["10.txt", "9.txt", "B.txt", "a/b/c.txt", "a/z.md", "a-b/x.txt", "a.txt", "b.txt", "é.txt"])
  }

  @Test func theOrderDoesNotDependOnTheOrderOfCreation() throws {
    var random = SeededGenerator(seed: 7)
    let names = (0..<200).map { "\($0 % 7)/\($0 % 3)/\($0 * 7919 % 1000).txt" }
    var listings: Set<[String]> = []
    for _ in 0..<3 {
      let folder = try TemporaryFolder()
      for name in names.shuffled(using: &random) { try folder.write("x", to: name) }
      listings.insert(try source().ids([folder.path]))
    }
    #expect(listings.count == 1)
    #expect(Set(listings.first ?? []) == Set(names))
    #expect(listings.first?.count == Set(names).count)
  }

  @Test func onlyIncludedFilesAreReadAndExcludedFoldersAreNotEntered() throws {
    let folder = try TemporaryFolder([
      "a.txt": "", "b.pdf": "", "c.jsonl.gz": "", "drafts/d.txt": "", "e/drafts/f.txt": "", "e/g.bak.txt": "",
    ])
    #expect(try source().ids([folder.path]) == ["a.txt", "drafts/d.txt", "e/drafts/f.txt", "e/g.bak.txt"])
    let some = try source { $0.exclude = ["drafts", "**/*.bak.txt"] }
    #expect(try some.ids([folder.path]) == ["a.txt", "e/drafts/f.txt"])
    #expect(try source { $0.include = ["*.pdf", "e/*"] }.ids([folder.path]) == ["b.pdf", "e/g.bak.txt"])
  }

  @Test func whatIsNotReadIsNamedByItsEnding() throws {
    let folder = try TemporaryFolder([
      "a.txt": "", "b.pdf": "", "c.xml": "", "d/e.XML.gz": "", "README": "", "drafts/f.xml": "",
      ".hidden.xml": "",
    ])
    mkfifo(folder["pipe.txt"], 0o600)
    let files = try source { $0.exclude = ["drafts"] }
    #expect(
      try files.passedOver([folder.path])
        == ["no ending", ".pdf", ".xml", ".xml.gz", "pipe or device"].map { PassedOver(.file, $0) })
    // Whoever asks for a form of names knows that others are not read.
    #expect(try files.passedOver([folder["*.txt"]]).isEmpty)
  }

  @Test func anIndexOfDocumentsIsNoInput() throws {
    let folder = try TemporaryFolder([
      "seen/index.json": "{}", "seen/lock": "", "seen/records": "", "seen/run-000000": "",
      "a.json": "{\"text\":\"\"}",
      "site/index.json": "{\"text\":\"\"}",
    ])
    #expect(try source().ids([folder.path]) == ["a.json#1", "site/index.json#1"])
    #expect(try source().passedOver([folder.path]).isEmpty)
  }

  @Test func anEndingInCapitalsIsReadAsWell() throws {
    let folder = try TemporaryFolder([
      "A.TXT": "a", "b/C.Htm": "c", "D.JSONL": "{\"text\":\"d\"}", "E.BAK.TXT": "e", "F.PDF": "f",
    ])
    let files = try source { $0.exclude = ["**/*.bak.txt"] }
    #expect(try files.ids([folder.path]) == ["A.TXT", "D.JSONL#1", "b/C.Htm"])
    #expect(try files.documents([folder.path]).map(\.text.string) == ["a", "d", "c"])
    #expect(try files.passedOver([folder.path]).map(\.name) == [".pdf"])
    var listing = files.list([folder.path])
    var found: [String] = []
    while let entry = listing.next() { if case .file(let file) = entry { found.append(file.id) } }
    #expect(found == ["A.TXT", "D.JSONL", "b/C.Htm"])
  }

  @Test func filesThatHoldNothingAreToldOf() throws {
    let names = ["a.jsonl", "b.CSV", "c.warc", "d.tar", "e.mbox", "f.jsonl.gz", "g.txt"]
    let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, "") }))
    #expect(
      try source().passedOver([folder.path]).map(\.name) == [
        "empty .jsonl", "empty .csv", "empty .warc", "empty .tar", "empty .mbox", "empty .jsonl.gz",
      ])
    #expect(try source().documents([folder.path]).map(\.text.string) == [""])
  }

  @Test func hiddenFilesAndFoldersArePassedOver() throws {
    let folder = try TemporaryFolder([".a.txt": "", ".git/b.txt": "", "c.txt": "", "d/.e/f.txt": ""])
    #expect(try source().ids([folder.path]) == ["c.txt"])
  }

  @Test func aNamedFileIsReadWhateverIncludeSays() throws {
    let folder = try TemporaryFolder(["x/note.log": "text", "x/.hidden": "text"])
    let all = try source { $0.include = ["*.md"] }
    let items = try all.items([folder["x/note.log"], folder["x/.hidden"]])
    #expect(items.map(\.id) == ["note.log", ".hidden"])
    #expect(items.map(\.path) == [folder["x/note.log"], folder["x/.hidden"]])
  }

  @Test func linksThatLeadBackUpDoNotHang() throws {
    let folder = try TemporaryFolder(["a/b/c.txt": ""])
    try folder.link("a/b/up", to: "..")
    try folder.link("a/self", to: ".")
    try folder.link("again", to: "a")
    #expect(try source().ids([folder.path]) == ["a/b/c.txt", "again/b/c.txt"])
  }

  @Test func aLinkToAFileIsReadAndOneToNowhereFailsAlone() throws {
    let folder = try TemporaryFolder(["real.txt": "text"])
    try folder.link("alias.txt", to: "real.txt")
    try folder.link("lost.txt", to: "nowhere.txt")
    let results = try source().results([folder.path])
    #expect(results.map { try? $0.get().id } == ["alias.txt", nil, "real.txt"])
    #expect(results[1].failure?.code == .unreadableFile)
    #expect(results[1].failure?.help != nil)
  }

  @Test func aPipeInAFolderIsNotOpened() throws {
    let folder = try TemporaryFolder(["a.txt": ""])
    #expect(mkfifo(folder["pipe.txt"], 0o644) == 0)
    try folder.link("link.txt", to: "pipe.txt")
    #expect(try source().ids([folder.path]) == ["a.txt"])
  }

  @Test func aFolderThatCannotBeListedIsAnItemAndTheRestIsRead() throws {
    let folder = try TemporaryFolder(["a.txt": "", "b/x.txt": "", "c.txt": ""])
    let source = try source()
    var cursor = try source.open([folder.path])
    #expect(try source.next(&cursor)?.id == "a.txt")
    try FileManager.default.removeItem(atPath: folder["b"])
    try folder.write("", to: "b")
    let item = try #require(try source.next(&cursor))
    #expect(item.id == "b" && item.path == folder["b"] && item.failure?.code == .unreadableFile)
    #expect(try source.next(&cursor)?.id == "c.txt")
    #expect(try source.next(&cursor) == nil)
  }

  #if os(Linux)
    @Test func aNameThatIsNotUTF8IsAnItemThatFailed() throws {
      let folder = try TemporaryFolder(["b.txt": ""])
      let path = Array(folder["a"].utf8CString.dropLast()) + [CChar(bitPattern: 0xE9)]
      let descriptor = open(path + Array(".txt".utf8CString), O_CREAT | O_WRONLY, 0o644)
      #expect(descriptor >= 0)
      close(descriptor)
      let items = try source().items([folder.path])
      #expect(items.map { $0.failure?.code } == [.unreadableFile, nil])
    }
  #endif

  @Test func severalInputsAreReadInTheOrderGiven() throws {
    let folder = try TemporaryFolder(["z/1.txt": "", "z/2.txt": "", "a/3.txt": "", "m.jsonl": "{}\n\n{}"])
    let ids = try source().ids([folder["z"], folder["m.jsonl"], folder["a"], folder["z/1.txt"]])
    #expect(ids == ["1.txt", "2.txt", "m.jsonl#1", "m.jsonl#2", "3.txt", "1.txt"])
  }

  @Test func aPatternReadsTheFilesOfItsForm() throws {
    let folder = try TemporaryFolder(["d/a.txt": "", "d/b.log": "", "d/e/c.txt": "", "other/x.txt": ""])
    #expect(try source().ids([folder["d/*.log"]]) == ["b.log"])
    #expect(try source().ids([folder["d/**/*.txt"]]) == ["a.txt", "e/c.txt"])
    #expect(try source().ids([folder["{d,other}/*.txt"]]) == ["d/a.txt", "other/x.txt"])
    #expect(try source { $0.exclude = ["a.*"] }.ids([folder["d/**/*.txt"]]) == ["e/c.txt"])
    #expect(try source().items([folder["d/*.log"]]).map(\.path) == [folder["d/b.log"]])
  }

  @Test func aFileWithTheNameOfAPatternIsThatFile() throws {
    let folder = try TemporaryFolder(["a[1].txt": "", "a1.txt": ""])
    #expect(try source().ids([folder["a[1].txt"]]) == ["a[1].txt"])
  }

  @Test func everyInputThatDoesNotExistIsInOneError() throws {
    let folder = try TemporaryFolder(["articles/a.txt": ""])
    let error = #expect(throws: CopydeskError.self) {
      try source().open([
        folder["artcles"], folder.path, folder["no/*.txt"], folder["articles/*.md"], "x[.txt",
      ])
    }
    let found = error?.diagnostics ?? []
    #expect(found.map(\.code) == Array(repeating: .missingInput, count: 4))
    #expect(found[0].message == "there is no file or folder named \"\(folder["artcles"])\"")
    #expect(found[0].help == "did you mean \"\(folder["articles"])\"?")
    #expect(found[3].message == "the pattern \"x[.txt\" has a [ without its ]")
  }

  @Test func anAddressIsToBeFetchedFirst() throws {
    let error = #expect(throws: CopydeskError.self) {
      try source().documents(["HTTPS://example.org/a?x=$(id)&y"])
    }
    #expect(error?.diagnostics[0].help?.hasPrefix("fetch it first, with curl -L ADDRESS") == true)
  }

  @Test func noInputIsAnErrorWithHelp() throws {
    let error = #expect(throws: CopydeskError.self) { try source().open([]) }
    #expect(error?.diagnostics.first?.help != nil)
  }

  @Test func standardInputCannotBeNamedTwice() throws {
    #expect(throws: CopydeskError.self) { try source().open(["-", "-"]) }
  }

  @Test func aBadPatternIsAnInvalidOption() {
    #expect { try source { $0.exclude = ["{a"] } } throws: { ($0 as? InvalidOption)?.option == "exclude" }
    #expect { try source { $0.include = [] } } throws: { ($0 as? InvalidOption)?.option == "include" }
  }

  @Test func pathsAreTheInputAsGivenAndThePathBelow() throws {
    let folder = try TemporaryFolder(["w/a.txt": "x", "w/n.jsonl": "{\"text\":\"x\"}"])
    #expect(
      try source().documents([folder.path + "/"]).map(\.source.path) == [
        folder["w/a.txt"], folder["w/n.jsonl"],
      ])
    #expect(
      try source().documents([folder["w"]]).map(\.source.path) == [folder["w/a.txt"], folder["w/n.jsonl"]])
  }

  @Test func theBytesToReadAreEstimated() throws {
    let folder = try TemporaryFolder(["a.txt": "12345", "b/c.md": "123", "d.pdf": "1"])
    let source = try source()
    #expect(source.estimatedBytes(of: [folder.path, folder["d.pdf"], folder["b/*"]]) == 12)
    #expect(source.estimatedBytes(of: [folder.path, "-"]) == nil)
    #expect(source.estimatedBytes(of: [folder["none"]]) == nil)
  }
}
