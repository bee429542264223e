import Copydesk
import Foundation

extension CopydeskError {
  /// A file or folder that Foundation could not write, with what the system said below its error.
  static func unwritable(_ path: String, _ error: any Error) -> CopydeskError {
    var below: NSError? = error as NSError
    while let known = below {
      if known.domain == NSPOSIXErrorDomain { return .unwritable(path, Int32(known.code)) }
      below = known.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    return CopydeskError(
      .cannotWrite, "cannot write \"\(path)\": \(error.localizedDescription)",
      help: "try to write a file there with touch; if that fails too, write somewhere else")
  }

  /// A file that the user has named and that is not there or cannot be read.
  static func missing(_ path: String) -> CopydeskError {
    let isThere = FileManager.default.fileExists(atPath: path)
    return CopydeskError(
      isThere ? .unreadableFile : .missingInput,
      isThere ? "cannot read \"\(path)\"" : "there is no file \"\(path)\"",
      help: isThere
        ? "it must be a file that you may read: chmod u+r"
        : "check the path: one that does not begin with / starts in the folder that you are in")
  }
}
