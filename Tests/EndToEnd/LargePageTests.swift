import Foundation
import Testing

/// Pages far larger than any that is read, on the built binary: the article comes out, and what it takes is bounded.
@Suite(.serialized) struct LargePageTests {
  /// 50 MB where `COPYDESK_HOSTILE` says `full`, as `Scripts/hostile` does with the release binary; or else 5 MB, since a
  /// debug build takes ten times as long. Both have more blocks than the model looks at, so that the rules find the article.
  private static let isFull = ProcessInfo.processInfo.environment["COPYDESK_HOSTILE"] == "full"
  private static let bytes = isFull ? 50_000_000 : 5_000_000
  /// By how much the memory of one run and of another may differ for no reason.
  private static let slack = 4_000_000

  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write("name: p\nstages:\n  - clean\n  - output.jsonl: { path: out.jsonl }\n", to: "p.yaml")
  }

  private static func sentence(_ number: Int) -> String {
    "In year \(number) the ferry to the outer island carried \(number * 37 % 991) passengers, its captain said, "
      + "and of the \(number * 53 % 97) crates on deck not one was lost."
  }

  /// An article in the markup that sites put around one: menus, teasers, scripts, pictures, wrappers with long names.
  private static func page(_ bytes: Int, paragraphs: Int) -> String {
    let wrappers = (0..<8).map {
      "<div class=\"layout__row layout__row--\($0) js-track\" data-track='{\"row\":\($0)}'>"
    }
    let menu = (0..<40).map { "<li class=\"menu__item\"><a href=\"/section/\($0)\">Section \($0)</a></li>" }
    let noise = """
      <script type="text/javascript">window.dataLayer = window.dataLayer || []; dataLayer.push({"event": "view"});</script>
      <aside class="related related--inline"><h3><a href="/other">Another story altogether</a></h3>
      <ul><li><a href="/a">Bus fares rise again</a></li><li><a href="/b">Mill to become museum</a></li></ul></aside>
      <figure class="media media--wide"><img src="/image.jpg" srcset="/image-1.jpg 1x, /image-2.jpg 2x" alt="">
      <div class="ad ad--slot" id="ad-slot"><span>Advertisement</span></div></figure><!-- end of the row -->
      <svg viewBox="0 0 10 10"><g><path d="M0 0 L10 10"/><path d="M10 0 L0 10"/></g></svg>

      """
    let share = max(1, bytes / paragraphs / noise.utf8.count)
    var html = "<!doctype html><html lang=\"en\"><head><title>A century of the ferry</title></head><body>"
    html += "<nav class=\"menu\"><ul>" + menu.joined() + "</ul></nav>" + wrappers.joined()
    html += "<article class=\"story\"><h1>A century of the ferry</h1><div class=\"story-body\">"
    for number in 0..<paragraphs {
      html +=
        "<div class=\"story-body__row\"><p class=\"text text--lead\"><span>\(sentence(number))</span></p></div>"
      html += String(repeating: noise, count: share)
    }
    return html + "</div></article>" + String(repeating: "</div>", count: wrappers.count)
      + "<footer class=\"footer\"><p>All that stands below the ferry's story is the foot.</p></footer></body></html>"
  }

  /// The most memory that a run takes, in bytes; nil where the system does not tell.
  /// - Parameter page: what the run is told as, where all is told.
  private func peak(_ arguments: [String], as page: String? = nil) throws -> Int? {
    let process = try copydesk.process(arguments)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let start = DispatchTime.now()
    try process.run()
    var peak: Int?
    while process.isRunning {
      let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      if let kilobytes = line.flatMap({ Int($0.filter(\.isNumber)) }) { peak = kilobytes * 1_024 }
      usleep(5_000)
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    if let page { tell(page, peak, since: start) }
    return peak
  }

  /// A line for whoever asked for pages in full.
  private func tell(_ page: String, _ peak: Int?, since start: DispatchTime) {
    guard Self.isFull else { return }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
    let memory = peak.map { "\($0 / 1_000_000) MB at the peak" } ?? "memory unknown"
    FileHandle.standardError.write(Data("\(page): \((seconds * 10).rounded() / 10) s, \(memory)\n".utf8))
  }

  /// What a run takes more than one of a page of nothing.
  private func cost(_ file: String, as page: String) throws -> Int? {
    try copydesk.write("<!doctype html><p>x", to: "nothing.html")
    guard let least = try peak(["run", "p.yaml", "nothing.html", "-o", "nothing.jsonl"]),
      let most = try peak(["run", "p.yaml", file], as: page)
    else { return nil }
    #expect(least > 10_000_000)
    return most - least
  }

  @Test func theArticleOfALargePageComesOutAndMemoryIsBoundedByThePage() throws {
    let paragraphs = 200
    let page = Self.page(Self.bytes, paragraphs: paragraphs)
    #expect(page.utf8.count > Self.bytes / 10 * 9)
    try copydesk.write(page, to: "page.html")
    let cost = try cost("page.html", as: "an article in \(page.utf8.count / 1_000_000) MB of markup")
    let record = try #require(try copydesk.records("out.jsonl").first)
    #expect(record["title"] as? String == "A century of the ferry")
    let text = try #require(record["text"] as? String)
    #expect(text == (0..<paragraphs).map(Self.sentence).joined(separator: "\n\n"))
    if let cost { #expect(cost < page.utf8.count * 7 + Self.slack, "\(cost) bytes of memory") }
  }

  /// Tags alone, tags with a word each, lines of a letter: how many bytes of memory a byte of the page may take.
  @Test(arguments: [
    ("<b>", 20), ("<div>", 14), ("<b>x ", 29), ("<table><tr><td>x", 28), ("<li><a href=x>y</a>", 28),
    ("x\n", 18),
  ])
  func memoryIsBoundedByThePageWhateverItIsMadeOf(_ piece: String, _ multiple: Int) throws {
    let bytes = Self.isFull ? Self.bytes : Self.bytes / 10
    let name = piece.hasPrefix("<") ? "page.html" : "text.txt"
    let head =
      piece.hasPrefix("<")
      ? "<!doctype html><body><p>The sea was calm that night, they said, and cold.</p>" : ""
    try copydesk.write(head + String(repeating: piece, count: bytes / piece.utf8.count), to: name)
    let title = "\(bytes / 1_000_000) MB of \(piece.replacing("\n", with: "\\n"))"
    if let cost = try cost(name, as: title) {
      #expect(cost < bytes * multiple + Self.slack, "\(cost) bytes of memory")
    }
  }

  @Test func aHundredThousandElementsInEachOtherAndAMillionAttributesHideNoArticle() throws {
    let prose = "The sea was calm that night, they said, and so cold that nobody stayed on deck for long."
    let deep = String(repeating: "<div class=\"story body\">", count: 100_000)
    try copydesk.write("<html><body>\(deep)<p>\(prose)</p>", to: "in/deep.html")
    let many = String(repeating: " data-a=\"b\"", count: 1_000_000)
    try copydesk.write(
      "<html><body><article\(many)><p class=text\(many)>\(prose)</p></article>", to: "in/wide.html")
    _ = try peak(
      ["run", "p.yaml", "in"], as: "100,000 elements in each other, and twice a million attributes")
    let records = try copydesk.records("out.jsonl")
    #expect(records.map { $0["text"] as? String } == [prose, prose])
  }
}
