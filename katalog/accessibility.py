"""The accessibility statement: how well the guide follows the law, and what a test run found.

Comes in: tillganglighet.yaml, which an editor writes, and matning/tillganglighet.json, which the
proofs write. Goes out: Statement for the page, or problems like those of a record. No run is a
stated fact, never a figure made up; who answers for the guide is publisher.py's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from katalog.paths import RUN, STATEMENT, shown
from katalog.problems import WARNING, BadInput, FieldPath, Problem, errors
from katalog.settings_file import read_settings

FULL, NOT_COVERED = "helt", "omfattas-inte"  # of schema/vokabular
NOT_RUN = ("filen finns inte, så sidan Tillgänglighet säger att de stora proven inte har körts. "
           "Kör dem: python3 guiden.py bevisa.")  # fmt: skip

Finding = tuple[FieldPath, str]


@dataclass(frozen=True)
class Statement:
    """What tillganglighet.yaml says, and the figures of the run; `run` is None without one."""

    data: dict[str, Any]
    run: dict[str, Any] | None


@cache
def load_statement(path: Path = STATEMENT, run: Path = RUN) -> Statement:
    """Return the statement; raise BadInput with every problem of both files."""
    statement, problems = _read(path, run)
    if errors(problems):
        raise BadInput(problems)
    return statement


def statement_problems(path: Path = STATEMENT, run: Path = RUN) -> list[Problem]:
    """Return what is wrong with the two files, for `kontrollera`."""
    return _read(path, run)[1]


def _read(path: Path, run: Path) -> tuple[Statement, list[Problem]]:
    if run.exists():
        found, problems = read_settings(run, "matning", _run_rules)
    else:
        found, problems = None, [Problem(shown(run), 1, "", NOT_RUN, WARNING)]
    sound = None if errors(problems) else found
    data, others = read_settings(path, "tillganglighet", partial(_rules, run=sound))
    return Statement(data, found), [*problems, *others]


def _run_rules(data: dict[str, Any]) -> Iterator[Finding]:
    yield from _no_such_day(("datum",), data["datum"])


def _rules(data: dict[str, Any], run: dict[str, Any] | None) -> Iterator[Finding]:
    judged, changed = data["bedomning"]["datum"], data["uppdaterad"]
    yield from _no_such_day(("bedomning", "datum"), judged)
    yield from _no_such_day(("uppdaterad",), changed)
    for number, fault in enumerate(data["brister"]):
        if len(fault.get("rattas", "")) == len("2026-11-25"):
            yield from _no_such_day(("brister", number, "rattas"), fault["rattas"])
    if changed < judged:
        yield ("uppdaterad",), (f'"{changed}" är före bedömningen, "{judged}". Skriv dagen då '
                                "redogörelsen ändrades efter bedömningen.")
    yield from _earned(data, run) if data["forenlighet"] == FULL else _explained(data)


def _earned(data: dict[str, Any], run: dict[str, Any] | None) -> Iterator[Finding]:
    """Yield what stands against saying that everything is met."""
    if _counted(data):
        yield ("forenlighet",), ('"helt" går inte så länge något inte uppfyller kraven. Skriv '
                                 "delvis, eller ta bort bristerna när de är rättade.")
    if run is None:
        yield ("forenlighet",), ('"helt" går inte innan de stora proven har körts. Skriv delvis, '
                                 "eller kör dem: python3 guiden.py bevisa.")
    elif run["fynd"]:
        yield ("forenlighet",), (f'"helt" går inte när proven fann {run["fynd"]} fel. Rätta dem '
                                 "och kör proven igen, eller skriv delvis.")


def _explained(data: dict[str, Any]) -> Iterator[Finding]:
    if not _counted(data):
        yield ("brister",), (f'ingen, men forenlighet är {data["forenlighet"]}. Skriv minst en '
                             "brist, så att besökaren vet vad som inte fungerar.")


def _counted(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the faults that the law counts: what it does not cover is told, but is none."""
    return [fault for fault in data["brister"] if fault["skal"] != NOT_COVERED]


def _no_such_day(path: FieldPath, text: str) -> Iterator[Finding]:
    try:
        date.fromisoformat(text)
    except ValueError:
        yield path, f'"{text}" finns inte i kalendern. Skriv ÅÅÅÅ-MM-DD.'
