"""Time: what depends on today's date is worked out in the browser, by what day it is in Sweden.

Comes in: records whose facts grow old, and whose time was to end, on awkward days; a browser with a
set clock, in Sweden or not. That no day changes or stops a build is test_samma_bytes.py's, and
bevisa.yml runs the whole suite on other days (tests/varld).
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from katalog.build import build
from katalog.paths import ROOT, THEME
from katalog.serve import start_server
from katalog.swedish import date_text
from tests.conftest import katalog
from tests.factory import dump, example
from tests.test_samma_bytes import WORLD

SWEDEN = ZoneInfo("Europe/Stockholm")
SECOND = timedelta(seconds=1)
ZONES = ["Europe/Stockholm", "America/Los_Angeles", "Pacific/Kiritimati"]
DAYS = {
    "leap day": "2028-02-29T12:00:00+01:00",
    "last second of the year": "2027-12-31T23:59:59+01:00",
    "first second of the year": "2028-01-01T00:00:00+01:00",
    "last second of winter time": "2027-03-28T01:59:59+01:00",
    "last second of summer time": "2027-10-31T02:59:59+02:00",
    "five years ahead": "2031-11-25T12:00:00+01:00",
}
# {id: (newest fact, months it is good, the day when it has grown old)}
OLD = {
    "skottdagen": ("2028-02-29", 12, "2029-02-28"),
    "till-skottdagen": ("2027-08-31", 6, "2028-02-29"),
    "nyarsdagen": ("2027-01-01", 12, "2028-01-01"),
    "sommartid": ("2026-03-28", 12, "2027-03-28"),
    "vintertid": ("2026-10-31", 12, "2027-10-31"),
    "bara-ar": ("2027", 12, "2028-01-01"),
    "bara-manad": ("2027-08", 6, "2028-02-01"),
    "tre-ar": ("2028-11-25", 36, "2031-11-25"),
}
# {id: (when it was to end, the first day when that is over)}
ENDS = {
    "slutar-dag": ("2028-02-29", "2028-03-01"),
    "slutar-manad": ("2027-12", "2028-01-01"),
    "slutar-ar": ("2027", "2028-01-01"),
}
PERHAPS = "Vi vet inte om den finns kvar, fråga först"


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A guide of such records, served; yields its address."""
    folder = tmp_path_factory.mktemp("tid")
    (folder / "poster").mkdir()
    for name, (fact, months, _) in OLD.items():
        if len(fact) == len("2028-02-29"):
            write(folder / "poster", name, fact, granskas_manader=months,
                  period={"fran": "2025"})
    for name, (end, _) in ENDS.items():
        write(folder / "poster", name, "2027-06-01", period={"fran": "2025", "till": end})
    build(folder / "ut", folder / "poster", languages=())
    running = start_server(folder / "ut", port=0)
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


def write(folder: Path, name: str, fact: str, **changes: Any) -> None:
    """Write a record where the newest that anybody has confirmed is of one day."""
    data = undated(example({"id": name, "namn": f"Provinsats {name}", **changes}))
    data["villkor"]["kontrollerad"] = fact
    dump(data, folder, name)


def undated(value: Any) -> Any:
    """Return data in which nothing was confirmed on any day."""
    if isinstance(value, dict):
        return {key: undated(inner) for key, inner in value.items() if key != "kontrollerad"}
    return [undated(inner) for inner in value] if isinstance(value, list) else value


def midnight(day: str) -> datetime:
    """Return the first moment of a day in Sweden."""
    return datetime.fromisoformat(day).replace(tzinfo=SWEDEN)


def around(day: str) -> list[tuple[datetime, bool]]:
    """Return the last moment before a Swedish day and its first, each with: has it begun?"""
    return [((midnight(day).astimezone(ZoneInfo("UTC")) - SECOND), False), (midnight(day), True)]


@pytest.fixture
def visitor(new_page: Callable, guide: str) -> Callable[..., Any]:
    """Open a page for somebody whose device believes that it is in some zone, by default far from
    Sweden's: when it is midnight in Sweden it is still the day before there."""
    def visit(zone: str = "America/Los_Angeles") -> Any:
        page = new_page(timezone_id=zone, base_url=guide)
        page.goto("om/")
        return page
    return visit


def at(page: Any, moment: datetime, address: str = "") -> Any:
    """Open an address at a moment."""
    page.clock.set_fixed_time(moment)
    page.goto("about:blank")  # else nothing is opened when only what follows "#" differs
    page.goto(address)
    return page


def of_each(values: Any) -> list[Any]:
    """Return (value, zone): each in one zone for every test run, in the other zones at night."""
    return [pytest.param(value, zone, marks=[pytest.mark.bevis] if (row - place) % 3 else [])
            for row, value in enumerate(values) for place, zone in enumerate(ZONES)]


