import Copydesk

extension Checkpoint {
  /// What a checkpoint begins with: of which run it is. What grows with a run stands behind it.
  struct Head: Sendable {
    /// In how many bytes it stands: no command line is longer.
    static let most = 4 << 20

    let identity: RunIdentity
    let request: Request
    /// What stages kept for later runs when the run began, by their gates' legs.
    let lasting: [Int: [UInt8]]
    let watch: Watch?

    /// Reads it from the first bytes of a checkpoint, of which nothing says that they are whole: who goes on with the run
    /// reads all of it. Nil where they hold none of this version.
    init?(_ bytes: ArraySlice<UInt8>) {
      guard bytes.starts(with: Checkpoint.mark) else { return nil }
      var loader = ByteLoader(bytes.dropFirst(Checkpoint.mark.count))
      do {
        // The checksum.
        _ = try loader.int()
        try self.init(from: &loader)
      } catch { return nil }
    }

    init(from loader: inout ByteLoader) throws(MalformedStore) {
      identity = try RunIdentity(from: &loader)
      var request = Request()
      request.pipeline = try loader.optionalString()
      request.output = try loader.optionalString()
      self.request = request
      var lasting: [Int: [UInt8]] = [:]
      for _ in 0..<(try loader.count()) { lasting[try loader.int()] = Array(try loader.data()) }
      self.lasting = lasting
      watch = try loader.optional { bytes throws(MalformedStore) in
        Watch(inputs: try bytes.int(), memory: try bytes.int())
      }
    }
  }
}
