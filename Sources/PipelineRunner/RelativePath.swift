/// Paths as seen from a folder. Links are not followed.
package enum RelativePath {
  /// The last part of a path: `news.jsonl` of `out/news.jsonl`, nothing of `out/`.
  package static func name(of path: String) -> Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
  }

  /// What stands before the last part, with its slash: `out/` of `out/news.jsonl` and of `out/`.
  package static func folder(of path: String) -> String { String(path.dropLast(name(of: path).count)) }

  /// How a path is written in a file that lies in the folder: from there, so that the files can be moved together. An
  /// absolute path to another place stays as it was given.
  package static func from(_ folder: String, to path: String) -> String {
    if path == "-" { return path }
    let base = OwnOutputs.absolute(folder).split(separator: "/")
    let target = OwnOutputs.absolute(path).split(separator: "/")
    let common = zip(base, target).prefix { $0 == $1 }.count
    if path.hasPrefix("/"), common < base.count { return path }
    let parts = Array(repeating: "..", count: base.count - common) + target.dropFirst(common)
    return (parts.isEmpty ? "." : parts.joined(separator: "/")) + (path.hasSuffix("/") ? "/" : "")
  }

  /// The path of what a file in the folder calls so; the opposite of ``from(_:to:)``.
  package static func resolved(_ path: String, in folder: String) -> String {
    if path == "-" { return path }
    let whole = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let body = parts.joined(separator: "/")
    if whole.hasPrefix("/") { return "/" + body + (path.hasSuffix("/") && !body.isEmpty ? "/" : "") }
    return (body.isEmpty ? "." : body) + (path.hasSuffix("/") ? "/" : "")
  }

  /// The way from a folder below this one to this one: `..` from `out/`; nil from one that is
  /// elsewhere: the way would tell of the machine.
  package static func wayUp(from folder: String) -> String? {
    let here = OwnOutputs.absolute(".").split(separator: "/")
    let there = OwnOutputs.absolute(folder.isEmpty ? "." : folder).split(separator: "/")
    guard there.starts(with: here) else { return nil }
    let steps = there.count - here.count
    return steps == 0 ? "." : Array(repeating: "..", count: steps).joined(separator: "/")
  }

  /// The path from the root, without `.` and `..`.
  package static func absolute(_ path: String) -> String { OwnOutputs.absolute(path) }
}
