#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Who may change what stands under a path.
enum FileOwnership {
  /// Where somebody else may write.
  struct Exposure {
    /// The file or the folder.
    let path: String
    /// Whether it is its mode alone that lets others write.
    let isByMode: Bool
  }

  /// Where somebody besides this user and the administrator may change the file or put another one in its place: it or a
  /// folder above it is somebody else's, or its mode (which tells of access control lists, too) lets others write. A folder
  /// such as `/tmp`, in which nobody can touch what is another's, is safe. Nil where nobody may.
  /// - Parameter path: from the root, with no links in it.
  static func exposure(of path: String) -> Exposure? {
    guard path.hasPrefix("/") else { return Exposure(path: path, isByMode: false) }
    var place = path
    var isFile = true
    while true {
      var status = stat()
      guard stat(place, &status) == 0, status.st_uid == 0 || status.st_uid == geteuid() else {
        return Exposure(path: place, isByMode: false)
      }
      let isShared = status.st_mode & (S_IWGRP | S_IWOTH) != 0
      if isShared, isFile || status.st_mode & S_ISVTX == 0 { return Exposure(path: place, isByMode: true) }
      guard place != "/" else { return nil }
      isFile = false
      place = place.lastIndex(of: "/").map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "/"
    }
  }
}
