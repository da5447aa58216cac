"""The rule of matching: the table case by case, and what must hold for anybody and any post."""

from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from katalog.criteria import DEMAND, WISH, question
from katalog.facts import ANY, IN_WORDS, READERS
from katalog.matching import (
    ASK,
    FITS,
    MAYBE,
    NO,
    NOT,
    UNKNOWN,
    YES,
    answer,
    is_said,
    judge,
    sift,
)
from katalog.schema import shape_findings
from katalog.vocabularies import load_vocabularies
from tests.factory import CALM, example
from tests.matchning import (
    CHOICES,
    CRITERIA,
    FACTS,
    PEOPLE,
    Case,
    a_choice,
    a_person,
    cases,
    pairs,
    some_values,
    told,
)

FALL, URVAL = cases("fall"), cases("urval")
DEMANDS = {"kommun", "alder", "forsorjning", "villkor_malgrupp", "inskriven_af", "diagnos",
           "beslut_kravs"}  # fmt: skip
WISHES = {"malgrupp", "insatstyp", "sprak", "hur"}
# A post has no way to say that these make no difference.
NEVER_ALL = {"villkor_malgrupp", "malgrupp", "insatstyp", "sprak", "hur"}


@pytest.mark.parametrize("case", FALL, ids=lambda case: case.name)
def test_the_table(case: Case):
    found = told(case.person, case.facts)
    assert found["verdict"] == case.verdict
    assert {name: found["answers"][name] for name in case.answers} == case.answers
    assert {name: found["sentences"][name] for name in case.sentences} == case.sentences


@pytest.mark.parametrize("case", URVAL, ids=lambda case: case.name)
def test_the_table_of_choices(case: Case):
    assert sift(case.person, case.facts, CRITERIA) == case.verdict


@pytest.mark.parametrize("case", [*FALL, *URVAL], ids=lambda case: case.name)
def test_a_post_of_the_table_is_one_that_an_editor_can_write(case: Case):
    source = {"kalla": ["exempel-2026"]}
    written = {**example(), **case.written}
    written["vagar_in"] = [{**way, **source} for way in written["vagar_in"]]
    written["villkor"] = {**written["villkor"], **source}
    assert list(shape_findings(written)) == []


def test_the_table_has_every_answer_in_words():
    shown = {(name, "i_ord" if case.facts[name] == IN_WORDS
              else "alla" if case.facts[name] == ANY else case.answers[name])
             for case in FALL for name in case.sentences}  # fmt: skip
    texts = {"ja": "ja", "alla": "alla", "nej": "nej", "fraga_text": ASK, "okand": UNKNOWN,
             "i_ord": "i_ord"}  # fmt: skip
    assert shown == {(each["id"], kind) for each in CRITERIA.judged
                     for text, kind in texts.items()
                     if text in each and not (text == "alla" and each["id"] in NEVER_ALL)}
    assert len({case.name for case in (*FALL, *URVAL)}) == len(FALL) + len(URVAL)


def test_the_weights_are_those_of_the_design():
    assert {each["id"] for each in CRITERIA.judged if each["vikt"] == DEMAND} == DEMANDS
    assert {each["id"] for each in CRITERIA.judged if each["vikt"] == WISH} == WISHES
    assert set(READERS) == set(CRITERIA.all)


def test_what_is_made_up_meets_everything():
    met = [told(*pair) for pair in pairs(a_person, 1000)]
    assert {found["verdict"] for found in met} == {FITS, MAYBE, NOT}
    assert {(name, given) for found in met for name, given in found["answers"].items()} == {
        (each["id"], kind) for each in CRITERIA.judged for kind in (YES, NO, ASK, UNKNOWN)
        if not (kind == NO and each.get("oppen"))}  # fmt: skip
    assert not [text for found in met for text in found["sentences"].values()
                if not text or "{" in text or "None" in text or "[" in text]  # fmt: skip
    assert {sift(*pair, CRITERIA) for pair in pairs(a_choice, 300)} == {FITS, MAYBE, NOT}


@CALM
@given(PEOPLE, FACTS)
def test_the_verdict_is_what_the_design_says(person: Any, stated: Any):
    judged = judge(person, stated, CRITERIA)
    demands = [judged.answers[name] for name in DEMANDS]
    if "nej" in demands:
        assert judged.verdict == "passar-inte"
    elif "fraga" in demands or "ja" not in demands:
        assert judged.verdict == "avgor"
    else:
        assert judged.verdict == "passar"
    assert judged.met == list(judged.answers.values()).count("ja")


