import Copydesk

/// Says what the models are, beside them.
struct CleanModelCard {
  let corpus: CleanCorpus
  let seed: UInt64
  /// How many ``InventedReports`` were learnt from.
  let invented: Int
  /// The first and the second look at blocks.
  let blocks: SequenceModel
  let blocksAgain: BoostedTrees
  /// The first and the second look at lines.
  let lines: SequenceModel
  let linesAgain: BoostedTrees
  /// What words say of lines.
  let evidence: LineEvidence

  var text: String {
    """
    # The models of `clean`

    `blocks.model` tells the blocks of a web page that are its article, `lines.model` the lines of a text: linear-chain
    conditional random fields over hashed features (`SequenceModel`) with the labels \(BlockLabel.names.joined(separator: ", ")).
    When it is known how probable all of them are, they are looked at again by gradient-boosted trees (`BoostedTrees`).
    `blocks.trees` decides of blocks that are not surely none of the article, by \(blocksAgain.featureCount) numbers of what stands in the same element,
    looks the same, speaks of the same things. `lines.trees` looks at the lines of a text of \(LineModel.linesOfDump) or more, by \(linesAgain.featureCount) numbers
    of where a line stands among what the first look found, and of what its words say by `lines.words` (logistic regression over
    words, pairs of words and the last of the first \(LineEvidence.mostWords), hashed); they count for \(100 - Int((LineModel.shareOfFirst * 100).rounded())) %, the first look for the rest.

    | | features | with weights | bytes |
    |---|---|---|---|
    \(table)

    ## Learnt from

    \(sets)
    - \(invented) invented texts of which every line is of the article, for the lines

    Of a page with its whole text, each block is labelled by its 4-word shingles and its place in the text. Of a page
    with pieces, a block that holds a piece is labelled, and the labels of the others are left open (marginal
    likelihood). The lines are those of texts made from the same pages: all that the page says, the article with a
    little around it, the article alone; where nothing is known they are labelled by the model of the blocks. A second
    look, at blocks or at lines, learns from first looks of models that have not seen the site.

    Settings: \(settings.epochs) passes, the mean of \(settings.runs) runs in other orders from seed \(seed), features of \(settings.minimumCount) pages or more,
    \(Int(settings.dropout * 100)) % of the features left out at each step, AdaGrad with a step of \(settings.learningRate), L2 of \(settings.regularisation).
    What words say: \(LineEvidenceTrainer.passes) passes with a step of \(LineEvidenceTrainer.step), the mean of all steps.
    Trees of 31 questions: \(grown(blocksAgain, CleanCorpus.settingsOfTrees, "blocks")); \(grown(linesAgain, LineTraining.settings, "lines")).

    ## Made and measured by

        Scripts/clean/make-training-data.py PAGES DATA
        copydesk train clean --data DATA -o Plugins/Cleaning/CCleaningModel
        Benchmarks/articles DATA

    The first makes the set `bodies`, of pages that carry their article as JSON-LD. The second gives these bytes again
    from the same data. The third cuts the data into folds by site, so that no page
    is scored by a model that has seen a page of its site.

    ## Limits

    Most of the pages are German and English, and from before 2023. Pages without an article (front pages, forums,
    shops) were hardly seen: for them the model finds what looks most like prose.

    """
  }

  private func grown(_ trees: BoostedTrees, _ how: BoostedTreesTrainer.Settings, _ what: String) -> String {
    "\(trees.treeCount) of \(what), with a step of \(how.step), "
      + "each from \(Int((how.rows * 100).rounded())) % of them and \(Int((how.features * 100).rounded())) % of the numbers"
  }

  private var table: String {
    """
    | `blocks.model` | `\(blocks.featureSet)` | \(blocks.featureCount) | \(blocks.byteCount) |
    | `blocks.trees` | `\(blocksAgain.featureSet)` | \(blocksAgain.featureCount) | \(blocksAgain.byteCount) |
    | `lines.model` | `\(lines.featureSet)` | \(lines.featureCount) | \(lines.byteCount) |
    | `lines.trees` | `\(linesAgain.featureSet)` | \(linesAgain.featureCount) | \(linesAgain.byteCount) |
    | `lines.words` | `\(LineEvidence.name)` | \(evidence.weightCount) | \(evidence.bytes.count) |
    """
  }

  private var settings: SequenceTrainer.Settings { corpus.blockTrainer.settings }

  private var sets: String {
    var counts: [(set: String, pages: Int)] = []
    for index in corpus.known {
      let set = corpus.pages[index].set
      if counts.last?.set != set { counts.append((set, 0)) }
      counts[counts.count - 1].pages += 1
    }
    return counts.map { "- \($0.pages) pages of the set `\($0.set)`" }.joined(separator: "\n")
  }
}
