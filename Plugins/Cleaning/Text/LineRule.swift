import Copydesk

/// Says of a line that it is not part of the article.
///
/// A rule looks at whole lines only and must be sure: a paragraph of the article that begins like boilerplate
/// ("Share this responsibility, she told delegates…") stays. To add a rule, write a type in `Text/Rules` and
/// put it into ``LineRules/all``.
protocol LineRule: Sendable {
  /// The rule's name in the trail.
  static var name: String { get }
  /// What it takes, in one sentence, for help and the docs.
  static var help: String { get }
  /// Whether the line is boilerplate.
  static func covers(_ line: TextLine, in place: LinePlace) -> Bool
}

/// Where a line stands.
struct LinePlace: Sendable {
  /// The name of the rule that took the line before.
  var previousRule: String?
  /// The lines, and which of them it is.
  var lines: TextLines
  var index: Int
  /// Whether no paragraph of prose comes before it.
  var isBeforeProse: Bool
  /// Whether no paragraph of prose comes after it.
  var isAfterProse: Bool

  /// The line after.
  var next: TextLine? { index + 1 < lines.count ? lines[index + 1] : nil }
}

/// The rules in the order in which they are tried.
enum LineRules {
  static let all: [any LineRule.Type] = [
    LikeWidget.self, FollowNotice.self, ShareBlock.self, AdvertisementLabel.self, RelatedLink.self,
    SubscribeNotice.self, CopyrightNotice.self, CommentsLabel.self, TagList.self, CookieNotice.self,
    Crumbs.self,
    Menu.self, PictureCredit.self, PageLink.self, SyndicationNotice.self, ReportingCredit.self,
    HouseNotice.self, ServerMessage.self, ReadingTime.self, WireSlug.self,
  ]

  /// The rules as the stage declares them.
  static var declared: [Rule] { all.map { Rule($0.name, $0.help) } }

  /// The place in ``all`` of the first rule that covers the line.
  static func first(for line: TextLine, in place: LinePlace) -> Int? {
    guard line.words <= 70, !line.folded.isEmpty else { return nil }
    return all.firstIndex { $0.covers(line, in: place) }
  }
}
