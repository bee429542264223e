/// Members of which the name and the value come together.
extension JSONWriter {
  /// Writes a member that is a string; nothing where the value is nil.
  public mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    string(value)
  }

  /// Writes a member that is a whole number; nothing where the value is nil.
  public mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    number(value)
  }

  /// Writes a member that is a number; nothing where the value is nil.
  public mutating func member(_ name: String, _ value: Double?) {
    guard let value else { return }
    self.name(name)
    number(value)
  }
}
