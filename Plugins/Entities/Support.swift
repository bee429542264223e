import Copydesk
import Foundation

extension EntityModel {
  /// Reads the model that the option `model` names.
  init(option path: String, _ context: StageContext) throws {
    let found = try? context.file(path, option: "model")
    guard let data = FileManager.default.contents(atPath: found ?? path) else {
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
  static func reading(_ paths: [String], _ context: StageContext) throws -> Gazetteer? {
    guard !paths.isEmpty else { return nil }
    var builder = GazetteerBuilder()
    for path in paths {
      let file = try context.file(path, option: "gazetteers")
      guard let data = FileManager.default.contents(atPath: file) else {
        throw InvalidOption(
          "gazetteers", "cannot read \"\(file)\"", help: "it must be a file that you may read")
      }
      do {
        try NameList.read(Array(data)) { builder.add($0) }
      } catch let problem as NameList.Problem {
        throw InvalidOption(
          "gazetteers", "\"\(file)\", line \(problem.line): \(problem.message)",
          help: problem.help ?? NameList.columnsHelp)
      }
    }
    return Gazetteer(builder)
  }
}
