"""A stage that does with a document what its text asks for. Without the helper: it must be able to break the protocol."""
import json
import os
import subprocess
import sys
import time


def write(value):
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def answer(document, options):
    text = document["text"]
    word = text.split(" ")[0]
    if word == "crash":
        sys.stderr.write("about to crash\n")
        sys.stderr.flush()
        os._exit(3)
    if word == "crash_once":
        mark = os.path.join(os.getcwd(), "crashed")
        if not os.path.exists(mark):
            open(mark, "w").close()
            os._exit(3)
    if word == "hang":
        time.sleep(600)
    if word == "garbage":
        sys.stdout.write("Traceback: this is not JSON\n")
        sys.stdout.flush()
    if word == "close":
        os.close(1)
        time.sleep(600)
    if word == "slow":
        time.sleep(0.02)
    if word == "spawn":
        subprocess.Popen(["sleep", "431"])
    if word == "memory":
        return {"metadata": {"bytes": len(bytearray(1 << 32))}}
    if word == "burn":
        while True:
            pass
    if word == "error":
        return {"error": "told to fail"}
    if word == "outside":
        return {"remove": [{"start": 0, "end": 1_000_000, "rule": "x"}]}
    if word == "misspelt":
        return {"titel": "x"}
    if word == "environment":
        return {"metadata": {"names": sorted(os.environ), "folder": os.getcwd()}}
    return {"title": text.upper()[:200], "metadata": {"length": len(text)}}


def main():
    mode = sys.argv[1] if len(sys.argv) > 1 else ""
    for line in sys.stdin:
        message = json.loads(line)
        if message["kind"] == "hello":
            if mode == "silent":
                time.sleep(600)
            if mode == "old":
                write({"kind": "stages", "protocol": 99, "stages": [{"name": "faulty"}]})
                continue
            stage = {
                "name": "faulty", "abstract": "Does what the text asks for.", "reads": ["text"],
                "writes": ["title", "metadata", "text"], "batch": int(mode) if mode.isdigit() else 1,
                "options": [
                    {"name": "limit", "type": "integer", "default": 3, "min": 1, "max": 9, "help": "A number."},
                    {"name": "way", "type": "choice", "choices": ["up", "down"], "default": "up", "help": "A way."},
                ],
            }
            write({"kind": "stages", "protocol": 1, "stages": [stage, {"name": "other"}] if mode == "two" else [stage]})
        elif message["kind"] == "start":
            if message["options"].get("limit") == 7:
                write({"kind": "refused", "message": "seven is not liked", "option": "limit"})
            else:
                write({"kind": "started"})
            if mode == "dies":
                os._exit(5)
        else:
            if mode == "streams":
                # Answers in small pieces while there is much more to be read.
                out = json.dumps({
                    "kind": "answers", "batch": message["batch"],
                    "documents": [answer(one, {}) for one in message["documents"]]}) + "\n"
                for start in range(0, len(out), 1000):
                    sys.stdout.write(out[start:start + 1000])
                    sys.stdout.flush()
                continue
            write({
                "kind": "answers", "batch": message["batch"],
                "documents": [answer(one, message) for one in message["documents"]]})


main()
