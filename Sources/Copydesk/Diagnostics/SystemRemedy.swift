#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a person can do about an error of the operating system, by its number (`errno`): each message that tells of one
/// says it, in the same words.
public enum SystemRemedy {
  /// What to do where something cannot be read.
  /// - Parameter code: the `errno`.
  public static func reading(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "give yourself the right to read it, for instance with: chmod u+r"
    case ENOENT, ENOTDIR: "it may have been moved or deleted meanwhile, or be a link to nowhere"
    case EIO:
      "the disk does not give the bytes: look at what the system says of it (dmesg), and read a copy on another disk"
    case EISDIR: "it is a folder: name a file in it"
    case ELOOP: "links lead in a circle: look at them with ls -l, and take one away"
    case ENAMETOOLONG: "give it a shorter name, or move it up some folders"
    default:
      shared(code)
        ?? "try it with: cat FILE > /dev/null; if that fails too, repair the disk or its file system"
    }
  }

  /// What to do where something cannot be written.
  /// - Parameters:
  ///   - code: the `errno`.
  ///   - full: what to do where the disk is full.
  public static func writing(_ code: Int32, full: String = "free some space and run again") -> String {
    switch code {
    case ENOSPC: full
    case EDQUOT: "you have used up what you may store there: delete something, or write to another disk"
    case EACCES, EPERM: "give yourself the right to write there, or write somewhere else"
    case EROFS: "that disk can only be read: write somewhere else"
    case ENOENT, ENOTDIR: "make the folder that it is to lie in; a file may stand in its place"
    case EISDIR: "a folder has that name: choose another one"
    case EFBIG: "no file may be that large there: look at ulimit -f, or write several files (shards)"
    case EPIPE: "the program that was to read it has ended: look at what that one says"
    case EIO:
      "the disk does not take the bytes: look at what the system says of it (dmesg), and write to another one"
    case ELOOP: "links lead in a circle: look at them with ls -l, and take one away"
    case ENAMETOOLONG: "choose a shorter name"
    case EXDEV: "the two are on different disks: write to a folder on the same disk"
    default:
      shared(code) ?? "try to write a file there with touch; if that fails too, write somewhere else"
    }
  }

  private static func shared(_ code: Int32) -> String? {
    switch code {
    case EMFILE, ENFILE: "too many files are open: raise the limit (ulimit -n), or give fewer --workers"
    case ENOMEM: "there is no memory left: end other programs, or give less with --memory and --workers"
    case ESTALE, ENOTCONN, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETDOWN:
      "the network drive does not answer: mount it again, then run again"
    case ETXTBSY, EBUSY: "another program uses it: wait for that one to end"
    default: nil
    }
  }
}

extension CopydeskError {
  /// A file that cannot be written.
  /// - Parameters:
  ///   - path: its path; `-` is standard output.
  ///   - code: the `errno`.
  ///   - full: what to do where the disk is full.
  public static func unwritable(
    _ path: String, _ code: Int32, full: String = "free some space and run again"
  ) -> CopydeskError {
    let name = path == "-" ? "standard output" : "\"\(path)\""
    return CopydeskError(
      .cannotWrite, "cannot write \(name): \(String(cString: strerror(code)))",
      help: SystemRemedy.writing(code, full: full))
  }
}
