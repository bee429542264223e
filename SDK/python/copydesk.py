"""Stages for Copydesk in Python: a stage is a decorated function. The protocol: Documentation/ExternalStages.md.

    @copydesk.stage(reads=["text"], writes=["metadata"], options=[copydesk.option("limit", 3, "Most words.", min=1)])
    def words(document, options):
        return {"metadata": {"words": document["text"].split()[: options["limit"]]}}

    copydesk.run()

With batch=32 the function gets a list of up to 32 documents and returns as many answers."""
import json
import sys
import traceback

_stages = {}


def option(name, default, help="", type=None, **more):
    """Declares an option; more: min, max, choices."""
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", list: "list of string"}
    kind = type or ("choice" if "choices" in more else kinds[default.__class__])
    return {"name": name, "type": kind, "default": default, "help": help, **more}


def stage(name=None, batch=1, **declaration):
    """Declares a function as a stage; declaration: abstract, reads, writes, rules, labels, options."""
    def register(function):
        abstract = (function.__doc__ or "").strip().split("\n")[0]
        declared = {"name": name or function.__name__, "batch": batch, "abstract": abstract, **declaration}
        _stages[declared["name"]] = (declared, function)
        return function
    return register


def _answers(function, batch, documents, options):
    try:
        found = function(documents, options) if batch > 1 else [function(documents[0], options)]
        return [answer or {} for answer in ([None] * len(documents) if found is None else found)]
    except Exception as error:
        if len(documents) > 1:  # one of them is to blame: each by itself
            return [_answers(function, batch, [document], options)[0] for document in documents]
        traceback.print_exc()
        return [{"error": f"{type(error).__name__}: {error}"}]


def run(lines=None, output=None):
    """Speaks with Copydesk until it has no more documents."""
    lines, output, sys.stdout = lines or sys.stdin.buffer, output or sys.stdout.buffer, sys.stderr  # prints go aside
    for message in map(json.loads, lines):
        if message["kind"] == "hello":
            answer = {"kind": "stages", "protocol": 1, "stages": [declared for declared, _ in _stages.values()]}
        elif message["kind"] == "start":
            (declared, function), options = _stages[message["stage"]], message["options"]
            answer = {"kind": "started"}
        else:
            size, given = declared["batch"], message["documents"]
            parts = (given[start:start + size] for start in range(0, len(given), size))
            found = [one for part in parts for one in _answers(function, size, part, options)]
            answer = {"kind": "answers", "batch": message["batch"], "documents": found}
        output.write(json.dumps(answer).encode() + b"\n")
        output.flush()
