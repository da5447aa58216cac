"""No script from data: payloads in every text of every output, in a real Chromium.

Comes in: a guide in which every text is poisoned and nothing was checked (nyttolast/smittat.py),
and the real guide, whose visitors type payloads. The policy of the pages is off, so that it does
not hide what escaping lets through. What is marked bevis is the same for every payload, page,
language and field, with the policy on as well; it prints its figures.
"""

import contextlib
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from katalog.build import run_pelican
from katalog.catalog import make_catalogs
from katalog.languages import load_languages
from katalog.paths import ROOT
from katalog.problems import errors
from katalog.records import Record, read_record
from tests.conftest import _serve, clean_environment, contents
from tests.factory import dump, example
from tests.nyttolast import besokare, falt, utdata, vyer
from tests.nyttolast.laster import ADDRESSES, TEXTS, marked, seen
from tests.nyttolast.se import SCRIPT, Tally, watched
from tests.nyttolast.smittat import TURNS

FIELDS = {falt.NUMBER[falt.dotted("insats", path)]: path for path in (*falt.RECORD, *falt.WEB)}
SEARCHED_ONLY = falt.NUMBER["insats/andra_namn.[]"]  # found by, shown nowhere
FEW = [f"nl-{payload:02}-a" for payload in range(0, len(TEXTS), 20)]  # four can be compared
# Each kind of payload once, for what takes long.
SAMPLE = [text for number, text in enumerate((*TEXTS, *ADDRESSES)) if number % 24 == 3]
DRAWN = {"sok", "handlaggare", "lista", "hitta-ratt", "min-lista", "hafte", "jamfor", "insats",
         "papper"}  # fmt: skip


