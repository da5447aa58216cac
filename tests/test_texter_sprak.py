"""A page in another language says nothing in Swedish but names and what it marks as Swedish.

The language is one of the tests' own (provsprak.py): what is translated stands in ⟦brackets⟧.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from katalog.extract_texts import source_texts
from katalog.languages import SCRIPTS, load_languages
from katalog.serve import start_server
from katalog.vocabularies import load_vocabularies
from tests import provsprak
from tests.matt_sok import ask
from tests.test_allt_oversatts import strange

HOME = f"{provsprak.ID}/"
# Names that are the same in every language, beside places and short names.
NAMES = {word for value in load_vocabularies()["organisation"].values.values()
         for word in value["title"].split()} | {provsprak.NAME}
# What can be seen of a page, but for what it says is Swedish.
SEEN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const place = walker.currentNode.parentElement;
    const swedish = place.closest("[lang]").lang === "sv";
    if (!swedish && !place.closest("script, style, template, noscript")) {
      found.push(walker.currentNode.data);
    }
  }
  return found.join(" ");
}"""
# What is read out, but for the name of an insats that stands in it.
READ_OUT = """() => [...document.querySelectorAll("[aria-label]")].map((each) => {
  const item = each.closest("[data-insats]")?.querySelector("a").textContent;
  return each.getAttribute("aria-label").replace(item, "");
})"""
LIST = "#lista=mia-hbs,din-tur,samsas"
FITS = "#kommun=huddinge&alder=30&forsorjning=sjukpenning&malgrupp=psykisk-ohalsa"
# Address, what is there when the page is drawn, and what a visitor has brought along.
VIEWS = {
    "a-o/#kommun=huddinge&alder=30": ("#urval li", set()),
    "a-o/#kommun=finns-ej": ("#besked:not(:empty)", set()),
    "kommun/huddinge/#forsorjning=sjukpenning": ("#urval li", set()),
    "sok/#q=sjukskriven": ("#traffar li", set()),
    "sok/#q=autism+22+år+Tyresö": ("#traffar li", set()),
    "sok/#q=arbetsförmedligen": ("#forstatt strong", {"arbetsförmedligen"}),
    "sok/#q=pizza": ("#forstatt a", set()),
    "sok/#q=jobb": ("#forstatt h2", set()),
    "sok/#q=självmord": ("#forstatt .nod", {"sjalvmord"}),
    "hitta-ratt/#steg=1": ("#forslag li", set()),
    f"hitta-ratt/{FITS}&steg=5": ("#nasta .banner", set()),
    "hitta-ratt/#kommun=haninge&alder=19&inskriven_af=nej&steg=5": ("#nasta .banner", set()),
    "handlaggare/": ("#tabell tbody tr", set()),
    "handlaggare/#kommun=huddinge&alder=45": ("#tabell .grupp", set()),
    f"min-lista/{LIST}": ("#vy li[data-insats]", set()),
    f"min-lista/{LIST}&visa=jamfor&jamfor=mia-hbs,samsas,din-tur": ("#vy tbody tr", set()),
    "min-lista/#lista=mia-hbs&visa=jamfor": ("#vy [data-svar]", set()),
    f"min-lista/{LIST}&visa=hafte": (".hafte article", set()),
    "min-lista/#lista=finns-ej": ("#vy .notis", set()),
    "insats/mia-hbs/": ("main h1", set()),
}  # fmt: skip


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in Swedish and in the language of the tests."""
    return provsprak.make(tmp_path_factory.mktemp("provsprak") / "sajt")


@pytest.fixture(scope="module")
def marked_server(marked: Path) -> Iterator[str]:
    running = start_server(marked, port=0)
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


def unfold(page: Any) -> None:
    for summary in page.locator("main details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_not_translated_is_a_name_or_marked_as_swedish(
        new_page: Any, marked_server: str, view: str):
    page = new_page()
    drawn, brought = VIEWS[view]
    page.goto(f"{marked_server}{HOME}{view}")
    page.locator(drawn).first.wait_for()
    page.wait_for_load_state("networkidle")
    unfold(page)
    seen = page.evaluate(SEEN)
    assert "⟦" in seen
    assert not words_left(seen) - brought
    for name in page.evaluate(READ_OUT):
        assert not words_left(name) - brought


def words_left(text: str) -> set[str]:
    """Return the words outside brackets that are no names, addresses or keys."""
    return {word for word in strange(text) if word not in NAMES and not word.startswith("http")}


def test_the_language_gets_what_the_scripts_say_and_nothing_else(marked: Path):
    found = {message.id[0] if message.pluralizable else message.id for message in source_texts()
             if any(SCRIPTS in file for file, _ in message.locations)}
    assert set(json.loads((marked / HOME / "texter.json").read_text("utf-8"))) == found
    assert not (marked / "texter.json").exists()


def test_a_hit_is_in_the_language_where_the_insats_has_it_and_marked_where_not(
        page: Any, marked_server: str):
    page.goto(f"{marked_server}{HOME}sok/")
    for name, mark in ((provsprak.TRANSLATED, None), ("mia-hbs", "sv")):
        assert name in ask(page, name.replace("-", " ").replace(" hbs", ""))
        hit = page.locator(f"#traffar [data-insats={name}]")
        for part in ("a", "[data-text]"):
            assert hit.locator(part).get_attribute("lang") == mark
            assert hit.locator(part).get_attribute("dir") == (mark and "ltr")
        assert f"/{HOME}insats/{name}/" in hit.locator("a").evaluate("link => link.href")
    assert page.locator("#traffar [data-insats=mia-hbs] [data-kommun]").inner_text() == (
        "Botkyrka, Huddinge and Salem")
    ask(page, "din tur")
    hit = page.locator(f"#traffar [data-insats={provsprak.TRANSLATED}]")
    assert hit.locator("a").inner_text() == provsprak.OWN["namn"]
    assert hit.locator("[data-text]").inner_text() == provsprak.OWN["sammanfattning"]


def test_a_hit_whose_own_words_do_not_come_is_swedish_and_marked(
        browser: Any, marked_server: str):
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/sok/text/*.json", lambda route: route.abort())
        page.goto(f"{marked_server}{HOME}sok/")
        ask(page, "din tur")
        link = page.locator(f"#traffar [data-insats={provsprak.TRANSLATED}] a")
        assert (link.inner_text(), link.get_attribute("lang")) == ("Din Tur", "sv")


def test_only_what_an_insats_says_itself_in_a_language_is_written_for_its_hits(marked: Path):
    assert [path.name for path in (marked / HOME / "sok/text").iterdir()] == [
        f"{provsprak.TRANSLATED}.json"]
    assert not (marked / "sok/text").exists()


def test_a_mail_is_in_the_language_and_tells_what_the_swedish_words_mean(
        page: Any, marked_server: str):
    page.goto(f"{marked_server}{HOME}min-lista/#lista={provsprak.TRANSLATED}")
    address = page.locator("[data-mejl]").get_attribute("href")
    body = parse_qs(urlsplit(address).query)["body"][0]
    assert f"1. {provsprak.OWN['namn']} (" in body
    assert provsprak.OWN["sammanfattning"] in body
    assert "⟦Så kan du säga⟧: Hej! Jag vill anmäla mig till Din Tur." in body
    assert "⟦Det betyder: ⟦Hej! Jag vill anmäla mig till Din Tur." in body


def test_a_line_of_contact_is_swedish_only_as_far_as_its_name(page: Any, marked_server: str):
    page.goto(f"{marked_server}{HOME}min-lista/#lista=samsas")
    line = page.locator("[data-kontakt] li").first
    expect(line.locator("span")).to_have_text("Specialpedagog och projektledare SAMsas")
    assert line.locator("span").get_attribute("lang") == "sv"
    assert line.locator("a").get_attribute("href").startswith("tel:+46")
    page.goto(f"{marked_server}min-lista/#lista=samsas")
    assert page.locator("[data-kontakt] li").first.locator("span").count() == 0


def test_names_among_the_labels_keep_their_capital_as_in_python(
        page: Any, marked_server: str):
    page.goto(f"{marked_server}{HOME}hitta-ratt/")
    labels = ["Kommunen", "Stockholms län", "Stöd", "SFI", "", "Å", "Öppet"]
    found = page.evaluate("""async (labels) => {
      const { lowerFirst } = await import(new URL("../../theme/js/passar/meningar.js", location));
      return labels.map(lowerFirst);
    }""", labels)
    assert found == [provsprak.LANGUAGE.lower_first(label) for label in labels]
    assert found == ["Kommunen", "Stockholms län", "stöd", "SFI", "", "å", "öppet"]


@pytest.mark.parametrize("home", ["en/", "ar/", "fi/", "so/", "lattlast/"])
def test_every_language_searches_the_swedish_index_as_swedish_does(
        page: Any, server: str, home: str):
    """Pagefind chooses index and endings by the language of the page; there is only one."""
    for query in ("sjukskriven", "adhd", "träning", "long-term unemployed", "sjuksrkiven"):
        page.goto(f"{server}sok/")
        swedish = ask(page, query)
        page.goto(f"{server}{home}sok/")
        assert ask(page, query) == swedish != [], query


def test_dates_and_lists_are_those_of_the_language(page: Any, server: str):
    found = {}
    for home in ("", "en/", "ar/", "fi/"):
        page.goto(f"{server}{home}hitta-ratt/")
        found[home] = page.evaluate("""async () => {
          const root = document.querySelector("link[rel=stylesheet]").href;
          const { inWords } = await import(new URL("../js/datum.js", root));
          const { listed } = await import(new URL("../js/texter.js", root));
          return [inWords("2026-02-12"), inWords("2017-08"), inWords("2026"),
            listed(["a", "b", "c"])];
        }""")
    assert found[""] == ["12 februari 2026", "augusti 2017", "2026", "a, b och c"]
    assert found["en/"] == ["12 February 2026", "August 2017", "2026", "a, b and c"]
    assert found["fi/"] == ["12. helmikuuta 2026", "elokuu 2017", "2026", "a, b ja c"]
    for home, language in load_languages().items():
        if f"{home}/" in found:
            assert found[f"{home}/"][:3] == [
                language.date(day) for day in ("2026-02-12", "2017-08", "2026")], home
