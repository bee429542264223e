/// A word of a command line that the user is told to type.
package enum ShellWord {
  /// The word, in quotes where a shell would read it otherwise.
  package static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "-", "_", "+", ":", "@", "%", ",", "=": true
        default: scalar.value > 0xA0 && !scalar.properties.isWhitespace
        }
      }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
