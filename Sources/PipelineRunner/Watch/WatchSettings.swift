/// How folders are watched.
public struct WatchSettings: Sendable {
  /// Seconds that a file must stay as it is before it is read.
  public var settle: Double
  /// Files of a look, at most, and bytes: what is more waits for the next one.
  public var mostFiles = 512
  /// Bytes of the files of a look, at most, but for one file.
  public var mostBytes = 64 << 20
  /// Seconds after which the folders are listed again where nothing tells of a change: disks on a network do not.
  public var interval = 5.0

  /// Creates settings.
  /// - Parameter settle: seconds that a file must stay as it is before it is read.
  public init(settle: Double = 2) { self.settle = settle }
}

/// What a watch tells of itself as it happens.
public enum WatchEvent: Sendable {
  /// A look that is done: its results are in their places.
  public struct Look: Sendable {
    /// How many files it read.
    public var files: Int
    /// The path of the last of them.
    public var last: String
    /// How many documents ended where, in this look.
    public var counts: RunCounts
    /// The same, in all looks.
    public var total: RunCounts
    /// How many files were read, in all looks.
    public var totalFiles: Int
    /// How long it took, in seconds.
    public var seconds: Double
  }

  /// It begins, or goes on after so many files.
  case began(files: Int)
  /// A look is done.
  case look(Look)
  /// A file has changed after it was read.
  case changed(path: String)
  /// A file or folder cannot be read; it is tried again.
  case unreadable(path: String, reason: String)
  /// It can be read again.
  case readable(path: String)
}

/// How a watch stands at a moment.
public struct WatchStatus: Sendable, Equatable {
  /// Files that were read.
  public var files = 0
  /// Files that were seen and are not known to be complete yet.
  public var waiting = 0
  /// Looks that found something.
  public var looks = 0
  /// The path of the last file.
  public var last: String?
  /// When the folders were listed last, in seconds since 1970.
  public var listed = 0.0

  /// Nothing done yet.
  public init() {}
}
