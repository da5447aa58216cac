"""Is it there, and may I apply myself? Read off the record; unknown is never "no"."""

import pytest

from katalog.status import NOW, OVER, PERHAPS, self_referral, stage, who_may_apply
from tests.factory import GONE, example

WAY = {"hur": [], "kalla": ["exempel-2026"]}
OTHERS = {"vagar_in": [{"vem": "vard", **WAY}]}


@pytest.mark.parametrize(
    ("life", "heirs", "expected"),
    [
        ("kommande", [], NOW), ("pagaende", [], NOW), ("pagaende", ["x"], NOW),
        ("ej-bekraftad", [], PERHAPS), ("ej-bekraftad", ["x"], PERHAPS),
        ("implementerad", [], PERHAPS), ("implementerad", ["x"], OVER),
        ("avslutad", [], OVER), ("ersatt", ["x"], OVER),
    ],
)  # fmt: skip
def test_the_stage_follows_the_life_and_the_heirs(life, heirs, expected):
    data = example({"livscykel": life, "efterfoljare": heirs})
    assert stage(data) == expected


def test_an_insats_with_a_queue_is_still_there():
    assert stage(example({"intag": "ko"})) == NOW


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, "ja"),
        ({"livscykel": "ej-bekraftad"}, "ja"),
        ({"livscykel": "avslutad"}, "slut"),
        ({"livscykel": "implementerad", "efterfoljare": ["x"]}, "slut"),
        ({**OTHERS, "endast_handlaggare": True}, "nej"),
        ({"vagar_in": [], "endast_handlaggare": True}, "nej"),
        ({"vagar_in": [], "inriktning": "strukturovergripande"}, "samverkan"),
        ({"inriktning": "strukturovergripande"}, "ja"),
        ({"vagar_in": []}, "vet-inte"),
        ({"vagar_in": [], "endast_handlaggare": GONE}, "vet-inte"),
        (OTHERS, "vet-inte"),
        ({"vagar_in": [{"vem": "anhorig", **WAY}]}, "vet-inte"),
    ],
)
def test_can_i_apply_myself(changes, answer):
    assert self_referral(example(changes)) == answer


def test_those_who_may_apply_are_read_off_the_ways_in():
    assert who_may_apply(example()) == {"individ", "anhorig"}
    assert who_may_apply({"vagar_in": [{"hur": []}]}) == set()
