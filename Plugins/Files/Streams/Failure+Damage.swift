import Copydesk

extension Failure {
  /// A compressed file or an archive that is broken.
  static func damaged(_ what: String) -> Failure {
    Failure(
      .unreadableFile, "cannot read any further: \(what)",
      help:
        "what came before was read; fetch the file again: it may have been cut off or changed on its way")
  }

  /// The same of a piece of it, behind which reading goes on.
  static func damaged(_ what: String, goingOnAt place: String) -> Failure {
    Failure(
      .unreadableFile, "\(what); reading goes on at \(place)",
      help: "what stood between is lost; fetch the file again: it may have been changed on its way")
  }

  /// Damage, once it is known where reading goes on behind it.
  func goingOn(atCompressedByte place: Int) -> Failure {
    let what = message.hasPrefix(Self.end) ? String(message.dropFirst(Self.end.count)) : message
    return .damaged(what, goingOnAt: "compressed byte \(place)")
  }

  private static let end = "cannot read any further: "
}
