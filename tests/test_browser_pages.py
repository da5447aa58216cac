"""Pages in a real browser: what the proof of accessibility (granskning/) does not ask of each page.

Every single insats is looked at here; the page types in all their states in test_granskning*.py.
"""

from typing import Any

import pytest

from tests.granskning import lagen, matt
from tests.granskning.sida import axe, prepare
from tests.granskning.sidor import RECORDS, VIEWS, View, look_at


def test_no_insats_scrolls_sideways_on_the_smallest_phone(new_page: Any, server: str):
    page = new_page(viewport={"width": 320, "height": 800})
    wide = {}
    for name in RECORDS:
        page.goto(f"{server}insats/{name}/")
        wide[name] = page.evaluate(
            "(e => e.scrollWidth - e.clientWidth)(document.documentElement)")
    assert not {name: pixels for name, pixels in wide.items() if pixels}


def test_the_skip_link_moves_the_keyboard_to_the_content(page: Any, server: str):
    page.goto(f"{server}insats/mia-hbs/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("kind", [kind for kind in VIEWS if kind.startswith("insats-")])
def test_print_leaves_out_what_paper_cannot_do(new_page: Any, server: str, kind: str):
    page = look_at(new_page, server, VIEWS[kind], color_scheme="dark", bypass_csp=True)
    prepare(page)
    assert lagen.paper(page) == []


@pytest.mark.bevis
@pytest.mark.parametrize("name", RECORDS)
def test_every_insats_fits_window_paper_and_wcag(new_page: Any, server: str, name: str):
    page = look_at(new_page, server, View(name, f"insats/{name}/"), width=320, bypass_csp=True)
    prepare(page)
    assert [*matt.fits(page), *axe(page), *lagen.paper(page)] == []


@pytest.mark.parametrize(("day", "old"), [("2026-03-01", False), ("2029-01-01", True)])
def test_a_page_tells_its_age_by_the_visitors_own_date(
        page: Any, server: str, day: str, old: bool):
    page.clock.set_fixed_time(day)
    page.goto(f"{server}insats/mia-hbs/")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-gammal]").is_visible() is old
