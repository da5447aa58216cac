"""Matching on the real records: the lists agree with the rule, two people find their way, and
the order is total."""

from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.catalog import LISTINGS, Post, make_catalog
from katalog.facts import facts
from katalog.match_text import sentence
from katalog.matching import (
    ASK,
    FITS,
    MAYBE,
    NO,
    NOT,
    UNKNOWN,
    YES,
    Judgement,
    answer,
    judge,
    order,
    sift,
)
from katalog.records import load_records
from katalog.status import NOW, OVER, PERHAPS
from tests.factory import CALM
from tests.matchning import CRITERIA, PEOPLE, told

CATALOG = make_catalog(load_records()[0])
STATED = {post.id: facts(post.data) for post in CATALOG.posts.values()}
CRITERION = {"vag-in": "vag_in"}  # where the listing has another name
SLUGS = [listing.slug for listing in LISTINGS if listing.slug != "organisation"]
YOUNG = {"alder": 21, "kommun": ["huddinge"], "forsorjning": ["ingen"],
         "malgrupp": ["ej-fullfoljt-gymnasium"], "hur": list(CRITERIA.no_call)}  # fmt: skip
SICK = {"alder": 45, "kommun": ["botkyrka"], "forsorjning": ["sjukpenning"]}


def ranked(person: Any) -> list[tuple[str, Judgement]]:
    """Return (id, judgement) of every record, in the order of the result."""
    judged = {name: judge(person, stated, CRITERIA) for name, stated in STATED.items()}
    posts = sorted(CATALOG.posts.values(),
                   key=lambda post: order(post, STATED[post.id], judged[post.id]))
    return [(post.id, judged[post.id]) for post in posts]


def ids(posts: list[Post]) -> set[str]:
    return {post.id for post in posts}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_list_is_what_the_rule_says_of_that_one_choice(slug: str):
    name = CRITERION.get(slug, slug)
    assert CATALOG.lists[slug]
    for value, posts in CATALOG.lists[slug].items():
        plain = {**CRITERIA.all[name], "vidare": {}}  # a list holds the very value
        fits = {each for each, stated in STATED.items()
                if answer(plain, stated[name], [value]) == YES}
        assert ids(posts) == fits, value
        if slug in ("kommun", "forsorjning"):  # there a person is judged alike
            said = {each: answer(CRITERIA.all[name], stated[name], [value])
                    for each, stated in STATED.items()}
            assert ids(posts) == {each for each in STATED if said[each] == YES}, value


@pytest.mark.parametrize("slug", ["kommun", "forsorjning"])
def test_what_is_offered_as_unknown_is_what_the_rule_cannot_tell(slug: str):
    """The lists leave out what has ended and what a resident can take no part in."""
    silent = {post.id for post in CATALOG.posts.values() if post.stage != OVER
              and post.data["inriktning"] == "individinriktad"
              and answer(CRITERIA.all[slug], STATED[post.id][slug], ["huddinge"]) == UNKNOWN}
    assert ids(CATALOG.unknown[slug]) == silent
    for name in silent:
        assert all(name not in ids(posts) for posts in CATALOG.lists[slug].values())
        assert sift({slug: ["huddinge"]}, STATED[name], CRITERIA) == MAYBE


def test_a_young_person_who_does_not_want_to_ring():
    found = ranked(YOUNG)
    verdicts = {name: judged.verdict for name, judged in found}
    assert found[0][0] == "din-tur"
    assert verdicts["din-tur"] == FITS
    assert verdicts["mia-hbs"] == FITS
    assert verdicts["start"] == MAYBE  # it asks for what the person has not said, nor denied
    assert dict(found)["start"].answers["villkor_malgrupp"] == ASK
    assert told(YOUNG, STATED["start"])["sentences"]["villkor_malgrupp"] == (
        "Ett krav är: intellektuell funktionsnedsättning eller autism. Stämmer det på dig?")


