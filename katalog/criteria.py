"""The criteria: what an insats is tried against, and the words of each answer.

Comes in: schema/kriterier.yaml. Goes out: Criteria, or problems like those of a record. The
browser gets the same file (match_file.py): one truth for both.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from katalog.languages import Language
from katalog.paths import SCHEMA
from katalog.problems import BadInput, FieldPath, Problem
from katalog.settings_file import read_settings
from katalog.vocabularies import Vocabulary, load_vocabularies

FILE = SCHEMA / "kriterier.yaml"
DEMAND, WISH, FILTER = "krav", "onskemal", "filter"
CONTEXT = "kriterier"  # in the catalogues
SENTENCES = ("namn", "om", "ja", "nej", "alla", "fraga_text", "okand", "i_ord")
WORDS = ("ruta", "varden")  # {value: words}

Criterion = dict[str, Any]  # one item of `kriterier`


@dataclass(frozen=True)
class Criteria:
    """All criteria by id, in the order of the file, and what the lists can be filtered by."""

    all: dict[str, Criterion]
    filters: tuple[str, ...]
    age_words: dict[str, str]
    no_call: tuple[str, ...]
    personal: tuple[str, ...]  # filters that describe a person

    @property
    def unlisted(self) -> list[Criterion]:
        """The demands that no filter asks about."""
        return [each for each in self.all.values()
                if each["vikt"] == DEMAND and each["id"] not in self.filters]

    @property
    def judged(self) -> list[Criterion]:
        """The criteria that a person is told about: demands and wishes."""
        return [each for each in self.all.values() if each["vikt"] != FILTER]


@cache
def load_criteria(path: Path = FILE) -> Criteria:
    """Return the criteria; raise BadInput with every problem of the file."""
    data, problems = _read(path)
    if problems:
        raise BadInput(problems)
    return Criteria({each["id"]: _with_wider(each) for each in data["kriterier"]},
                    tuple(data["filter"]), data["alder_i_ord"], tuple(data["utan_samtal"]),
                    tuple(data["om_person"]))


def in_language(criteria: Criteria, language: Language) -> Criteria:
    """Return the same criteria with their words in another language."""
    if language.is_source:
        return criteria
    return replace(
        criteria,
        all={name: _translated(each, language) for name, each in criteria.all.items()},
        age_words={kind: language.word(CONTEXT, text) for kind, text in criteria.age_words.items()})


def _translated(criterion: Criterion, language: Language) -> Criterion:
    found = {key: language.word(CONTEXT, criterion[key]) for key in SENTENCES if key in criterion}
    found |= {key: {value: language.word(CONTEXT, text) for value, text in criterion[key].items()}
              for key in WORDS if key in criterion}
    return {**criterion, **found}


def words_to_translate() -> Iterator[tuple[str, str]]:
    """Yield (context, words) of everything in the criteria that is translated."""
    criteria = load_criteria()
    for each in criteria.all.values():
        yield from ((CONTEXT, each[key]) for key in SENTENCES if key in each)
        yield from ((CONTEXT, text) for key in WORDS for text in each.get(key, {}).values())
    yield from ((CONTEXT, text) for text in criteria.age_words.values())


def _with_wider(criterion: Criterion) -> Criterion:
    """Add {value: [wider values]} where the vocabulary has some that belong to others."""
    if "vokabular" not in criterion:
        return criterion
    values = load_vocabularies()[criterion["vokabular"]].values
    wider = {const: _wider(const, values) for const in values if "ingar_i" in values[const]}
    return {**criterion, "vidare": wider} if wider else criterion


def _wider(const: str, values: dict[str, Any]) -> list[str]:
    """Return what a value belongs to, and what that belongs to."""
    found: list[str] = []
    waiting = list(values[const].get("ingar_i", []))
    while waiting:
        each = waiting.pop(0)
        if each not in found:
            found.append(each)
            waiting += values[each].get("ingar_i", [])
    return found


def criteria_problems(path: Path = FILE) -> list[Problem]:
    """Return what is wrong with the file, for `kontrollera`."""
    return _read(path)[1]


def question(criterion: Criterion) -> str:
    """Return what of a person answers a criterion: its own id, unless it names another."""
    return criterion.get("fraga", criterion["id"])


def label(criterion: Criterion, value: str, words: dict[str, Vocabulary] | None = None) -> str:
    """Return a value of a criterion in words, Swedish unless other vocabularies are given."""
    if "varden" in criterion:
        return criterion["varden"][value]
    word = (words or load_vocabularies())[criterion["vokabular"]].values[value]
    return word[criterion.get("etikett", "title")]


def _read(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    return read_settings(path, "kriterier", _rules)


def _rules(data: dict[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    ids = [each["id"] for each in data["kriterier"]]
    for number, each in enumerate(data["kriterier"]):
        path = ("kriterier", number)
        if each["id"] in ids[:number]:
            yield (*path, "id"), f'"{each["id"]}" står redan. Behåll det ena.'
        if "vokabular" in each:
            yield from (((*path, field), message) for field, message in _wordless(each))
        if each.get("fraga", each["id"]) not in ids:
            yield (*path, "fraga"), f'inget kriterium heter "{each["fraga"]}".'
        if each["vikt"] != FILTER:
            yield from (((*path, field), message) for field, message in _silent(each))
    for field in ("filter", "om_person"):
        yield from (((field, number), f'inget kriterium heter "{name}". Välj bland '
                     "kriteriernas id.")
                    for number, name in enumerate(data[field]) if name not in ids)


def _wordless(criterion: Criterion) -> Iterator[tuple[str, str]]:
    """Yield (field, message) when the values have no words."""
    name = criterion["vokabular"]
    if name not in load_vocabularies():
        yield "vokabular", (f'"{name}" finns inte i schema/vokabular. '
                            f"Välj bland: {', '.join(load_vocabularies())}.")
        return
    word = criterion.get("etikett", "title")
    if not all(word in value for value in load_vocabularies()[name].values.values()):
        yield "etikett", (f'alla värden i schema/vokabular/{name}.json har inte "{word}". '
                          "Välj en annan etikett.")


def _silent(criterion: Criterion) -> Iterator[tuple[str, str]]:
    """Yield (field, message) for each answer that there are no words for."""
    if not criterion.get("oppen") and "nej" not in criterion:
        yield "nej", "saknas. Skriv vad svaret blir när något inte stämmer."
    if criterion["slag"] == "spann" and "i_ord" not in criterion:
        yield "i_ord", "saknas. Skriv vad svaret blir när posten bara säger det i löpande text."
