"""Rules about the texts of a record: plain, readable, harmless.

Comes in: a record's data. Goes out: (path, message). Listed in checks.py.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from katalog.plain_words import load_plain_words
from katalog.problems import FieldPath, quoted
from katalog.readability import EASY_LIMIT, LIX_LIMIT, SENTENCE_LIMIT, lix, long_sentences

Data = dict[str, Any]
Finding = tuple[FieldPath, str]

NOT_OURS = ("namn", "andra_namn", "kallor", "oversattningar")  # names, titles, other languages
MARKUP = re.compile(r"<[a-z/!?]|\{\{|\{%|\{#|(?:java|vb)script\s*:|data:text/", re.IGNORECASE)
SIGNS = re.compile(r"[<{:]")  # markup has one of these, most texts have none
EXAMPLE = re.compile(r"exempel\.se|example\.com|^exempel-20\d\d|Exempelinsats", re.IGNORECASE)
SIX_DIGITS = re.compile(r"\d{6}")
PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ \u2010-\u2015\u2212]{0,3}(\d{4})(?!\d)"
)


def plain_text_only(data: Data) -> Iterator[Finding]:
    """No HTML, template code or script in any text."""
    for path, text in texts(data):
        found = SIGNS.search(text) and MARKUP.search(text)
        if found:
            yield path, (f"{quoted(found.group())} ser ut som kod. Poster är ren text; "
                         "skriv utan HTML, mallkod och skript.")


def left_of_the_example(data: Data) -> Iterator[Finding]:
    """A record copied from schema/exempel.yaml says nothing of the example's own."""
    for path, text in texts(data):
        found = EXAMPLE.search(text)
        if found:
            yield path, (f"{quoted(found.group())} är kvar från exemplet. "
                         "Byt texten eller ta bort fältet.")


def summary_is_readable(data: Data) -> Iterator[Finding]:
    """A stressed reader understands the summary."""
    value = lix(data.get("sammanfattning") or "")
    if value > LIX_LIMIT:
        yield ("sammanfattning",), (f"LIX {value}, högst {LIX_LIMIT}. Korta meningarna och byt "
                                    "långa ord mot korta.")


def sentences_are_short(data: Data) -> Iterator[Finding]:
    """A tired reader reaches the end of every sentence."""
    for path, text in running_texts(data):
        limit = EASY_LIMIT if path[0] == "lattlast" else SENTENCE_LIMIT
        for sentence, words in long_sentences(text, limit):
            yield path, (f"meningen {quoted(sentence)} har {words} ord; helst högst "
                         f"{limit}. Dela den, eller räkna upp efter ett kolon.")


def words_are_plain(data: Data) -> Iterator[Finding]:
    """What a plainer word says is not said as an authority would."""
    plain_words = load_plain_words()
    for path, text in running_texts(data):
        for hard, plainer in plain_words.find(text):
            yield path, (f'"{hard}" låter som en myndighet. Skriv hellre: {plainer}. '
                         "Är det ett citat, sätt det inom ”citattecken”.")


def no_personal_number(data: Data) -> Iterator[Finding]:
    """A person's private number never stands in a record."""
    for path, text in texts(data):
        if path[-1] == "telefon" or not SIX_DIGITS.search(text):
            continue
        for found in PERSONAL_NUMBER.finditer(text):
            if _is_personal_number(*found.groups()):
                yield path, "har något som ser ut som ett personnummer. Ta bort det."


def texts(data: Data) -> list[tuple[FieldPath, str]]:
    """Return (path, text) for every text of a record."""
    found: list[tuple[FieldPath, str]] = []
    _gather(data, (), found)
    return found


def _gather(value: Any, path: FieldPath, found: list[tuple[FieldPath, str]]) -> None:
    """Add the texts of a value. (As a generator in generators it took five times as long.)"""
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _gather(inner, (*path, key), found)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _gather(inner, (*path, number), found)


def running_texts(data: Data) -> Iterator[tuple[FieldPath, str]]:
    """Yield (path, text) for every text in our own Swedish; a word alone is none."""
    for path, text in texts(data):
        if path[0] not in NOT_OURS and path[-1] != "namn" and " " in text:
            yield path, text


def _is_personal_number(year: str, month: str, day: str, rest: str) -> bool:
    try:
        date(2000 + int(year) % 4, int(month), int(day) - 60 * (int(day) > 60))
    except ValueError:
        return False
    digits = [int(digit) for digit in year + month + day + rest]
    doubled = [digit * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0


ERRORS = (plain_text_only, summary_is_readable, no_personal_number)
WARNINGS = (sentences_are_short, words_are_plain)