# What day it is.


@pytest.mark.parametrize("zone", ZONES)
def test_today_is_the_day_in_sweden_wherever_the_device_is(zone: str, visitor: Callable):
    page = visitor(zone)
    moments = [datetime.fromisoformat(text) for text in DAYS.values()]
    for day in ("2028-02-29", "2028-03-01", "2028-01-01", "2027-03-28", "2027-03-29", "2027-10-31",
                "2027-11-01", "2031-11-25"):
        moments += [moment for moment, _ in around(day)]
    for moment in moments:
        page.clock.set_fixed_time(moment)
        said = page.evaluate("async () => (await import('/theme/js/datum.js')).today()")
        assert said == moment.astimezone(SWEDEN).date().isoformat(), moment


@pytest.mark.parametrize("zone", ZONES)
def test_days_are_counted_by_the_calendar_not_by_hours(zone: str, visitor: Callable):
    page = visitor(zone)
    for fact, months, limit in OLD.values():
        assert page.evaluate(
            "async (given) => (await import('/theme/js/datum.js')).goodUntil(...given)",
            [fact, str(months)]) == limit
        assert page.evaluate(
            "async (text) => (await import('/theme/js/datum.js')).inWords(text)", limit
        ) == date_text(limit)


@pytest.mark.parametrize("zone", ZONES)
def test_a_day_a_month_and_a_year_are_over_when_the_next_has_begun(zone: str, visitor: Callable):
    page = visitor(zone)
    for end, first in ENDS.values():
        for moment, over in around(first):
            page.clock.set_fixed_time(moment)
            assert page.evaluate(
                "async (text) => (await import('/theme/js/datum.js')).isOver(text)", end) is over
    assert page.evaluate("async () => { const { isOver } = await import('/theme/js/datum.js');"
                            " return [isOver(''), isOver(undefined)]; }") == [False, False]


# What is old, and what was to end.


@pytest.mark.parametrize(("name", "zone"), of_each(["skottdagen", "sommartid", "nyarsdagen"]))
def test_a_page_tells_that_it_has_grown_old_from_that_day_on(
        name: str, zone: str, visitor: Callable):
    page = visitor(zone)
    for moment, old in around(OLD[name][2]):
        at(page, moment, f"insats/{name}/")
        assert page.locator("[data-gammal]").is_visible() is old, moment


@pytest.mark.parametrize(("name", "zone"), of_each(ENDS))
def test_a_page_tells_that_what_was_to_end_perhaps_has(name: str, zone: str, visitor: Callable):
    page = visitor(zone)
    for moment, over in around(ENDS[name][1]):
        at(page, moment, f"insats/{name}/")
        notice = page.get_by_text("Vi vet inte om insatsen finns kvar.")
        assert notice.is_visible() is over, moment


@pytest.mark.parametrize("address", [
    "a-o/", "kommun/huddinge/", "egenanmalan/", "for/anhoriga/", "sok/#q=slutar-manad",
    "min-lista/#lista=slutar-manad", "hitta-ratt/#kommun=huddinge&steg=5"])
def test_lists_and_answers_say_it_too(address: str, visitor: Callable):
    page = visitor()
    for moment, over in around(ENDS["slutar-manad"][1]):
        at(page, moment, address)
        item = page.locator("[data-insats=slutar-manad]").first
        item.wait_for(state="attached")
        while page.get_by_role("button", name="Visa").is_visible():
            page.get_by_role("button", name="Visa").click()
        assert (PERHAPS in item.inner_text()) is over, moment
        never = page.locator("[data-insats=nyarsdagen]").first
        assert PERHAPS not in (never.inner_text() if never.count() else ""), moment


def test_the_caseworkers_table_and_its_files_are_of_today(visitor: Callable):
    page = visitor()
    for moment, over in around(ENDS["slutar-manad"][1]):
        at(page, moment, "handlaggare/")
        page.locator("#verktyg").wait_for()
        said = page.locator("tr[data-insats=slutar-manad] th").inner_text()
        assert ("Kanske kvar" in said) is over
        with page.expect_download() as started:
            page.get_by_role("button", name="Hämta CSV").click()
        day = moment.astimezone(SWEDEN).date().isoformat()
        assert started.value.suggested_filename == f"insatser-{day}.csv"


def test_the_statement_tells_that_it_is_old_after_a_year(visitor: Callable):
    page = visitor()
    page.goto("tillganglighet/")
    part = page.locator("[data-del=bedomning]")
    judged = date.fromisoformat(part.get_attribute("data-faktadag"))
    limit = judged.replace(year=judged.year + 1).isoformat()
    for moment, old in around(limit):
        at(page, moment, "tillganglighet/")
        assert page.locator("[data-del=bedomning] [data-gammal]").is_visible() is old


