"""Rules about the dates of a record.

Comes in: a record's data as checks.within_reach gives it. Goes out: (path, message). Listed in
checks.py. What a day that passes changes is at most a warning that goes away: no record becomes
wrong, and no build another, because it is tomorrow. Old facts are the browser's to tell of.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from katalog.checks_text import texts
from katalog.problems import FieldPath

Data = dict[str, Any]
Finding = tuple[FieldPath, str]

HAPPENED = ("datum", "last", "kontrollerad")  # days when somebody had done something
PLANNED = ("fran", "till")  # these may well lie ahead
DATES = (*HAPPENED, *PLANNED)
SWEDEN = ZoneInfo("Europe/Stockholm")


def period_in_order(data: Data) -> Iterator[Finding]:
    """A period starts before it ends."""
    period = data["period"]
    start, end = period.get("fran"), period.get("till")
    if start and end and end != "okant":
        length = min(len(start), len(end))
        if start[:length] > end[:length]:
            yield ("period",), f"slutar {end} men börjar {start}. Byt plats på datumen."


def dates_exist(data: Data) -> Iterator[Finding]:
    """A date is in the calendar, which has no year 0000."""
    for path, text in _dates(data):
        try:
            date.fromisoformat(text + "-01-01"[len(text) - len("2026"):])
        except ValueError:
            yield path, f'"{text}" finns inte i kalendern. Skriv ÅÅÅÅ-MM-DD.'


def known_by_now(data: Data) -> Iterator[Finding]:
    """What was found out on a day to come would never be called old."""
    today = swedish_day()
    for path, text in _dates(data):
        if path[-1] in HAPPENED and text > today[:len(text)]:
            yield path, f"{text} har inte varit än. Skriv dagen då det skrevs eller kontrollerades."


def swedish_day() -> str:
    """Return what day it is in Sweden."""
    return datetime.now(SWEDEN).date().isoformat()


def _dates(data: Data) -> list[tuple[FieldPath, str]]:
    """Return (path, date) for every date of the record, wherever it stands."""
    return [(path, text) for path, text in texts(data) if path[-1] in DATES and text != "okant"]


ERRORS = (period_in_order, dates_exist)
WARNINGS = (known_by_now,)
