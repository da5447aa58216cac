"""What a visitor can send about a page: ready without script, refined by it, about nobody."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree.ElementTree import Element

import pytest

from katalog import swedish
from katalog.paths import SCHEMA
from katalog.serve import start_server
from katalog.vocabularies import load_vocabularies
from tests.conftest import Pages, change, checkout, katalog, links, parse, text
from tests.granskning import matt
from tests.granskning.sida import axe, prepare

WORDS = load_vocabularies()
ODD_NAME = 'Stöd & "råd" $& 100 %'
ISSUES = "https://github.com/org/guide/issues"
PUBLISHER = """webbplats: Guiden
namn: Förbundet Exempel
epost: kansli@exempel.se
webbadress: https://guide.exempel.se
organisationsnummer: "222000-0000"
rapportadress: tillganglighet@exempel.se
arenden: https://github.com/org/guide/issues
svarsdagar: 5
"""


def section(page: Element) -> Element:
    return page.find(".//section[@aria-labelledby='stammer']")


def newest(data: dict) -> str:
    source = max(data["kallor"], key=lambda source: source["datum"])
    return source.get("datum_text") or swedish.date_text(source["datum"])


def test_every_field_is_one_of_the_record_or_something_else():
    schema = json.loads((SCHEMA / "insats.schema.json").read_text(encoding="utf-8"))
    assert set(WORDS["falt"].values) - {"annat"} <= set(schema["properties"])
    assert "annat" in WORDS["falt"].values
    assert "annat" in WORDS["avvikelse"].values


def test_every_insats_has_two_ready_texts_and_says_that_nobody_receives_them(
        pages: Pages, records: dict):
    for name, data in records.items():
        part = section(pages[f"insats/{name}/index.html"])
        assert "Det går inte att skicka rättelser än: ingen utgivare finns." in text(part)
        assert "Säg det till kommunen eller den som har insatsen." in text(part)
        assert "I guiden heter" not in text(part)
        assert "Skriv inget om din hälsa. Skriv inga personnamn." in text(part)
        areas = list(part.iter("textarea"))
        assert [text(each) for each in part.iter("summary")] == [
            "Uppgifterna stämmer", "Något stämmer inte"]
        assert len(areas) == 2
        for area in areas:
            assert "readonly" not in area.attrib
            for known in (f"({name})", data["namn"], f"/insats/{name}/", newest(data)):
                assert known in "".join(area.itertext()), name
        assert not [link for link in links(part) if re.match("mailto:|http", link)], name


def test_it_stays_out_of_the_search_index(pages: Pages, records: dict):
    for name in records:
        page = pages[f"insats/{name}/index.html"]
        for body in [each for each in page.iter() if "data-pagefind-body" in each.attrib]:
            assert section(page) not in list(body.iter()), name


def opened(page: Any, address: str) -> Any:
    """Open a page and unfold "Något stämmer inte"; return that part."""
    page.goto(address)
    page.get_by_text("Något stämmer inte", exact=True).click()
    return page.locator("details[open]")


def test_a_choice_is_written_on_its_line(page: Any, server: str):
    part = opened(page, f"{server}insats/samsas/")
    before = part.locator("textarea").input_value().split("\n")
    part.get_by_label("Vad det gäller").select_option("villkor")
    part.get_by_label("Vad som är fel").select_option("nya-villkor")
    after = part.locator("textarea").input_value().split("\n")
    assert [line for line in after if line not in before] == [
        "Gäller: Villkoren (villkor)", "Fel: Villkoren är andra (nya-villkor)"]
    assert len(after) == len(before)
    part.get_by_label("Vad det gäller").select_option("")
    part.get_by_label("Vad som är fel").select_option("")
    assert part.locator("textarea").input_value().split("\n") == before


def test_what_was_typed_stays_when_something_is_chosen(page: Any, server: str):
    part = opened(page, f"{server}insats/samsas/")
    area = part.locator("textarea")
    part.get_by_label("Vad det gäller").select_option("villkor")
    area.fill(area.input_value().replace("(villkor)", "(villkor) Åldern").replace(
        "borde stå:", "borde stå: Från 18 år."))
    part.get_by_label("Vad det gäller").select_option("kontakter")
    part.get_by_label("Vad som är fel").select_option("annat")
    written = area.input_value().split("\n")
    assert "Skriv här hur det borde stå: Från 18 år." in [line.strip() for line in written]
    (line,) = [line for line in written if line.startswith("Gäller:")]
    assert line.endswith("(kontakter) Åldern")
    area.fill("Bara mina egna ord")
    part.get_by_label("Vad som är fel").select_option("nya-villkor")
    assert area.input_value() == "Bara mina egna ord\nFel: Villkoren är andra (nya-villkor)"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_whole_text_is_seen_at_once(page: Any, server: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    part = opened(page, f"{server}insats/samverkansplattformar-nyanlanda/")
    part.get_by_label("Vad det gäller").select_option("vagar_in")
    part.get_by_label("Vad som är fel").select_option("nya-villkor")
    assert part.locator("textarea").evaluate("e => e.scrollHeight - e.clientHeight") <= 0


def test_the_text_is_copied_and_nothing_is_sent(new_page: Any, server: str):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    part = opened(page, f"{server}insats/samsas/")
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    part.get_by_label("Vad det gäller").select_option("kontakter")
    part.get_by_role("button", name="Kopiera texten").click()
    part.get_by_text("Texten är kopierad.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == part.locator("textarea").input_value()
    assert "(kontakter)" in copied
    assert asked == []
    assert page.url == f"{server}insats/samsas/"
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("broken", [
    "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
    "void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))"])
def test_where_nothing_can_be_copied_the_text_is_marked(page: Any, server: str, broken: str):
    part = opened(page, f"{server}insats/samsas/")
    page.evaluate(broken)
    part.get_by_role("button", name="Kopiera texten").click()
    part.get_by_text("Texten är markerad. Kopiera den själv.").wait_for()
    area = part.locator("textarea")
    assert area.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)") == (
        area.input_value())


def test_without_script_the_text_is_there_and_nothing_that_does_not_work(
        new_page: Any, server: str):
    page = new_page(java_script_enabled=False)
    part = opened(page, f"{server}insats/samsas/")
    assert "(samsas)" in part.locator("textarea").input_value()
    assert part.locator("select:visible, button:visible").count() == 0


def test_it_is_not_printed(page: Any, server: str):
    page.goto(f"{server}insats/samsas/")
    assert page.locator("#stammer").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("#stammer").is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_unfolded_it_follows_wcag_and_fits(new_page: Any, server: str, width: int, scheme: str):
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme,
                    bypass_csp=True)
    opened(page, f"{server}insats/samsas/")
    page.get_by_text("Uppgifterna stämmer", exact=True).click()
    prepare(page)
    assert [*axe(page), *matt.as_it_stands(page)] == []


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide with a publisher, and an insats whose name is hard to put in an address."""
    root = checkout(tmp_path_factory.mktemp("eget") / "guiden")
    (root / "utgivare.yaml").write_text(PUBLISHER, encoding="utf-8", newline="\n")
    change(root / "insatser/samsas.yaml", "^namn: SAMsas$", f"namn: '{ODD_NAME}'")
    site = root.parent / "ut"
    done = katalog("bygg", "--ut", site, "--sprak", "sv", root=root)
    assert done.returncode == 0, done.stdout
    return site


