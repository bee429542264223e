#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which stage works on which document on each thread, where the handler of a signal can read it: a stage of a plugin
/// that crashes takes the program with it, and this is what is left to tell.
public enum Whereabouts {
  /// What is kept of a name.
  private static let most = 240
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { free($0) }
    return key
  }()

  /// Has everything made that a handler may not be the first to ask for.
  public static func prepare() { _ = key }

  /// What this thread is at: `"stage" … document "id"`, as a C string; nil where it is in no stage. May be called from
  /// within the handler of a signal.
  public static var current: UnsafePointer<CChar>? {
    guard let text = pthread_getspecific(key)?.assumingMemoryBound(to: CChar.self), text[0] != 0 else {
      return nil
    }
    return UnsafePointer(text)
  }

  /// Puts down what this thread begins with.
  /// - Complexity: O(1); no allocation but the first time on a thread.
  static func enter(_ stage: String, _ document: String) {
    guard let text = buffer() else { return }
    var end = 0
    append(known: "the stage \"", to: text, &end)
    append(stage, to: text, &end)
    append(known: "\" crashed on the document \"", to: text, &end)
    append(document, to: text, &end)
    append(known: "\"", to: text, &end)
    text[end] = 0
  }

  /// Puts down that this thread is in no stage any more.
  static func leave() { pthread_getspecific(key)?.storeBytes(of: 0, as: UInt8.self) }

  private static func buffer() -> UnsafeMutablePointer<UInt8>? {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: UInt8.self) }
    guard let made = calloc(1, 2 * most + 64) else { return nil }
    pthread_setspecific(key, made)
    return made.assumingMemoryBound(to: UInt8.self)
  }

  private static func append(
    known words: StaticString, to text: UnsafeMutablePointer<UInt8>, _ end: inout Int
  ) {
    (text + end).update(from: words.utf8Start, count: words.utf8CodeUnitCount)
    end += words.utf8CodeUnitCount
  }

  private static func append(_ words: String, to text: UnsafeMutablePointer<UInt8>, _ end: inout Int) {
    var words = words
    let isCut = words.withUTF8 { bytes in
      // The id of a document may hold what a terminal would act upon.
      for byte in bytes.prefix(most) {
        text[end] = byte < 0x20 || byte == 0x7F ? UInt8(ascii: "?") : byte
        end += 1
      }
      return bytes.count > most
    }
    guard isCut else { return }
    // Not in the middle of a character.
    while text[end - 1] & 0xC0 == 0x80 { end -= 1 }
    if text[end - 1] >= 0xC0 { end -= 1 }
  }
}
