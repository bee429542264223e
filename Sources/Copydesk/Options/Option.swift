/// An option of a stage. One declaration is its default, its check, its help and its place in the docs.
///
/// ```swift
/// struct Options: StageOptions {
///   @Option("Similarity at or above which two documents are duplicates.", range: 0...1) var threshold = 0.8
///   @Option("What to do with a duplicate.") var action: Action = .drop
/// }
/// ```
///
/// In a definition the name is written with underscores: `minWords` is `min_words`.
@propertyWrapper
public struct Option<Value: OptionValue>: Sendable {
  /// The value: the default until a definition gives another.
  public var wrappedValue: Value
  let help: String
  let range: OptionRange?
  let isInside: (@Sendable (Value) -> Bool)?

  /// Declares an option that takes any value of its type.
  public init(wrappedValue: Value, _ help: String) {
    self.wrappedValue = wrappedValue
    self.help = help
    range = nil
    isInside = nil
  }

  /// Declares an option with a least and a greatest value.
  public init(wrappedValue: Value, _ help: String, range: ClosedRange<Value>)
  where Value: Comparable {
    self.wrappedValue = wrappedValue
    self.help = help
    self.range = OptionRange(low: range.lowerBound.json, high: range.upperBound.json)
    isInside = { range.contains($0) }
  }

  /// Declares an option with a least value.
  public init(wrappedValue: Value, _ help: String, range: PartialRangeFrom<Value>)
  where Value: Comparable {
    self.wrappedValue = wrappedValue
    self.help = help
    self.range = OptionRange(low: range.lowerBound.json, high: nil)
    isInside = { range.contains($0) }
  }

  /// Declares an option that may be left out, with a least value.
  public init<Wrapped: OptionValue & Comparable>(
    wrappedValue: Wrapped?, _ help: String, range: PartialRangeFrom<Wrapped>
  ) where Value == Wrapped? {
    self.wrappedValue = wrappedValue
    self.help = help
    self.range = OptionRange(low: range.lowerBound.json, high: nil)
    isInside = { $0.map(range.contains) ?? true }
  }

  /// Declares an option that may be left out, with a least and a greatest value.
  public init<Wrapped: OptionValue & Comparable>(
    wrappedValue: Wrapped?, _ help: String, range: ClosedRange<Wrapped>
  ) where Value == Wrapped? {
    self.wrappedValue = wrappedValue
    self.help = help
    self.range = OptionRange(low: range.lowerBound.json, high: range.upperBound.json)
    isInside = { $0.map(range.contains) ?? true }
  }
}

/// The least and the greatest value of an option.
public struct OptionRange: Sendable, Hashable, CustomStringConvertible {
  /// The least value.
  public var low: JSONValue?
  /// The greatest value.
  public var high: JSONValue?

  /// Creates a range; nil stands for no bound.
  public init(low: JSONValue?, high: JSONValue?) {
    self.low = low
    self.high = high
  }

  public var description: String {
    func digits(_ value: JSONValue?) -> String? {
      if case .number(let digits) = value {
        digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
      } else {
        nil
      }
    }
    return switch (digits(low), digits(high)) {
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): "\(low) or more"
    case (nil, let high?): "\(high) or less"
    case (nil, nil): "any"
    }
  }
}

/// The options of a stage: a struct whose properties are each an ``Option``.
///
/// All have defaults, so that a bare stage name in a definition works. The compiler writes the rest.
public protocol StageOptions: Decodable, Sendable {
  /// All options at their defaults.
  init()
}

/// For a stage that has no options.
public struct NoOptions: StageOptions {
  /// Creates it.
  public init() {}
}

/// What is known of an option: the single source of its help, its check, its schema.
public struct OptionSpec: Sendable, Hashable {
  /// The name as a definition writes it: `min_words`.
  public var name: String
  /// What it does, in one sentence.
  public var help: String
  /// What it takes.
  public var kind: OptionKind
  /// The value it has when a definition says nothing.
  public var defaultValue: JSONValue
  /// The range its value must lie in.
  public var range: OptionRange?

  /// Creates it.
  public init(
    name: String, help: String, kind: OptionKind, defaultValue: JSONValue, range: OptionRange? = nil
  ) {
    self.name = name
    self.help = help
    self.kind = kind
    self.defaultValue = defaultValue
    self.range = range
  }
}
