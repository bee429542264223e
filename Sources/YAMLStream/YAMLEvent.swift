/// One step of libyaml's event stream, in Swift's terms.
package struct YAMLEvent {
  /// What comes next.
  package enum Kind {
    /// A value. A *plain* one is not quoted, so that it may be a number or `true`.
    case scalar(String, isPlain: Bool)
    case alias(String)
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case documentStart
    case other
    case end
  }

  package let kind: Kind
  package let anchor: String?
  package let place: YAMLPlace
  /// How many characters it takes on its line, at least one.
  package let length: Int
}

/// A line and a column in characters, both from 0.
package struct YAMLPlace: Equatable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// What libyaml says where it cannot go on, in its own words.
package struct YAMLStop: Error {
  package let problem: String
  package let context: String
  /// Where it stopped.
  package let place: YAMLPlace
  /// Where the thing begins that it was reading.
  package let start: YAMLPlace
  /// The byte that cannot be read, where the text was not even looked at as YAML.
  package let offset: Int?
}
