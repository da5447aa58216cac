"""Postal codes of the guide's kommuner.

Comes in: schema/postnummer.yaml (290 kommuner, CC0). Goes out: {kommun: "14100 14104-14108"} of
those asked for; nothing else of it reaches a browser.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from katalog.paths import SCHEMA
from katalog.problems import BadInput, FieldPath, Problem
from katalog.settings_file import read_settings
from katalog.vocabularies import load_vocabularies

FILE = SCHEMA / "postnummer.yaml"
CODES = re.compile(r"[1-9][0-9]{4}(-[1-9][0-9]{4})?( [1-9][0-9]{4}(-[1-9][0-9]{4})?)*")


def postcodes(kommuner: Iterable[str]) -> dict[str, str]:
    """Return the runs of postal codes of some kommuner, in their own order."""
    known = load_postcodes()
    return {kommun: known[kommun] for kommun in kommuner if kommun in known}


@cache
def load_postcodes(path: Path = FILE) -> dict[str, str]:
    """Return {kommun: runs} of all kommuner; raise BadInput with every problem of the file."""
    data, problems = _read(path)
    if problems:
        raise BadInput(problems)
    return data


def postcode_problems(path: Path = FILE) -> list[Problem]:
    """Return what is wrong with the file, for `kontrollera`."""
    return _read(path)[1]


def _read(path: Path) -> tuple[Any, list[Problem]]:
    return read_settings(path, None, _faults)


def _faults(data: Any) -> Iterator[tuple[FieldPath, str]]:
    if not isinstance(data, dict):
        yield (), 'filen ska ha en rad för varje kommun, till exempel huddinge: "14100-14108".'
        return
    seen: dict[int, str] = {}
    for kommun, runs in data.items():
        if kommun == "alla" or kommun not in load_vocabularies()["kommun"].values:
            yield (kommun,), "är ingen kommun i schema/vokabular/kommun.json."
        if not isinstance(runs, str) or not CODES.fullmatch(runs):
            yield (kommun,), 'ska vara postnummer och spann, till exempel "14100 14104-14108".'
            continue
        for run in filter(_is_backwards, runs.split(" ")):
            yield (kommun,), f"{run} går baklänges. Skriv det lägsta numret först."
        for code in codes(runs):
            if code in seen:
                yield (kommun,), f"{code} hör redan till {seen[code]}. Behåll det på ett ställe."
            seen[code] = kommun


def _is_backwards(run: str) -> bool:
    return run[-5:] < run[:5]


def codes(runs: str) -> Iterator[int]:
    """Yield every code of '14100 14104-14108'."""
    for run in runs.split(" "):
        first, _, last = run.partition("-")
        yield from range(int(first), int(last or first) + 1)
