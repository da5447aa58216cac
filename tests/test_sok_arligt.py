"""What the search page says about its answers: corrections, reasons, kind words, ways on."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog import status
from katalog.thesaurus import load_thesaurus
from katalog.vocabularies import load_vocabularies
from tests.conftest import Pages, text
from tests.matt_sok import HITS, SHOWN, ask, ask_all

SAID = "#forstatt"
NEAREST = ("112", "90101", "1177")


@pytest.fixture(scope="module")
def sok(browser: Any, server: str) -> Iterator[Any]:
    """A search page that all tests of this file ask."""
    page = browser.new_page()
    page.goto(f"{server}sok/")
    yield page
    page.close()


def said(page: Any) -> str:
    return page.locator(SAID).inner_text()


def count(page: Any) -> int:
    """Return the number that the status line begins with."""
    return int(re.match(r"\d+", page.get_by_role("status").inner_text()).group())


@pytest.mark.parametrize(("query", "wrong", "right"), [
    ("arbetsförmedligen", "arbetsförmedligen", "arbetsförmedlingen"),
    ("Egenanmällan", "Egenanmällan", "egenanmälan"),
    ("jobb rehabelitering", "rehabelitering", "rehabilitering"),
])  # fmt: skip
def test_a_correction_is_told_with_a_link_to_what_was_typed(
        sok: Any, query: str, wrong: str, right: str):
    corrected = ask(sok, query)
    told = sok.locator(f"{SAID} p").filter(has_text=right)
    assert told.count() == 1
    link = told.get_by_role("link")
    assert link.inner_text() == wrong
    sok.evaluate("document.querySelector('#traffar').setAttribute('aria-busy', 'true')")
    link.click()
    sok.wait_for_function(SHOWN)
    assert sok.get_by_role("searchbox").input_value() == query
    assert right not in said(sok)
    assert sok.evaluate(HITS) != corrected
    assert ask(sok, query) == corrected, "what was asked for exactly once is not remembered"


def test_a_word_the_guide_knows_is_not_corrected(sok: Any):
    for query in ("arbetsförmedlingen", "SamMA", "sjukskriven", "Tyresö", "utforsakrad", "pizza"):
        ask(sok, query)
        assert not sok.locator(f"{SAID} a[href*='exakt']").count(), query


def test_a_word_that_gave_nothing_is_named_beside_the_rest(sok: Any):
    assert ask(sok, "autism Kvasimodo") == ask(sok, "autism")
    ask(sok, "autism Kvasimodo")
    assert "Kvasimodo" in said(sok)
    ask(sok, "autism")
    assert said(sok) == ""


@pytest.mark.parametrize("answer", load_thesaurus().answers, ids=lambda answer: answer["ord"][0])
def test_a_broad_word_is_met_with_a_question_that_leads_on(
        sok: Any, server: str, site: Path, answer: dict):
    for word in answer["ord"]:
        ask(sok, word)
        assert answer["text"] in said(sok), word
        assert answer["fraga"] in said(sok), word
        links = sok.locator(f"{SAID} .brickor a").evaluate_all("all => all.map(a => a.href)")
        assert len(links) == len(answer["val"])
        for link in links:
            assert (site / link.removeprefix(server) / "index.html").is_file(), link


@pytest.mark.parametrize("query", ["jobb", "hjälp", "sjuk", "pengar", "skola", "help", "work",
                                   "money", "school", "sick", "Jobb?", "jag vill ha ett jobb"])
def test_the_commonest_words_have_an_answer_and_hits(sok: Any, query: str):
    hits = ask(sok, query)
    assert sok.locator(f"{SAID} .brickor a").count() >= 2
    assert hits, "a kind answer does not stand beside 'inget passade'"


@pytest.mark.parametrize("query", [
    "självmord", "SJÄLVMORD", "sjalvmord", "jag vill inte leva", "jag vill dö", "ta livet av mig",
    "min son pratar om självmord", "suicide", "I want to die", "انتحار", "självmordstankar jobb"])
def test_words_of_distress_show_whom_to_ring_before_all_else(sok: Any, query: str):
    ask(sok, query)
    first = sok.locator(f"{SAID} > *").first
    numbers = first.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert set(numbers) == {f"tel:{number}" for number in NEAREST}
    assert first.bounding_box()["y"] < min(
        [box["y"] for box in [hit.bounding_box() for hit in sok.locator("#traffar > *").all()]],
        default=10_000)


def test_ordinary_words_are_not_met_as_distress(sok: Any):
    for query in ("jobb", "leva på bidrag", "ångest", "pizza", "vill lära mig svenska"):
        ask(sok, query)
        assert not sok.locator(f"{SAID} a[href='tel:90101']").count(), query


@pytest.mark.parametrize(("query", "place"), [
    ("pizza", None), ("bilbesiktning", None), ("qqxxzz", None), ("och i på", None), ("112", None),
    ("pizza tyresö", "tyreso"), ("bilbesiktning i Huddinge", "huddinge"),
])  # fmt: skip
def test_nothing_found_is_never_an_empty_page(sok: Any, query: str, place: str | None):
    assert ask(sok, query) == []
    assert sok.get_by_role("status").inner_text()
    links = sok.locator(f"{SAID} a").evaluate_all("all => all.map(a => a.href)")
    listed = {link.split("/kommun/")[1].strip("/") for link in links if "/kommun/" in link}
    assert listed == ({place} if place else
                      {"huddinge", "botkyrka", "salem", "haninge", "tyreso", "nynashamn"})
    homes = {value["kommun"]: value for value in load_vocabularies()["organisation"].values.values()
             if "kommun" in value}
    for kommun in listed:
        digits = re.sub(r"\D", "", homes[kommun].get("telefon", ""))
        way = f"tel:+46{digits[1:]}" if digits else homes[kommun]["webb"]
        assert [link for link in links if link.rstrip("/") == way.rstrip("/")], kommun
    assert {"tel:112", "tel:1177"} <= set(links)
    assert sok.locator("#listor a").first.is_visible()


def test_a_hit_says_where_and_whether_one_may_apply(sok: Any, records: dict, pages: Pages):
    kommun = load_vocabularies()["kommun"].label
    answers = {card.get("data-insats"): text(card.find(".//*[@class='uppgifter']/span[last()]"))
               for card in pages["a-o/index.html"].iter("li") if card.get("data-insats")}
    seen = set()
    for query in ("autism", "träning", "unga", "MIA", "sjukskriven"):
        for name in ask(sok, query):
            hit, data = sok.locator(f"#traffar [data-insats='{name}']"), records[name]
            words = hit.inner_text()
            assert data["namn"] in words
            assert data["sammanfattning"] in words
            assert all(kommun(place) in words for place in data["kommuner"]), name
            assert hit.locator("[data-kommun]").inner_text().strip(), name
            seen.add(status.self_referral(data))
            assert hit.locator(".svar").inner_text() == answers[name], name
    assert len(seen) >= 3


@pytest.mark.parametrize(("query", "reason"), [
    ("autism", "autism"), ("hemmasittare", "unga som varken"), ("soc", "egen försörjning"),
    ("plugga", "stöd till studier"), ("arbetsträning", "arbetsträning"), ("träning", "träning"),
    ("rehabelitering", "långtidssjukskrivna"), ("droger", "missbruk"),
])  # fmt: skip
def test_every_hit_shows_the_words_that_made_it_one(sok: Any, query: str, reason: str):
    hits = ask(sok, query)
    reasons = [told.lower() for told in sok.locator("#traffar [data-varfor]").all_inner_texts()]
    assert len(reasons) == len(hits)
    assert any(reason in told for told in reasons)
    assert all(len(told.split(":", 1)[1].strip()) > 1 for told in reasons)


@pytest.mark.parametrize("query", ["autism", "träning", "sjukskriven", "jobb", "22-åring i Tyresö",
                                   "unga", "huddinge", "MIA", "072-747 34 00"])
def test_the_number_told_is_the_number_of_hits(sok: Any, query: str):
    ask(sok, query)
    told, more = count(sok), sok.locator("#fler").is_visible()
    shown = sok.locator("#traffar [data-insats]").count()
    assert shown < told if more else shown == told
    hits = ask_all(sok, query)
    assert len(hits) == len(set(hits)) == told
