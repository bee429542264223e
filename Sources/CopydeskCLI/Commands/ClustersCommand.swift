import ArgumentParser
import Copydesk
import Foundation

struct ClustersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "List the documents of a result that repeat each other, the largest clusters first.",
    discussion: """
      Looks in the result and its rejects, whatever the stage that found them and whatever it did with them.

        copydesk clusters out/news.jsonl
        copydesk clusters out/news.jsonl --limit 100 --sample 10
        copydesk clusters out/news.jsonl --json > clusters.jsonl
      """)

  @Argument(help: "The JSON Lines file that a run wrote.", completion: .file(extensions: ["jsonl"]))
  var result: String

  @Option(help: "How many clusters to show; 0 is all.")
  var limit = 20

  @Option(help: "How many documents to show of each.")
  var sample = 3

  @Flag(help: "Write one JSON object a cluster, with the ids of all its documents.")
  var json = false

  func validate() throws {
    if limit < 0 || sample < 0 { throw ValidationError("--limit and --sample take 0 or more") }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      var clusters = RepeatClusters()
      try ResultFiles(result).forEach { record in
        clusters.add(record)
        return true
      }
      let found = clusters.sorted
      let shown = limit == 0 || json ? found[...] : found.prefix(limit)
      let style = Style(for: STDOUT_FILENO)
      for cluster in shown { Terminal.output(json ? Self.line(cluster) : page(of: cluster, style)) }
      let documents = found.reduce(0) { $0 + $1.members.count }
      Terminal.message(
        "\(Figures.count(found.count, "cluster")) of \(Figures.count(documents, "document"))"
          + (shown.count < found.count ? ", \(Figures.grouped(shown.count)) shown" : ""))
    }
  }

  private func page(of cluster: RepeatClusters.Cluster, _ style: Style) -> String {
    let size = style.bold(Figures.count(cluster.members.count, "document"))
    var out = "\(size) like \(cluster.kept)\n"
    if sample > 0 { out += style.dim("  \(pad("id", 28))  likeness  title") + "\n" }
    for member in cluster.members.prefix(sample) {
      out += "  \(pad(member.id, 28))  \(style.dim(pad(member.similarity, 8)))  \(member.title)\n"
    }
    let rest = cluster.members.count - sample
    if sample > 0, rest > 0 { out += style.dim("  and \(Figures.grouped(rest)) more") + "\n" }
    return out
  }

  private static func line(_ cluster: RepeatClusters.Cluster) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("cluster", cluster.kept)
      json.member("size", cluster.members.count)
      json.name("ids")
      json.array { json in for member in cluster.members { json.string(member.id.utf8) } }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
