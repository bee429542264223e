import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is said where a journal cannot be used.
extension Journal {
  static func failure(_ what: String, _ path: String) -> CopydeskError {
    let code = errno
    return CopydeskError(
      .cannotWrite, "cannot \(what) \"\(path)\": \(String(cString: strerror(code)))",
      help: what == "read"
        ? SystemRemedy.reading(code)
        : SystemRemedy.writing(code, full: "free some space and run again with --resume"))
  }

  static func damaged(_ path: String) -> CopydeskError {
    CopydeskError(
      .cannotResume, "\"\(path)\" is not as the unfinished run left it, or is of another version",
      help: "run again without --resume, from the beginning")
  }

  static func otherVersion(_ path: String, isWatch: Bool) -> CopydeskError {
    CopydeskError(
      .cannotResume, "\"\(path)\" was written by a version of Copydesk that keeps it in another form",
      help: isWatch
        ? "continue with the version that started the watch; or start a new one with -o and another path: it reads all files "
          + "that are still there again"
        : "resume with the version that started the run; or run again without --resume, from the beginning")
  }

  static func changed(_ differences: [RunIdentity.Difference], isWatch: Bool) -> CopydeskError {
    CopydeskError(
      .cannotResume,
      "cannot continue the \(isWatch ? "watch" : "unfinished run"): "
        + differences.map(\.what).joined(separator: "; "),
      help: differences.map(\.remedy).joined(separator: ", and ") + "; "
        + (isWatch
          ? "or start a new watch with -o and another path: it reads all files that are still there again"
          : "or run again without --resume, from the beginning"))
  }

  /// A watch and a run that ends do not go on with each other, nor does one take the other's place unasked.
  static func refuse(_ found: Checkpoint?, _ path: String, _ settings: JournalSettings) throws {
    guard let found, (found.watch != nil) != settings.watches else { return }
    throw settings.watches
      ? CopydeskError(
        .cannotWatch, "\"\(path)\" belongs to an unfinished run, not to a watch",
        help: "finish it with --resume, give the watch another path with -o, or remove the folder")
      : CopydeskError(
        .cannotWatch, "\"\(path)\" belongs to a watch: only the watch may change its results",
        help: "continue with --watch, or give this run another path with -o")
  }
}
