import Copydesk

/// A digest as JSON, for programs.
struct DigestRecord {
  let bytes: [UInt8]

  init(_ digest: Digest, title: String) {
    var json = JSONWriter()
    json.object { json in
      json.member("title", title)
      json.name("sections")
      json.array { json in for section in digest.sections { Self.write(section, digest, to: &json) } }
      json.name("names")
      json.array { json in
        for mention in digest.mentions.flatMap(\.names) {
          json.object { json in
            json.member("label", mention.name.label)
            json.member("text", mention.name.text)
            json.member("documents", mention.documents)
          }
        }
      }
      json.name("sources")
      json.array { json in
        for entry in digest.entries {
          json.object { json in
            json.member("id", entry.id)
            json.member("path", entry.path)
            json.member("title", entry.title)
            json.member("published", entry.published)
          }
        }
      }
    }
    json.endLine()
    bytes = json.bytes
  }

  private static func write(_ section: Digest.Section, _ digest: Digest, to json: inout JSONWriter) {
    json.object { json in
      json.member("title", section.title)
      json.name("documents")
      json.array { json in for source in section.sources { json.string(digest.entries[source].id.utf8) } }
      json.name("sentences")
      json.array { json in
        for line in section.lines {
          json.object { json in
            json.member("text", line.sentence.text)
            json.member("document", digest.entries[line.source].id)
            json.member("path", digest.entries[line.source].path)
            json.member("start", line.sentence.source.start)
            json.member("end", line.sentence.source.end)
          }
        }
      }
    }
  }
}
