import Copydesk
import PipelineRunner

/// The state of a run in Prometheus' text format, version 0.0.4.
struct MetricsText {
  var pipeline: String
  var counts: RunCounts
  var bytes: Int
  var batches: Int
  var workers: Int
  var seconds: Double
  var timings: [StageTiming]
  /// 1 while it runs, 0 when it is done.
  var isRunning: Bool
  /// Of a watch: how it stands.
  var watch: WatchStatus?

  var text: String {
    var out = ""
    family("copydesk_run_info", "gauge", "The pipeline that runs.", &out) { out in
      out += "copydesk_run_info{pipeline=\"\(Self.escaped(pipeline))\",version=\"\(Version.number)\"} 1\n"
    }
    family("copydesk_running", "gauge", "Whether the run is still going.", &out) { out in
      out += "copydesk_running \(isRunning ? 1 : 0)\n"
    }
    family("copydesk_elapsed_seconds", "gauge", "Seconds since the run began.", &out) { out in
      out += "copydesk_elapsed_seconds \(Self.digits(seconds))\n"
    }
    if let watch { write(watch, to: &out) }
    family("copydesk_workers", "gauge", "Threads that work on documents.", &out) { out in
      out += "copydesk_workers \(workers)\n"
    }
    family("copydesk_batches_in_flight", "gauge", "Batches between the source and the last gate.", &out) {
      out in
      out += "copydesk_batches_in_flight \(batches)\n"
    }
    family("copydesk_read_bytes_total", "counter", "Bytes of input that have been dealt with.", &out) { out in
      out += "copydesk_read_bytes_total \(bytes)\n"
    }
    family("copydesk_read_documents_total", "counter", "Documents that have come to an end.", &out) { out in
      out += "copydesk_read_documents_total \(counts.read)\n"
    }
    family(
      "copydesk_documents_total", "counter", "Documents by the stage at which they ended, and how.", &out
    ) { out in
      func sample(_ stage: String, _ outcome: String, _ count: Int) {
        out += "copydesk_documents_total{stage=\"\(Self.escaped(stage))\",outcome=\"\(outcome)\"} \(count)\n"
      }
      sample("output", "kept", counts.written)
      // All stages from the beginning, so that no series appears late: a rate from nothing cannot be told.
      let ids = unique(
        timings.map(\.id) + counts.rejectedByStage.keys.sorted() + counts.failedByStage.keys.sorted())
      for id in ids {
        let rejections = counts.rejectedByStage[id]
        sample(id, "dropped", rejections?.dropped ?? 0)
        sample(id, "duplicate", rejections?.duplicates ?? 0)
        sample(id, "failed", counts.failedByStage[id] ?? 0)
      }
    }
    family("copydesk_stage_documents_total", "counter", "Documents that came to a stage.", &out) { out in
      for timing in summed {
        out += "copydesk_stage_documents_total{stage=\"\(Self.escaped(timing.id))\"} \(timing.documents)\n"
      }
    }
    family("copydesk_stage_seconds_total", "counter", "Seconds that threads spent in a stage.", &out) { out in
      for timing in summed {
        out +=
          "copydesk_stage_seconds_total{stage=\"\(Self.escaped(timing.id))\"} \(Self.digits(timing.seconds))\n"
      }
    }
    return out
  }

  private func write(_ watch: WatchStatus, to out: inout String) {
    func one(_ name: String, _ kind: String, _ help: String, _ value: String) {
      family(name, kind, help, &out) { $0 += "\(name) \(value)\n" }
    }
    one("copydesk_watch_files_total", "counter", "Files that the watch has read.", "\(watch.files)")
    one(
      "copydesk_watch_looks_total", "counter", "Looks that found new files, since it was started.",
      "\(watch.looks)")
    one("copydesk_watch_waiting_files", "gauge", "Files that are not complete yet.", "\(watch.waiting)")
    one(
      "copydesk_watch_last_listing_timestamp_seconds", "gauge",
      "When the folders were listed last: the sign of life.", Self.digits(watch.listed))
  }

  /// One timing for each id.
  private var summed: [StageTiming] {
    unique(timings.map(\.id)).map { id in
      timings.filter { $0.id == id }.reduce(into: StageTiming(id: id, seconds: 0, documents: 0)) {
        $0.seconds += $1.seconds
        $0.documents += $1.documents
      }
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }

  private func family(
    _ name: String, _ kind: String, _ help: String, _ out: inout String, _ samples: (inout String) -> Void
  ) {
    out += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    samples(&out)
  }

  private static func digits(_ value: Double) -> String { String((value * 1e6).rounded() / 1e6) }

  /// A label's value: backslash, quote and line end have an escape.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case "\n", "\r\n": out += "\\n"
      default: out.append(character)
      }
    }
  }
}
