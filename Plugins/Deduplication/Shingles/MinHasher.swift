import CMinHash
import Copydesk

/// Signatures of sets: for each of several random orders of all shingles, the first one that the set has. Two sets
/// agree in a place of their signatures with a chance that is their Jaccard similarity.
///
/// A. Z. Broder, M. Charikar, A. M. Frieze, M. Mitzenmacher: Min-wise independent permutations, 2000. An order is made
/// by multiplying the hash with an odd number modulo 2⁶⁴.
struct MinHasher: Sendable {
  /// One for each order, and more that fill up the last of those that are worked on at once.
  private let multipliers: [UInt64]
  private let count: Int

  /// - Parameter count: how many orders.
  init(count: Int, seed: UInt64) {
    let atOnce = Int(copydesk_minhash_orders_at_once)
    multipliers = (0..<((count + atOnce - 1) / atOnce * atOnce)).map {
      StableHash.of([], seed: seed ^ UInt64($0 + 1) &* 0x9E37_79B9_7F4A_7C15) | 1
    }
    self.count = count
  }

  /// The least value of each order.
  /// - Complexity: O(*shingles* · *orders*).
  func signature(of shingles: [UInt64]) -> [UInt64] {
    signatureTogether(of: shingles) ?? signatureOneByOne(of: shingles)
  }

  /// The same where the processor multiplies vectors of such numbers; nil where it does not.
  private func signatureTogether(of shingles: [UInt64]) -> [UInt64]? {
    var isDone = false
    let signature = [UInt64](unsafeUninitializedCapacity: multipliers.count) { out, written in
      multipliers.withUnsafeBufferPointer { multipliers in
        shingles.withUnsafeBufferPointer { shingles in
          guard let first = multipliers.baseAddress, let shingle = shingles.baseAddress,
            let least = out.baseAddress
          else { return }
          isDone = copydesk_minhash(shingle, shingles.count, first, multipliers.count, least)
        }
      }
      written = isDone ? count : 0
    }
    return isDone ? signature : nil
  }

  /// The same, on any processor.
  func signatureOneByOne(of shingles: [UInt64]) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: count) { out, written in
      multipliers.withUnsafeBufferPointer { multipliers in
        shingles.withUnsafeBufferPointer { shingles in
          Self.leastProducts(shingles, UnsafeBufferPointer(rebasing: multipliers[..<count]), out)
        }
      }
      written = count
    }
  }

  private static func leastProducts(
    _ shingles: UnsafeBufferPointer<UInt64>, _ multipliers: UnsafeBufferPointer<UInt64>,
    _ out: UnsafeMutableBufferPointer<UInt64>
  ) {
    var order = 0
    // Four at once, so that the minima stay in registers and do not wait for each other.
    while order + 4 <= multipliers.count {
      let (a, b, c, d) = (
        multipliers[order], multipliers[order + 1], multipliers[order + 2], multipliers[order + 3]
      )
      var (least, second, third, fourth) = (UInt64.max, UInt64.max, UInt64.max, UInt64.max)
      for shingle in shingles {
        least = min(least, shingle &* a)
        second = min(second, shingle &* b)
        third = min(third, shingle &* c)
        fourth = min(fourth, shingle &* d)
      }
      (out[order], out[order + 1], out[order + 2], out[order + 3]) = (least, second, third, fourth)
      order += 4
    }
    while order < multipliers.count {
      var least = UInt64.max
      for shingle in shingles { least = min(least, shingle &* multipliers[order]) }
      out[order] = least
      order += 1
    }
  }
}
