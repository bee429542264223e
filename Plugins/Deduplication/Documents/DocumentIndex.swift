/// The documents seen so far, by the fingerprint of their text.
///
/// Holds the first document of each text and no other:
/// - every ordinal in `byText` is an index into `ids`, and no two fingerprints have the same one;
/// - an entry is never changed or taken out, so "first" means first in the order of the calls.
///
/// A document takes 20 bytes in the table at a load of a half to three quarters, 16 for its id, and the bytes
/// of the id where it is longer than 15: about 100 bytes in all. A duplicate takes nothing.
///
/// Near-duplicates will be a second table beside this one, asked when the exact one has no answer.
public struct DocumentIndex: Sendable {
  private var byText: [Fingerprint: Int32] = [:]
  private var ids: [String] = []

  /// How many different texts it has seen.
  public var count: Int { ids.count }

  /// The id of the first document with that text; nil where this is the first, which is then remembered.
  /// - Complexity: O(1).
  mutating func firstOrInsert(_ id: String, _ fingerprint: Fingerprint) -> String? {
    if let ordinal = byText[fingerprint] { return ids[Int(ordinal)] }
    byText[fingerprint] = Int32(truncatingIfNeeded: ids.count)
    ids.append(id)
    return nil
  }
}
