extension Document {
  /// What ``names`` holds, by the ids that mentions have; the first of several with one id.
  /// - Complexity: O(names).
  package var namesByID: [String: EntityName] {
    Dictionary(names.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
