"""The table of matching cases, and made-up people and facts for the tests of matching.

Comes in: tests/matchning.yaml, schema/kriterier.yaml. Goes out: cases, Hypothesis strategies, and
any number of pairs (person, facts), the same every time.
"""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from katalog import strict_yaml
from katalog.criteria import Criterion, load_criteria, question
from katalog.facts import ANY, IN_WORDS, Stated, facts
from katalog.match_text import sentence
from katalog.matching import Facts, Person, judge
from katalog.vocabularies import load_vocabularies

TABLE = Path(__file__).parent / "matchning.yaml"
CRITERIA = load_criteria()
QUESTIONS = {question(each): each for each in CRITERIA.judged if "fraga" not in each}
GUIDE = ["huddinge", "botkyrka", "salem", "haninge", "tyreso", "nynashamn"]
AGES = [0, 15, 16, 17, 18, 29, 30, 64, 65, 120]
# What every post of the table has until the case says otherwise.
SILENT = {"kommuner": [], "vagar_in": [], "insatstyp": [], "livscykel": "ej-bekraftad",
          "intag": "okant"}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One case of the table. `written` is what it says of the post, `facts` what that states."""

    name: str
    written: dict[str, Any]
    facts: Facts
    person: Person
    verdict: str
    answers: dict[str, str]
    sentences: dict[str, str]


def cases(part: str) -> list[Case]:
    """Return the cases of `fall` (a person meets a post) or `urval` (a choice in a list)."""
    loaded = strict_yaml.load(TABLE.read_text(encoding="utf-8"))
    assert loaded.findings == []
    return [Case(each["namn"], each["post"], facts({**SILENT, **each["post"]}), each["person"],
                 each["utfall"], each.get("svar", {}), each.get("mening", {}))
            for each in loaded.data[part]]  # fmt: skip


def values(criterion: Criterion) -> list[str]:
    """Return the values that a person or a post of this guide can have."""
    if criterion["id"] == "kommun":
        return GUIDE
    known = criterion.get("varden") or load_vocabularies()[criterion["vokabular"]].values
    return [value for value in known if value != "alla"]


def _some(criterion: Criterion, chance: Random, least: int) -> list[str]:
    known = values(criterion)
    return chance.sample(known, chance.randint(least, min(3, len(known))))


def _age(chance: Random) -> int:
    return chance.choice(AGES) if chance.random() < 0.5 else chance.randint(0, 120)


def _stated(criterion: Criterion, chance: Random) -> Stated:
    kind = chance.random()
    if kind < 0.55:
        return chance.choice([None, ANY, *([IN_WORDS] if "i_ord" in criterion else [])])
    if criterion["slag"] == "spann":
        return sorted((_age(chance), _age(chance)))
    return _some(criterion, chance, least=1)


def _answers(criteria: list[Criterion], chance: Random) -> dict[str, Any]:
    asked = [each for each in criteria if chance.random() < 0.8]
    return {each["id"]: _age(chance) if each["slag"] == "spann" else _some(each, chance, least=0)
            for each in asked}  # fmt: skip


def a_person(chance: Random) -> Person:
    """Make up a person who has answered some of the questions."""
    return _answers(list(QUESTIONS.values()), chance)


def a_choice(chance: Random) -> Person:
    """Make up what somebody chose in a list."""
    return _answers([CRITERIA.all[name] for name in CRITERIA.filters], chance)


def a_post(chance: Random) -> Facts:
    """Make up what a post states."""
    return {name: _stated(each, chance) for name, each in CRITERIA.all.items()}


def _strategy(make: Any) -> st.SearchStrategy:
    return st.integers(0, 2**40).map(lambda seed: make(Random(seed)))  # noqa: S311


def some_values(name: str) -> st.SearchStrategy:
    """Some values of a criterion."""
    return st.lists(st.sampled_from(values(CRITERIA.all[name])), max_size=4)


PEOPLE, CHOICES, FACTS = _strategy(a_person), _strategy(a_choice), _strategy(a_post)


def pairs(make: Any, count: int) -> list[tuple[Person, Facts]]:
    """Return made-up (person or choice, facts)."""
    chance = Random(count)  # noqa: S311
    return [(make(chance), a_post(chance)) for _ in range(count)]


def told(person: Person, stated: Facts) -> dict[str, Any]:
    """Return all that Python says of a pair: verdict, answers, how many are met, sentences."""
    judged = judge(person, stated, CRITERIA)
    sentences = {each["id"]: sentence(each, judged.answers[each["id"]], stated[each["id"]],
                                      person.get(question(each)), CRITERIA)
                 for each in CRITERIA.judged}  # fmt: skip
    return {"verdict": judged.verdict, "answers": judged.answers, "met": judged.met,
            "sentences": sentences}  # fmt: skip
