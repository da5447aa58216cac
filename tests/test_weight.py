"""What pages weigh over the wire, against tests/budget.json: the limit fails, the goal is shown.

1 kB is 1000 bytes. Compressed means gzip as served, level 6, which is what servers use.
"""

import gzip
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from katalog.languages import load_languages
from katalog.paging import PER_PAGE
from tests.granskning.sidor import VIEWS

BUDGET = json.loads(Path(__file__).with_name("budget.json").read_text(encoding="utf-8"))
CSS = "theme/css/guide.css"


def weight(path: Path) -> float:
    """Return what a file weighs compressed, in kB."""
    return len(gzip.compress(path.read_bytes(), 6)) / 1000


def insats_weights(site: Path) -> dict[str, float]:
    """Return the weight of each insats page together with its CSS."""
    css = weight(site / CSS)
    return {path.parent.name: weight(path) + css
            for path in sorted((site / "insats").glob("*/index.html"))}


def test_every_insats_page_is_within_the_limit(site: Path, capsys: pytest.CaptureFixture[str]):
    weights = insats_weights(site)
    goal, limit = BUDGET["insats_sida_kb"]["mal"], BUDGET["insats_sida_kb"]["grans"]
    heaviest = max(weights, key=weights.__getitem__)
    over = sum(kilobytes > goal for kilobytes in weights.values())
    with capsys.disabled():
        sys.stdout.write(f"\n{len(weights)} insatssidor: tyngst {weights[heaviest]:.1f} kB "
                         f"({heaviest}); {over} över målet {goal} kB\n")
    assert len(weights) == 54
    assert not {name: kilobytes for name, kilobytes in weights.items() if kilobytes > limit}


def test_the_style_sheets_are_within_the_limit_together(site: Path):
    """One for every page, and one more where one filters, compares or prints a booklet."""
    sheets = sorted(path for path in site.resolve().rglob("theme/**/*.css"))
    assert [path.name for path in sheets] == ["guide.css", "verktyg.css"]
    assert sum(map(weight, sheets)) <= BUDGET["css_kb"]["grans"]


def test_an_insats_page_needs_nothing_but_its_style_sheet(site: Path):
    """Whatever else it names is an icon, or a module that only adds to what is there."""
    for path in (site / "insats").glob("*/index.html"):
        page = path.read_text(encoding="utf-8")
        assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', page) == [f"../../{CSS}"]
        assert not re.search(r'<script(?! type="module")|<img|<svg|rel="(pre|module)', page), path


@pytest.mark.parametrize("prefix", [each.prefix for each in load_languages().values()])
def test_the_start_page_is_within_the_limit(site: Path, prefix: str):
    weighs = weight(site / prefix / "index.html") + weight(site / CSS)
    assert weighs <= BUDGET["start_sida_kb"]["grans"]


@pytest.mark.parametrize("kind", VIEWS)
def test_without_script_a_page_asks_for_next_to_nothing(new_page: Any, server: str, kind: str):
    page, asked = new_page(java_script_enabled=False), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server + VIEWS[kind].address)
    page.wait_for_load_state("networkidle")
    assert len(asked) <= BUDGET["fragor_utan_skript"]["grans"], asked


def test_a_full_page_of_a_long_list_is_within_the_limit(
        site: Path, records: dict, capsys: pytest.CaptureFixture[str]):
    """As if every card weighed what one of the real records does with its share of the page; copies
    and made-up words are so alike that gzip makes them far lighter (11–18 kB)."""
    weighs = weight(site / "a-o/index.html") / len(records) * PER_PAGE
    goal, limit = BUDGET["lista_sida_kb"]["mal"], BUDGET["lista_sida_kb"]["grans"]
    with capsys.disabled():
        sys.stdout.write(f"\n{PER_PAGE} kort på en sida: högst {weighs:.1f} kB (mål {goal}, "
                         f"gräns {limit})\n")
    assert weighs <= limit
