/// A rule by which a stage decides, as trails name it.
///
/// A stage lists its rules in ``PipelineComponent/rules``: `copydesk show` tells what they mean, and
/// `copydesk test --coverage` which of them no test has seen at work.
public struct Rule: Sendable, Hashable {
  /// Its name, lower case with dots: `footer.share`. One that ends in `.*` stands for all that begin so.
  public var name: String
  /// What it does, in one sentence.
  public var help: String

  /// Creates a rule.
  public init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }

  /// Whether a trail entry with that name was made by this rule.
  public func covers(_ entry: String) -> Bool {
    name.hasSuffix(".*") ? entry.hasPrefix(name.dropLast()) : entry == name
  }
}

/// Something about options that is no mistake and still not what the author of a definition wants: an option that has
/// no effect beside another.
public struct OptionAdvice: Sendable, Hashable {
  /// The option, as a definition writes it.
  public var option: String
  /// What is odd, in one sentence: `"sentences" has no effect when "words" is given`.
  public var message: String
  /// What to do.
  public var help: String?

  /// Creates advice.
  public init(_ option: String, _ message: String, help: String? = nil) {
    self.option = option
    self.message = message
    self.help = help
  }
}
