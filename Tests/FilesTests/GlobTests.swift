import Copydesk
import Testing

@testable import Files

struct GlobTests {
  @Test(arguments: [
    ("*.txt", "a.txt"), ("*.txt", ".txt"), ("a*c", "ac"), ("a*c", "abbc"), ("?.txt", "é.txt"), ("?", "文"),
    ("**/*.txt", "a.txt"), ("**/*.txt", "a/b/c.txt"), ("a/**", "a/b/c"), ("a/**/z", "a/z"),
    ("a/**/z", "a/b/c/z"),
    ("**", "a/b"), ("[a-c]x", "bx"), ("[!a-c]x", "dx"), ("[!a]", "é"), ("[]]", "]"), ("[a-]", "-"),
    ("[^a]", "b"),
    ("{a,b}.md", "b.md"), ("{a,b{c,d}}x", "bdx"), ("a{,b}", "a"), ("{**/x,y}", "a/b/x"),
    ("{a,b}/**", "b/c/d"),
    (#"\*"#, "*"), ("a**b", "axxb"), ("x,y}", "x,y}"), ("***", "abc"), ("", ""), ("[*]", "*"),
  ])
  func aPatternMatches(pattern: String, path: String) throws {
    #expect(try Glob([pattern]).matches(path))
  }

  @Test(arguments: [
    ("*.txt", "a/b.txt"), ("*.txt", "a.TXT"), ("?", "ab"), ("?", "/"), ("a/**", "a"), ("a/**/z", "az"),
    ("[a-c]x", "dx"), ("[!a-c]x", "bx"), ("[!a]", "/"), ("a[/]b", "a/b"), ("{a,b}", "c"), ("{a,b}", "ab"),
    (#"\*"#, "a"), ("a**b", "a/b"), ("a", ""), ("", "a"), ("***", "a/b"), ("**/*.txt", "a/b.text"),
    ("[a]", "é"),
  ])
  func aPatternDoesNotMatch(pattern: String, path: String) throws {
    #expect(try !Glob([pattern]).matches(path))
  }

  @Test(arguments: [
    ("**/*.{txt,html}{,.gz}", "A/B.TXT.Gz", true), ("**/*.{txt,html}{,.gz}", "a.Html", true),
    ("*.[a-c]x", "a.BX", true), ("*.[!a-c]x", "a.BX", false), ("a/*.txt", "A/b.txt", false),
    ("a.b/*", "a.B/x", false),
    ("News*.txt", "news.TXT", false), ("drafts", "Drafts", false), (#"*.\t"#, "a.T", false),
    ("*.É", "a.é", false),
  ])
  func capitalsMayNotMatterInEndings(pattern: String, path: String, matches: Bool) throws {
    #expect(try Glob([pattern], foldsEndings: true).matches(path) == matches)
    #expect(try !Glob([pattern]).matches(path))
  }

  @Test func onePatternOfSeveralIsEnough() throws {
    let glob = try Glob(["*.md", "**/*.txt"])
    #expect(glob.matches("a.md") && glob.matches("x/a.txt") && !glob.matches("x/a.md"))
    #expect(try !Glob([]).matches(""))
  }

  @Test func aPatternOfManyStarsIsNoTrap() throws {
    // A backtracking matcher takes about 10^15 steps for the first, and for the second.
    let letters = String(repeating: "a", count: 2000)
    #expect(try !Glob([String(repeating: "*a", count: 40) + "*b"]).matches(letters))
    #expect(try !Glob([String(repeating: "**/a", count: 40)]).matches(letters))
    #expect(try !Glob([String(repeating: "{a,a}", count: 60) + "b"]).matches(letters))
    #expect(try Glob([String(repeating: "*a", count: 40) + "*"]).matches(letters))
  }

  @Test(arguments: [
    ("{a", "has a { without its }"), ("[a", "has a [ without its ]"), ("[!", "has a [ without its ]"),
    ("[z-a]", "has a range between [ and ] that runs backwards"),
    ("[é]", "has a letter between [ and ] that is not ASCII"),
    ("a\\", "ends in a \\ with nothing to stand for"),
    (String(repeating: "{", count: 40), "nests more than 32 braces"),
  ])
  func aMistakeIsNamed(pattern: String, message: String) {
    #expect(throws: GlobMistake(pattern: pattern, message: message)) { try Glob([pattern]) }
  }

  @Test func aFolderIsEnteredOnlyWhereAPatternReaches() throws {
    let glob = try Glob(["a/*.txt", "b/**/x"])
    #expect(glob.canMatch(below: "a/") && glob.canMatch(below: "b/c/d/"))
    #expect(!glob.canMatch(below: "a/c/") && !glob.canMatch(below: "c/"))
  }

  @Test func theAutomatonAgreesWithADefinitionByCases() throws {
    var random = SeededGenerator(seed: 5)
    var matches = 0
    for _ in 0..<4000 {
      let pattern = random.text(of: ["a", "b", "/", "*", "?", "[ab]", "[!a]", "**/"], upTo: 6)
      let path = random.text(of: ["a", "b", "/", "c"], upTo: 6)
      let expected = matchesByDefinition(Array(pattern), Array(path), startsComponent: true)
      matches += expected ? 1 : 0
      #expect(try Glob([pattern]).matches(path) == expected, "\(pattern) and \(path)")
    }
    #expect(matches > 100)
  }

  /// What each part means, tried out in every way.
  private func matchesByDefinition(_ pattern: [Character], _ path: [Character], startsComponent: Bool) -> Bool
  {
    guard let first = pattern.first else { return path.isEmpty }
    func rest(_ count: Int, _ taken: Int, starts: Bool = false) -> Bool {
      matchesByDefinition(
        Array(pattern.dropFirst(count)), Array(path.dropFirst(taken)), startsComponent: starts)
    }
    switch first {
    case "*":
      let stars = pattern.prefix { $0 == "*" }.count
      let next = pattern.dropFirst(stars).first
      if stars == 2, startsComponent, next == "/" {
        return rest(3, 0, starts: true)
          || path.indices.contains { path[$0] == "/" && rest(3, $0 + 1, starts: true) }
      }
      if stars == 2, startsComponent, next == nil { return true }
      return (0...path.prefix { $0 != "/" }.count).contains { rest(stars, $0) }
    case "[":
      guard let letter = path.first, letter != "/" else { return false }
      return pattern[1] == "!" ? letter != "a" && rest(4, 1) : letter != "c" && rest(4, 1)
    case "?": return !path.isEmpty && path[0] != "/" && rest(1, 1)
    default: return path.first == first && rest(1, 1, starts: first == "/")
    }
  }
}
