"""Rules about a record in other words: easy Swedish and other languages.

Comes in: a record's data. Goes out: (path, message). Listed in checks.py.
"""

import difflib
import re
from collections.abc import Iterator
from typing import Any

from katalog.languages import SOURCE, load_languages
from katalog.problems import FieldPath
from katalog.readability import LIX_WISHED, lix
from katalog.vocabularies import load_vocabularies

Data = dict[str, Any]
Finding = tuple[FieldPath, str]

EASY = "lattlast"
TOLD = ("sammanfattning", "sa_gor_du")


def languages_are_known(data: Data) -> Iterator[Finding]:
    """A text stands under the code of a language that the guide can name or has pages in."""
    known = _codes()
    for code in data.get("oversattningar") or {}:
        if code not in known:
            yield ("oversattningar", code), f'okänt språk "{code}". {_meant(code, known)}'


def numbers_are_kept(data: Data) -> Iterator[Finding]:
    """A translation says the numbers of the Swedish text, no other; else one of them is old."""
    for path, text in _translated(data):
        field = path[-1]
        ours, theirs = _numbers(data.get(field) or ""), _numbers(text)
        if ours != theirs:
            yield path, (f"har {_listed(theirs)}, men {field} på svenska har {_listed(ours)}. "
                         "Skriv samma siffror, och dagen då du ändrade under datum.")


def easy_swedish_is_easy(data: Data) -> Iterator[Finding]:
    """Easy Swedish is easier than what is wished of all texts."""
    for field in TOLD:
        value = lix((data.get(EASY) or {}).get(field) or "")
        if value > LIX_WISHED:
            yield (EASY, field), (f"LIX {value}; helst högst {LIX_WISHED} på lättläst. Korta "
                                  "meningarna och byt långa ord mot korta.")


def _texts(data: Data) -> Iterator[tuple[FieldPath, Data]]:
    """Yield (path, the texts with their day) of easy Swedish and of each language."""
    yield (EASY,), data.get(EASY) or {}
    for code, words in (data.get("oversattningar") or {}).items():
        yield ("oversattningar", code), words or {}


def _translated(data: Data) -> Iterator[tuple[FieldPath, str]]:
    for path, words in _texts(data):
        yield from (((*path, field), words[field]) for field in TOLD if words.get(field))


def _codes() -> list[str]:
    """Return every code a text may stand under; Swedish has fields of its own."""
    known = {*load_languages(), *load_vocabularies()["sprak"].values}
    return sorted(code for code in known - {SOURCE, EASY} if len(code) <= 3)


def _meant(code: str, known: list[str]) -> str:
    if code == SOURCE:
        return "Svenska står i postens egna fält, lättläst svenska under lattlast. Ta bort raden."
    near = difflib.get_close_matches(code, known, n=1, cutoff=0.7)
    return f'Menade du "{near[0]}"?' if near else f"Tillåtna språk: {', '.join(known)}."


def _numbers(text: str) -> set[int]:
    """Return the numbers of a text, in whatever script they are written."""
    return {int(digits) for digits in re.findall(r"\d+", text)}


def _listed(numbers: set[int]) -> str:
    return f"siffrorna {', '.join(map(str, sorted(numbers)))}" if numbers else "inga siffror"


ERRORS = (languages_are_known,)
WARNINGS = (numbers_are_kept, easy_swedish_is_easy)