def test_the_booklet_follows_the_day(visitor: Callable):
    page = visitor()
    for moment, old in around(OLD["skottdagen"][2]):
        at(page, moment, "min-lista/#lista=skottdagen,slutar-ar,nyarsdagen&visa=hafte")
        sheets = page.locator(".hafte article")
        expect(sheets).to_have_count(3)
        told = sheets.first.locator("[data-kontroll] strong").inner_text()
        assert told == ("Kontrollera uppgifterna innan du använder dem." if old
                        else "Kontrollera igen efter 28 februari 2029.")
        assert "Vi vet inte om insatsen finns kvar" in sheets.nth(1).inner_text()
        assert "Vi vet inte om insatsen finns kvar" not in sheets.nth(2).inner_text()
    at(page, midnight("2027-12-31"), "min-lista/#lista=slutar-ar&visa=hafte")
    expect(sheets).to_have_count(1)
    assert "Vi vet inte om insatsen finns kvar" not in sheets.inner_text()  # not yet


# Who asks.


def test_few_ask_what_day_it_is():
    """Whoever else needs to know asks datum.js, or a record is judged differently in two places."""
    asks = re.compile(r"\b(today|now|utcnow|time|localtime|gmtime|strftime)\(\)")
    assert {path.name for path in (ROOT / "katalog").glob("*.py")
            if asks.search(path.read_text("utf-8").replace("now(SWEDEN)", "now()"))
            } == {"checks_dates.py", "publish.py"}  # how long a version that was is left
    asks = re.compile(r"new Date\(\)|Date\.now\(")
    assert {path.relative_to(THEME / "static").as_posix()
            for path in (THEME / "static").rglob("*.js")
            if "vendor" not in path.parts and asks.search(path.read_text("utf-8"))} == {
        "js/datum.js", "js/utskrift.js", "js/handlaggare.js", "js/min-lista/hafte.js",
        "sw/spara.js"}  # fmt: skip


# What a moment is called.

NEW_YEAR = [(moment, day) for (moment, _), day in zip(
    around("2028-01-01"), ("31 december 2027", "1 januari 2028"), strict=True)]  # fmt: skip


@pytest.mark.parametrize(("address", "place"), [
    ("insats/skottdagen/", "[data-utskriven]"), ("handlaggare/", "#utskriven"),
    ("min-lista/#lista=skottdagen&visa=hafte", "[data-omslag]")])
def test_paper_tells_the_day_it_was_printed_not_the_day_the_page_was_opened(
        address: str, place: str, visitor: Callable):
    page = at(visitor(), midnight("2027-12-30"), address)
    page.locator(place).wait_for(state="attached")
    if address.startswith("handlaggare"):
        page.locator("#verktyg").wait_for()
    for moment, day in NEW_YEAR:
        page.clock.set_fixed_time(moment)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert f"Utskrivet {day}" in page.locator(place).text_content()


def test_a_copy_tells_the_swedish_day_it_is_from(visitor: Callable):
    """The worker keeps a moment; the page says which day that was."""
    page = visitor()
    for moment, day in NEW_YEAR:
        at(page, midnight("2031-11-25"), "om/")
        page.evaluate(
            "dag => navigator.serviceWorker.dispatchEvent("
            "new MessageEvent('message', { data: { dag } }))", moment.timestamp() * 1000)
        expect(page.locator("main > [role=status]")).to_have_text(
            f"Guiden går inte att nå just nu. Du ser en sparad kopia från den {day}.")


# Nothing fails because a day has passed.


@pytest.fixture(scope="module")
def checked() -> str:
    """What `kontrollera` says of the real records today."""
    done = katalog("kontrollera")
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize("day", [pytest.param(day, marks=[] if "ahead" in day else
                                              [pytest.mark.bevis]) for day in DAYS])
def test_the_check_says_the_same_on_any_day(day: str, checked: str):
    done = katalog("kontrollera", PYTHONPATH=str(WORLD), VARLD_KLOCKA=DAYS[day],
                   TZ="Europe/Stockholm")
    assert (done.returncode, done.stdout) == (0, checked)


@pytest.mark.bevis
def test_in_five_years_no_insats_is_said_to_be_there_without_a_word(
        new_page: Callable, server: str, site: Path):
    """If nobody touches the records, every page says that it is old, over, or perhaps gone."""
    page = new_page(base_url=server, timezone_id="Europe/Stockholm")
    moment = datetime.now(SWEDEN).replace(month=11, day=25) + timedelta(days=5 * 365.25)
    for path in sorted((site / "insats").iterdir()):
        at(page, moment, f"insats/{path.name}/")
        expect(page.locator("article > .notis:visible").first).to_be_visible()
