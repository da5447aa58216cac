"""The sentences of a match: why, in words.

Comes in: a criterion, its answer, what the record states, what the person said. Goes out: one
Swedish sentence from schema/kriterier.yaml. theme/static/js/passar/meningar.js writes alike.
"""

from typing import Any

from katalog.criteria import Criteria, Criterion, label
from katalog.facts import ANY, IN_WORDS, OLDEST, YOUNGEST, Stated
from katalog.matching import ASK, NO, UNKNOWN, YES, fits
from katalog.swedish import and_list, lower_first

TEXTS = {YES: "ja", NO: "nej", ASK: "fraga_text", UNKNOWN: "okand"}


def sentence(criterion: Criterion, answer: str, stated: Stated, wanted: Any,
             criteria: Criteria) -> str:
    """Return why a criterion has its answer."""
    if answer == YES and stated == ANY:
        return criterion["alla"]
    if stated == IN_WORDS:
        return criterion["i_ord"]
    text = criterion[TEXTS[answer]]
    if answer == UNKNOWN:
        return text
    return (text.replace("{du}", _said(criterion, answer, stated, wanted))
            .replace("{insats}", _stated(criterion, stated, criteria)))


def age_text(stated: list[int], criteria: Criteria) -> str:
    """Return '16–29 år', '18 år eller äldre' or 'upp till 35 år' for a range."""
    least, most = stated
    kind = "till" if least == YOUNGEST else "fran" if most == OLDEST else "mellan"
    text = criteria.age_words[kind]
    return text.replace("{fran}", str(least)).replace("{till}", str(most))


def _said(criterion: Criterion, answer: str, stated: Stated, wanted: Any) -> str:
    """Return what the person said; of several things those that count."""
    if criterion["slag"] == "spann" or not wanted:
        return str(wanted)
    counted = [value for value in wanted if answer != YES or fits(criterion, value, stated)]
    return _listed(criterion, counted, "och")


def _stated(criterion: Criterion, stated: Any, criteria: Criteria) -> str:
    if criterion["slag"] == "spann":
        return age_text(stated, criteria)
    return _listed(criterion, stated, criterion.get("foga", "eller"))


def _listed(criterion: Criterion, values: list[str], joiner: str) -> str:
    words = [label(criterion, value) for value in values]
    if criterion.get("vokabular") != "kommun":
        words = [lower_first(word) for word in words]
    return ", ".join(words) if joiner == "," else and_list(words, joiner)
