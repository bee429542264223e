#!/usr/bin/env python3
"""Make the data that the models of `clean` are learnt from and measured by: DATA's own sets, and two more of whole articles.

  make-training-data.py DATA OUT

The set `whole` is for measuring alone. Of the pages in whole-pages.tsv all lines were read, and it was said which of
them are the article, and of which a reader may think either way (`open`: notes on the author, references, answers in
a forum). The file names lines by their numbers, as `lines` here gives them, and has none of their words. A page
whose lines are not as many as they were is left out, with a warning. The set names pages of another one and has none
of its own, so nothing is learnt from it.

A page of DATA that carries its article as JSON-LD (`articleBody`) is a page of which the whole article is known, with
what its site puts in between. Such pages go into the set `bodies` once more, with that text as `gold_text` and without the
JSON-LD text, so that nothing is learnt from the answer itself. A text that the page does not show, or that is a small part
of its paragraphs, is left out.
"""
import html, json, os, re, sys

data, out = sys.argv[1:]
LABELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "whole-pages.tsv")
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


BLOCKS = set(
    "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend li main menu nav ol optgroup option p "
    "picture pre section select source summary table tbody td textarea tfoot th thead title tr ul video".split())
HIDDEN = re.compile(r"<!--.*?-->|<(script|style|svg|template|noscript|select|textarea)\b.*?</\1\s*>", re.S | re.I)
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>|<![^>]*>|<\?[^>]*>")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


def decoded(page):
    found = CHARSET.search(page[:4096])
    for name in ["utf-8", found and found[1].decode("ascii"), "windows-1252"]:
        try:
            return page.decode(name)
        except (UnicodeDecodeError, LookupError, TypeError):
            pass
    return page.decode("utf-8", "replace")


def lines(page):
    """The text of a page as its markup breaks it into lines, without blank ones."""
    source = re.sub(r"\s+", " ", HIDDEN.sub(" ", decoded(page)))
    broken = TAG.sub(lambda tag: "\n" if (tag[1] or "").lower() in BLOCKS else "", source)
    found = (re.sub(r"\s+", " ", html.unescape(line)).strip() for line in broken.split("\n"))
    # Soft hyphens are no part of a word.
    return [line.replace("\xad", "") for line in found if line]


def labels():
    """For each page its count of lines, the numbers of those that are of the article, and of those left open."""
    with open(LABELS, encoding="utf-8") as rows:
        for row in rows:
            if row.startswith("#") or not row.strip():
                continue
            page, count, article, open_ones = row.rstrip("\n").split("\t")
            yield page, int(count), numbers(article), numbers(open_ones)


def numbers(ranges):
    """`3-5,8` as 3, 4, 5, 8."""
    found = []
    for part in ranges.split(",") if ranges else []:
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def write_whole(rows, name):
    """Adds to the set `whole` the pages of one set of DATA that are labelled."""
    pages = {row["id"]: row for row in rows}
    with open(f"{out}/whole/gold.jsonl", "a", encoding="utf-8") as gold:
        for page, count, article, left_open in labels():
            row = pages.get(page)
            if not row:
                continue
            with open(f"{data}/{name}/{row['html_file']}", "rb") as file:
                found = lines(file.read())
            if len(found) != count:
                print(f"{page}: {len(found)} lines, and {count} when it was labelled: left out", file=sys.stderr)
                continue
            record = {"id": "whole-" + page, "page_of": name, "page": page}
            record["gold_text"] = "\n".join(found[number] for number in article)
            record["open"] = [found[number] for number in left_open]
            gold.write(json.dumps(record, ensure_ascii=False) + "\n")


os.makedirs(f"{out}/whole", exist_ok=True)
open(f"{out}/whole/gold.jsonl", "w").close()
os.makedirs(f"{out}/bodies/html", exist_ok=True)
with open(f"{out}/bodies/gold.jsonl", "w", encoding="utf-8") as gold:
    for name in sorted(os.listdir(data)):
        if not os.path.exists(f"{data}/{name}/gold.jsonl"):
            continue
        if not os.path.exists(f"{out}/{name}"):
            os.symlink(os.path.realpath(f"{data}/{name}"), f"{out}/{name}")
        with open(f"{data}/{name}/gold.jsonl", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        write_whole(rows, name)
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
