/// What to learn from, and how.
public struct TrainingRequest {
  /// Where all that is random starts.
  public var seed: UInt64
  /// In how many parts the data is cut to predict each part by a model that has not seen it; 0 learns from
  /// all.
  public var folds: Int
  /// Settings of the training that are not at their defaults, by name.
  public var settings: [String: Double]
  /// Reads a file below the data folder; nil if there is none.
  public var read: (String) throws -> [UInt8]?
  /// The names in a folder below the data folder, sorted; empty for none.
  public var list: (String) -> [String]
  /// Takes a line for whoever waits.
  public var report: (String) -> Void

  /// Creates a request.
  public init(
    seed: UInt64, folds: Int, settings: [String: Double] = [:], read: @escaping (String) throws -> [UInt8]?,
    list: @escaping (String) -> [String],
    report: @escaping (String) -> Void
  ) {
    self.seed = seed
    self.folds = folds
    self.settings = settings
    self.read = read
    self.list = list
    self.report = report
  }
}

/// A file that training made.
public struct TrainingFile: Sendable {
  /// Its name.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
