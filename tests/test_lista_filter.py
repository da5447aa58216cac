"""Lists that filter where they stand: the same cards, two groups, everything in the address."""

from typing import Any

import pytest
from playwright.sync_api import expect

from katalog.catalog import make_catalog
from katalog.criteria import load_criteria
from katalog.facts import facts
from katalog.matching import FITS, NOT, sift
from katalog.records import load_records

SOURCES = "2026-03-01"  # a day when nothing that the sources plan has ended
CATALOG = make_catalog(load_records()[0])
CRITERIA = load_criteria()


def opened(page: Any, server: str, address: str) -> Any:
    page.clock.set_fixed_time(SOURCES)
    page.goto(server + address)
    if "#" in address:
        expect(page.locator("#besked")).not_to_be_empty()
    return page


def group(page: Any, heading: str) -> list[str]:
    here = page.locator("#urval > *", has=page.locator("h2", has_text=heading))
    folds = here.locator("summary")
    if folds.count():
        folds.click()
        expect(here.locator("[data-insats]").first).to_be_visible()
    more = here.locator(".lugn")
    while more.count() and more.is_visible():
        more.click()
    return here.locator("[data-insats]").evaluate_all(
        "all => all.map(e => e.dataset.insats)")


@pytest.mark.parametrize(("address", "own", "choice"), [
    ("kommun/huddinge/", {"kommun": ["huddinge"]}, {"alder": 21}),
    ("malgrupp/uvas/", {"malgrupp": ["uvas"]}, {"kommun": ["huddinge", "tyreso"], "lage": ["nu"]}),
    ("forsorjning/sjukpenning/", {"forsorjning": ["sjukpenning"]}, {"kommun": ["botkyrka"]}),
    ("vag-in/individ/", {"vag_in": ["individ"]}, {"intag": ["ko"]}),
    ("egenanmalan/", {"vag_in": ["individ"]}, {"forsorjning": ["lon"]}),
    ("metod/case-management/", {"metod": ["case-management"]}, {"lage": ["slut"]}),
    ("organisation/huddinge-kommun/", {}, {"insatstyp": ["stod-till-arbete"]}),
    ("a-o/", {}, {"kommun": ["haninge"], "malgrupp": ["beroende", "autism"]}),
], ids=lambda value: value if isinstance(value, str) else None)  # fmt: skip
def test_a_choice_keeps_what_fits_apart_from_what_cannot_be_told(
        page: Any, server: str, address: str, own: dict, choice: dict):
    page.goto(server + address)
    here = set(page.locator("#lista [data-insats]").evaluate_all(
        "all => all.map(e => e.dataset.insats)"))
    view = "&".join(f"{name}={','.join(value) if isinstance(value, list) else value}"
                    for name, value in choice.items())
    opened(page, server, f"{address}#{view}")
    expected: dict[str, set[str]] = {"Passar": set(), "Går inte": set(), "Avslutade": set(),
                                     "Inget man": set()}
    for name in here:
        verdict = sift({**own, **choice}, facts(CATALOG.posts[name].data), CRITERIA)
        if verdict != NOT:
            expected[place_of(name, verdict, {**own, **choice})].add(name)
    fits, unsure = group(page, "Passar det du har valt"), group(page, "Går inte att avgöra")
    assert {heading: set(group(page, heading)) for heading in expected} == expected
    assert len(fits) == len(set(fits))
    assert page.locator("#besked").inner_text().startswith(
        f"{len(fits)} passar allt du har valt. {len(unsure)} går" if fits or unsure else "Inget")
    assert page.locator("#lista").is_hidden()


def place_of(name: str, verdict: str, choice: dict) -> str:
    """The beginning of the heading that a card stands under."""
    post = CATALOG.posts[name]
    if post.stage == "slut" and "slut" not in choice.get("lage", []):
        return "Avslutade"
    if post.badge == "samverkan" and not {"alder", "forsorjning", "malgrupp"}.isdisjoint(choice):
        return "Inget man"
    return "Passar" if verdict == FITS else "Går inte"


