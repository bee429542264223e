#!/usr/bin/env python3
"""Make the data that the models of `clean` are learnt from: DATA's own sets, and one more of whole articles.

  make-training-data.py DATA OUT

A page of DATA that carries its article as JSON-LD (`articleBody`) is a page of which the whole article is known, with
what its site puts in between. Such pages go into the set `bodies` once more, with that text as `gold_text` and without the
JSON-LD text, so that nothing is learnt from the answer itself. A text that the page does not show, or that is a small part
of its paragraphs, is left out.
"""
import html, json, os, re, sys

data, out = sys.argv[1:]
BODY = re.compile(rb'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"')


def text(markup):
    markup = re.sub(r"<(script|style)\b.*?</\1>", " ", markup, flags=re.S | re.I)
    return html.unescape(html.unescape(re.sub(r"<[^>]+>", " ", markup)))


def shingles(words, n=4):
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


def body_of(page):
    best = ""
    for match in BODY.finditer(page):
        try:
            found = text(html.unescape(json.loads(b'"' + re.sub(rb"[\n\r\t]", b" ", match[1]) + b'"')))
        except ValueError:
            continue
        best = max(best, found, key=len)
    return best


def is_whole(body, page):
    source = page.decode("utf-8", "replace")
    wanted = re.findall(r"\w+", body)
    paragraphs = re.findall(r"\w+", text(" ".join(re.findall(r"<p\b.*?</p>", source, flags=re.S | re.I))))
    shown = shingles(re.findall(r"\w+", text(source)))
    own = shingles(wanted)
    return len(body) >= 800 and len(own & shown) >= 0.9 * len(own) and 2 * len(wanted) >= len(paragraphs)


os.makedirs(f"{out}/bodies/html", exist_ok=True)
with open(f"{out}/bodies/gold.jsonl", "w", encoding="utf-8") as gold:
    for name in sorted(os.listdir(data)):
        if not os.path.exists(f"{data}/{name}/gold.jsonl"):
            continue
        if not os.path.exists(f"{out}/{name}"):
            os.symlink(os.path.realpath(f"{data}/{name}"), f"{out}/{name}")
        with open(f"{data}/{name}/gold.jsonl", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        for row in rows:
            with open(f"{data}/{name}/{row['html_file']}", "rb") as file:
                page = file.read()
            body = body_of(page)
            if "with" not in row or not body or not is_whole(body, page):
                continue
            with open(f"{out}/bodies/{row['html_file']}", "wb") as file:
                file.write(re.sub(rb'"articleBody"(\s*:)', rb'"-"\1', page))
            record = {"id": "body-" + row["id"], "html_file": row["html_file"], "url": row.get("url"), "gold_text": body}
            gold.write(json.dumps(record, ensure_ascii=False) + "\n")
