"""/handlaggare/: the table with and without script, its filters, files, keys and addresses."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import expect

from katalog import table
from katalog.catalog import make_catalog
from katalog.criteria import load_criteria
from katalog.facts import facts
from katalog.matching import FITS, MAYBE, NOT, sift
from katalog.records import load_records
from tests.conftest import Pages, text

SOURCES = "2026-03-01"  # a day when nothing that the sources plan has ended
CATALOG = make_catalog(load_records()[0])
FACTS = {post.id: facts(post.data) for post in CATALOG.posts.values()}
UNTOLD = {"vet inte", "se sidan"}
VIEW = "#kommun=botkyrka&alder=45&forsorjning=sjukpenning"


@pytest.fixture
def desk(new_page: Any, server: str) -> Any:
    """The page on a desk, with script done."""
    return opened(new_page(viewport={"width": 1280, "height": 900}), server)


def opened(page: Any, server: str, view: str = "") -> Any:
    page.clock.set_fixed_time(SOURCES)
    page.goto(f"{server}handlaggare/{view}")
    page.locator("#verktyg").wait_for()
    return page


def rows(page: Any) -> list[list[str]]:
    """Every row as [id, cell, …], what one can do left out."""
    return page.locator("#tabell tbody tr[data-insats]").evaluate_all(
        "all => all.map(row => [row.dataset.insats, ...[...row.cells].slice(0, 9)"
        ".map(cell => cell.textContent.trim().replace(/\\s+/g, ' '))])")


def groups(page: Any) -> dict[str, list[str]]:
    """The ids under each heading of the table; '' when there is none."""
    return dict(page.locator("#tabell tbody").evaluate_all(
        "all => all.map(body => [body.querySelector('.grupp')?.textContent ?? '', "
        "[...body.querySelectorAll('[data-insats]')].map(row => row.dataset.insats)])"))


def ask(page: Any, words: str) -> None:
    """Type in the box and wait until it is understood."""
    page.fill("#ord", words)
    page.press("#ord", "Enter")
    expect(page.locator("#ruta")).to_have_attribute("aria-busy", "false")


def draw_all(page: Any) -> None:
    while page.locator("#fler").is_visible():
        page.locator("#fler").click()


def test_without_script_the_table_holds_every_insats(pages: Pages):
    found = [row.get("data-insats")
             for row in pages["handlaggare/index.html"].iter("tr") if row.get("data-insats")]
    assert found == list(CATALOG.posts)


def test_with_script_every_cell_is_the_same(desk: Any, pages: Pages):
    draw_all(desk)
    written = [[row.get("data-insats"), *(text(cell) for cell in row)]
               for row in pages["handlaggare/index.html"].iter("tr") if row.get("data-insats")]
    assert rows(desk) == written


def test_what_was_to_end_is_not_said_to_be_there_afterwards(page: Any, server: str):
    """Lumena was to end in April 2026: by the visitor's own date, not the build's."""
    for day, mark in (("2026-04-30", ""), ("2026-05-01", "Kanske kvar")):
        page.clock.set_fixed_time(day)
        page.goto(f"{server}om/")
        page.goto(f"{server}handlaggare/#q=lumena&sort=-namn")
        page.locator("#verktyg").wait_for()
        name = next(row[1] for row in rows(page) if row[0] == "lumena")
        assert name.removeprefix("Lumena").strip() == mark


def test_unknown_is_said_and_never_left_empty():
    for post in CATALOG.posts.values():
        assert all(table.cells(post, CATALOG)), post.id
    assert "vet inte" in table.cells(CATALOG.posts["ips-huddinge"], CATALOG)
    assert table.cells(CATALOG.posts["start"], CATALOG)[2].endswith("(krav: IF, Autism)")
    assert table.cells(CATALOG.posts["lumena"], CATALOG)[1] == "se sidan"


@pytest.mark.parametrize("choice", [
    {"kommun": ["botkyrka"]},
    {"kommun": ["huddinge", "haninge"], "alder": 21},
    {"kommun": ["botkyrka"], "alder": 45, "forsorjning": ["sjukpenning"]},
    {"malgrupp": ["uvas", "autism"], "insatstyp": ["stod-till-arbete"]},
    {"metod": ["case-management"]},
    {"vag_in": ["individ", "vard"], "lage": ["nu"]},
    {"intag": ["ko", "oppet"]},
    {"lage": ["slut"]},
    {"alder": 0},
], ids=str)  # fmt: skip
def test_a_choice_lets_through_what_the_rule_says(
        new_page: Any, server: str, choice: dict[str, Any]):
    view = "&".join(f"{name}={','.join(value) if isinstance(value, list) else value}"
                    for name, value in choice.items())
    page = opened(new_page(), server, f"#{view}")
    draw_all(page)
    shown = groups(page)
    expected: dict[str, set[str]] = {}
    for name, stated in FACTS.items():
        verdict = sift(choice, stated, load_criteria())
        if verdict != NOT:
            expected.setdefault(place_of(name, verdict, choice), set()).add(name)
    assert {title.rsplit(" (", 1)[0]: set(ids) for title, ids in shown.items()} == expected
    assert all(title.endswith(f" ({len(ids)})") for title, ids in shown.items())


def place_of(name: str, verdict: str, choice: dict[str, Any]) -> str:
    """The heading that an insats stands under."""
    post = CATALOG.posts[name]
    if post.stage == "slut" and "slut" not in choice.get("lage", []):
        return "Avslutade"
    is_person = not {"alder", "forsorjning", "malgrupp"}.isdisjoint(choice)
    if is_person and post.badge == "samverkan":
        return "Inget man söker själv"
    return {FITS: "Passar", MAYBE: "Går inte att avgöra"}[verdict]


def test_the_likeliest_stands_first_and_what_is_over_last(desk: Any, server: str):
    opened(desk, server, VIEW)
    shown = groups(desk)
    assert [title.rsplit(" (", 1)[0] for title in shown] == [
        "Går inte att avgöra", "Inget man söker själv", "Avslutade"]
    assert next(iter(shown.values()))[:2] == ["mia-hbs", "samsas"]  # only their age is open
    assert "Oklart: ålder" in rows(desk)[0][1]


@pytest.mark.parametrize(("words", "view", "missed"), [
    ("botkyrka 45 sjukpenning", "#kommun=botkyrka&forsorjning=sjukpenning&alder=45", ""),
    ("UVAS huddinge", "#kommun=huddinge&malgrupp=uvas", ""),
    ("huddinge 21 ingen inkomst ej gymnasium",
     "#kommun=huddinge&forsorjning=ingen&malgrupp=ej-fullfoljt-gymnasium&alder=21", ""),
    ("npf 22 år tyresö", "#kommun=tyreso&malgrupp=npf&alder=22", ""),
    ("haninge huddinge 30", "#kommun=haninge,huddinge&alder=30", ""),
    ("147 30 45", "#kommun=botkyrka&alder=45", ""),
    ("autsm", "#malgrupp=autism", ""),
    ("soc", "#vag_in=socialtjanst", ""),
    ("FK", "#vag_in=handlaggare-fk", ""),
    ("kö", "#intag=ko", ""),
    ("ingen kö", "", "ingen kö"),
    ("inte sjukpenning botkyrka", "#kommun=botkyrka", "inte sjukpenning"),
    ("egen anmälan haninge", "#kommun=haninge&vag_in=individ", ""),
    ("mia", "#q=mia", ""),
    ("huddinge bilbesiktning", "#kommun=huddinge", "bilbesiktning"),
    ("2 barn 35", "", "2, 35"),
    ("850312-1234 botkyrka", "#kommun=botkyrka", "personnummer"),
    ("19850312-1234", "", "personnummer"),
    ("500 år", "", "500"),
    ("plats", "", "plats"),
])  # fmt: skip
def test_the_box_understands_what_a_caseworker_writes(
        desk: Any, words: str, view: str, missed: str):
    ask(desk, words)
    expect(desk.locator("#kvitto")).to_contain_text(missed)
    assert desk.evaluate("decodeURIComponent(location.hash)") == view
    assert rows(desk)
    if not missed:
        assert desk.locator("#kvitto").inner_text() == ""


def test_a_name_is_found_and_can_be_taken_away_again(desk: Any):
    ask(desk, "mia")
    assert {row[0] for row in rows(desk)} == {"mia-hbs", "mia-lan"}
    ask(desk, "2023")  # nothing has it: it must not empty the table
    assert {row[0] for row in rows(desk)} == {"mia-hbs", "mia-lan"}
    desk.get_by_role("button", name="Ta bort ”mia”").click()
    assert len(rows(desk)) > 5


def test_what_nothing_fits_is_told(desk: Any, server: str):
    opened(desk, server, "#kommun=botkyrka&vag_in=arbetsgivare&insatstyp=eget-foretag")
    assert not {"Passar", "Går inte att avgöra"} & {
        title.rsplit(" (", 1)[0] for title in groups(desk)}
    assert desk.locator("#besked").inner_text().startswith("Inget passar allt du har valt")


def test_after_the_box_the_keyboard_is_at_the_rows(desk: Any):
    ask(desk, "botkyrka")
    expect(desk.locator(".rulla")).to_be_focused()
    desk.keyboard.press("j")
    assert desk.evaluate("document.activeElement.closest('[data-insats]') !== null")


def test_typing_is_not_lost_when_words_cannot_be_fetched(browser: Any, server: str):
    page = browser.new_context().new_page()
    page.context.route("**/sok/ord.json", lambda route: route.fulfill(status=404, body=""))
    opened(page, server)
    page.fill("#ord", "botkyrka")
    page.press("#ord", "Enter")
    expect(page.locator("#kvitto")).to_contain_text("Något gick inte att hämta")
    assert page.input_value("#ord") == "botkyrka"
    page.context.close()


def test_choices_in_the_lists_have_counts_and_can_be_taken_back(desk: Any):
    desk.get_by_text("Välj i listor").click()
    desk.locator(".facett summary", has_text="Kommun").click()
    option = desk.locator(".facett .val", has_text="Tyresö")
    here = [name for name, stated in FACTS.items()
            if (stated["kommun"] == "*" or "tyreso" in (stated["kommun"] or []))
            and CATALOG.posts[name].stage != "slut"]
    assert " ".join(option.inner_text().split()) == f"Tyresö ({len(here)})"
    option.locator("input").check()
    assert desk.evaluate("location.hash") == "#kommun=tyreso"
    draw_all(desk)
    assert f"Passar ({len(here)})" in groups(desk)
    desk.locator(".facett summary", has_text="Ålder").click()
    desk.get_by_label("Ålder i år").fill("20")
    desk.get_by_label("Ålder i år").press("Enter")
    assert desk.evaluate("location.hash") == "#kommun=tyreso&alder=20"
    desk.get_by_role("button", name="Ta bort Tyresö").click()
    assert desk.evaluate("location.hash") == "#alder=20"
    desk.go_back()
    assert desk.get_by_role("button", name="Ta bort Tyresö").is_visible()
    desk.get_by_role("button", name="Rensa allt").click()
    assert desk.evaluate("location.hash") == ""
    assert desk.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_columns_sort_both_ways_with_the_unknown_last(desk: Any):
    draw_all(desk)
    heading = desk.locator("th[data-kolumn=alder]")
    heading.get_by_role("button").click()
    draw_all(desk)
    ages = [row[3] for row in rows(desk)]
    known = [age for age in ages if age not in UNTOLD]
    assert ages[:len(known)] == known
    assert known[0] == "upp till 19 år"
    assert len(known) < len(ages)
    assert heading.get_attribute("aria-sort") == "ascending"
    heading.get_by_role("button").click()
    draw_all(desk)
    down = [row[3] for row in rows(desk)]
    assert down[0] == "18 år eller äldre"
    assert set(down[len(known):]) == UNTOLD
    heading.get_by_role("button").click()
    assert [row[0] for row in rows(desk)][:30] == list(CATALOG.posts)[:30]


def test_a_view_is_its_address_columns_and_order_too(new_page: Any, server: str):
    page = opened(new_page(), server, f"{VIEW}&sort=-malgrupp")
    page.locator("#installningar summary").click()
    page.get_by_label("Huvudman").uncheck()
    seen = rows(page)
    assert page.locator("th", has_text="Huvudman").is_hidden()
    address = page.evaluate("location.href")
    page.reload()
    page.locator("#verktyg").wait_for()
    assert rows(page) == seen
    other = new_page()
    other.clock.set_fixed_time(SOURCES)
    other.goto(address)
    other.locator("#verktyg").wait_for()
    assert rows(other) == seen
    assert other.locator("th", has_text="Huvudman").is_hidden()


def test_chosen_columns_are_remembered_here(desk: Any, server: str):
    desk.locator("#installningar summary").click()
    desk.get_by_label("Försörjning", exact=True).last.uncheck()
    desk.goto(f"{server}om/")
    opened(desk, server)
    assert desk.locator("th", has_text="Försörjning").is_hidden()
    assert desk.locator("th[data-kolumn=kommun]").is_visible()


def downloaded(page: Any, name: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=name).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_the_selection_as_csv(desk: Any, server: str, tmp_path: Path):
    opened(desk, server, VIEW)
    raw = downloaded(desk, "Hämta CSV", tmp_path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert lines[0] == ["Namn", *(column.title for column in table.COLUMNS), "Läge", "Svar",
                        "Kontakt", "Sida"]
    assert [line[-1].split("/")[-2] for line in lines[1:]] == [row[0] for row in rows(desk)]
    assert lines[1][-3] == "Går inte att avgöra: ålder"
    assert "08-530 610 00" in lines[1][-2]


def test_the_selection_as_a_spreadsheet(desk: Any, server: str, tmp_path: Path):
    opened(desk, server, "#kommun=botkyrka")
    with pytest.warns(UserWarning, match="no default style"):
        sheet = openpyxl.load_workbook(downloaded(desk, "Hämta Excel", tmp_path)).active
    lines = list(sheet.iter_rows(values_only=True))
    draw_all(desk)
    assert [line[-1].split("/")[-2] for line in lines[1:]] == [row[0] for row in rows(desk)]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet.freeze_panes == "A2"


def test_no_cell_of_a_file_is_a_formula(desk: Any, tmp_path: Path):
    hostile = [["Namn"], ["=1+1"], ["+46"], ["-2"], ["@SUM(A1)"], ['a"b;c'], ["rad\nrad"],
               [" =1"], ["\u200b=1"], ["＝1"], ["a,=1;-1"], ['a,"=1"'], ["Ring 08-1, +46 8-1"]]
    for save, name in (("saveCsv", "csv"), ("saveXlsx", "xlsx")):
        with desk.expect_download() as started:
            desk.evaluate(f"""async (rows) => {{
              const file = await import(new URL("../theme/js/handlaggare/export.js", location));
              await file.{save}(rows);
            }}""", hostile)
        started.value.save_as(tmp_path / name)
    written = (tmp_path / "csv").read_text(encoding="utf-8-sig")
    cells = [line[0] for line in csv.reader(io.StringIO(written, newline=""), delimiter=";")]
    assert cells == ["Namn", "'=1+1", "'+46", "'-2", "'@SUM(A1)", 'a"b;c', "rad\nrad",
                     "' =1", "'\u200b=1", "'＝1", "a,'=1;'-1", 'a,"\'=1"', "Ring 08-1, +46 8-1"]
    (tmp_path / "x.xlsx").write_bytes((tmp_path / "xlsx").read_bytes())
    with pytest.warns(UserWarning, match="no default style"):
        sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert [row[0].value for row in sheet.iter_rows()] == [row[0] for row in hostile]
    assert {row[0].data_type for row in sheet.iter_rows()} == {"s"}


def test_copying_a_contact_and_the_view(new_page: Any, server: str):
    page = opened(new_page(permissions=["clipboard-read", "clipboard-write"]), server, VIEW)
    page.get_by_role("button", name="Kopiera kontakten till MIA –").click()
    expect(page.locator("#kvitto")).to_contain_text("kopierad")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("MIA – Mobilisering Inför Arbete\n")
    assert "08-530 610 00" in copied
    page.get_by_role("button", name="Kopiera länk").click()
    expect(page.locator("#kvitto")).to_contain_text("Länken")
    assert VIEW in page.evaluate("navigator.clipboard.readText()")


def test_single_keys_work_are_not_taken_from_typing_and_can_be_turned_off(desk: Any):
    desk.keyboard.press("j")
    desk.keyboard.press("j")
    second = rows(desk)[1][0]
    focused = "document.activeElement.closest('[data-insats]')?.dataset.insats"
    assert desk.evaluate(focused) == second
    desk.keyboard.press("s")
    expect(desk.locator(f"tr[data-insats={second}] .spara")).to_have_text("Sparad")
    desk.keyboard.press("k")
    assert desk.evaluate(focused) == rows(desk)[0][0]
    desk.keyboard.press("/")
    desk.keyboard.type("jks/")
    assert desk.input_value("#ord") == "jks/"
    desk.locator("#installningar summary").click()
    desk.get_by_label("Använd kortkommandon").uncheck()
    desk.reload()
    desk.locator("#verktyg").wait_for()
    desk.keyboard.press("j")
    assert desk.evaluate(focused) is None


def test_the_paper_holds_every_row_of_the_choice_and_says_what_it_is(
        new_page: Any, server: str, tmp_path: Path):
    page = opened(new_page(), server)
    page.clock.set_fixed_time("2026-11-25T10:00:00")
    page.evaluate("location.hash = '#lage=nu'")
    expect(page.locator(".grupp").first).to_be_visible()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(rows(page)) == sum(
        sift({"lage": ["nu"]}, stated, load_criteria()) != NOT for stated in FACTS.values())
    told = page.locator("#utskriven").inner_text()
    assert told.startswith("Urval: Finns enligt källan. Utskrivet 25 november 2026.")
    for hidden in ("#ruta", "#verktyg", ".spara", "nav", "#filtrera"):
        assert page.locator(hidden).first.is_hidden(), hidden


def test_the_table_works_where_nothing_can_be_stored(new_page: Any, server: str):
    page = new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', "
                         "{get() { throw new DOMException('no', 'SecurityError') }})")
    opened(page, server, VIEW)
    assert rows(page)
    page.locator("#installningar summary").click()
    page.get_by_label("Huvudman").uncheck()
    assert page.locator("th", has_text="Huvudman").is_hidden()


@pytest.mark.parametrize("junk", [
    "#kommun=atlantis", "#alder=hundra", "#sort=finnsinte", "#kol=x", "#=&&=", "#%E0%A4%A",
    "#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "#lage=constructor&kommun=__proto__",
    "#sort=constructor", "#sort=__proto__", "#__proto__=1",
])  # fmt: skip
def test_a_broken_address_breaks_nothing(new_page: Any, server: str, junk: str):
    page = opened(new_page(), server, junk)
    assert page.locator("#besked").inner_text()
    assert rows(page) or "#q=" in junk
    assert page.locator("#tabell img").count() == 0


def test_what_an_address_asks_in_vain_is_named(new_page: Any, server: str):
    page = opened(new_page(), server, "#kommun=atlantis,Huddinge&alder=999")
    assert page.locator("#besked").inner_text().startswith("Okänt i adressen: atlantis, 999.")
    assert page.locator("#valda button").all_inner_texts() == ["Huddinge"]
