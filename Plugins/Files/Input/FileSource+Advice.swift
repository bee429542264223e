import Copydesk

extension FileSource {
  public func lookedFor(in inputs: [String]) -> String? {
    guard let inputs = try? InputArgument.resolve(inputs, exclude: filter.exclude) else { return nil }
    var hasResults = false
    for input in inputs {
      guard case .folder(let path) = input else { return nil }
      var walk = FolderWalk(path, filter: filter, tellsPassedOver: true)
      while let found = walk.next() {
        guard case .passedOver(_, let passedOver) = found else { return nil }
        hasResults = hasResults || passedOver.kind == .result
      }
    }
    let results =
      hasResults ? "; results of earlier runs are read where their files are named, not the folder" : ""
    return
      (includesAll
      ? "text, Markdown, HTML, JSON, CSV, web archives, mail and archives, by the endings of their names"
      : "names of the form " + include.map { "\"\($0)\"" }.joined(separator: ", ")) + results
  }

  /// Whether what is read is what is read by default.
  private var includesAll: Bool { include == Options().include }

  public func advice(on inputs: [String]) -> [Diagnostic] {
    guard let arguments = try? InputArgument.resolve(inputs, exclude: filter.exclude) else { return [] }
    let places = zip(inputs, arguments).compactMap { SharedFiles.Place($0, $1, filter: filter) }
    let folders = Dictionary(
      places.filter(\.isFolder).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: [String: String] = [:]
    // By the input that they lie in; and how often one is named, by its first name.
    var inner: [String: [SharedFiles.Place]] = [:]
    var repeats: [String: Int] = [:]
    for place in places {
      let name = place.isPattern ? "pattern \(place.input)" : place.path
      if let earlier = seen[name] {
        repeats[earlier, default: 1] += 1
        continue
      }
      seen[name] = place.input
      guard !place.isPattern, let outer = folder(around: place, folders) else { continue }
      inner[outer.input, default: []].append(place)
    }
    let repeated = repeats.sorted { $0.key < $1.key }.map { input, count in
      Diagnostic(
        .warning, .overlappingInputs,
        "\"\(input)\" is named \(count == 2 ? "twice" : "\(count) times"), and its documents are read as often",
        at: nil, help: "name it once")
    }
    let within = inner.sorted { $0.key < $1.key }.map { outer, places in
      let others = places.count == 1 ? "" : " and \(places.count - 1) more"
      return Diagnostic(
        .warning, .overlappingInputs,
        "\"\(places[0].input)\"\(others) \(places.count == 1 ? "lies" : "lie") within \"\(outer)\", so these"
          + " documents are read twice", at: nil,
        help: "leave one of them out, or exclude it from the other: --set 'input.exclude=[…]'")
    }
    return repeated + within + SharedFiles.among(places).map(\.advice)
  }

  /// The nearest folder among the inputs whose walk comes to another input.
  /// - Complexity: linear in the length of the path.
  private func folder(
    around place: SharedFiles.Place, _ folders: [String: SharedFiles.Place]
  ) -> SharedFiles.Place? {
    var path = place.path[...]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      if let outer = folders[path.isEmpty ? "/" : String(path)],
        outer.reads(place.path, isFolder: place.isFolder)
      {
        return outer
      }
    }
    return nil
  }
}
