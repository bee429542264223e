"""The table of Benchmarks/articles: F1 on each set, pages a second of CPU time."""
import collections, json, os, re, resource, subprocess, sys, tempfile, time

data, work, copydesk = sys.argv[1:]


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def shingles(text, n=4):
    words = re.findall(r"\w+", text.replace("\xad", ""))
    return collections.Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1))) if words else collections.Counter()


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def score(gold, texts):
    precision, recall, tp, fp, fn = [], [], 0, 0, 0
    for page in gold:
        text = texts.get(page["id"]) or ""
        if "gold_text" in page:
            a, b = shingles(page["gold_text"]), shingles(text)
            # What may be kept or not is neither right nor wrong.
            for line in page.get("open", []):
                b -= shingles(line) - a
            both = sum((a & b).values())
            precision.append(both / sum(b.values()) if b else float(not a))
            recall.append(both / sum(a.values()) if a else 1.0)
        else:
            flat = re.sub(r"\s+", " ", text)
            for key in ("with", "without"):
                hits = sum(re.sub(r"\s+", " ", piece) in flat for piece in page[key])
                tp += hits if key == "with" else 0
                fn += len(page[key]) - hits if key == "with" else 0
                fp += hits if key == "without" else 0
    if precision:
        p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    else:
        p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return p, r, f1(p, r)


def trafilatura():
    from trafilatura import extract
    return lambda page: extract(page, include_comments=False) or ""


def readability():
    import lxml.html
    from readability import Document

    def run(page):
        try:
            return lxml.html.fromstring(Document(page.decode("utf-8", "replace")).summary()).text_content()
        except Exception:
            return ""
    return run


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    return lambda page: extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)


def ours(folder):
    """CPU seconds of a whole run, reading and writing included, of one worker."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(
            [copydesk, "run", "clean", folder, "--workers", "1", "-o", out + "/x.jsonl"],
            stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


NEWS = re.compile(rb'"(?:News|Reportage|Opinion|Analysis)\w*Article"')


def file_of(name, row):
    """The page of a row of gold; one of a set that has no pages itself names another set's."""
    if "page_of" not in row:
        return f"{data}/{name}/{row['html_file']}"
    return f"{data}/{row['page_of']}/{files[row['page_of'], row['page']]}"


def predicted(name, favor, gold):
    """The texts that were found, by the ids of the gold."""
    sets = {row.get("page_of", name) for row in gold}
    texts = {(of, row["id"]): row["text"] for of in sets for row in rows(f"{work}/folds/{of}.{favor}.jsonl")}
    return {row["id"]: texts.get((row.get("page_of", name), row.get("page", row["id"]))) for row in gold}


sets = [name for name in sorted(os.listdir(data)) if os.path.exists(f"{data}/{name}/gold.jsonl")]
golds = {name: rows(f"{data}/{name}/gold.jsonl") for name in sets}
files = {(name, row["id"]): row["html_file"] for name in sets for row in golds[name] if "html_file" in row}
for name in sets:
    gold = golds[name]
    pages = {row["id"]: open(file_of(name, row), "rb").read() for row in gold}
    size = sum(map(len, pages.values())) / len(pages)
    print(f"{name}: {len(pages)} pages of {size / 1000:.0f} KB")
    news = [row for row in gold if "page_of" in row and NEWS.search(pages[row["id"]])]
    table, found = [], {}
    for favor in ("balanced", "precision", "recall"):
        has_pages = favor == "balanced" and all("html_file" in row for row in gold)
        seconds = ours(f"{data}/{name}") if has_pages else None
        found[f"clean, favor: {favor}"] = predicted(name, favor, gold)
        table.append((f"clean, favor: {favor}", score(gold, found[f"clean, favor: {favor}"]), seconds))
    table.append(("clean, on all text of the page", score(gold, predicted(name, "text", gold)), None))
    for make in (trafilatura, readability, resiliparse):
        extract = make()
        start = time.process_time()
        found[make.__name__] = {key: extract(page) for key, page in pages.items()}
        table.append((make.__name__, score(gold, found[make.__name__]), time.process_time() - start))
    for label, (p, r, f), seconds in table:
        speed = f"{len(pages) / seconds:8.0f} pages/s" if seconds else ""
        print(f"  {label:32} precision {p:.3f}  recall {r:.3f}  F1 {f:.3f} {speed}")
    if news:
        print(f"{name}, the {len(news)} pages that call themselves news articles")
        for label, texts in found.items():
            p, r, f = score(news, texts)
            print(f"  {label:32} precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}")
