import Testing

@testable import PipelineRunner

@Suite struct RelativePathTests {
  @Test(arguments: [
    ("out/", "out/news.jsonl", "news.jsonl"), ("out/", "rej/bad.jsonl", "../rej/bad.jsonl"),
    ("", "out/news.jsonl", "out/news.jsonl"), ("out/", "pages/", "../pages/"), ("out/", "out/", "./"),
    ("out/", "-", "-"), ("/a/b/", "/a/b/c.jsonl", "c.jsonl"), ("/a/b/", "/x/c.jsonl", "/x/c.jsonl"),
  ])
  func aPathIsWrittenFromWhereItsFileLies(_ folder: String, _ path: String, _ wanted: String) {
    let relative = RelativePath.from(folder, to: path)
    #expect(relative == wanted || relative + "/" == wanted)
    let back = RelativePath.resolved(relative, in: folder)
    #expect(RelativePath.absolute(back) == RelativePath.absolute(path) || path == "-")
  }

  @Test func aPathIsShownAsItLeadsFromHere() {
    #expect(RelativePath.resolved("news.jsonl", in: "out/") == "out/news.jsonl")
    #expect(RelativePath.resolved("../rej/bad.jsonl", in: "out/") == "rej/bad.jsonl")
    #expect(RelativePath.resolved("../../x", in: "out/") == "../x")
    #expect(RelativePath.resolved("a/", in: "/r/") == "/r/a/")
    #expect(RelativePath.folder(of: "out/") == "out/" && RelativePath.folder(of: "x") == "")
  }
}
