import ArgumentParser
import Copydesk
import Entities
import Foundation

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Tag the names in a file of tokens, to compare with tags by hand.",
    discussion: """
      The file has a token, a tab and a tag on each line and an empty line after a sentence (CoNLL). The same lines are \
      written with one column more: the tag that was found, B-LABEL, I-LABEL or O. The tags in the file are not looked \
      at, but for the names of the labels: they tell how to call a person (PERSON, PER or per), and whether titles \
      belong to names, as they do where a person is "per" (Groningen Meaning Bank). --scheme says it instead.
      """)

  enum SchemeName: String, ExpressibleByArgument, CaseIterable { case auto, copydesk, conll, gmb }

  @Argument(help: "The file, or - for standard input.") var file: String
  @Option(
    name: .shortAndLong,
    help: "A model that \"copydesk train entities\" wrote, instead of the one that ships.")
  var model: String?
  @Option(
    name: .customLong("gazetteer"),
    help:
      "A CSV file of your own names (name, label, id, aliases), which win over the model. May be repeated.")
  var gazetteers: [String] = []
  @Flag(help: "Use word lists and rules alone, no model.") var rules = false
  @Option(help: "How tags are written: auto, copydesk, conll or gmb.") var scheme = SchemeName.auto

  @Option(help: ArgumentHelp("Measure the speed, so many seconds for each figure.", visibility: .hidden))
  var measure: Double?

  func run() throws {
    try reportingErrors(code: 1) {
      let bytes = try Self.bytes(of: file)
      let tagged: TaggedFile
      do throws(TaggedFile.Problem) {
        tagged = try TaggedFile(bytes)
      } catch {
        throw CopydeskError(
          .badRecord, "\(file):\(error.line): \(error.message)", help: TaggedFile.Problem.help)
      }
      if let measure {
        let speed = try EntitySpeed(of: try tagger, on: tagged, seconds: measure)
        Terminal.output(
          "tokens_to_tags \(Int(speed.tokensToTags))\ntext_to_entities \(Int(speed.textToEntities))\n")
        return
      }
      let tags = tagged.tags(by: try tagger, in: named(tagged.columnNames), lists: try lists())
      Terminal.output(Self.withColumn(tags, bytes))
    }
  }

  /// Reads the lists, and says what that took.
  private func lists() throws -> NameLists? {
    guard !gazetteers.isEmpty else { return nil }
    do {
      let lists = try NameLists(paths: gazetteers)
      let size = String(format: "%.1f MB, read in %.2f s", Double(lists.byteCount) / 1e6, lists.seconds)
      Terminal.message("\(lists.nameCount) names in \(lists.spellingCount) spellings, \(size)")
      return lists
    } catch let error as InvalidOption {
      throw CopydeskError(.invalidOption, error.message, help: error.help)
    }
  }

  private var tagger: TaggedFile.Tagger {
    get throws {
      if rules { return .rules }
      guard let model else { return .shipped }
      return .model(try EntityModel.reading(model))
    }
  }

  private func named(_ columns: [String]) -> TaggedFile.Scheme {
    switch scheme {
    case .auto: TaggedFile.Scheme(of: columns)
    case .copydesk: TaggedFile.Scheme()
    case .conll: TaggedFile.Scheme(of: ["B-PER"])
    case .gmb: TaggedFile.Scheme(of: ["B-per"])
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CopydeskError.missing(path)
    }
    return Array(data)
  }

  /// The lines of a file, those with a token with one column more.
  private static func withColumn(_ tags: [String], _ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + tags.count * 4)
    var next = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      out.append(contentsOf: line)
      if !line.allSatisfy(\.isASCIISpace), !line.starts(with: "-DOCSTART-".utf8) {
        out.append(0x09)
        out.append(contentsOf: tags[next].utf8)
        next += 1
      }
      out.append(0x0A)
    }
    if bytes.last == 0x0A || bytes.isEmpty { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}

extension EntityModel {
  /// Reads the model in a file.
  static func reading(_ path: String) throws -> EntityModel {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CopydeskError.missing(path)
    }
    do {
      return try EntityModel(bytes: Array(data))
    } catch {
      throw CopydeskError(
        .unreadableFile, "\(path): \(error)", help: "name a model that copydesk train entities wrote")
    }
  }
}