@CALM
@given(PEOPLE, PEOPLE, FACTS)
def test_a_further_answer_never_lets_anybody_back_in(person: Any, more: Any, stated: Any):
    said = {name: value for name, value in person.items() if is_said(value)}
    assume(judge(said, stated, CRITERIA).verdict == NOT)
    assert judge({**more, **said}, stated, CRITERIA).verdict == NOT


@CALM
@given(PEOPLE, some_values("malgrupp"), FACTS)
def test_more_groups_shut_nobody_out_and_let_nobody_in(person: Any, groups: Any, stated: Any):
    fewer = judge(person, stated, CRITERIA)
    more = judge({**person, "malgrupp": [*person.get("malgrupp", []), *groups]}, stated, CRITERIA)
    assert (fewer.verdict == NOT) == (more.verdict == NOT)
    assert fewer.verdict != FITS or more.verdict == FITS
    assert fewer.met <= more.met


@CALM
@given(PEOPLE, FACTS, st.randoms(use_true_random=False))
def test_the_order_of_answers_and_values_never_matters(person: Any, stated: Any, chance: Random):
    def mixed(value: Any) -> Any:
        return chance.sample(value, len(value)) if isinstance(value, list) else value

    other = {name: mixed(person[name]) for name in chance.sample(list(person), len(person))}
    facts = {name: value if name == "alder" else mixed(value) for name, value in stated.items()}
    assert judge(other, facts, CRITERIA) == judge(person, stated, CRITERIA)


@CALM
@given(FACTS)
def test_who_has_said_nothing_is_never_refused(stated: Any):
    nothing = {question(each): [] for each in CRITERIA.judged if each["id"] != "alder"}
    silent = judge({}, stated, CRITERIA)
    assert silent.verdict != NOT
    assert judge({**nothing, "alder": None}, stated, CRITERIA) == silent


@CALM
@given(PEOPLE)
def test_any_is_always_yes_and_unknown_never_no(person: Any):
    for each in CRITERIA.all.values():
        wanted = person.get(question(each))
        assert answer(each, ANY, wanted) == YES
        assert answer(each, None, wanted) == UNKNOWN
        assert answer(each, IN_WORDS, wanted) == ASK


@CALM
@given(PEOPLE, FACTS)
def test_of_several_answers_one_is_enough(person: Any, stated: Any):
    for each in CRITERIA.judged:
        wanted = person.get(question(each))
        if each["id"] != "alder" and is_said(wanted):
            one_by_one = {answer(each, stated[each["id"]], [value]) for value in wanted}
            assert (answer(each, stated[each["id"]], wanted) == YES) == (YES in one_by_one)


@CALM
@given(PEOPLE, PEOPLE, FACTS)
def test_wishes_decide_nothing(person: Any, other: Any, stated: Any):
    wished = {**person, **{name: other.get(name) for name in ("insatstyp", "sprak", "hur")}}
    verdict = judge(person, stated, CRITERIA).verdict
    assert judge(wished, stated, CRITERIA).verdict == verdict
    quiet = {**stated, **dict.fromkeys(WISHES)}
    assert judge(person, quiet, CRITERIA).verdict == verdict


def with_wider(name: str, wanted: list[str]) -> set[str]:
    """Return the values and all that they belong to, by the vocabulary itself."""
    found = set(wanted)
    if name == "malgrupp":
        values = load_vocabularies()[name].values
        for _ in values:
            found |= {wider for each in found for wider in values[each].get("ingar_i", [])}
    return found


@CALM
@given(CHOICES, FACTS)
def test_a_list_sifts_as_a_plain_filter_does(chosen: Any, stated: Any):
    marks = set()
    for name, wanted in chosen.items():
        fact = stated[name]
        if wanted == []:
            continue
        if fact in (None, "~"):
            marks.add("?")
        elif name == "alder" and fact != "*":
            marks.add(wanted in range(fact[0], fact[1] + 1))
        else:
            own = fact == "*" or not set(fact).isdisjoint(with_wider(name, wanted))
            marks.add(own or ("?" if name == "malgrupp" else False))
    if any(chosen.get(name) not in (None, []) for name in ("alder", "forsorjning", "malgrupp")):
        marks |= {"?" for name in ("inskriven_af", "diagnos", "beslut_kravs")
                  if stated[name] not in (None, "*")}
        group = stated["villkor_malgrupp"]
        wanted = with_wider("malgrupp", chosen.get("malgrupp") or [])
        if group not in (None, "*") and (group == "~" or set(group).isdisjoint(wanted)):
            marks.add("?")
    expected = "passar-inte" if False in marks else "avgor" if "?" in marks else "passar"
    assert sift(chosen, stated, CRITERIA) == expected
