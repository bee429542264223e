import Synchronization

/// Under which name of elsewhere the records of a file have their text: found out with one, and tried first with those
/// after it, so that they are read once. It changes how long a record takes, and nothing else.
final class TextPlaceMemory: Sendable {
  private let name = Mutex<String?>(nil)

  /// The name; nil as long as none was needed.
  var place: String? {
    get { name.withLock { $0 } }
    set { name.withLock { if $0 != newValue { $0 = newValue } } }
  }
}
