"""The words: every vocabulary of schema/vokabular/ with ids, labels, help and synonyms.

Comes in: schema/vokabular/*.json. Goes out: {name: Vocabulary}. The one place that knows a label.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from katalog.json_file import read_json
from katalog.paths import VOCABULARIES

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


def _vocabulary(path: Path) -> Vocabulary:
    raw = read_json(path)
    values = {value["const"]: value for value in raw["oneOf"]}
    return Vocabulary(path.stem, raw["title"], raw["description"], values)
