"""Everything in a file that somebody could ring, write to, open or visit.

Comes in: a file's name and text: a record, a vocabulary, settings, prose, a template, a script,
a translation. Goes out: [Fact] with its line. Nothing is judged here (contact_doubts.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import phonenumbers

from katalog import strict_yaml
from katalog.phone import REGION
from katalog.problems import FieldPath

PHONE, EMAIL, LINK, ADDRESS, FUNCTION = "telefon", "epost", "webb", "adress", "funktion"
# Fields that are a fact as a whole. In other texts facts are looked for.
WHOLE = {"telefon": PHONE, "epost": EMAIL, "rapportadress": EMAIL, "webb": LINK,
         "webbadress": LINK, "arenden": LINK, "adress": ADDRESS, "funktion": FUNCTION,
         "telefon_namn": FUNCTION}  # fmt: skip
DATA = (".yaml", ".json")
CODE = (".py", ".js", ".html", ".css", ".svg", ".xml", ".txt")
END = r"[^\s<>\"'`{}|\\^]"  # what an address goes on with
IN_CODE = re.compile(rf"tel:\+?[0-9]{END}*|mailto:{END}+@{END}+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
                     rf"|(?:[a-z]+:)?//[\w\[]{END}*|\bwww\.{END}+", re.IGNORECASE)  # fmt: skip
# Prose also names sites bare: botkyrka.se/ansok. Not "t.ex." and not the files of this house.
BARE = re.compile(rf"\b(?:[\w-]{{2,}}\.)+(?!(?:md|html|ya?ml|json|py|js|css|svg|po)\b)"
                  rf"[^\W\d_]{{2,}}\b(?:/{END}*)?")  # fmt: skip
IN_PROSE = re.compile(f"{IN_CODE.pattern}|{BARE.pattern}", re.IGNORECASE)
STOPS = ".,;:!?)]"  # end a sentence, not an address


@dataclass(frozen=True)
class Fact:
    """`place` is the field, with ids for numbers, or '' in a file without fields. `key` is equal
    for two ways of writing the same thing."""

    kind: str
    place: str
    value: str
    key: str
    line: int


def facts(name: str, text: str) -> list[Fact]:
    """Return the facts of a file, in order."""
    if PurePosixPath(name).suffix in DATA:
        loaded = strict_yaml.load(text)
        if loaded.data is not None:
            return list(_of_data(loaded.data, loaded.lines))
    pattern = IN_CODE if PurePosixPath(name).suffix in CODE else IN_PROSE
    return [fact for number, line in _lines(name, text)
            for fact in _of_text(line, "", number, pattern)]


def _lines(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield (number, line); in a translation a text goes on over lines, "so " "it is read"."""
    number = 1
    for line in re.split(r'(?<!")\n|\n(?!")' if name.endswith(".po") else r"\n", text):
        yield number, re.sub(r'"\n"', "", line)
        number += 1 + line.count("\n")


def _of_data(value: Any, lines: dict[FieldPath, int], path: FieldPath = (),
             place: str = "") -> Iterator[Fact]:  # fmt: skip
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _of_data(inner, lines, (*path, key), f"{place}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _of_data(inner, lines, (*path, number), place + _mark(inner))
    elif isinstance(value, str):
        yield from _of_field(value, path, place, lines.get(path, 1))


def _mark(item: Any) -> str:
    """Return what tells an item of a list from the others, wherever it stands."""
    own = (item.get("id") or item.get("const")) if isinstance(item, dict) else None
    return f"[{own}]" if isinstance(own, str) else ""


def _of_field(value: str, path: FieldPath, place: str, line: int) -> Iterator[Fact]:
    names = [step for step in path if isinstance(step, str)]
    kind = WHOLE.get(names[-1]) if names else None
    if kind:
        yield Fact(kind, place, value, _key(kind, value), line)
    elif names[-1:] != ["$schema"]:
        yield from _of_text(value, place, line, IN_PROSE)


def _of_text(text: str, place: str, line: int, pattern: re.Pattern) -> Iterator[Fact]:
    for found in pattern.finditer(text):
        value = found.group().rstrip(STOPS)
        kind = PHONE if value.startswith("tel:") else EMAIL if "@" in value and \
            "//" not in value else LINK
        value = re.sub("^(?:tel|mailto):", "", value)
        yield Fact(kind, place, value, _key(kind, value), line)
    for match in phonenumbers.PhoneNumberMatcher(pattern.sub(" ", text), REGION):
        number = match.raw_string.strip("[]")  # of Markdown's links
        yield Fact(PHONE, place, number, _key(PHONE, number), line)


def _key(kind: str, value: str) -> str:
    if kind == PHONE:
        try:
            number = phonenumbers.parse(value, REGION)
        except phonenumbers.NumberParseException:
            return value
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return value
