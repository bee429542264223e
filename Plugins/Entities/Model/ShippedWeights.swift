import Copydesk
import EntityWeights

/// What is compiled into the program: the model of names that ships, and the word clusters that all models use.
enum ShippedWeights {
  /// The classes of words.
  static let clusters = WordClusters(
    permanentMemory: UnsafeRawBufferPointer(
      start: copydesk_word_clusters, count: copydesk_word_clusters_length))

  /// The model that ships. Nil in a build whose weights are not a model of this version; a test holds that there are.
  static let model: EntityModel? = {
    let memory = UnsafeRawBufferPointer(start: copydesk_entity_model, count: copydesk_entity_model_length)
    guard let sequence = try? SequenceModel(permanentMemory: memory) else { return nil }
    return try? EntityModel(sequence, clusters: clusters)
  }()
}
