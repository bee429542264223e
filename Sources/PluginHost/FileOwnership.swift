#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Who may change what stands under a path.
enum FileOwnership {
  /// Whether somebody besides this user and the administrator may change the file or put another one in its place: it or a
  /// folder above it is somebody else's, or its mode (which tells of access control lists, too) lets others write. A folder
  /// such as `/tmp`, in which nobody can touch what is another's, is safe.
  /// - Parameter path: from the root, with no links in it.
  static func mayOthersWrite(_ path: String) -> Bool {
    guard path.hasPrefix("/") else { return true }
    var place = path
    var isFile = true
    while true {
      var status = stat()
      guard stat(place, &status) == 0, status.st_uid == 0 || status.st_uid == geteuid() else { return true }
      let isShared = status.st_mode & (S_IWGRP | S_IWOTH) != 0
      if isShared, isFile || status.st_mode & S_ISVTX == 0 { return true }
      guard place != "/" else { return false }
      isFile = false
      place = place.lastIndex(of: "/").map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "/"
    }
  }
}
