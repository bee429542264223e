import Copydesk
import Foundation

/// A folder with a stage in Python that works as it stands: the stage, its tests, a pipeline that uses it, a sample.
struct PythonScaffold {
  /// The stage's name, `acme.redact`.
  let name: String

  /// The folder that is made.
  var folder: String { name.replacingOccurrences(of: ".", with: "_") }
  private var function: String { name.split(separator: ".").last.map(String.init) ?? name }

  /// Whether the name can be a stage's and a function's.
  var isValid: Bool { StageName(rawValue: name).isValid }

  /// Writes the folder.
  /// - Throws: ``CopydeskError`` where it is there already or cannot be written.
  func write() throws {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw CopydeskError(.cannotWrite, "\"\(folder)\" exists already", help: "choose another name")
    }
    guard let library = ProgramFiles.library,
      let helper = try? String(contentsOfFile: "\(library)/python/copydesk.py", encoding: .utf8)
    else {
      throw CopydeskError(
        .cannotWrite, "the helper copydesk.py is not there", help: "it belongs in share/copydesk/python")
    }
    let files = [
      "stage.py": stage, "test_stage.py": test, "pipeline.yaml": pipeline, "samples/reopening.txt": sample,
      "copydesk.py": helper,
    ]
    do {
      for (file, text) in files { try NewFile.write(text, to: "\(folder)/\(file)") }
    } catch {
      throw CopydeskError.unwritable(folder, error)
    }
  }

  /// What to do next.
  var message: String {
    """
    \(folder)/ is made. Try it:

      cd \(folder)
      python3 -m unittest
      copydesk run pipeline.yaml samples/ --allow-external
      copydesk view out/\(function).jsonl
    """
  }

  private var stage: String {
    """
    \"\"\"A stage for Copydesk. Its text is in its document: change it, and the fields that it says it writes.\"\"\"
    import copydesk


    @copydesk.stage(
        "\(name)",
        reads=["text"],
        writes=["text", "metadata"],
        rules=[{"name": "shouting", "help": "A line in capitals only."}],
        options=[copydesk.option("min_letters", 4, "Fewest letters of a line that counts as shouting.", min=1)],
    )
    def \(function)(document, options):
        \"\"\"Takes out lines that shout, and counts the words of the rest.\"\"\"
        removals = []
        words = 0
        start = 0
        for line in document["text"].splitlines(keepends=True):
            letters = [character for character in line if character.isalpha()]
            if len(letters) >= options["min_letters"] and all(character.isupper() for character in letters):
                # Spans count characters, as Python does; the end is not part of them.
                removals.append({"start": start, "end": start + len(line), "rule": "shouting"})
            else:
                words += len(line.split())
            start += len(line)
        return {"remove": removals, "metadata": {"words": words}}


    if __name__ == "__main__":
        copydesk.run()

    """
  }

  private var test: String {
    """
    import io
    import json
    import unittest

    import copydesk
    import stage


    class StageTest(unittest.TestCase):
        def test_a_line_that_shouts_is_removed(self):
            answer = stage.\(function)({"text": "A quiet line.\\nBUY NOW\\n"}, {"min_letters": 4})
            self.assertEqual(answer["remove"], [{"start": 14, "end": 22, "rule": "shouting"}])
            self.assertEqual(answer["metadata"], {"words": 3})

        def test_the_conversation(self):
            lines = [
                {"kind": "hello", "protocol": 1},
                {"kind": "start", "stage": "\(name)", "options": {"min_letters": 4}},
                {"kind": "batch", "batch": 1, "documents": [{"id": "a", "text": "NO\\nyes"}, {"id": "b", "text": ""}]},
            ]
            output = io.BytesIO()
            copydesk.run([json.dumps(line).encode() for line in lines], output)
            stages, started, answers = [json.loads(line) for line in output.getvalue().splitlines()]
            self.assertEqual(stages["stages"][0]["name"], "\(name)")
            self.assertEqual(started, {"kind": "started"})
            self.assertEqual([one["metadata"]["words"] for one in answers["documents"]], [2, 0])


    if __name__ == "__main__":
        unittest.main()

    """
  }

  private var pipeline: String {
    """
    name: \(function)
    description: Tries the stage \(name).
    stages:
      - external:
          command: [python3, stage.py]
          options: { min_letters: 4 }
        id: \(name)
      - output.jsonl: { path: out/\(function).jsonl }

    """
  }

  private var sample: String {
    """
    The harbour of Lisbon reopened on Monday after a storm had closed it for three days.
    SUBSCRIBE TODAY
    Repairs will cost $3.5 million, the port authority said.

    """
  }
}
