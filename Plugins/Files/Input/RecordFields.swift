import Copydesk

/// Sorts the fields of a record: those that a document has, and its metadata.
///
/// | field                          | becomes                                      |
/// |--------------------------------|----------------------------------------------|
/// | `id`                           | the id, where it is a string or a number     |
/// | `title`, `section`, `language` | the field, where it is a string              |
/// | `byline`                       | the byline, where it is a string or ``Persons`` |
/// | `published`                    | the date, where it is one (``PublicationDate/init(record:)``) |
/// | `metadata`                     | its members become metadata, where it is an object |
/// | any other, any other type      | metadata, under its own name                 |
///
/// Where title, byline or date are missing, ``FamiliarNames`` stand in. A name may be written with capitals where the field
/// is missing or blank; what is not put to use stays metadata under the name it came with. A ``FieldMap`` may give other
/// places. Titles and bylines are read by ``Headline``, other than those that Copydesk wrote. Where a name comes twice, the
/// last counts, as in most readers of JSON.
struct RecordFields {
  /// More unknown fields than this are no record but a mistake, and would be slow.
  private static let maximumFields = 4_000

  private enum Role {
    case target(FieldMap.Target)
    /// Names of elsewhere that are common: nothing is kept of them where they hold nothing.
    case familiar
    case metadata
  }

  /// Sorted by length, so that a name is compared with few.
  private static func role(of name: String) -> Role? {
    switch name.utf8.count {
    case 2: name == "id" ? .target(.id) : nil
    case 4: name == "text" ? .target(.text) : name == "date" ? .familiar : nil
    case 5: name == "title" ? .target(.title) : nil
    case 6: name == "byline" ? .target(.byline) : name == "author" ? .familiar : nil
    case 7: name == "section" ? .target(.section) : nil
    case 8: name == "language" ? .target(.language) : name == "metadata" ? .metadata : nil
    case 9: name == "published" ? .target(.published) : nil
    default: nil
    }
  }

  private let map: FieldMap
  /// Whether Copydesk wrote the record, so that its fields are as they are meant.
  private let isOwn: Bool
  private(set) var id: String?
  private var title: String?
  private var byline: String?
  private var section: String?
  private var published: PublicationDate?
  private var language: String?
  private var metadata = Metadata()

  /// - Parameters:
  ///   - members: the record's fields in order.
  ///   - map: where the user says that fields are.
  ///   - isOwn: whether Copydesk wrote the record.
  ///   - known: the name that we know a field by that is written in another way; nil for any other.
  /// - Throws: ``TooManyFields``.
  /// - Complexity: O(members), times the fields of the metadata, which are limited.
  init(
    _ members: consuming [JSONValue.Member], map: FieldMap, isOwn: Bool = false,
    known: (String) -> String? = FamiliarNames.ofMember
  ) throws(TooManyFields) {
    self.map = map
    self.isOwn = isOwn
    var rest = members
    for (target, path) in map.others {
      guard let value = path.take(from: &rest), value != .null else { continue }
      if !fill(target, value) || !isUsedUp(value, as: target) { try keep(target.rawValue, value) }
    }
    let spellings = Self.spellings(in: rest, map, known)
    for member in rest {
      guard !spellings.isEmpty else {
        try take(member, as: Self.role(of: member.name))
        continue
      }
      if let known = known(member.name), spellings[known] == member.name {
        try take(member, as: Self.role(of: known))
      } else if case .target? = Self.role(of: member.name), spellings[member.name] != nil {
        // Blank, and another spelling has the value.
      } else {
        try take(member, as: Self.role(of: member.name))
      }
    }
    takeFamiliarNames(spellings)
  }

  /// How the record writes names that we know: "Title" is a title where there is no "title" or nothing in it.
  private static func spellings(
    in members: [JSONValue.Member], _ map: FieldMap, _ known: (String) -> String?
  ) -> [String: String] {
    var spellings: [String: String] = [:]
    var blanks: Set<String> = []
    for member in members {
      guard let known = known(member.name) else { continue }
      // Of several that are not blank the first counts.
      if let other = spellings[known], other != member.name, !blanks.contains(known) { continue }
      spellings[known] = member.name
      if member.value.isBlank { blanks.insert(known) } else { blanks.remove(known) }
    }
    guard !spellings.isEmpty else { return [:] }
    var taken = map.moved
    for member in members {
      guard case .target(let target)? = role(of: member.name), !map.moved.contains(target) else { continue }
      if member.value.isBlank { taken.remove(target) } else { taken.insert(target) }
    }
    for target in taken { spellings[target.rawValue] = nil }
    return spellings
  }

