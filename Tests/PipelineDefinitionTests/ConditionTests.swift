import Copydesk
import PipelineDefinition
import Testing

@Suite struct ConditionTests {
  private static func document() -> Document {
    var document = Document("Rain fell on Bergen all week.")
    document.title = "Rain in Bergen"
    document.section = "Weather"
    document.language = "en"
    document.published = PublicationDate(iso8601: "2018-05-10T10:00:30Z")
    document.metadata["score"] = .number("0.75")
    document.metadata["tags"] = .array(["wet", "north"])
    document.metadata["checked"] = true
    document.metadata["url"] = .null
    document.metadata["teaser"] = " "
    document.metadata["links"] = .array([""])
    document.metadata["number"] = .number("7")
    document.metadata["views"] = "1,200"
    document.metadata["share"] = "50%"
    document.metadata["version"] = "1,200.5,3"
    document.metadata["updated"] = "2024-05-01"
    document.metadata["modified"] = "2018-05-10T10:00:00Z"
    document.metadata["written"] = "May 10, 2018"
    document.metadata["meta"] = .object([.init("site", .object([.init("name", "Bergen Post")]))])
    document.setEntities([Entity(Span(13, 19), .place)])
    return document
  }

  private func holds(_ condition: String) throws -> Bool {
    let yaml = "stages: [{ clean: , when: \(condition) }, output.jsonl]"
    let reading = DefinitionReader(catalog: try TestPlugin.catalog()).read(yaml, file: "p.yaml")
    let step = try #require(reading.definition?.steps.first, "\(reading.diagnostics)")
    return try #require(step.condition).holds(for: Self.document())
  }

  @Test(
    arguments: [
      "{ words: { at_least: 6 } }", "{ words: { at_least: 6, at_most: 6 } }", "{ language: [de, en] }",
      "{ has: [title, section, score, published] }", "{ label: PLACE }", "{ format: text }",
      "{ field: { section: Weather } }", "{ field: { section: [Sport, Weather] } }",
      "{ field: { score: 0.750 } }", "{ field: { score: { at_least: 0.7, at_most: 1 } } }",
      "{ field: { title: { contains: BERGEN } } }", "{ field: { tags: north } }",
      "{ field: { checked: true } }",
      "{ field: { published: { at_least: \"2018-05-01\", at_most: \"2018-06-01\" } } }",
      "{ any: [{ language: de }, { label: PLACE }] }", "{ not: { language: de } }",
      "{ all: [{ language: en }, { has: title }] }", "{ language: en, label: PLACE }", "{ language: [EN] }",
      "{ field: { published: { at_most: 2018 } } }", "{ field: { published: { at_most: 2018-05-10 } } }",
      "{ field: { published: [2018-04, 2018-05] } }", "{ field: { published: { at_least: 2018 } } }",
      "{ field: { text: { contains: bergen all } } }", "{ field: { entities: Bergen } }",
      "{ field: { metadata.score: { at_least: 0.7 } } }", "{ has: [tags, checked] }",
      "{ field: { published: { at_least: 2018 } } }",
      "{ field: { published: { at_least: \"2018-05-10T12:00+02:00\", at_most: \"2018-05-10T12:00+02:00\" } } }",
      "{ field: { published: { at_most: \"2018-05-10T10:00Z\", at_least: \"2018-05-10T10:00:30Z\" } } }",
      "{ field: { views: { at_least: 300, at_most: 1200 } } }", "{ field: { views: 1200 } }",
      "{ field: { updated: { at_least: 2024 } } }", "{ field: { updated: { at_most: 2025 } } }",
      "{ field: { updated: { at_most: 2024 } } }", "{ field: { modified: { at_most: 2018 } } }",
      "{ field: { modified: { at_least: 2018-05-10, at_most: 2018-05-10 } } }",
      "{ field: { modified: { at_least: \"2018-05-10T11:00+02:00\" } } }",
      "{ field: { meta.site.name: Bergen Post } }", "{ has: metadata.meta.site }",
    ])
  func itHolds(_ condition: String) throws { #expect(try holds(condition)) }

  @Test(
    arguments: [
      "{ words: { at_least: 7 } }", "{ words: { at_most: 5 } }", "{ language: de }",
      "{ has: [title, byline] }",
      "{ label: PERSON }", "{ format: html }", "{ field: { section: weather } }", "{ field: { missing: x } }",
      "{ field: { score: { at_least: 0.8 } } }", "{ field: { score: { at_least: 0.7, contains: x } } }",
      "{ field: { tags: [south, wets] } }", "{ field: { published: { at_most: \"2018-05-09\" } } }",
      "{ any: [{ language: de }, { label: PERSON }] }", "{ not: { language: en } }",
      "{ language: en, label: PERSON }", "{ field: { published: { at_most: 2017 } } }",
      "{ field: { published: 2018-06 } }", "{ field: { published: { at_least: 2018-05-11 } } }",
      "{ has: url }", "{ has: teaser }", "{ has: metadata.links }",
      "{ field: { checked: { at_least: 10 } } }",
      "{ field: { section: { at_least: 10 } } }", "{ field: { score: { at_least: low } } }",
      "{ field: { published: { at_least: \"2018-05-10T10:01+00:00\" } } }",
      "{ field: { published: { at_most: \"2018-05-10T11:59+02:00\" } } }",
      "{ field: { version: { at_least: 1 } } }", "{ field: { views: { at_most: 300 } } }",
      "{ field: { share: { at_least: 10 } } }",
      "{ field: { share: { at_most: 90 } } }", "{ field: { updated: { at_least: 2025 } } }",
      "{ field: { modified: { at_most: 2017 } } }", "{ field: { modified: { at_least: 2018-05-11 } } }",
      "{ field: { written: { at_least: 2018-05-10 } } }", "{ field: { written: { at_most: 2019 } } }",
      "{ field: { meta.site: x } }", "{ has: meta.site.missing }", "{ has: title.missing }",
      "{ field: { summary: { contains: a } } }", "{ field: { metadata.missing: x } }", "{ language: en-GB }",
    ])
  func itDoesNotHold(_ condition: String) throws { #expect(try !holds(condition)) }
}
