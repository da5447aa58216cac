"""What sok/ord.json holds: bounded, folded apart, and nothing that points nowhere."""

import json
from pathlib import Path
from typing import Any

import pytest

from katalog.catalog import Catalog, make_catalog
from katalog.fold import fold
from katalog.phone import REGION
from katalog.records import load_records
from katalog.search_codes import age_code, code, codes, names, numbers
from katalog.search_words import BETWEEN, MAX_WORDS, as_json, search_words
from katalog.thesaurus import load_thesaurus
from tests.factory import record


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The real records."""
    return make_catalog(load_records()[0])


@pytest.fixture(scope="module")
def held(catalog: Catalog) -> dict[str, Any]:
    """What the file of the real guide holds."""
    return search_words(catalog, load_thesaurus())


def phrases(held: dict[str, Any]) -> list[str]:
    return [phrase for same in held["fraser"].values() for phrase in same.split(BETWEEN)]


def test_no_phrase_holds_what_stands_between_phrases(held: dict):
    assert set(phrases(held)) <= set(load_thesaurus().written.values())


def test_the_file_of_the_site_is_that_of_its_records(site: Path, held: dict):
    text = (site / "sok/ord.json").read_text(encoding="utf-8")
    assert text == as_json(held)
    assert json.loads(text) == held


def test_every_phrase_means_something_some_insats_has(held: dict, site: Path):
    for meanings, phrase in held["fraser"].items():
        for meaning in meanings.split():
            page, label = held["begrepp"][int(meaning.rstrip("~"))]
            assert (site / page / "index.html").is_file(), phrase
            assert label


def test_no_phrase_stands_twice_however_it_is_written(held: dict):
    folded = [fold(phrase) for phrase in phrases(held)]
    assert len(folded) == len(set(folded))
    assert "" not in folded


def test_the_words_are_bounded_and_no_stop_words(held: dict):
    words = held["ord"].split()
    assert 50 < len(words) <= MAX_WORDS
    assert len(words) == len(set(words))
    assert not {fold(word) for word in words} & set(held["stopp"].split())


def test_every_name_can_be_spelt_right(held: dict, catalog: Catalog):
    known = {fold(word) for word in [*held["ord"].split(), *phrases(held)]}
    for name in ("ormprojektet", "ungdomsteamet", "resursrad", "valfardsguiden", "klippan"):
        assert name in known


def test_only_kommuner_and_ages_of_the_records_are_offered(held: dict, catalog: Catalog):
    label = catalog.vocabularies["kommun"].label
    assert {row[0] for row in held["kommuner"]} == set(map(label, catalog.lists["kommun"]))
    assert [row[0] for row in held["kommuner"]] == [
        "Botkyrka", "Haninge", "Huddinge", "Nynäshamn", "Salem", "Tyresö"]
    assert "16t29" in held["aldrar"]
    assert len(held["aldrar"]) == len(set(held["aldrar"]))


def test_open_ages_have_ends_nobody_reaches():
    assert age_code({"fran": 16, "till": 29}) == "16t29"
    assert age_code({"fran": 18}) == "18t120"
    assert age_code({"till": 19}) == "0t19"


def test_every_code_is_one_word_and_two_values_never_share_one(catalog: Catalog):
    seen: dict[str, tuple[str, str]] = {}
    for slug, values in catalog.lists.items():
        for value in values:
            word = code(slug, value)
            assert word.isalnum()
            assert word == fold(word)
            assert seen.setdefault(word, (slug, value)) == (slug, value)


def test_an_insats_that_says_nothing_is_coded_as_unknown():
    post = make_catalog([record({"kommuner": [], "vagar_in": []})])
    found = codes(next(iter(post.posts.values())), post).split()
    assert {code("kommun", "okand"), code("vag-in", "okand")} <= set(found)
    assert len(found) == len(set(found))


def test_a_name_is_known_by_its_parts():
    assert names({"namn": "MIA – Mobilisering (HBS)", "andra_namn": ["Mia-teamet"]}) == [
        "MIA – Mobilisering (HBS)", "Mia-teamet", "MIA", "Mobilisering", "HBS"]


def test_a_number_is_known_as_it_may_be_dialled(catalog: Catalog):
    assert REGION == "SE"
    data = {"kommuner": [], "kontakter": [{"telefon": "08-606 83 71"}, {"telefon": "072-747 34 00"},
                                          {"epost": "a@b.se"}]}
    assert numbers(data, catalog) == ["086068371", "6068371", "0727473400"]


def test_an_answer_leads_only_to_lists_that_the_guide_has():
    """A guide of few insatser has few lists; a choice that led nowhere would be a dead link."""
    few = make_catalog([record({"malgrupp": ["uvas"], "insatstyp": ["stod-till-arbete"]})])
    answers = search_words(few, load_thesaurus())["svar"]
    pages = {choice["sida"] for answer in answers for choice in answer["val"]}
    assert {"malgrupp/uvas", "insatstyp/stod-till-arbete"} <= pages
    assert not {"malgrupp/sfi", "insatstyp/stod-till-studier"} & pages
    assert all(answer["val"] for answer in answers)