  /// The record has more fields than any record.
  struct TooManyFields: Error {
    /// What is told.
    var message: String { "the record has more than \(RecordFields.maximumFields) fields of its own" }
    /// What to do.
    static let help = "keep what you need of it; or put the rest into one field, as an object"
  }

  /// Hands what was found to the document.
  func fill(_ document: inout Document) {
    document.title = title
    document.byline = byline
    document.section = section
    document.published = published
    document.language = language
    document.metadata = metadata
  }

  // MARK: Fields

  private mutating func take(_ member: JSONValue.Member, as role: Role?) throws(TooManyFields) {
    switch role {
    case .target(let target) where !map.moved.contains(target):
      if member.value == .null || fill(target, member.value) && isUsedUp(member.value, as: target) { return }
      try keep(member.name, member.value)
    case .metadata:
      switch member.value {
      case .object(let members): for member in members { try keep(member.name, member.value) }
      case .null: break
      default: try keep(member.name, member.value)
      }
    case .familiar:
      if member.value != .null { try keep(member.name, member.value) }
    default: try keep(member.name, member.value)
    }
  }

  /// Whether the value is of the right kind.
  private mutating func fill(_ target: FieldMap.Target, _ value: JSONValue) -> Bool {
    let text: String
    switch (value, target) {
    case (.string(let string), _): text = string
    case (.number(let digits), .id), (.number(let digits), .published): text = digits
    case (_, .byline):
      guard let names = Persons.names(in: value) else { return false }
      text = names
    default: return false
    }
    switch target {
    case .id:
      guard !text.isEmpty else { return false }
      id = text
    case .title: title = (isOwn ? text : Headline.title(text)).nonBlank
    case .byline: byline = (isOwn ? text : Headline.byline(text)).nonBlank
    case .section: section = text.nonBlank
    case .language: language = text.nonBlank
    case .published:
      guard let date = PublicationDate(record: text, isDayFirst: map.isDayFirst) else { return false }
      published = date
    case .text: return false
    }
    return true
  }

  /// Whether nothing is lost where the value is not kept: people may have more than names.
  private func isUsedUp(_ value: JSONValue, as target: FieldMap.Target) -> Bool {
    target != .byline || Persons.areOnlyNames(value)
  }

  private mutating func keep(_ name: String, _ value: JSONValue) throws(TooManyFields) {
    guard metadata.fields.count < Self.maximumFields else { throw TooManyFields() }
    metadata[name] = value
  }

  /// Names of elsewhere are put to use where ours say nothing; else they stay metadata.
  private mutating func takeFamiliarNames(_ spellings: [String: String]) {
    guard !metadata.isEmpty else { return }
    for (target, names) in FamiliarNames.others where !has(target) && !map.moved.contains(target) {
      for name in spellings.isEmpty ? names : names.flatMap({ [$0] + [spellings[$0]].compactMap(\.self) }) {
        guard let value = metadata[name], fill(target, target == .byline ? value : value.listed), has(target)
        else {
          continue
        }
        if isUsedUp(value, as: target) { metadata[name] = nil }
        break
      }
    }
  }

  private func has(_ target: FieldMap.Target) -> Bool {
    switch target {
    case .title: title != nil
    case .byline: byline != nil
    case .published: published != nil
    default: true
    }
  }
}

extension JSONValue {
  /// Whether it says nothing.
  fileprivate var isBlank: Bool {
    switch self {
    case .null: true
    case .string(let text): text.nonBlank == nil
    default: false
    }
  }

  /// A list of names as one text, as a byline gives them.
  fileprivate var listed: JSONValue {
    guard case .array(let values) = self else { return self }
    let names = values.compactMap(\.string)
    return names.count == values.count ? .string(names.joined(separator: ", ")) : self
  }
}

extension String {
  /// The string, unless there is nothing but white space.
  fileprivate var nonBlank: String? { utf8.allSatisfy(\.isASCIISpace) ? nil : self }
}
