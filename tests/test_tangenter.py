"""With the keyboard alone: how many presses from the start page to what one came for.

Counted are all presses but the letters and digits one types. Goals and limits are in budget.json.
"""

import sys
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.test_weight import BUDGET

FOCUSED = """() => {
  const e = document.activeElement;
  return {text: e.textContent.trim(), href: e.getAttribute('href') ?? '', id: e.id};
}"""


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Any):
        self.page = page
        self.presses = 0

    def press(self, key: str) -> None:
        """Press one key."""
        self.page.keyboard.press(key)
        self.presses += 1

    def tab_to(self, **wanted: str) -> None:
        """Press Tab until something has the focus whose text, href or id begins as wanted."""
        ((what, value),) = wanted.items()
        for _ in range(30):
            self.press("Tab")
            if self.page.evaluate(FOCUSED)[what].startswith(value):
                return
        pytest.fail(f"no {what} {value} within 30 presses")


def within(keys: Keys, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    goal, limit = BUDGET[name]["mal"], BUDGET[name]["grans"]
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {keys.presses} tryck (mål {goal}, gräns {limit})\n")
    assert keys.presses <= limit


def test_a_resident_reaches_a_number_that_fits(
        page: Any, server: str, capsys: pytest.CaptureFixture[str]):
    """45, Botkyrka, sjukpenning unsaid: postal code and age, the rest skipped with Enter."""
    page.goto(server)
    keys = Keys(page)
    keys.tab_to(text="Hitta rätt")
    keys.press("Enter")
    page.wait_for_url("**/hitta-ratt/*")
    expect(page.locator("#besked")).not_to_be_empty()
    keys.press("Tab")
    keys.press("Enter")  # past the menu
    keys.tab_to(id="postnummer")
    page.keyboard.type("14730")
    keys.press("Enter")
    expect(page.locator("#alder")).to_be_focused()
    page.keyboard.type("45")
    for question in ("Fråga 3 av 4", "Fråga 4 av 4"):
        keys.press("Enter")
        expect(page.locator("#var")).to_have_text(question)
    keys.press("Enter")
    expect(page.locator("#klart-rubrik")).to_be_focused()
    expect(page.locator("#nasta a").first).to_be_visible()
    keys.tab_to(href="tel:")
    assert page.evaluate(FOCUSED)["href"] == "tel:+46853061000"  # Botkyrka's own
    within(keys, "tangenter_till_nummer", capsys)


def test_a_caseworker_prints_a_short_list(
        page: Any, server: str, capsys: pytest.CaptureFixture[str]):
    page.add_init_script("window.print = () => { window.printed = "
                         "document.querySelectorAll('#tabell [data-insats]').length }")
    page.goto(server)
    keys = Keys(page)
    keys.tab_to(text="Handläggare")
    keys.press("Enter")
    page.wait_for_url("**/handlaggare/")
    page.locator("#verktyg").wait_for()
    keys.press("/")
    page.keyboard.type("botkyrka 45 sjukpenning")
    keys.press("Enter")
    expect(page.locator(".rulla")).to_be_focused()
    keys.press("p")
    expect(page.locator("[data-kontakt]").first).not_to_be_empty()
    assert 0 < page.evaluate("window.printed") < 15
    within(keys, "tangenter_till_utskrift", capsys)
