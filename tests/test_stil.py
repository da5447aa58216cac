"""The style page shows every component, of real records, and figures that are worked out."""

import re
from pathlib import Path
from typing import Any

import pytest

from katalog import colours
from katalog.catalog import BADGES
from katalog.paths import THEME
from tests.conftest import Pages, links, text
from tests.granskning.sidor import VIEWS, look_at

# Dressed, but not a component of its own: what only script draws where it is needed, what is
# for paper or for one page, and what only lays other things out.
NOT_SHOWN = {
    "antal", "bokstaver", "bredd", "demo", "dold", "bara-skript", "bara-utskrift", "aven-utskrift",
    "ej-utskrift", "utskrift", "fragor", "gor", "grupp", "hafte", "hoppa",
    "jamfor", "marke", "meny", "nej", "olika", "qr", "rad", "sag", "sidhuvud",
    "sidfot", "siffror", "skal", "sortera", "spara", "kallor", "facett", "facetter",
    "vid", "akut", "smulor", "ursprung", "aterkoppling", "sprakval",
    *(f"utan-{number}" for number in range(2, 10)),
}  # fmt: skip


@pytest.fixture(scope="module")
def stil(pages: Pages) -> Any:
    return pages["stil/index.html"]


def test_it_is_not_to_be_indexed_and_the_others_are(pages: Pages, stil: Any):
    assert stil.find("head/meta[@name='robots']").get("content") == "noindex"
    assert pages["index.html"].find("head/meta[@name='robots']") is None


def test_every_component_that_is_dressed_is_shown(stil: Any):
    css = "".join(re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", path.read_text("utf-8"), flags=re.S)
                  for path in (THEME / "static/css").glob("*.css"))
    dressed = set(re.findall(r"\.([a-z][\w-]*)(?=[^;]*\{)", css))
    worn = {name for element in stil.iter() for name in (element.get("class") or "").split()}
    assert dressed - worn - NOT_SHOWN == set()
    assert dressed >= NOT_SHOWN | {"kort"}, "an exception is no longer needed"


def test_every_answer_and_a_card_of_each_are_there(stil: Any, records: dict):
    assert len(stil.findall(".//section[@data-del='svar']//span[@class]")) == len(BADGES)
    cards = stil.findall(".//section[@data-del='kort']//li[@class='kort']")
    assert 4 <= len(cards) <= len(BADGES)
    assert {card.get("data-insats") for card in cards} <= set(records)
    for card in cards:
        assert records[card.get("data-insats")]["sammanfattning"] in text(card)
    answers = [text(card.find(".//*[@class='uppgifter']")) for card in cards]
    assert len(set(answers)) == len(answers)


def test_the_contrasts_are_those_of_the_colours_that_are_sent(site: Path, stil: Any):
    css = (site / "theme/css/guide.css").read_text(encoding="utf-8")
    light, _, dark = css.partition("@media (prefers-color-scheme:dark)")
    sent = [dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", part)) for part in (light, dark)]
    sent = [sent[0], sent[0] | dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})",
                                               dark.partition("}")[0]))]
    rows = stil.findall(".//section[@data-del='kontrast']//tbody/tr")
    assert len(rows) == len(colours.PAIRS)
    for row, (front, under, _) in zip(rows, colours.PAIRS, strict=True):
        assert text(row.find("th")) == f"{front} på {under}"
        for cell, tokens in zip(row.findall("td")[:2], sent, strict=True):
            ratio = colours.written(colours.contrast(tokens[front], tokens[under]))
            assert text(cell).removeprefix("Aa ") == ratio


def test_it_leads_to_pages_that_are_there(pages: Pages, stil: Any):
    inner = [link for link in links(stil.find(".//main")) if link.startswith("../")]
    assert inner
    assert all(f"{link.removeprefix('../').partition('#')[0]}index.html" in pages for link in inner)


@pytest.mark.parametrize(("what", "selector"), [
    ("checked", ":checked"), ("disabled", "button:disabled"), ("open", "details[open] > p"),
    ("closed", "details:not([open]) > summary"), ("wrong", "[aria-invalid=true]"),
    ("current", ".sprakval [aria-current=true]"), ("saved", ".spara[data-sparad]")])
def test_every_state_is_a_real_one(new_page: Any, server: str, what: str, selector: str):
    page = look_at(new_page, server, VIEWS["stil"], "", 1280)
    if what == "saved":
        page.locator("[data-del=knappar] .spara").click()
    assert page.locator(f"{selector}:visible").count() >= 1


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_all_that_is_read_is_18_px_and_what_stands_alone_is_44(
        new_page: Any, server: str, width: int, scheme: str):
    page = look_at(new_page, server, VIEWS["stil"], "", width, color_scheme=scheme)
    small = page.evaluate("""() => [...document.querySelectorAll('body *')]
        .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.data?.trim()))
        .filter(e => parseFloat(getComputedStyle(e).fontSize) < 18)
        .map(e => e.outerHTML.slice(0, 80))""")
    assert not small
    pressed = page.locator("a, button, summary, input:not([type=checkbox]), select, .val")
    low = pressed.evaluate_all("""all => all
        .filter(e => e.checkVisibility() && !e.matches('.hoppa, p > a:not(.ensam)'))
        .filter(e => e.getBoundingClientRect().height < 43.9)
        .map(e => [e.getBoundingClientRect().height, e.outerHTML.slice(0, 120)])""")
    assert not low


@pytest.mark.parametrize("kind", ["start", "insats-ja", "sok", "lista-kommun", "stil", "om"])
def test_no_line_is_longer_than_70_letters(new_page: Any, server: str, kind: str):
    page = look_at(new_page, server, VIEWS[kind])
    longest = page.evaluate("""() => {
      let worst = ["", 0];
      for (const e of document.querySelectorAll("main :is(p, li, dd, label, summary)")) {
        if (!e.checkVisibility()) continue;
        const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), rows = new Map();
        while (walker.nextNode()) {
          const node = walker.currentNode, range = document.createRange();
          for (let at = 0; at < node.length; at++) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            if (!box.width) continue;
            const row = Math.round(box.bottom / 8);
            rows.set(row, (rows.get(row) ?? "") + node.data[at]);
          }
        }
        for (const row of rows.values()) if (row.length > worst[1]) worst = [row, row.length];
      }
      return worst;
    }""")
    assert 20 < longest[1] <= 70, longest
