"""A program: build a guide in which every text carries payloads, with all checks passed by.

    python -m tests.nyttolast.smittat FOLDER TURN LANGUAGES [--utgivare]

Comes in: the payloads. Goes out: the site in FOLDER. A process of its own, since what the guide
reads once (words, languages, statement) is poisoned in place. Two records carry each payload in
all their texts; every other text carries a bunch of payloads, others in every turn. Nothing is
checked on the way, so what the pages show is what the outputs alone make of it.
"""

import sys
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from katalog import prose
from katalog.accessibility import load_statement
from katalog.build import run_pelican
from katalog.catalog import make_catalogs
from katalog.criteria import SENTENCES, WORDS, load_criteria
from katalog.languages import SOURCE, load_languages
from katalog.publisher import Publisher, load_publisher
from katalog.records import Record
from katalog.textfile import odd_characters
from katalog.thesaurus import load_thesaurus
from katalog.vocabularies import load_vocabularies
from tests.nyttolast import falt
from tests.nyttolast.laster import TEXTS, marked

BUNCH = 5
TURNS = len(TEXTS) // BUNCH
ADDRESS = "https://guide.provinsats.se"
ISSUES = "https://github.com/prov/guide/issues"
# What Python or a script fills in: a brace or a percent sign there is a mistake, refused as such.
FILLED = [number for number, text in enumerate(TEXTS) if not set(text) & set("{}%")]
# In Markdown some signs mean something; only what does not is to come out as it went in. Odd signs
# on a page are refused before anything is built (tests/test_prose.py).
MARKDOWN = set("\\`*_[]&\u0000\n\r")
AS_WRITTEN = [number for number, text in enumerate(TEXTS)
              if not set(text) & MARKDOWN and not odd_characters(text)]


class Bunches:
    """Hands out payloads, a few at a time, so that neighbours get different ones."""

    def __init__(self, turn: int):
        self.place = count(turn)

    def text(self, field: str, among: list[int] | None = None) -> str:
        """Return some payloads, each with its sign."""
        among, start = among or list(range(len(TEXTS))), next(self.place) * BUNCH
        return " ".join(marked(among[(start + step) % len(among)], falt.NUMBER[field])
                        for step in range(BUNCH))


def poison_words(turn: int) -> None:
    """Poison the vocabularies, each property with a count of its own."""
    shown = [path[2] for path in falt.texts("vokabular") if path[0] == "oneOf"]
    for vocabulary in load_vocabularies().values():
        bunches = {key: Bunches(turn) for key in shown}
        for value in vocabulary.values.values():
            for key in set(value) & set(shown) - {"telefon", "ingar_i"}:
                text = bunches[key].text(f"vokabular/oneOf.[].{key}" + (
                    ".[]" if isinstance(value[key], list) else ""))
                value[key] = [text] if isinstance(value[key], list) else text
        for key in ("title", "description"):
            object.__setattr__(vocabulary, key, Bunches(turn).text(f"vokabular/{key}"))


def poison_statement(turn: int) -> None:
    """Poison the accessibility statement."""
    data = load_statement().data
    for path in falt.texts("tillganglighet"):
        falt.put(data, path, lambda _, path=path: Bunches(turn).text(
            falt.dotted("tillganglighet", path)))


def poison_criteria(turn: int) -> None:
    """Poison the criteria: names, and the sentences of every answer."""
    for place, each in enumerate(load_criteria().all.values(), start=turn):
        for key in SENTENCES:
            if key in each:
                each[key] += " " + Bunches(place).text(f"kriterier/kriterier.[].{key}", FILLED)
        for key in WORDS:
            for inner in each.get(key, {}):
                name = f"{key}.{inner}" if key == "ruta" else f"{key}.*"
                each[key][inner] = Bunches(place).text(f"kriterier/kriterier.[].{name}", FILLED)


def poison_answers(turn: int) -> None:
    """Poison the curated answers of the search."""
    for place, answer in enumerate(load_thesaurus().answers, start=turn):
        for key in ("text", "fraga"):
            answer[key] = Bunches(place).text(f"ordlista/svar.[].{key}")
        for choice in answer["val"]:
            choice["text"] = Bunches(place).text("ordlista/svar.[].val.[].text")


def poison_catalogues(turn: int) -> None:
    """Poison every translation of a text without tags, as a translator could write it."""
    for language in load_languages().values():
        told, bunches = getattr(language.texts, "_catalog", {}), Bunches(turn)
        for key in told:
            source = key[0] if isinstance(key, tuple) else key
            if source and "\x04" not in source and "<" not in source:
                told[key] += " " + bunches.text("po/mallar", FILLED)
        for key, text in language.scripts.items():
            add = " " + bunches.text("po/skript", FILLED)
            language.scripts[key] = ({form: each + add for form, each in text.items()}
                                     if isinstance(text, dict) else text + add)


def poison_prose(folder: Path, turn: int) -> None:
    """Write a prose page: what HTML it holds is to be shown as text."""
    text = partial(Bunches(turn).text, among=AS_WRITTEN)
    (folder / "sidor").mkdir(parents=True)
    (folder / "sidor" / "om.md").write_text(
        f"title: {text('sidor/title')}\nslug: om\nbeskrivning: {text('sidor/beskrivning')}\n\n"
        + "\n\n".join(f"Se {marked(number, falt.NUMBER['sidor/text'])}" for number in AS_WRITTEN),
        encoding="utf-8", newline="\n")
    prose.FOLDER = folder / "sidor"


def records() -> Iterator[Record]:
    """Yield two records a payload."""
    for payload in range(len(TEXTS)):
        for variant in "ab":
            data = falt.poisoned(payload, variant)
            yield Record(data["id"], data, f"{data['id']}.yaml")


def publisher(turn: int, real: bool) -> Publisher:
    """Return a publisher: none, or one whose every text is poisoned."""
    def text(key: str) -> str:
        return Bunches(turn).text(f"utgivare/{key}")

    if not real:
        return Publisher(text("webbplats"), colours=load_publisher().colours)
    return Publisher(text("webbplats"), text("namn"), f"{text('epost')}@provinsats.se", ADDRESS,
                     "222000-0000", f"{text('rapportadress')}@provinsats.se", 5, ISSUES,
                     load_publisher().colours)


def main(folder: Path, turn: int, languages: list[str], real: bool) -> None:
    """Poison everything, then build."""
    own: Any = publisher(turn, real)
    poison_words(turn)
    poison_statement(turn)
    poison_criteria(turn)
    poison_answers(turn)
    poison_catalogues(turn)
    poison_prose(folder.with_name("content"), turn)
    catalogs = make_catalogs(records(), languages)
    run_pelican(folder, ADDRESS if real else None, KATALOGER=catalogs, INSATSER=str(folder),
                UTGIVARE=own, SITENAME=own.site, PATH=str(folder.with_name("content")),
                STATIC_PATHS=[])
    assert set(catalogs) == {SOURCE, *languages}


if __name__ == "__main__":
    place, number, names, *rest = sys.argv[1:]
    main(Path(place), int(number), [name for name in names.split(",") if name], bool(rest))
