"""The words: every vocabulary of schema/vokabular/ with ids, labels, help and synonyms.

Comes in: schema/vokabular/*.json. Goes out: {name: Vocabulary}, in Swedish or in another
language. The one place that knows a label.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from katalog.json_file import read_json
from katalog.languages import Language
from katalog.paths import VOCABULARIES

# What of a value is read by visitors. Names of places and of organisations stay as they are.
READ = ("title", "description", "rubrik", "kort", "i_tabell", "gor", "sag", "telefon_kalla")
NAMES = {"kommun": READ, "organisation": ("title",)}

Value = dict[str, Any]  # const, title, description, perhaps forkortning, synonymer, kod, typ …


@dataclass(frozen=True)
class Vocabulary:
    """One vocabulary. `values` keeps the order of the file, which is the order shown."""

    name: str
    title: str
    description: str
    values: dict[str, Value]

    def label(self, const: str) -> str:
        """Return what a reader sees for an id."""
        return self.values[const]["title"]


@cache
def load_vocabularies(folder: Path = VOCABULARIES) -> dict[str, Vocabulary]:
    """Return all vocabularies by name; a missing or broken file raises."""
    return {path.stem: _vocabulary(path) for path in sorted(folder.glob("*.json"))}


def homes(organisations: Vocabulary) -> dict[str, Value]:
    """Return the organisation of each kommun, for its switchboard and site."""
    found: dict[str, Value] = {}
    for entry in organisations.values.values():
        if "kommun" in entry:
            found.setdefault(entry["kommun"], entry)
    return found


def in_language(vocabulary: Vocabulary, language: Language) -> Vocabulary:
    """Return the same vocabulary with its words in another language."""
    if language.is_source:
        return vocabulary
    name = vocabulary.name
    values = {const: value | {key: language.word(name, value[key]) for key in _read(name, value)}
              for const, value in vocabulary.values.items()}
    return replace(vocabulary, values=values, title=language.word(name, vocabulary.title),
                   description=language.word(name, vocabulary.description))


def words_to_translate() -> Iterator[tuple[str, str]]:
    """Yield (context, word) of everything in the vocabularies that is translated."""
    for name, vocabulary in load_vocabularies().items():
        yield name, vocabulary.title
        yield name, vocabulary.description
        for value in vocabulary.values.values():
            yield from ((name, value[key]) for key in _read(name, value))


def _read(name: str, value: Value) -> list[str]:
    names = () if value.get("const") == "alla" else NAMES.get(name, ())
    return [key for key in READ if key in value and key not in names]


def _vocabulary(path: Path) -> Vocabulary:
    raw = read_json(path)
    values = {value["const"]: value for value in raw["oneOf"]}
    return Vocabulary(path.stem, raw["title"], raw["description"], values)
