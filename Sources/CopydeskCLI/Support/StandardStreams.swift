import Foundation

/// Standard input, output and error as they are given to the program.
enum StandardStreams {
  /// Puts something into the place of those that the program was started without, as cron and daemons may do: else
  /// the next file that is opened would be standard input, and results or pipes be read and written as such.
  ///
  /// What stands in fails at once, as one that is closed does.
  static func holdPlaces() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard fcntl(stream, F_GETFD) < 0, errno == EBADF else { continue }
      // The lowest number that is free is this one. Not to be read, where it should be read, and the other way round.
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
