"""What people type, and what the search page makes of it: words, names, numbers, ages, places.

One page answers all questions, put in its address as tests/matt_sok.py does.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.matt_sok import ask, ask_all

ENDED = {"avslutad", "ersatt"}


@pytest.fixture(scope="module")
def sok(browser: Any, server: str) -> Iterator[Any]:
    """A search page that all tests of this file ask."""
    page = browser.new_page()
    page.goto(f"{server}sok/")
    yield page
    page.close()


def chips(page: Any) -> list[str]:
    return page.locator("#valda button").all_inner_texts()


@pytest.mark.parametrize(("query", "wanted"), [
    ("sjukskriven", "mia-hbs"), ("sjukskrivning", "mia-hbs"), ("sjukskrivna", "mia-hbs"),
    ("sjukskrivningarna", "mia-hbs"), ("arbetsträna", "sociala-foretag"),
    ("arbetsträningen", "motesplatsen-huddinge"), ("utförsäkrade", "mia-hbs"),
    ("missbrukare", "tolvan"), ("jobbagenten", "jobbagenter"), ("frukostmötet", "frukostmoten"),
    ("träning", "motesplatsen-huddinge"), ("rehab", "forstarkt-samarbete"), ("autism", "start"),
    ("autismspektrum", "start"), ("missbruksvård", "tolvan"), ("särskola", "start"),
    ("aktivitetsansvar", "kaa"), ("invandrarkvinnor", "samsas"),
    # everyday words
    ("soc", "ame-huddinge"), ("bidrag", "ame-huddinge"), ("plugga", "second-chance-school"),
    ("jobb", "mia-hbs"), ("utbränd", "mia-hbs"), ("knark", "tolvan"), ("hemmasittare", "din-tur"),
    # without å ä ö
    ("arbetstraning", "motesplatsen-huddinge"), ("utforsakrad", "mia-hbs"), ("utbrand", "mia-hbs"),
    ("sarskola", "start"), ("forsorjningsstod", "ame-huddinge"),
    # whole questions
    ("jag är sjukskriven och vill börja jobba", "mia-hbs"),
    ("min son sitter bara hemma och spelar dataspel", "din-tur"),
    ("vem samordnar när klienten har kontakt med både vård och soc", "sip"),
    ("kan jag få hjälp att starta eget företag", "ester"),
    ("min bror dricker och tar droger, vart vänder jag mig?", "tolvan"),
    # English, Arabic, Somali, Finnish
    ("help finding job", "ame-huddinge"), ("sick leave", "mia-hbs"), ("learn swedish", "samsas"),
    ("addiction", "tolvan"), ("عمل", "mia-hbs"), ("العمل", "mia-hbs"), ("شباب", "din-tur"),
    ("shaqo", "mia-hbs"), ("dhalinyaro", "din-tur"), ("työ", "mia-hbs"), ("sairausloma", "mia-hbs"),
])  # fmt: skip
def test_what_people_say_finds_what_they_mean(sok: Any, query: str, wanted: str):
    assert wanted in ask(sok, query)[:3]


@pytest.mark.parametrize(("short", "wanted"), [
    ("SE", "mia-hbs"), ("CM", "mia-hbs"), ("IPS", "ips-huddinge"), ("UVAS", "din-tur"),
    ("KAA", "kaa"), ("SFI", "samsas"), ("SIP", "sip"), ("NPF", "start"),
    ("AF", "forstarkt-samarbete"), ("FK", "forstarkt-samarbete"), ("AME", "ame-huddinge"),
])  # fmt: skip
def test_an_abbreviation_is_understood_in_any_letters(sok: Any, short: str, wanted: str):
    hits = ask(sok, short)
    assert wanted in hits[:3]
    assert ask(sok, short.lower()) == hits
    assert ask(sok, f" {short}? ") == hits


@pytest.mark.parametrize(("wrong", "right"), [
    ("arbetsförmedligen", "arbetsförmedlingen"), ("egenanmällan", "egenanmälan"),
    ("arbetstränning", "arbetsträning"), ("rehabelitering", "rehabilitering"),
    ("försäkringskasan", "försäkringskassan"), ("aktivitetsersätning", "aktivitetsersättning"),
    ("sysselsätning", "sysselsättning"), ("autisim", "autism"), ("sjukskrivenn", "sjukskriven"),
    ("försörgningsstöd", "försörjningsstöd"), ("utförsäkrd", "utförsäkrad"),
])  # fmt: skip
def test_a_misspelt_word_finds_what_the_right_one_finds(sok: Any, wrong: str, right: str):
    expected = ask(sok, right)
    assert expected
    assert expected[0] in ask(sok, wrong)[:3]


@pytest.mark.parametrize(("query", "wanted"), [
    ("START", "start"), ("start", "start"), ("Din Tur", "din-tur"), ("din tur", "din-tur"),
    ("MIA", "mia-hbs"), ("mia", "mia-hbs"), ("Ester", "ester"), ("SamMA", "samma"),
    ("samma", "samma"), ("Tolvan", "tolvan"), ("Signe", "signe"), ("Klippan", "klippan"),
    ("klippan huddinge", "klippan"), ("start botkyrka", "start"), ("finns SamMA kvar", "samma"),
    ("sam sas", "samsas"), ("SAMsas", "samsas"), ("orm projektet", "ormprojektet"),
    ("dintur", "din-tur"), ("ny satsa", "nysatsa"), ("kom an", "koman"), ("en väg in", "en-vag-in"),
    ("hur lång är kön till START", "start"), ("Ung i Tyresö", "ung-i-tyreso"),
])  # fmt: skip
def test_a_name_that_is_an_ordinary_word_stands_on_top(sok: Any, query: str, wanted: str):
    assert ask(sok, query)[:1] == [wanted]


def test_every_insats_is_first_by_its_own_name(sok: Any, records: dict):
    missed = {}
    for name, data in records.items():
        hits = ask(sok, data["namn"])
        if hits[:1] != [name]:
            missed[data["namn"]] = hits[:3]
    assert not missed


@pytest.mark.parametrize("written", [
    "072-747 34 00", "0727473400", "072 7473400", "+46 72 747 34 00", "+46727473400",
    "+46 (0)72 747 34 00", "0046 72 747 34 00", "0046727473400", "072/747 34 00",
    "vem har ringt från 072-7473400",
])  # fmt: skip
def test_a_mobile_number_is_found_in_any_writing(sok: Any, written: str):
    assert ask(sok, written)[:1] == ["samsas"]


@pytest.mark.parametrize("written", [
    "08-606 83 71", "086068371", "08 606 83 71", "+46 8 606 83 71", "+4686068371",
    "0046 8 606 83 71", "606 83 71", "6068371", "08-606 83 71?",
])  # fmt: skip
def test_a_number_is_found_with_and_without_area_code(sok: Any, written: str):
    assert ask(sok, written) == ["forstarkt-stod-os"]


def test_a_number_nobody_has_is_no_hit(sok: Any):
    for written in ("08-123 45 67", "0701234567"):
        assert ask(sok, written) == []


@pytest.mark.parametrize(("query", "told"), [
    ("22-åring i Tyresö", ["22 år", "Tyresö"]), ("22 åring tyreso", ["22 år", "Tyresö"]),
    ("jag är 22 år och bor i Tyresö", ["22 år", "Tyresö"]), ("22årig tyresö", ["22 år", "Tyresö"]),
    ("22 years old Tyresö", ["22 år", "Tyresö"]), ("17-årig dotter", ["17 år"]),
    ("huddinge", ["Huddinge"]), ("Huddinges ungdomar", ["Huddinge"]), ("huddingebo", ["Huddinge"]),
    ("huddingebor", ["Huddinge"]), ("hudinge", ["Huddinge"]), ("nynashamn jobb", ["Nynäshamn"]),
    ("sjukskriven i 2 år", []), ("sjuk i 12 år", []), ("arbetslös sedan 10 år i Haninge",
     ["Haninge"]), ("i 3 år har jag varit hemma", []), ("autism", []), ("hunduppfödning", []),
])  # fmt: skip
def test_age_and_place_become_visible_filters(sok: Any, query: str, told: list[str]):
    ask(sok, query)
    assert chips(sok) == told


def test_a_filter_keeps_what_says_nothing_of_age_or_kommun(sok: Any, records: dict):
    hits = ask_all(sok, "15 år", alder="15")
    ages = {name: records[name].get("villkor", {}).get("alder") for name in records}
    assert {name for name, age in ages.items() if not isinstance(age, dict)} <= set(hits)
    assert "ame-huddinge" in ages
    for name in hits:
        if isinstance(ages[name], dict):
            assert ages[name].get("fran", 0) <= 15 <= ages[name].get("till", 120), name
    hits = ask_all(sok, "tyresö")
    places = {name: set(data["kommuner"]) for name, data in records.items()}
    assert set(hits) == {name for name, there in places.items()
                         if not there or there & {"tyreso", "alla"}}


def test_what_has_ended_is_last_unless_it_was_named(sok: Any, records: dict):
    ended = {name for name, data in records.items() if data["livscykel"] in ENDED}
    for query in ("jobb", "unga", "rehabilitering", "supported employment"):
        over = [name in ended for name in ask_all(sok, query)]
        assert over == sorted(over), query
    assert "myrstigen" in ended
    assert ask(sok, "Myrstigen")[:1] == ["myrstigen"]


def test_answers_do_not_depend_on_what_was_asked_before(sok: Any, browser: Any, server: str):
    fresh = browser.new_page()
    fresh.goto(f"{server}sok/")
    queries = ("stöd till unga i Huddinge", "rehabelitering", "autism jobb", "MIA")
    first = {query: ask_all(fresh, query) for query in queries}
    for number in range(30):
        ask(fresh, ["jobb", "ung", "sjuk", "pizza", "svenska", "FK"][number % 6] + " i" * number)
    assert {query: ask_all(fresh, query) for query in reversed(queries)} == first
    fresh.reload()
    for query in reversed(queries):
        assert ask_all(fresh, query) == first[query]
    fresh.close()
