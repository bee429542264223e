import Copydesk

/// What is compared of a document: made of its text alone, on any thread.
public struct DocumentSketch: Sendable {
  /// Stands for the normalised text.
  let fingerprint: Fingerprint
  /// How many words the text has.
  let words: Int
  /// The shingles in the order of the text.
  let shingles: [UInt32]
  /// How many of them are different.
  let distinct: Int
  /// By which of its words it is found: a tag for each band of the signature.
  let bandTags: [UInt32]
  /// A tag for each chosen shingle, to find a text that contains it or that it contains.
  let partTags: [UInt32]
  /// Where each word stands in the text.
  let wordSpans: (starts: [UInt32], ends: [UInt32])
  /// What the index will keep, but for its number.
  let record: [UInt8]
  /// By which keep chooses.
  let published: PublicationDate?
  /// The id of a document that has failed in an earlier run and is run again: what the index remembers of it is no copy.
  let replayedID: String?

  /// The tag of the normalised text.
  var exactTag: UInt32 { UInt32(truncatingIfNeeded: fingerprint.high ^ fingerprint.low >> 32) }
}

/// Makes sketches.
struct DocumentSketcher: Sendable {
  let plan: BandPlan
  private let settings: IndexSettings
  private let hasher: MinHasher
  private let minWords: Int

  init(_ settings: IndexSettings, minWords: Int) {
    self.settings = settings
    self.minWords = minWords
    plan = BandPlan(threshold: settings.threshold, permutations: settings.permutations)
    hasher = MinHasher(count: plan.bands * plan.rows, seed: UInt64(bitPattern: Int64(settings.seed)))
  }

  /// The sketch of a document; nil where its text is too short to be compared.
  /// - Complexity: O(*n* + *words* · *permutations*).
  func sketch(_ document: Document) -> DocumentSketch? {
    let text = document.text
    let seed = UInt64(bitPattern: Int64(settings.seed))
    let normal = NormalisedWords(text.utf8)
    let size = text.utf8.withUnsafeBufferPointer {
      NormalisedWords.size(of: $0, $0.indices, normal, least: minWords)
    }
    guard size >= minWords else { return nil }
    let words = HashedWords(text.utf8, form: settings.normalize, unit: settings.unit, seed: seed)
    let shingles = Shingles(words.hashes, length: settings.shingle).hashes
    let short = shingles.map { UInt32(truncatingIfNeeded: $0) }
    let distinct = ShingleSet.distinctCount(short)
    let fingerprint = Fingerprint(normal.bytes, kind: seed)
    return DocumentSketch(
      fingerprint: fingerprint, words: words.count, shingles: short, distinct: distinct,
      bandTags: settings.searchesNear ? bandTags(shingles) : [],
      partTags: settings.containment == nil ? [] : partTags(short), wordSpans: (words.starts, words.ends),
      record: DocumentRecord.encode(
        id: document.id, fingerprint: fingerprint, distinct: distinct, shingles: short,
        wordSources: text.sourceOffsets(of: words.starts)),
      published: document.published,
      replayedID: document.reading?.isReplayed ?? false ? document.id : nil)
  }

  private func bandTags(_ shingles: [UInt64]) -> [UInt32] {
    guard !shingles.isEmpty else { return [] }
    return plan.tags(hasher.signature(of: shingles))
  }

  /// Tags of some of the shingles, chosen so that two texts with a run of ``partWindow`` shingles in common have one
  /// of them in common: the least of each window.
  ///
  /// S. Schleimer, D. S. Wilkerson, A. Aiken: Winnowing: local algorithms for document fingerprinting, 2003.
  private func partTags(_ shingles: [UInt32]) -> [UInt32] {
    var chosen: [UInt32] = []
    let window = min(Self.partWindow, shingles.count)
    guard window > 0 else { return [] }
    var least = -1
    for end in (window - 1)..<shingles.count {
      let start = end - window + 1
      if least < start {
        least = start
        for index in start...end where shingles[index] <= shingles[least] { least = index }
        chosen.append(shingles[least])
      } else if shingles[end] <= shingles[least] {
        least = end
        chosen.append(shingles[least])
      }
    }
    return Array(Set(chosen)).sorted().map { shingle in
      var hash = StableHash(seed: 0x5041_5254)
      hash.combine(UInt64(shingle))
      return UInt32(truncatingIfNeeded: hash.finish())
    }
  }

  /// How many shingles in a row are sure to have one that is chosen.
  static let partWindow = 20
}

extension DocumentSketch {
  /// What the document shares with another: the span of its text, and the bytes of the other's file.
  func passage(with other: DocumentIndex.Other) -> (here: Span, there: Span)? {
    guard let run = other.passage, run.words > 0, run.here + run.words <= words,
      run.there + run.words <= other.wordSources.count
    else { return nil }
    let last = run.here + run.words - 1
    let here = Span(Int(wordSpans.starts[run.here]), Int(wordSpans.ends[last]))
    let start = other.wordSources[run.there]
    // The last words of both are the same, so that the length of the one is that of the other.
    let end =
      other.wordSources[run.there + run.words - 1] + Int(wordSpans.ends[last] - wordSpans.starts[last])
    return start <= end ? (here, Span(start, end)) : nil
  }
}
