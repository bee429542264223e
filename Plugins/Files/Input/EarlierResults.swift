import Copydesk

/// Which files of a folder are results of runs: the accounts that runs leave beside them, `….run.json`, say so.
enum EarlierResults {
  private static let suffix = Array(".run.json".utf8)
  /// What is read of an account.
  private static let longest = 1 << 26

  /// Whether the file is the account of a run.
  static func isAccount(_ path: String) -> Bool {
    path.utf8.suffix(suffix.count).elementsEqual(suffix) && account(at: path) != nil
  }

  /// Whether the folder is an index of documents, by which a run finds duplicates of earlier runs.
  static func isIndex(_ listing: FolderListing) -> Bool {
    let wanted = ["index.json", "lock", "records"].map { Array($0.utf8) }
    var found = 0
    for index in 0..<listing.count where wanted.contains(where: { listing[index].name.elementsEqual($0) }) {
      found += 1
    }
    return found == wanted.count
  }

  /// The paths of the files at and below a folder that accounts in it name.
  /// - Parameters:
  ///   - listing: the folder.
  ///   - folder: its path, with a slash at its end.
  ///   - stage: the output that wrote them; nil where that does not matter.
  static func paths(in listing: FolderListing, _ folder: String, of stage: String? = nil) -> Set<String> {
    var found: Set<String> = []
    for index in 0..<listing.count {
      let name = listing[index].name
      guard name.suffix(suffix.count).elementsEqual(suffix),
        let account = account(at: folder + String(decoding: name, as: UTF8.self))
      else { continue }
      for file in account["files"]?.elements ?? []
      where stage == nil || file["stage"]?.string == stage {
        let parts = [file] + (file["parts"]?.elements ?? [])
        // A path that leads elsewhere is named by an account there, too.
        for path in parts.compactMap({ $0["path"]?.string })
        where !path.hasPrefix("/") && !path.hasPrefix("..") {
          found.insert(folder + path)
        }
      }
    }
    return found
  }

  private static func account(at path: String) -> JSONValue? {
    guard let file = try? InputFile(path), file.size <= longest, (try? file.status.kind) == .file,
      let bytes = try? file.whole(limit: longest, expecting: file.size),
      let json = try? JSONReader.value(bytes[...]), json["schema"]?.int != nil,
      json["pipeline"]?["name"]?.string != nil, json["counts"] != nil
    else { return nil }
    return json
  }
}
