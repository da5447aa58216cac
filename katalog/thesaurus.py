"""The editors' words: what people type, and which values of the vocabularies they mean.

Comes in: schema/ordlista.yaml and the vocabularies. Goes out: Thesaurus, or problems like those
of a record (a word with two homes, a target that does not exist).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from katalog.catalog import LISTINGS
from katalog.fold import fold
from katalog.languages import Language
from katalog.paths import SCHEMA
from katalog.problems import BadInput, FieldPath, Problem
from katalog.settings_file import read_settings
from katalog.vocabularies import load_vocabularies

WORDS = SCHEMA / "ordlista.yaml"
CONTEXT = "ordlista"  # in the catalogues
FULL, HALF = 2, 1  # weights of `betyder` and `ocksa`

Target = tuple[str, str]  # (listing slug, value): ("malgrupp", "uvas")


@dataclass(frozen=True)
class Thesaurus:
    """`phrases` gives the targets and weights of each folded word or phrase, `written` how the
    editors write it."""

    phrases: dict[str, dict[Target, int]]
    written: dict[str, str]
    stop_words: frozenset[str]
    distress: tuple[str, ...]
    answers: tuple[dict[str, Any], ...]


@cache
def load_thesaurus(path: Path = WORDS) -> Thesaurus:
    """Return the thesaurus; raise BadInput with every problem of the word list."""
    data, problems = _read(path)
    if problems:
        raise BadInput(problems)
    stop_words = f"{data['stoppord']} {data['sprak_stoppord']}".split()
    return Thesaurus(
        _phrases(data),
        _written(data),
        frozenset(fold(word) for word in stop_words),
        tuple(fold(word) for word in data["nodord"]),
        tuple(data["svar"]),
    )


def answers_in(language: Language) -> list[dict[str, Any]]:
    """Return the curated answers, their words in another language."""
    def said(text: str) -> str:
        return language.word(CONTEXT, text)

    return [{**answer, "text": said(answer["text"]), "fraga": said(answer["fraga"]),
             "val": [{**choice, "text": said(choice["text"])} for choice in answer["val"]]}
            for answer in load_thesaurus().answers]


def words_to_translate() -> Iterator[tuple[str, str]]:
    """Yield (context, text) of what the curated answers say."""
    for answer in load_thesaurus().answers:
        yield from ((CONTEXT, answer[key]) for key in ("text", "fraga"))
        yield from ((CONTEXT, choice["text"]) for choice in answer["val"])


def word_list_problems(path: Path = WORDS) -> list[Problem]:
    """Return what is wrong with the word list, for `kontrollera`."""
    return _read(path)[1]


def _phrases(data: dict[str, Any]) -> dict[str, dict[Target, int]]:
    phrases: dict[str, dict[Target, int]] = defaultdict(dict)
    for target, words in vocabulary_words().items():
        for word in words:
            phrases[fold(word)][target] = FULL
    for entry in data["vardagsord"]:
        for field, weight in (("betyder", FULL), ("ocksa", HALF)):
            for target, word in product(entry.get(field, []), entry["ord"]):
                phrases[fold(word)][_target(target)] = weight
    for meanings in phrases.values():
        _widen(meanings, data["vidare"])
    return dict(phrases)


def _written(data: dict[str, Any]) -> dict[str, str]:
    words = [word for own in vocabulary_words().values() for word in own]
    words += [word for entry in data["vardagsord"] for word in entry["ord"]]
    return {fold(word): word.lower() for word in reversed(words)}


def _widen(meanings: dict[Target, int], wider: dict[str, list[str]]) -> None:
    for target in list(meanings):
        for text in wider.get("/".join(target), []):
            meanings.setdefault(_target(text), HALF)


def vocabulary_words() -> dict[Target, list[str]]:
    """Return the label, abbreviation and synonyms of every value that has a listing."""
    return {target: [value["title"], *filter(None, [value.get("forkortning")]), *_own(value)]
            for target, value in _values()}


def synonyms() -> dict[Target, list[str]]:
    """Return only the synonyms and search words of every value that has a listing."""
    return {target: _own(value) for target, value in _values()}


def _values() -> Iterator[tuple[Target, dict[str, Any]]]:
    for listing in LISTINGS:
        for const, value in load_vocabularies()[listing.vocabulary].values.items():
            yield (listing.slug, const), value


def _own(value: dict[str, Any]) -> list[str]:
    return [*value.get("synonymer", []), *value.get("sokord", [])]


def _read(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    return read_settings(path, "ordlista", _rules)


def _rules(data: dict[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    yield from _meanings(data)
    yield from _targets(data)


def _meanings(data: dict[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    """Each everyday word has one home."""
    homes = {fold(word): target for target, own in synonyms().items() for word in own}
    stop_words = {fold(word) for word in data["stoppord"].split()}
    first: dict[str, int] = {}
    for number, entry in enumerate(data["vardagsord"]):
        for place, word in enumerate(entry["ord"]):
            path, key = ("vardagsord", number, "ord", place), fold(word)
            if key in first:
                yield path, f'"{word}" står redan i vardagsord[{first[key]}]. Behåll det ena.'
            elif key in homes:
                yield path, (f'"{word}" är redan synonym till {"/".join(homes[key])}. '
                             "Ta bort det där eller här.")
            elif key in stop_words:
                yield path, f'"{word}" är också ett stoppord. Ta bort det ena.'
            first.setdefault(key, number)


def _targets(data: dict[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    """Each meaning, and each choice of an answer, is a value that has a listing."""
    known = vocabulary_words()
    for path, target in _named_targets(data):
        if _target(target) not in known:
            yield path, f'"{target}" finns inte. Skriv lista/värde, till exempel malgrupp/uvas.'


def _named_targets(data: dict[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    for number, entry in enumerate(data["vardagsord"]):
        for field in ("betyder", "ocksa"):
            for place, target in enumerate(entry.get(field, [])):
                yield ("vardagsord", number, field, place), target
    for narrow, wider in data["vidare"].items():
        yield ("vidare", narrow), narrow
        for place, target in enumerate(wider):
            yield ("vidare", narrow, place), target
    for number, answer in enumerate(data["svar"]):
        for place, choice in enumerate(answer["val"]):
            yield ("svar", number, "val", place, "sida"), choice["sida"]


def _target(text: str) -> Target:
    kind, _, value = text.partition("/")
    return kind, value
