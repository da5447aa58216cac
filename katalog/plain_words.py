"""Officialese, and the plainer words for it.

Comes in: schema/klarsprak.yaml, and a text. Goes out: each hard word of the text with its plainer
one, and what is wrong with the list, told as for a record. A list with errors finds nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from katalog.paths import SCHEMA
from katalog.problems import FieldPath, Problem
from katalog.settings_file import read_settings
from katalog.vocabularies import load_vocabularies

FILE = SCHEMA / "klarsprak.yaml"
QUOTE = re.compile(r'"[^"]*"|[”“][^”]*”|»[^»]*»')  # somebody's own words stay as they are

Data = dict[str, Any]


@dataclass(frozen=True)
class PlainWords:
    """`any` finds any hard word; `plainer` has the pattern of each and its plainer word."""

    any: re.Pattern[str]
    plainer: tuple[tuple[re.Pattern[str], str], ...]

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield (hard word in small letters, plainer word), outside what is quoted."""
        for hard in self.any.findall(QUOTE.sub(" – ", text.lower())):
            yield hard, next(plain for form, plain in self.plainer if form.fullmatch(hard))


@cache
def load_plain_words(path: Path = FILE) -> PlainWords:
    """Return the words; none when the list has errors, which plain_word_problems() tells."""
    data, problems = _read(path)
    return _plain_words([] if problems else data["ordpar"])


def plain_word_problems(path: Path = FILE) -> list[Problem]:
    """Return what is wrong with the list, for `kontrollera`."""
    return _read(path)[1]


def _plain_words(pairs: list[Data]) -> PlainWords:
    forms = ["|".join(map(_form, pair["ord"])) for pair in pairs]
    return PlainWords(
        re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?!\w)" if forms else r"(?!)"),
        tuple((re.compile(form), pair["hellre"]) for form, pair in zip(forms, pairs, strict=True)))


def _form(word: str) -> str:
    """Return the pattern of a word; spaces may be any, a star is any ending."""
    parts = (re.escape(part) for part in word.removesuffix("*").split(" "))
    return r"\s+".join(parts) + (r"\w*" if word.endswith("*") else "")


def _read(path: Path) -> tuple[Data, list[Problem]]:
    return read_settings(path, "klarsprak", _rules)


def _rules(data: Data) -> Iterator[tuple[FieldPath, str]]:
    words, titles = _plain_words(data["ordpar"]), _titles()
    seen: set[str] = set()
    for number, pair in enumerate(data["ordpar"]):
        for place, word in enumerate(pair["ord"]):
            path = ("ordpar", number, "ord", place)
            if word in seen:
                yield path, f'"{word}" står redan i listan. Behåll det ena.'
            seen.add(word)
            for title, name in _explained(word, titles):
                yield path, (f'"{word}" hör till "{title}", som guiden själv förklarar i '
                             f"schema/vokabular/{name}.json. Ta bort det här.")
        for hard, _ in words.find(pair["hellre"]):
            yield ("ordpar", number, "hellre"), (
                f'"{hard}" är självt ett krångligt ord i listan. Välj ett enklare.')


def _titles() -> list[tuple[str, str]]:
    return [(value["title"], name) for name, vocabulary in load_vocabularies().items()
            for value in vocabulary.values.values()]


def _explained(word: str, titles: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield (title, vocabulary) of each value that the word is a part of the name of."""
    alone = _plain_words([{"ord": [word], "hellre": ""}])
    yield from ((title, name) for title, name in titles if any(alone.find(title)))
