import Copydesk

/// What can be wrong with an index on the disk, in words.
enum IndexProblem {
  /// Bytes that are not what was written.
  static func damaged(_ path: String) -> CopydeskError {
    CopydeskError(
      .damagedIndex, "the index is damaged: \"\(path)\" is not as it was written",
      help: "restore it from a copy, or remove the folder and build it again")
  }

  /// Another process works with it.
  static func inUse(_ path: String) -> CopydeskError {
    CopydeskError(
      .indexInUse, "the index \"\(path)\" is in use by another run", help: "wait until that run has ended")
  }

  /// It was made by another version of the program.
  static func version(_ path: String, found: String, expected: Int) -> CopydeskError {
    CopydeskError(
      .otherIndex, "the index \"\(path)\" has version \(found) of the format, this program has \(expected)",
      help: "remove the folder and build it again")
  }

  /// It was made with other settings.
  static func settings(_ path: String, differences: [String]) -> CopydeskError {
    CopydeskError(
      .otherIndex,
      "the index \"\(path)\" was made with other settings: \(differences.joined(separator: ", "))",
      help: "give the stage the index's settings, or another path for a new index")
  }

  /// The folder holds something else.
  static func foreign(_ path: String) -> CopydeskError {
    CopydeskError(
      .otherIndex, "\"\(path)\" exists, but is not an index of documents",
      help: "name a folder that does not exist yet, or that an earlier run made")
  }

  /// A place has 32 bits and counts 16 bytes.
  static func full(_ path: String) -> CopydeskError {
    CopydeskError(
      .cannotWrite, "the index is full: its records take 64 GB",
      help: "start another index, or compare fewer documents with each other")
  }
}