def poisoned_guide(folder: Path, turn: int, languages: str, *more: str) -> Path:
    """Build a poisoned guide in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.nyttolast.smittat", str(folder / "guide"), str(turn),
         languages, *more], cwd=ROOT, env=clean_environment(), check=False, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    return folder / "guide"


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return poisoned_guide(tmp_path_factory.mktemp("smittat"), 0, "ar", "--utgivare")


@pytest.fixture(scope="module")
def home(guide: Path) -> Iterator[str]:
    yield from _serve(guide)


def pages_of(guide: Path, home: str) -> list[str]:
    return [home + name.removesuffix("index.html") for name in utdata.files(guide)
            if utdata.kind_of(name) == utdata.PAGE]


def drive(page: Any, home: str, tally: Tally, names: list[str]) -> None:
    vyer.search(page, home, tally)
    vyer.table(page, home, tally)
    vyer.lists(page, home, tally)
    vyer.matching(page, home, tally)
    vyer.my_list(page, home, tally, names)
    vyer.feedback(page, home, tally, names[1])


def found(tally: Tally, done: list[str]) -> tuple[list[str], list[str], list[str]]:
    return tally.run, tally.broken, done


def test_no_payload_breaks_out_of_a_page(new_page: Any, guide: Path, home: str):
    page, done = watched(new_page)
    tally = Tally()
    page.goto(f"{home}utan-nat/")
    tally.read(page, [each for each in pages_of(guide, home) if "/ar/" not in each], "sidor")
    assert found(tally, done) == ([], [], [])
    every = {(payload, number) for payload in range(len(TEXTS)) for number in FIELDS}
    assert {pair for pair in every - tally.pairs() if pair[1] != SEARCHED_ONLY} == set()


def test_no_payload_runs_in_what_script_draws(new_page: Any, home: str):
    page, done = watched(new_page)
    tally = Tally()
    drive(page, f"{home}ar/", tally, FEW)
    assert found(tally, done) == ([], [], [])
    assert {where.split()[0] for _, _, where in tally.carried} == DRAWN


def test_data_files_and_the_search_index_hold_payloads_as_text(guide: Path):
    tally = Tally()
    utdata.read_data(guide, tally)
    assert tally.broken == []
    for field in ("namn", "andra_namn.[]", "sammanfattning", "omrade", "kontakter.[].funktion"):
        number = falt.NUMBER[f"insats/{field}"]
        carried = {payload for payload, own in tally.pairs() if own == number}
        assert carried == set(range(len(TEXTS)))


@pytest.mark.parametrize("folder", ["site", "guide"])
def test_every_file_is_of_a_kind_that_payloads_are_tried_in(folder: str, request: Any):
    names = utdata.files(request.getfixturevalue(folder))
    assert [name for name in names if not utdata.kind_of(name)] == [], (
        "a new kind of output: add it to tests/nyttolast/utdata.py and try payloads in it")


def without_quotes(text: str) -> str:
    """Return a cell without what makes it safe, and without what no workbook can hold."""
    return seen(re.sub("['\x08\ufffe\uffff]", "", text))


def test_no_cell_of_a_downloaded_table_is_a_formula(new_page: Any, home: str, tmp_path: Path):
    page, done = watched(new_page)
    files = vyer.table(page, home, Tally(), tmp_path)
    rows = utdata.csv_cells(files["csv"])
    assert len(rows) == 2 * len(TEXTS) + 1
    assert utdata.formulas(rows) == []
    for other in ",\t":
        assert utdata.formulas(utdata.csv_cells(files["csv"], other), numbers=True) == []
    assert utdata.xlsx_formulas(files["xlsx"]) == []
    with pytest.warns(UserWarning, match="no default style"):
        sheet = openpyxl.load_workbook(files["xlsx"]).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    written = {without_quotes(row[0]) for row in rows}
    in_cells = {without_quotes(str(row[0].value)) for row in sheet.iter_rows()}
    for payload in range(len(TEXTS)):
        name = without_quotes(marked(payload, falt.NUMBER["insats/namn"]))
        assert name in written
        assert name in in_cells
    assert sum("08-465 004 10" in row[-2] for row in rows) == 2 * len(TEXTS)  # numbers are whole
    assert done == []


def test_nothing_a_visitor_is_led_to_or_types_runs(new_page: Any, server: str):
    page, done = watched(new_page)
    tally = Tally()
    besokare.try_addresses(page, server, SAMPLE, tally)
    besokare.try_typing(page, server, SAMPLE[:1], tally)
    besokare.try_storage(page, server, SAMPLE[-1:], tally)
    assert found(tally, done) == ([], [], [])


@pytest.mark.parametrize("name", ["../../annat", "/annat"])
def test_no_name_of_a_record_leads_out_of_the_folder(name: str, tmp_path: Path):
    (tmp_path / "x").mkdir()
    record = Record(name, example({"id": name}), "x.yaml")
    with contextlib.suppress(Exception):  # how it is refused does not matter
        run_pelican(tmp_path / "x" / "ut", INSATSER=str(tmp_path),
                    KATALOGER=make_catalogs([record], ()))
    assert all(written.startswith("x/ut/") for written in contents(tmp_path))


def refused(payload: int, path: falt.Path, folder: Path) -> bool:
    """Is a sound record refused when one of its texts is a payload?"""
    data = example({"id": "prov"})
    falt.put(data, path, lambda _: TEXTS[payload])
    return bool(errors(read_record(dump(data, folder, "prov"))[1]))


def test_the_checks_refuse_tags_scripts_templates_and_what_does_not_show(tmp_path: Path):
    signs = ("<s", "<i", "<m", "<d", "<b", "<f", "</", "<!", "{{", "{%", "{#", "javascript:",
             "\u202e", "\x00", "\u200b", "\u2028", "\ufffe", "data:text")  # fmt: skip
    for number, text in enumerate(TEXTS):
        path = falt.RECORD[number % len(falt.RECORD)]
        if any(sign in text.lower() for sign in signs):
            assert refused(number, path, tmp_path), (text, path)


@pytest.mark.parametrize("path", falt.WEB)
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_checks_refuse_every_address_that_is_none(address: str, path: Any, tmp_path: Path):
    data = example({"id": "prov", "kallor.0.webb": "https://provinsats.se"})
    falt.put(data, path, lambda _: address)
    data["vagar_in"] = []
    assert errors(read_record(dump(data, tmp_path, "prov"))[1])


# That the tests above can fail.

BAD = "<!doctype html><title>x</title><body>{}"


@pytest.mark.parametrize("payload", [number for number, text in enumerate(TEXTS)
                                     if "<" in text and "refresh" not in text
                                     and "<\u200b" not in text])  # fmt: skip
def test_a_payload_that_breaks_out_is_seen(payload: int, browser: Any, tmp_path: Path):
    (tmp_path / "index.html").write_text(BAD.format(
        f"<p title='{marked(payload, 0)}'>x</p>{marked(payload, 0)}<p>"), encoding="utf-8")
    for address in _serve(tmp_path):
        page = browser.new_page()
        page.goto("about:blank")
        page.add_init_script(SCRIPT)
        page.route("**/ond.example/**", lambda route: route.abort())
        page.goto(address, wait_until="commit")
        page.wait_for_timeout(50)
        tally = Tally()
        tally.look(page, "x")
        page.close()
        assert tally.broken or tally.run


def test_what_runs_is_seen(browser: Any):
    page = browser.new_page()
    page.add_init_script(SCRIPT)
    page.goto("data:text/html,<p>x")
    page.set_content("<img src=x onerror=smitta()><a href='javascript:smitta()'>x</a>")
    page.locator("a").click()
    page.wait_for_function("smittad.length === 2")
    tally = Tally()
    tally.look(page, "x")
    page.close()
    assert len(tally.run) == 2


def test_an_unknown_kind_of_file_is_seen():
    assert utdata.kind_of("ar/insats/x/index.html") == utdata.PAGE
    assert utdata.kind_of("sok/text/x.json") == utdata.JSON
    for name in ("feed.xml", "data/insatser.csv", "hsds/x.json", "ar/andringar.atom", "x.rdf",
                 "admin/config.yml", "passar/ny.json", "insats/x/kort.vcf"):  # fmt: skip
        assert utdata.kind_of(name) == ""


def test_formulas_are_seen(tmp_path: Path):
    text = '"a";"x,=1+1"\r\n" =1";"+46 8 530 610 00"\r\n'
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    rows = utdata.csv_cells(tmp_path / "x.csv")
    assert utdata.formulas(rows) == [" =1", "+46 8 530 610 00"]
    assert utdata.formulas(rows, numbers=True) == [" =1"]
    assert "=1+1\"" in utdata.formulas(utdata.csv_cells(tmp_path / "x.csv", ","))


# The long proof.


@pytest.mark.bevis
@pytest.mark.parametrize("turn", range(TURNS))
def test_every_payload_in_every_text(turn: int, new_page: Any, tmp_path: Path, capsys: Any):
    """Turn by turn every text has carried every payload. In the first, all that script draws is
    driven in every language with the policy on and off, and every page is opened, one with it and
    the next without."""
    every = turn == 0
    languages = [name for name in load_languages() if name != "sv"]
    own = languages if every else [languages[turn % len(languages)]]
    real = [] if turn % 2 else ["--utgivare"]
    guide = poisoned_guide(tmp_path, turn, ",".join(own), *real)
    tally, csp_too = Tally(), (True, False) if every else (False,)
    for home in _serve(guide):
        page, done = watched(new_page)
        page.goto(f"{home}utan-nat/")
        tally.read(page, pages_of(guide, home), "sidor")
        for csp in csp_too:
            page, more = watched(new_page, csp)
            for prefix in ("", *(f"{name}/" for name in own)):
                drive(page, home + prefix, tally, vyer.NAMES[turn % 2::2] if every else FEW)
            for address in pages_of(guide, home)[csp::2] if every else ():
                page.goto(address)
                tally.look(page, "öppnade")
            done += more
        files = vyer.table(page, home, Tally(), tmp_path)
        assert utdata.formulas(utdata.csv_cells(files["csv"])) == []
        assert utdata.xlsx_formulas(files["xlsx"]) == []
    utdata.read_data(guide, tally)
    assert found(tally, done) == ([], [], [])
    places = {(payload, number, where.split()[0]) for payload, number, where in tally.carried}
    with capsys.disabled():
        sys.stdout.write(f"\nomgång {turn + 1} av {TURNS}: {len(TEXTS)} laster, "
              f"{len({number for _, number in tally.pairs()})} fält, {len(places)} (last, fält, "
              f"utdata), {len(tally.carried)} ställen, {sum(tally.carried.values())} gånger; "
              f"körda {len(tally.run)}, utbrutna {len(tally.broken)}\n")


@pytest.mark.bevis
@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_every_payload_of_a_visitor(prefix: str, new_page: Any, server: str):
    page, done = watched(new_page)
    tally = Tally()
    besokare.try_addresses(page, server + prefix, (*TEXTS, *ADDRESSES), tally)
    besokare.try_typing(page, server + prefix, TEXTS, tally)
    besokare.try_storage(page, server + prefix, (*TEXTS, *ADDRESSES), tally)
    assert found(tally, done) == ([], [], [])


@pytest.mark.bevis
def test_every_payload_in_every_field_of_a_record_is_refused_or_text(tmp_path: Path, capsys: Any):
    told = Counter(refused(payload, path, tmp_path)
                   for payload in range(len(TEXTS)) for path in falt.RECORD)
    assert sum(told.values()) == len(TEXTS) * len(falt.RECORD)
    assert told[True] > told[False] > 0  # what is let through is text, and carried above
    with capsys.disabled():
        sys.stdout.write(f"\n{sum(told.values())} poster med en last: {told[True]} vägrade, "
              f"{told[False]} släpptes in som text\n")
