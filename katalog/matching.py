"""Does an insats fit a person? Three answers, each with its reasons.

Comes in: a person {question: answer}, the facts of a record (facts.py), the criteria. Goes out:
FITS, MAYBE or NOT, and the answer to every criterion. theme/static/js/passar/matcha.js is the
same rule in the browser; tests/matchning.yaml and tests/test_matching_browser.py hold the two
together.

A person is {"kommun": ["huddinge"], "alder": 21, "forsorjning": ["ingen"], "malgrupp": ["uvas"],
"inskriven_af": ["ja"], "diagnos": ["nej"], "beslut_kravs": [...], "insatstyp": [...],
"sprak": ["so"], "hur": [...]}, each part optional.
"""

from dataclasses import dataclass
from typing import Any

from katalog.catalog import Post
from katalog.criteria import DEMAND, Criteria, Criterion, question
from katalog.facts import ANY, IN_WORDS, Stated
from katalog.status import NOW, OVER
from katalog.swedish import sort_key

YES, NO, ASK, UNKNOWN = "ja", "nej", "fraga", "okand"
FITS, MAYBE, NOT = "passar", "avgor", "passar-inte"
INTAKE = ("oppet", "ko")  # in this order; then what is unknown, then what is full or closed

Person = dict[str, Any]
Facts = dict[str, Stated]


@dataclass(frozen=True)
class Judgement:
    """The verdict, and the answer to each demand and wish by criterion id."""

    verdict: str
    answers: dict[str, str]

    @property
    def met(self) -> int:
        """How many criteria are met."""
        return sum(answer == YES for answer in self.answers.values())


def answer(criterion: Criterion, stated: Stated, wanted: Any) -> str:
    """Answer one criterion: YES, NO, ASK (stated, but the person has not said) or UNKNOWN."""
    if stated is None:
        return UNKNOWN
    if stated == ANY:
        return YES
    if stated == IN_WORDS or not is_said(wanted):
        return ASK
    if criterion["slag"] == "spann":
        return YES if stated[0] <= wanted <= stated[1] else NO
    if any(fits(criterion, value, stated) for value in wanted):
        return YES
    return ASK if criterion.get("oppen") else NO


def fits(criterion: Criterion, value: str, stated: list[str]) -> bool:
    """Say whether a value, or a wider one that it belongs to, is among those stated: whoever has
    autism has a funktionsnedsättning."""
    return any(each in stated for each in (value, *criterion.get("vidare", {}).get(value, ())))


def is_said(wanted: Any) -> bool:
    """Tell an answer from none; the age 0 is an answer."""
    return wanted is not None and wanted != []


def judge(person: Person, facts: Facts, criteria: Criteria) -> Judgement:
    """Return the verdict: NOT on any unmet demand; FITS when some demand is met and no stated
    one is left open; otherwise MAYBE. A wish decides nothing."""
    answers = {each["id"]: answer(each, facts[each["id"]], person.get(question(each)))
               for each in criteria.judged}
    demands = {answers[each["id"]] for each in criteria.judged if each["vikt"] == DEMAND}
    if NO in demands:
        return Judgement(NOT, answers)
    return Judgement(FITS if YES in demands and ASK not in demands else MAYBE, answers)


def sift(chosen: Person, facts: Facts, criteria: Criteria) -> str:
    """Return how a record stands to what was chosen in a list: here every choice is a demand,
    and what the record does not state cannot be told. When the choice describes a person, a
    demand that no list can ask about is left open too."""
    said = {name: wanted for name, wanted in chosen.items() if is_said(wanted)}
    answers = {answer(criteria.all[name], facts[name], wanted) for name, wanted in said.items()}
    if any(name in criteria.personal for name in said):
        answers |= {answer(each, facts[each["id"]], said.get(question(each)))
                    for each in criteria.unlisted} & {ASK}
    if NO in answers:
        return NOT
    return FITS if answers <= {YES} else MAYBE


def order(post: Post, facts: Facts, judged: Judgement) -> tuple[Any, ...]:
    """Return a sort key: ended last, the better verdict first, then more criteria met, open
    before queue before unknown, ongoing before unconfirmed, the name, and the id."""
    return (post.stage == OVER, (FITS, MAYBE, NOT).index(judged.verdict), -judged.met,
            _intake(facts["intag"]), post.stage != NOW, sort_key(post.name), post.id)


def _intake(stated: Stated) -> int:
    if not stated or stated == ANY:
        return len(INTAKE)
    return INTAKE.index(stated[0]) if stated[0] in INTAKE else len(INTAKE) + 1
