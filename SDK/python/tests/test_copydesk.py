"""Tests of the helper: python3 -m unittest discover SDK/python/tests."""
import io
import json
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import copydesk


def talk(*messages):
    copydesk_output = io.BytesIO()
    before = sys.stdout
    try:
        copydesk.run([json.dumps(message).encode() + b"\n" for message in messages], copydesk_output)
    finally:
        sys.stdout = before
    return [json.loads(line) for line in copydesk_output.getvalue().splitlines()]


def start(stage, **options):
    return {"kind": "start", "stage": stage, "options": options}


def batch(number, *texts):
    documents = [{"id": str(index), "text": text} for index, text in enumerate(texts)]
    return {"kind": "batch", "batch": number, "documents": documents}


class HelperTest(unittest.TestCase):
    def setUp(self):
        copydesk._stages.clear()
        self.errors, sys.stderr = sys.stderr, io.StringIO()

    def tearDown(self):
        sys.stderr = self.errors

    def test_a_function_declares_itself(self):
        @copydesk.stage("acme.shout", reads=["text"], writes=["text"], options=[copydesk.option("mark", "!", "At the end.")])
        def shout(document, options):
            """Writes in capitals.

            More."""

        (answer,) = talk({"kind": "hello", "protocol": 1})
        self.assertEqual(answer["protocol"], 1)
        self.assertEqual(answer["stages"], [{
            "name": "acme.shout", "batch": 1, "abstract": "Writes in capitals.", "reads": ["text"], "writes": ["text"],
            "options": [{"name": "mark", "type": "string", "default": "!", "help": "At the end."}]}])

    def test_types_of_options_follow_their_defaults(self):
        types = [copydesk.option("x", value)["type"] for value in (True, 1, 1.5, "a", ["a"])]
        self.assertEqual(types, ["boolean", "integer", "number", "string", "list of string"])
        self.assertEqual(copydesk.option("x", "a", choices=["a", "b"])["type"], "choice")
        self.assertEqual(copydesk.option("x", None, type="integer")["type"], "integer")

    def test_each_document_is_answered_in_order(self):
        copydesk.stage("up")(lambda document, options: {"title": document["text"].upper()})
        answers = talk(start("up"), batch(1, "a", "b"), batch(2, "c"))[1:]
        self.assertEqual([answer["batch"] for answer in answers], [1, 2])
        self.assertEqual([one["title"] for answer in answers for one in answer["documents"]], ["A", "B", "C"])

    def test_an_exception_is_an_error_of_its_document(self):
        copydesk.stage("part")(lambda document, options: {"title": str(1 / len(document["text"]))})
        answers = talk(start("part"), batch(1, "a", "", "b"))[1]["documents"]
        self.assertEqual(answers, [{"title": "1.0"}, {"error": "ZeroDivisionError: division by zero"}, {"title": "1.0"}])
        self.assertIn("Traceback", sys.stderr.getvalue())

    def test_nothing_returned_is_no_change(self):
        copydesk.stage("look")(lambda document, options: None)
        self.assertEqual(talk(start("look"), batch(1, "a"))[1]["documents"], [{}])

    def test_batches_are_no_larger_than_wanted(self):
        sizes = []

        @copydesk.stage("many", batch=2)
        def many(documents, options):
            sizes.append(len(documents))
            return [{"title": document["text"]} for document in documents]

        answers = talk(start("many"), batch(1, "a", "b", "c", "d", "e"))[1]["documents"]
        self.assertEqual(sizes, [2, 2, 1])
        self.assertEqual([one["title"] for one in answers], list("abcde"))

    def test_nothing_for_one_document_of_a_batch_or_for_all_is_no_change(self):
        copydesk.stage("some", batch=4)(
            lambda documents, options: [{"title": "x"} if document["text"] == "a" else None for document in documents])
        self.assertEqual(talk(start("some"), batch(1, "a", "b"))[1]["documents"], [{"title": "x"}, {}])
        copydesk.stage("none", batch=4)(lambda documents, options: None)
        self.assertEqual(talk(start("none"), batch(1, "a", "b"))[1]["documents"], [{}, {}])

    def test_a_generator_that_fails_is_to_blame_for_its_document(self):
        @copydesk.stage("lazy", batch=4)
        def lazy(documents, options):
            for document in documents:
                yield {"title": str(1 / len(document["text"]))}

        answers = talk(start("lazy"), batch(1, "a", ""))[1]["documents"]
        self.assertEqual([sorted(one) for one in answers], [["title"], ["error"]])

    def test_in_a_batch_only_the_document_to_blame_fails(self):
        @copydesk.stage("many", batch=10)
        def many(documents, options):
            return [{"title": str(1 / len(document["text"]))} for document in documents]

        answers = talk(start("many"), batch(1, "a", "", "b"))[1]["documents"]
        self.assertEqual([sorted(one) for one in answers], [["title"], ["error"], ["title"]])

    def test_a_print_does_not_end_up_among_the_answers(self):
        copydesk.stage("noisy")(lambda document, options: print("noise"))
        self.assertEqual(len(talk(start("noisy"), batch(1, "a"))), 2)
        self.assertEqual(sys.stderr.getvalue(), "noise\n")


if __name__ == "__main__":
    unittest.main()
