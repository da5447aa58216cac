"""The words to say on the phone fit how one comes in, and ask nothing of what is over."""

import itertools
from typing import Any

import pytest

from katalog import status
from katalog.catalog import make_catalog
from katalog.languages import SWEDISH
from katalog.readability import lix
from katalog.records import Record
from katalog.say import CALLING, SENTENCES, TO_OFFICER, say
from tests.conftest import Pages, text
from tests.factory import GONE, record

SELF = {"vem": "individ", "hur": [], "kalla": ["exempel-2026"]}
OFFICER = {"vem": "vard", "hur": [], "kalla": ["exempel-2026"]}


def said(**changes: Any) -> dict[str, str] | None:
    """Return what is said of a changed copy of the example."""
    made = {"namn": "Bron", "livscykel": "pagaende", "inriktning": "individinriktad",
            "endast_handlaggare": GONE, "efterfoljare": GONE, **changes}
    (post,) = make_catalog([record(made)]).posts.values()
    return say(post, SWEDISH)


def test_who_may_apply_and_has_a_number_just_says_so():
    assert said(vagar_in=[SELF]) == {
        "till": CALLING, "ord": "Hej! Jag vill anmäla mig till Bron. Hur gör jag?"}


def test_at_a_switchboard_one_asks_for_whoever_answers_for_it():
    words = said(vagar_in=[SELF], kontakter=GONE)["ord"]
    assert words.startswith("Hej! Jag vill anmäla mig till Bron. Vem")
    assert "anmäla mig" in words


def test_what_only_an_officer_can_do_is_said_to_the_officer():
    for contacts in ({}, {"kontakter": GONE}):
        spoken = said(vagar_in=[OFFICER], endast_handlaggare=True, **contacts)
        assert spoken["till"] == TO_OFFICER
        assert "anmäla" not in spoken["ord"]
        assert "växel" not in spoken["ord"]
        assert "kontakt med dem för mig" in spoken["ord"]


@pytest.mark.parametrize("ways", [[], [OFFICER]])
def test_unknown_is_asked_and_never_taken_for_a_yes_or_no(ways):
    words = said(vagar_in=ways)["ord"]
    assert "Vem får anmäla?" in words
    assert "Jag vill anmäla mig" not in words


@pytest.mark.parametrize("life", ["ej-bekraftad", "implementerad"])
@pytest.mark.parametrize(
    "way", [{"vagar_in": [SELF]}, {"vagar_in": []},
            {"vagar_in": [OFFICER], "endast_handlaggare": True}])  # fmt: skip
def test_of_what_is_perhaps_gone_one_first_asks_whether_it_is_there(life, way):
    words = said(livscykel=life, **way)["ord"]
    assert "Bron finns kvar" in words or "Finns Bron kvar?" in words
    assert words.index("kvar") < min(words.find(w) for w in ("anmäl", "kontakt") if w in words)


def test_nothing_is_said_of_what_is_over_or_takes_no_residents():
    assert said(livscykel="avslutad", vagar_in=[SELF]) is None
    assert said(inriktning="strukturovergripande", vagar_in=[]) is None


def test_the_page_says_exactly_that_inside_its_answer(pages: Pages, records: dict):
    catalog = {post.id: say(post, SWEDISH) for post in _posts(records)}
    seen = set()
    for name, data in records.items():
        answer = pages[f"insats/{name}/index.html"].find(".//section[@aria-labelledby='anmal']")
        spoken = [text(part) for part in answer.iter("p") if "data-sag" in part.attrib]
        expected = catalog[name]
        assert spoken == ([f"{expected['till']}: {expected['ord']}"] if expected else []), name
        seen.add(status.self_referral(data))
    assert seen == {"ja", "nej", "vet-inte", "slut", "samverkan"}


def _posts(records: dict):
    return make_catalog(Record(name, data, "") for name, data in records.items()).posts.values()


def test_the_sentences_are_short_enough_to_read_aloud():
    for sentence in SENTENCES.values():
        spoken = sentence.format(namn="Bron")
        assert lix(spoken) <= 30, spoken
        assert len(spoken) <= 120, spoken
    assert all(a != b for a, b in itertools.combinations(SENTENCES.values(), 2))
