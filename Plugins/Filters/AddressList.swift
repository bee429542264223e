import Copydesk

/// Hosts and beginnings of addresses, looked up in time that does not depend on how many there are.
struct AddressList: Sendable {
  /// Hosts that count with all below them.
  private var hosts: Set<String> = []
  /// Hosts of which only what is below them counts.
  private var parents: Set<String> = []
  /// Beginnings of addresses as UTF-8, and the lengths that they have.
  private var beginnings: [[UInt8]: String] = [:]
  private var lengths: [Int] = []

  /// - Throws: ``InvalidOption`` where an entry has a star that stands for nothing.
  init(_ entries: [String], option: String) throws {
    for entry in entries {
      let address = WebAddress(String(entry.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
      let isParent = address.isHost && (address.host.hasPrefix("*.") || address.host.hasPrefix("."))
      let host = isParent ? String(address.host.drop { $0 == "*" || $0 == "." }) : address.host
      guard !host.isEmpty || !address.isHost else {
        throw InvalidOption(
          option, "\"\(entry)\" is neither a host nor how an address begins",
          help: "write it as example.org, *.example.org or example.org/ads/")
      }
      guard !host.contains("*") else {
        throw InvalidOption(
          option, "the star in \"\(entry)\" stands for nothing",
          help: "a host counts with all below it: example.org; only what is below it: *.example.org")
      }
      if isParent {
        parents.insert(host)
      } else if address.isHost {
        hosts.insert(host)
      } else {
        // All that begins so is meant anyway.
        let beginning = address.utf8
        beginnings[beginning.last == UInt8(ascii: "*") ? beginning.dropLast() : beginning] = entry
      }
    }
    lengths = Set(beginnings.keys.map(\.count)).sorted()
  }

  var isEmpty: Bool { hosts.isEmpty && parents.isEmpty && beginnings.isEmpty }

  /// The entry that an address is covered by.
  /// - Complexity: O(*n* + *k* · *l*) for an address of *n* bytes, where entries have *k* lengths up to *l*.
  func entry(of string: String) -> String? {
    let address = WebAddress(string)
    var name = address.host[...]
    var isWhole = true
    while true {
      // No host is longer.
      if name.utf8.count <= 253 {
        if hosts.contains(String(name)) { return String(name) }
        if !isWhole, parents.contains(String(name)) { return "*.\(name)" }
      }
      isWhole = false
      guard let dot = name.firstIndex(of: ".") else { break }
      name = name[name.index(after: dot)...]
    }
    guard !lengths.isEmpty else { return nil }
    let whole = address.utf8
    let plain = whole.starts(with: "www.".utf8) ? [0, 4] : [0]
    for start in plain {
      for length in lengths where start + length <= whole.count {
        if let entry = beginnings[Array(whole[start..<start + length])] { return entry }
      }
    }
    return nil
  }
}

extension WebAddress {
  /// Whether there is nothing but a host.
  fileprivate var isHost: Bool { rest.isEmpty }
  fileprivate var utf8: [UInt8] { Array(host.utf8) + rest }
}
