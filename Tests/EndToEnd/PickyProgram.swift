extension Copydesk {
  /// Writes a program for `external` that fails on some documents, without the helper for Python.
  /// - Parameters:
  ///   - condition: what fails, as Python says it of the document `one`.
  ///   - file: where it is written.
  func writePickyProgram(failingWhere condition: String, to file: String = "picky.py") throws {
    try write(
      """
      import json, os, sys
      for line in sys.stdin:
          message = json.loads(line)
          if message["kind"] == "hello":
              stage = {"name": "picky", "abstract": "Fails.", "reads": ["text"], "writes": ["metadata"], "batch": 4}
              answer = {"kind": "stages", "protocol": 1, "stages": [stage]}
          elif message["kind"] == "start":
              answer = {"kind": "started"}
          else:
              documents = [{"error": "no"} if \(condition) else {} for one in message["documents"]]
              answer = {"kind": "answers", "batch": message["batch"], "documents": documents}
          print(json.dumps(answer), flush=True)
      """, to: file)
  }
}
