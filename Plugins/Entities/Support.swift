import Copydesk
import Foundation

extension EntityModel {
  /// Reads the model that the option `model` names.
  init(option path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InvalidOption(
        "model", "there is no file \"\(path)\"", help: "copydesk train entities --output \(path) makes one")
    }
    do throws(Problem) {
      try self.init(bytes: Array(data))
    } catch {
      throw InvalidOption("model", "\"\(path)\": \(error)", help: "copydesk train entities makes models")
    }
  }
}

extension Gazetteer {
  /// Reads the files that the option `gazetteers` names; nil where there are none.
  static func reading(_ paths: [String]) throws -> Gazetteer? {
    guard !paths.isEmpty else { return nil }
    var builder = GazetteerBuilder()
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw InvalidOption("gazetteers", "there is no file \"\(path)\"")
      }
      do {
        try NameList.read(Array(data)) { builder.add($0) }
      } catch let problem as NameList.Problem {
        throw InvalidOption(
          "gazetteers", "\"\(path)\", line \(problem.line): \(problem.message)",
          help: "the columns are name, label, id and aliases")
      }
    }
    return Gazetteer(builder)
  }
}