def test_with_a_publisher_plain_links_carry_the_whole_text(published: Path):
    part = section(parse(published / "insats/samsas/index.html"))
    assert "ingen utgivare" not in text(part)
    assert not list(part.iter("button"))
    for number, area in enumerate(part.iter("textarea")):
        assert "readonly" in area.attrib, "without script what is typed would be lost"
        written = "".join(area.itertext())
        assert f"Insats: {ODD_NAME} (samsas)" in written
        assert "https://guide.exempel.se/insats/samsas/" in written
        mail, issue = links(part)[2 * number:2 * number + 2]
        assert urlsplit(mail).path == "kansli@exempel.se"
        subject, body = re.fullmatch("subject=(.*)&body=(.*)", urlsplit(mail).query).groups()
        assert unquote(subject).endswith(": samsas")
        assert unquote(body) == written.replace("\n", "\r\n")
        assert issue.startswith(f"{ISSUES}/new?")
        assert parse_qs(urlsplit(issue).query) == {
            "template": ["rattelse.yml"], "id": ["samsas"], "oklart": [written]}


def test_with_a_publisher_choices_end_up_in_both_links(page: Any, published: Path):
    running = start_server(published.resolve(), port=0)
    try:
        part = opened(page, f"http://127.0.0.1:{running.server_address[1]}/insats/samsas/")
        part.get_by_label("Vad det gäller").select_option("vagar_in")
        part.get_by_label("Vad som är fel").select_option("annat")
        area = part.locator("textarea")
        area.fill(f"{area.input_value()}\nMed egna ord")
        written = area.input_value()
        mail, issue = part.locator("a").evaluate_all("all => all.map(a => a.href)")
    finally:
        running.shutdown()
        running.server_close()
    assert "Gäller: Vem som kan ta kontakt (vagar_in)" in written
    assert mail.startswith("mailto:kansli@exempel.se?subject=")
    assert unquote(mail.split("&body=")[1]) == written.replace("\n", "\r\n")
    assert parse_qs(urlsplit(issue).query)["oklart"] == [written]
