"""What a record states on each criterion, in one form that can be compared.

Comes in: a record's data. Goes out: {criterion id: stated}, where stated is None (the source says
nothing), ANY (it makes no difference), IN_WORDS (only a text says it, so nobody but the reader
can tell), a list of the values that will do, or, for ages, the range [from, to] in whole years
with 0 and 120 for an open end.
"""

import re
from collections.abc import Callable
from typing import Any

from katalog.status import NOW, OVER, stage

ANY, IN_WORDS = "*", "~"
# "16–29 år", "mellan 16 och 29 år"; not "2 års", "i 10 år", "sedan 15 år".
AGE_IN_WORDS = re.compile(
    r"(?<!i )(?<!sedan )(?<!minst )\b\d{2} ?(?:(?:–|-|och|till) ?\d{2} )?år\b")
YOUNGEST, OLDEST = 0, 120
OPEN_TO_ALL = ("individ", "anhorig")

Data = dict[str, Any]
Stated = None | str | list[Any]


def facts(data: Data) -> dict[str, Stated]:
    """Return what the record states on every criterion."""
    return {name: read(data) for name, read in READERS.items()}


def _terms(data: Data) -> Data:
    return data.get("villkor", {})


def _set(values: list[str] | None) -> Stated:
    """An empty list and no list are the same: unknown."""
    if not values:
        return None
    return ANY if "alla" in values else list(values)


def _demanded(answer: str | None) -> Stated:
    """Return what "Krävs det?" lets through: a "no" means that anybody will do."""
    return {"ja": ["ja"], "nej": ANY}.get(answer or "")


def _registered(data: Data) -> Stated:
    """Here a "no" is a demand as well: one must not be registered."""
    answer = _terms(data).get("inskriven_af")
    return ANY if answer == "alla" else _set([answer] if answer else None)


def _age(data: Data) -> Stated:
    age = _terms(data).get("alder")
    if isinstance(age, dict):
        return [age.get("fran", YOUNGEST), age.get("till", OLDEST)]
    if age == "alla":
        return ANY
    return IN_WORDS if AGE_IN_WORDS.search(data.get("malgrupp_text", "")) else None


def _kommuner(data: Data) -> Stated:
    """The demand where there is one, otherwise whose residents the insats is for."""
    return _set(_terms(data).get("kommuner") or data["kommuner"])


def contact_ways(data: Data) -> list[str]:
    """Return how the person or a relative may make contact, as far as the record says."""
    if data.get("endast_handlaggare"):
        return ["via-handlaggare"]
    return list(dict.fromkeys(how for way in data["vagar_in"] if way["vem"] in OPEN_TO_ALL
                              for how in way["hur"]))


def _stage(data: Data) -> Stated:
    """What perhaps is still there is unknown, not a third thing."""
    return {NOW: ["nu"], OVER: ["slut"]}.get(stage(data))


READERS: dict[str, Callable[[Data], Stated]] = {
    "kommun": _kommuner,
    "alder": _age,
    "forsorjning": lambda data: _set(_terms(data).get("forsorjning")),
    "villkor_malgrupp": lambda data: _set(_terms(data).get("malgrupp")),
    "inskriven_af": _registered,
    "diagnos": lambda data: _demanded(_terms(data).get("diagnos")),
    "beslut_kravs": lambda data: _demanded(_terms(data).get("beslut_kravs")),
    "malgrupp": lambda data: _set(data.get("malgrupp")),
    "insatstyp": lambda data: _set(data["insatstyp"]),
    "sprak": lambda data: _set(data.get("sprak")),
    "hur": lambda data: _set(contact_ways(data)),
    "metod": lambda data: _set(data.get("metod")),
    "vag_in": lambda data: _set(list(dict.fromkeys(way["vem"] for way in data["vagar_in"]))),
    "intag": lambda data: _set([] if data["intag"] == "okant" else [data["intag"]]),
    "lage": _stage,
}  # fmt: skip
