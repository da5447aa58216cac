"""Many realistic records, the same bytes on every machine: python -m tests.prestanda.poster

Comes in: how many, and a folder. Goes out: so many records that the guide finds nothing wrong
with, one file each. Kommuner follow Zipf's law (the biggest has twice as many as the second),
every field of the schema and every value of its lists is used, and some records are descended
from others or part of them. Record number 7 is the same in a guide of 1,000 as in one of 50,000.
"""

import argparse
import sys
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from katalog.fold import fold
from tests.prestanda import delar, fraser, kontakter, texter
from tests.prestanda.skriv import as_yaml
from tests.prestanda.slaktskap import PREDECESSORS, SUCCESSORS, WHOLES, relatives
from tests.prestanda.slump import Slump, even, zipf

Data = dict[str, Any]
STEMS = len(fraser.NAMN_START) * len(fraser.NAMN_FORST) * len(fraser.NAMN_SIST)
STEP = 7_919  # a prime that goes into no number of stems: every stem comes once before any again
BIGGEST = ("stockholm", "goteborg", "malmo", "uppsala", "linkoping", "orebro", "vasteras",
           "helsingborg", "norrkoping", "jonkoping", "umea", "lund", "boras", "huddinge",
           "eskilstuna", "gavle", "halmstad", "sodertalje", "sundsvall", "botkyrka")  # fmt: skip