def test_what_the_young_person_is_told_of_din_tur():
    assert told(YOUNG, STATED["din-tur"])["sentences"] == {
        "kommun": "Du bor i Huddinge. Insatsen är för dig som bor i Huddinge eller Botkyrka.",
        "alder": "Du är 21 år. Insatsen är för dig som är 16–29 år.",
        "forsorjning": "Det spelar ingen roll vad du lever på.",
        "villkor_malgrupp": "Källan ställer inget krav på hur du har det.",
        "inskriven_af": "Det spelar ingen roll om du är inskriven på Arbetsförmedlingen.",
        "diagnos": "Du behöver ingen diagnos.",
        "beslut_kravs": "Källan säger inget om beslut från en myndighet – fråga.",
        "malgrupp": "Insatsen vänder sig till: unga som varken arbetar eller studerar, "
                    "personer med sammansatta behov. Stämmer det på dig?",
        "insatstyp": "Insatsen ger: stöd till arbete, stöd till studier, samordnat stöd och "
                     "uppsökande stöd.",
        "sprak": "Källan säger inget om språk – fråga efter tolk om du behöver.",
        "hur": "Källan säger inte om det går att ta kontakt utan att ringa – fråga.",
    }


def test_a_person_on_sick_leave():
    found = ranked(SICK)
    assert found[0][0] == "mia-hbs"
    assert found[0][1].verdict == FITS
    din_tur = dict(found)["din-tur"]
    assert din_tur.verdict == NOT
    assert [name for name, said in din_tur.answers.items() if said == NO] == ["alder"]
    assert sentence(CRITERIA.all["alder"], NO, STATED["din-tur"]["alder"], 45, CRITERIA) == (
        "Du är 45 år. Insatsen är för dig som är 16–29 år.")


def test_what_has_ended_comes_last_whatever_fits():
    for person in (YOUNG, SICK, {}):
        stages = [CATALOG.posts[name].stage == OVER for name, _ in ranked(person)]
        assert stages == sorted(stages)
        assert any(stages)


@CALM
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_is_total(person: Any, chance: Random):
    """The same posts in any order come out in one order: no two have the same key."""
    judged = {name: judge(person, stated, CRITERIA) for name, stated in STATED.items()}
    posts = chance.sample(list(CATALOG.posts.values()), len(STATED))
    keys = sorted(order(post, STATED[post.id], judged[post.id]) for post in posts)
    assert all(first < second for first, second in pairwise(keys))


def post(name: str, stage: str = NOW, number: str = "a") -> Post:
    return Post(f"{name.lower()}-{number}", {"namn": name}, stage, "ja", "")


def key(post: Post, verdict: str = FITS, met: int = 1, intake: str | None = None) -> Any:
    answers = {f"krav {number}": YES for number in range(met)} | {"annat": ASK}
    return order(post, {"intag": [intake] if intake else None}, Judgement(verdict, answers))


def test_the_order_is_that_of_the_design():
    """Each line beats the next by one thing, though it is worse in all that counts for less."""
    keys = [
        key(post("Z", PERHAPS), FITS, 3, "stangt"),
        key(post("Z", PERHAPS), FITS, 2, "oppet"),
        key(post("Z", PERHAPS), FITS, 2, "ko"),
        key(post("Z", PERHAPS), FITS, 2, None),
        key(post("Z"), FITS, 2, "fullt"),
        key(post("A", PERHAPS), FITS, 2, "stangt"),
        key(post("Z"), FITS, 1, "oppet"),
        key(post("Å"), FITS, 1, "oppet"),
        key(post("Å", number="b"), FITS, 1, "oppet"),
        key(post("A"), MAYBE, 9, "oppet"),
        key(post("A"), NOT, 9, "oppet"),
        key(post("A", OVER), FITS, 9, "oppet"),
        key(post("A", OVER), NOT, 9, "oppet"),
    ]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
