import Copydesk
import YAMLStream

/// Builds ``ConfigNode``s out of YAML, each with its place.
///
/// Aliases and merge keys (`<<`) work within a bound on the nodes and the depth that they expand to, so that
/// a few lines cannot stand for a billion nodes. A duplicate key is an error, at its place.
struct YAMLReader: ~Copyable {
  private static let maximumNodes = 100_000
  private static let maximumDepth = 64

  /// A node with what it costs to walk over.
  private struct Sized {
    var node: ConfigNode
    var nodes = 1
    var depth = 1
  }

  private var events: YAMLEvents
  private let file: String
  private var anchors: [String: Sized] = [:]
  private var nodes = 0
  private var problems: [Diagnostic] = []

  private init(_ text: String, file: String) {
    events = YAMLEvents(text.utf8)
    self.file = file
  }

  /// Reads one YAML document. The node is nil where the file is empty or malformed.
  static func read(_ text: String, file: String) -> (node: ConfigNode?, problems: [Diagnostic]) {
    var reader = YAMLReader(text, file: file)
    do {
      let node = try reader.readDocument()
      return (node, reader.problems)
    } catch let stop as YAMLStop {
      reader.report(YAMLDiagnosis(stop, text: text).error(file: file))
    } catch let error as YAMLSyntaxError {
      reader.report(error)
    } catch {
      if let error = error as? CopydeskError { reader.problems += error.diagnostics }
    }
    return (nil, reader.problems)
  }

  private mutating func report(_ error: YAMLSyntaxError) {
    problems.append(DocumentProblem.malformedYAML(error.mistake).diagnostic(at: error.location))
  }

  private func place(of event: YAMLEvent) -> SourceLocation {
    SourceLocation(
      file: file, line: event.place.line + 1, column: event.place.column + 1, length: event.length)
  }

  private mutating func readDocument() throws -> ConfigNode? {
    var node: ConfigNode?
    var start: SourceLocation?
    while true {
      let event = try events.next()
      switch event.kind {
      case .end: return node
      case .documentStart: start = place(of: event)
      case .other: continue
      default:
        let value = try read(event, depth: 1).node
        if node != nil {
          // One with nothing in it stands where libyaml sees the end: behind the last line.
          let place = value.value == .null ? start ?? value.location : value.location
          throw CopydeskError([DocumentProblem.severalDocuments.diagnostic(at: place)])
        }
        node = value
      }
    }
  }

  private mutating func read(_ event: YAMLEvent, depth: Int) throws -> Sized {
    guard depth <= Self.maximumDepth else { throw bound(place(of: event)) }
    var result: Sized
    switch event.kind {
    case .scalar(let text, let isPlain):
      let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
      result = Sized(node: ConfigNode(isNull ? .null : .scalar(text, isPlain: isPlain), at: place(of: event)))
    case .alias(let name):
      guard let target = anchors[name] else {
        throw YAMLSyntaxError(mistake: .unknownAnchor(name), location: place(of: event))
      }
      result = target
    case .sequenceStart: result = try readSequence(at: place(of: event), depth: depth)
    case .mappingStart: result = try readMapping(at: place(of: event), depth: depth)
    default: throw YAMLSyntaxError(mistake: .missingValue, location: place(of: event))
    }
    guard depth + result.depth <= Self.maximumDepth + 1 else { throw bound(place(of: event)) }
    if case .alias = event.kind { nodes += result.nodes } else { nodes += 1 }
    guard nodes <= Self.maximumNodes else { throw bound(place(of: event)) }
    if let anchor = event.anchor { anchors[anchor] = result }
    return result
  }

  private func bound(_ location: SourceLocation) -> CopydeskError {
    let problem = DocumentProblem.expansionBound(nodes: Self.maximumNodes, depth: Self.maximumDepth)
    return CopydeskError([problem.diagnostic(at: location)])
  }

  private mutating func readSequence(at location: SourceLocation, depth: Int) throws -> Sized {
    var result = Sized(node: ConfigNode(.null, at: location))
    var elements: [ConfigNode] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind { break }
      let element = try read(event, depth: depth + 1)
      elements.append(element.node)
      result.nodes += element.nodes
      result.depth = max(result.depth, element.depth + 1)
    }
    result.node.value = .list(elements)
    return result
  }

  private mutating func readMapping(at location: SourceLocation, depth: Int) throws -> Sized {
    var result = Sized(node: ConfigNode(.null, at: location))
    var entries: [ConfigNode.Entry] = []
    var merged: [ConfigNode.Entry] = []
    var places: [String: SourceLocation] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { break }
      guard case .scalar(let key, let isPlain) = event.kind else {
        throw YAMLSyntaxError(mistake: .keyIsNoWord, location: place(of: event))
      }
      nodes += 1
      let value = try read(try events.next(), depth: depth + 1)
      result.nodes += value.nodes + 1
      result.depth = max(result.depth, value.depth + 1)
      if key == "<<", isPlain {
        merged += try mergeEntries(value.node)
      } else if let first = places[key] {
        problems.append(
          DocumentProblem.duplicateKey(key, firstLine: first.line).diagnostic(at: place(of: event)))
      } else {
        places[key] = place(of: event)
        entries.append(.init(key: key, keyLocation: place(of: event), value: value.node))
      }
    }
    for entry in merged where places[entry.key] == nil {
      places[entry.key] = entry.keyLocation
      entries.append(entry)
    }
    result.node.value = .map(entries)
    return result
  }

  /// The entries that `<<: *anchor` or `<<: [*a, *b]` brings in; of two with one key the first wins.
  private func mergeEntries(_ node: ConfigNode) throws -> [ConfigNode.Entry] {
    switch node.value {
    case .map(let entries): return entries
    case .list(let nodes): return try nodes.flatMap { try mergeEntries($0) }
    case .null, .scalar:
      throw YAMLSyntaxError(mistake: .mergeOfNoMapping, location: node.location)
    }
  }
}
