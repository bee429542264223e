import Copydesk

/// The figures of a result for a program: one object of JSON.
struct StatisticsJSON {
  let statistics: RunStatistics

  var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("pipeline", statistics.name)
      json.member("documents", statistics.documents)
      for fate in Ending.Fate.allCases { json.member(fate.rawValue, statistics.count(fate)) }
      list("notes", statistics.notes, &json) { $1.string($0) }
      list("stages", StageFlow(statistics).rows, &json) { row, json in
        json.object { stage(row, &$0) }
      }
      json.name("words")
      json.object { json in
        json.member("total", statistics.lengths.words)
        json.member("longest", statistics.lengths.longest)
        list("classes", statistics.lengths.bins, &json) { bin, json in
          json.object { json in
            json.member("from", bin.range.lowerBound)
            json.member("to", bin.range.upperBound)
            json.member("documents", bin.count)
          }
        }
      }
      list("languages", statistics.languages.top(100), &json) { item($0, "documents", &$1) }
      list("names", statistics.orderedLabels, &json) { label, json in
        json.object { json in
          json.member("label", label.label)
          json.member("mentions", label.items.total)
          json.member("excess", label.items.excess)
          list("top", label.items.top(50), &json) { item($0, "mentions", &$1) }
        }
      }
      json.member("copies", statistics.copyCount)
      json.member("copies_excess", statistics.copyExcess)
      list("clusters", statistics.clusters(50), &json) { cluster, json in
        json.object { json in
          json.member("id", cluster.kept)
          json.member("copies", cluster.copies)
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func stage(_ row: StageFlow.Row, _ json: inout JSONWriter) {
    json.member("id", row.id)
    json.member("entered", row.entered)
    json.member("dropped", row.dropped)
    json.member("duplicates", row.duplicates)
    json.member("failed", row.failed)
    json.member("bytes_removed", row.bytes)
    list("rules", row.rules, &json) { rule, json in
      json.object { json in
        json.member("action", rule.key.action)
        json.member("rule", rule.key.rule)
        json.member("field", rule.key.field)
        json.member("documents", rule.documents)
        json.member("times", rule.decisions)
        json.member("bytes_removed", rule.bytes)
      }
    }
  }

  private func item(_ item: FrequentItems.Item, _ unit: String, _ json: inout JSONWriter) {
    json.object { json in
      json.member("name", item.name)
      json.member(unit, item.count)
    }
  }

  private func list<Element>(
    _ name: String, _ elements: [Element], _ json: inout JSONWriter,
    _ write: (Element, inout JSONWriter) -> Void
  ) {
    json.name(name)
    json.array { json in for element in elements { write(element, &json) } }
  }
}
