#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether there is something at a path that can be read as a file.
func isReadableFile(_ path: String) -> Bool {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return false }
  return access(path, R_OK) == 0
}
