import Copydesk
import Testing

@testable import Files

struct FileNamesTests {
  private func name(_ id: String, _ fileExtension: String = ".txt") -> String {
    var names = FileNames(extension: fileExtension)
    return names.claim(FileNames.stem(of: id, extension: fileExtension))
  }

  @Test(arguments: [
    ("a", "a.txt"), ("world/a.html", "world/a.html.txt"), ("a.txt", "a.txt"),
    ("in.jsonl#3", "in.jsonl#3.txt"),
    ("a.TXT", "a.TXT.txt"), ("été/文", "été/文.txt"), ("", "%.txt"), ("/etc/passwd", "%/etc/passwd.txt"),
    ("../x", "%2E./x.txt"), ("a/../../b", "a/%2E./%2E./b.txt"), (".", "%2E.txt"),
    (".ssh/key", "%2Essh/key.txt"),
    ("a//b/", "a/%/b/%.txt"), ("a\0b", "a%00b.txt"), ("a\nb\u{7F}", "a%0Ab%7F.txt"), ("50%", "50%25.txt"),
    ("a~2", "a%7E2.txt"), ("a\u{85}b", "a%C2%85b.txt"), (".txt", "%2Etxt.txt"), ("a/.txt", "a/%2Etxt.txt"),
    ("a.txt/b", "a%2Etxt/b.txt"), ("a.MD/b", "a%2EMD/b.txt"), ("a.ann/b", "a%2Eann/b.txt"),
    ("a.txt.partial/b", "a.txt%2Epartial/b.txt"),
    ("a.com/b", "a.com/b.txt"), ("©/b", "©/b.txt"),
  ])
  func anIDBecomesAPathBelowTheFolder(id: String, path: String) {
    #expect(name(id) == path)
  }

  @Test func namesThatComeTwiceAreNumbered() {
    var names = FileNames(extension: ".txt")
    let paths = ["a", "a.txt", "a", "A", "a~2", "b/a"].map {
      names.claim(FileNames.stem(of: $0, extension: ".txt"))
    }
    #expect(paths == ["a.txt", "a~2.txt", "a~3.txt", "A~4.txt", "a%7E2.txt", "b/a.txt"])
  }

  @Test func longComponentsAreCutBetweenCharactersAndStayApart() {
    let long = String(repeating: "é", count: 150)
    let first = name(long + "1")
    #expect(first.utf8.count <= 204 && first != name(long + "2"))
    #expect(first.unicodeScalars.allSatisfy { $0 != "\u{FFFD}" })
    let escapes = name(String(repeating: "%", count: 90))
    #expect(escapes.hasPrefix("%25%25") && !escapes.contains("%~") && !escapes.contains("%2~"))
    let deep = name(
      Array(repeating: String(repeating: "d", count: 90) + ".txt", count: 100).joined(separator: "/"))
    #expect(deep.utf8.count <= 710)
    #expect(
      deep
        != name(
          Array(repeating: String(repeating: "d", count: 90) + ".txt", count: 99).joined(separator: "/")))
  }

  @Test(arguments: [nil, 0x3, 0] as [UInt64?])
  func noIDEscapesTheFolderAndNoTwoShareAFile(keyMask: UInt64?) {
    var random = SeededGenerator(seed: 13)
    let pieces = [
      "a", "A", "b", "é", ".", "..", "/", "/", "~", "%", "2", "%2E", ".txt", ".md", ".partial", "\0", "\n",
      "\u{85}",
      "\\", ":", " ", String(repeating: "x", count: 190), String(repeating: "文", count: 70),
    ]
    for fileExtension in [".txt", ".md"] {
      // With few keys, most names share one; they must stay apart all the same.
      var names = FileNames(extension: fileExtension) { StableHash.of($0.utf8) & (keyMask ?? .max) }
      var files: Set<String> = []
      var folders: Set<String> = []
      for _ in 0..<3000 {
        let id = random.text(of: pieces, upTo: 7)
        let path = names.claim(FileNames.stem(of: id, extension: fileExtension))
        let components = path.split(separator: "/", omittingEmptySubsequences: false)
        #expect(components.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count <= 215 })
        #expect(path.hasSuffix(fileExtension) && path.utf8.count <= 715)
        #expect(path.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(files.insert(path.lowercased()).inserted, "\(id)")
        for end in components.indices.dropFirst() {
          folders.insert(components[..<end].joined(separator: "/").lowercased())
        }
      }
      // Nor is a file, finished or not, where a folder must be.
      #expect(folders.isDisjoint(with: files))
      #expect(folders.isDisjoint(with: files.map { $0 + ".partial" }))
    }
  }
}