def write_records(count: int, folder: Path) -> None:
    """Write the `count` first records into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for data in records(count):
        path = folder / f"{data['id']}.yaml"
        path.write_text(as_yaml(data), encoding="utf-8", newline="\n")


def records(count: int) -> Iterator[Data]:
    """Yield the `count` first records, with their fields in the order of the schema."""
    order = delar.field_order()
    for number in range(count):
        data = _record(number, count)
        yield {name: data[name] for name in order if name in data}


def _record(number: int, count: int) -> Data:
    slump = Slump(number)
    home = _kommuner()[bisect(_shares(), even(number))]
    area = _area(home, slump)
    sources = delar.kallor(home, slump)
    data: Data = {"id": _id(number), "namn": _name(number), "kallor": sources, "kommuner": area,
                  **_family(number, count)}
    data |= _kind(slump)
    data |= _state(data, slump)
    data |= texter.texts(slump)
    data |= _people(data, area or [home], sources, slump)
    if slump.often(0.3):
        data["resultat"] = delar.resultat(sources, slump)
    data |= texter.other_words(data, slump)
    texter.fit(data, slump)
    if len(sources) > 1:
        data["belagg"] = delar.belagg(data, sources, slump)
    return data


def _id(number: int) -> str:
    return fold(_name(number)).replace(" ", "-")


def _name(number: int) -> str:
    """Return a name that no other number has."""
    again, stem = number // STEMS, number * STEP % STEMS
    start, rest = divmod(stem, len(fraser.NAMN_FORST) * len(fraser.NAMN_SIST))
    first, last = divmod(rest, len(fraser.NAMN_SIST))
    word = fraser.NAMN_FORST[first] + fraser.NAMN_SIST[last]
    return f"{fraser.NAMN_START[start]}{word}{f' {again + 1}' if again else ''}"


@cache
def _kommuner() -> list[str]:
    """Return the kommuner, the biggest first, then the others from all over the country."""
    others = [name for name in delar.values("kommun") if name not in BIGGEST]
    return [*BIGGEST, *(others[place * 101 % len(others)] for place in range(len(others)))]


@cache
def _shares() -> list[float]:
    return zipf(_kommuner())


def _area(home: str, slump: Slump) -> list[str]:
    """Return where the insats is: at home, with some neighbours, everywhere, or nobody knows."""
    kind = slump.weighed({"hemma": 620, "grannar": 365, "alla": 5, "okänt": 10})
    if kind in ("alla", "okänt"):
        return ["alla"] if kind == "alla" else []
    if kind == "hemma":
        return [home]
    everywhere = delar.values("kommun")  # in order of their codes, so neighbours stand together
    place = everywhere.index(home)
    start = max(0, place - slump.whole(0, 4))
    return list(everywhere[start:max(place + 1, start + slump.whole(2, 7))])


def _family(number: int, count: int) -> Data:
    tables = {"foregangare": PREDECESSORS, "efterfoljare": SUCCESSORS, "del_av": WHOLES}
    found = {field: [_id(other) for other in relatives(table, number, count)]
             for field, table in tables.items()}
    return {field: ids for field, ids in found.items() if ids}


def _kind(slump: Slump) -> Data:
    """Return what it is, and for whom."""
    structure = slump.often(0.08)
    data: Data = {
        "insatstyp": slump.some(delar.values("insatstyp"), 1, 3),
        "inriktning": "strukturovergripande" if structure else "individinriktad",
        "malgrupp": slump.some(delar.values("malgrupp"), 0, 4),
        "metod": slump.some(delar.values("metod"), 0, 3),
        "form": slump.one((*delar.values("form"), "")),
        "sprak": slump.some(delar.values("sprak"), 1, 3) if slump.often(0.25) else [],
    }
    return {name: value for name, value in data.items() if value}


def _state(data: Data, slump: Slump) -> Data:
    """Return whether it is there and takes people in. What has heirs is over."""
    if "efterfoljare" in data:
        life = slump.weighed({"ersatt": 40, "avslutad": 30, "implementerad": 30})
    else:
        life = slump.weighed({"pagaende": 79, "kommande": 4, "implementerad": 4,
                              "ej-bekraftad": 9, "avslutad": 4})  # fmt: skip
    over = life in ("ersatt", "avslutad")
    intake = (slump.one(("stangt", "okant")) if over else
              slump.weighed({"oppet": 40, "ko": 20, "fullt": 8, "stangt": 4, "okant": 28}))
    found: Data = {"livscykel": life, "intag": intake}
    if intake in ("oppet", "ko") and slump.often(0.7):
        found["intag_text"] = fraser.mening(slump.one(fraser.INTAG_TEXT), slump)
    period = _period(over, len(data["kallor"]) > 1, slump)
    if period:
        found["period"] = period
    if slump.often(0.05):
        found["granskas_manader"] = slump.one((6, 18, 24))
    return found


def _period(over: bool, well_known: bool, slump: Slump) -> Data:
    period: Data = {}
    if well_known or slump.often(0.6):
        period["fran"] = slump.one(("2012", "2016-09", "2019", "2021-01-15", "2023"))
    if over:
        period["till"] = slump.one(("okant", "2024", "2024-12", "2025-06-30"))
    elif slump.often(0.15):
        period["till"] = slump.one(("2027", "2028-12", "2029-06-30"))
    if slump.often(0.4):
        period["text"] = fraser.mening(slump.one(fraser.PERIOD_TEXT), slump)
    return period


def _people(data: Data, area: list[str], sources: list[Data], slump: Slump) -> Data:
    """Return who is behind it, whom one turns to, how one comes in, and on what terms."""
    places = area if area != ["alla"] else slump.some(delar.values("kommun"), 1, 3)
    owner = delar.owner(places[0], slump)
    contacts = kontakter.kontakter(places, owner, sources, slump)
    who = [] if slump.often(0.06) else slump.some(
        delar.values("vem"), 1, slump.weighed({2: 40, 3: 40, 4: 20}))
    found: Data = {
        "kontakter": contacts,
        "organisationer": delar.organisationer(owner, data.get("form", ""), slump),
        "vagar_in": kontakter.vagar_in(who, places, contacts, sources, slump),
        "villkor": delar.villkor(data["kommuner"], data.get("malgrupp", []), sources, slump),
        "endast_handlaggare": (
            slump.often(0.4) and bool(who) and not {"individ", "anhorig"} & {*who}),
    }
    if who and slump.often(0.7):
        found["sa_gor_du"] = fraser.mening(slump.one(fraser.SA_GOR_DU), slump)
    if slump.often(0.2):
        found["omrade"] = delar.vocabulary("kommun").values[places[0]]["lan"]
    if slump.often(0.6):
        found["andra_namn"] = [f"{data['namn'].split()[-1]} {slump.whole(1, 99)}"]
    optional = ("kontakter", "villkor", "endast_handlaggare")
    return {name: value for name, value in found.items() if value or name not in optional}


def main(arguments: list[str] | None = None) -> None:
    """Write the records that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.prestanda.poster")
    parser.add_argument("antal", type=int, metavar="ANTAL", help="så många poster")
    parser.add_argument("mapp", type=Path, metavar="MAPP", help="mapp att skriva dem i")
    options = parser.parse_args(arguments)
    write_records(options.antal, options.mapp)
    sys.stdout.write(f"{options.antal} poster i {options.mapp}\n")


if __name__ == "__main__":
    main()