def test_the_page_is_as_it_was_until_something_is_chosen(page: Any, server: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}kommun/huddinge/")
    page.wait_for_load_state("networkidle")
    assert page.locator("#lista").is_visible()
    assert not [url for url in asked if "insatser.json" in url]
    page.get_by_text("Filtrera listan").click()
    expect(page.locator(".facett").first).to_be_visible()
    assert page.locator("#lista").is_visible()
    assert page.locator(".facett summary", has_text="Kommun").count() == 0


def test_choosing_with_the_keyboard_going_back_and_reloading(page: Any, server: str):
    page.goto(f"{server}malgrupp/uvas/")
    page.locator("#filtrera > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".facett").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".facett .val").filter(visible=True).first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("location.hash").startswith("#kommun=")
    chip = page.locator("#valda button").first
    name = chip.inner_text()
    page.reload()
    expect(page.locator("#valda button").first).to_have_text(name)
    page.go_back()
    expect(page.locator("#urval")).to_be_hidden()
    assert page.locator("#lista").is_visible()
    page.go_forward()
    page.locator("#valda button").first.click()
    expect(page.locator("#lista")).to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_count_is_what_choosing_it_would_give(page: Any, server: str):
    page.goto(f"{server}kommun/haninge/")
    page.get_by_text("Filtrera listan").click()
    page.locator(".facett summary", has_text="Målgrupp").click()
    option = page.locator(".facett .val:visible", has_text="Långtidsarbetslösa")
    count = int(option.inner_text().split("(")[1].strip(") \n"))
    option.locator("input").check()
    # what fits both here, and what is for the group in a kommun that cannot be told
    fits = len(group(page, "Passar det du har valt"))
    assert fits <= count
    assert fits + len(group(page, "Går inte att avgöra")) >= count
    assert fits > 0


def test_what_is_left_open_is_named(page: Any, server: str):
    opened(page, server, "kommun/botkyrka/#alder=45")
    unsure = page.locator("#urval section", has_text="Går inte att avgöra")
    mia = unsure.locator("[data-insats=mia-hbs]").inner_text()
    assert "Oklart: ålder." in mia


def test_a_card_of_the_choice_can_be_saved(page: Any, server: str):
    opened(page, server, "kommun/botkyrka/#alder=45")
    page.locator("#urval [data-insats=mia-hbs] .spara").click()
    assert "mia-hbs" in page.evaluate("JSON.stringify({...localStorage})")


@pytest.mark.parametrize("typed", ["x", "200", "4,5"])
def test_an_age_that_is_none_is_told_where_it_was_typed(page: Any, server: str, typed: str):
    page.goto(f"{server}kommun/haninge/")
    page.get_by_text("Filtrera listan").click()
    page.locator(".facett summary", has_text="Ålder").click()
    page.get_by_label("Ålder i år").fill(typed)
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.locator(".facett summary", has_text="Ålder")).to_contain_text("med siffror")
    assert page.evaluate("location.hash") == ""


def test_nothing_fits_is_said(page: Any, server: str):
    opened(page, server, "kommun/botkyrka/#metod=jobbagent&lage=nu")
    expect(page.locator("#besked")).not_to_be_empty()
    if not group(page, "Går inte att avgöra"):
        assert page.locator("#besked").inner_text().startswith("Inget passar")


@pytest.mark.parametrize("junk", ["#b", "#alder=x", "#kommun=", "#finnsinte=1", "#__proto__=a"])
def test_an_address_that_chooses_nothing_changes_nothing(page: Any, server: str, junk: str):
    page.goto(f"{server}a-o/{junk}")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(50)
    assert page.locator("#lista").is_visible()
    assert page.locator("#urval").is_hidden()
    assert page.locator("#valda button").count() == 0
