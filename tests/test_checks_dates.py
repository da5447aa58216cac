"""Each rule of checks_dates.py about days to come: a record that breaks it, one that keeps it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from katalog import checks_dates
from katalog.problems import WARNING
from tests.factory import Case, assert_case, problems

SAID = "har inte varit än. Skriv dagen då det skrevs eller kontrollerades."


def to_come(field: str, text: str, on: str) -> Case:
    dotted = field.replace("[", ".").replace("]", "")
    return Case("known_by_now", {dotted: text}, field, on, f"{text} {SAID}", level=WARNING)


CASES = (
    to_come("oversattningar.en.datum", "2999-01-01", "2999"),
    to_come("lattlast.datum", "2999-01-01", "2999"),
    to_come("kontakter[0].kontrollerad", "2999-01-01", "2999"),
    to_come("villkor.kontrollerad", "2999-01-01", "2999"),
    to_come("kallor[0].datum", "2999", "2999"),
    to_come("kallor[0].datum", "2999-01", "2999"),
    to_come("kallor[0].last", "2999-01-01", "2999"),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rule(case: Case, tmp_path):
    assert_case(case, (*checks_dates.ERRORS, *checks_dates.WARNINGS), tmp_path)


def test_what_is_planned_may_lie_ahead(tmp_path):
    assert problems(tmp_path, {"period": {"fran": "2998", "till": "2999-12-31"}}) == []


@pytest.mark.parametrize("form", ["%Y", "%Y-%m", "%Y-%m-%d"])
def test_a_date_less_exact_than_a_day_has_come_when_it_has_begun(form: str, tmp_path):
    assert problems(tmp_path, {"kallor.0.datum": swedish_day().strftime(form)}) == []


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_day_is_that_of_sweden_wherever_the_machine_is(zone: str, tmp_path, monkeypatch):
    """A build server in America must not doubt what an editor checked this morning."""
    instant = datetime(2027, 12, 31, 23, 30, tzinfo=ZoneInfo("UTC"))  # 00.30 in Sweden

    class Machine(datetime):
        @classmethod
        def now(cls, tz=None):
            return instant.astimezone(tz or ZoneInfo(zone))

    monkeypatch.setattr(checks_dates, "datetime", Machine)
    for day, warnings in (("2027-12-31", 0), ("2028-01-01", 0), ("2028-01-02", 1)):
        assert len(problems(tmp_path, {"lattlast.datum": day})) == warnings, day


def test_a_day_that_passes_only_takes_a_warning_away(tmp_path):
    tomorrow = (swedish_day() + timedelta(days=1)).isoformat()
    (told,) = problems(tmp_path, {"lattlast.datum": tomorrow})
    assert told.level == WARNING
    assert problems(tmp_path, {"lattlast.datum": swedish_day().isoformat()}) == []


def swedish_day() -> date:
    return datetime.now(ZoneInfo("Europe/Stockholm")).date()
