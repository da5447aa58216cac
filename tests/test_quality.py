"""The score tells an editor what a record leaves unanswered; it never refuses."""

import pytest

from katalog.quality import QUESTIONS, score, table
from tests.factory import GONE, example, record

BARE = {"vagar_in": [], "kommuner": [], "intag": "okant", "livscykel": "ej-bekraftad",
        **dict.fromkeys(["villkor", "kontakter", "malgrupp", "vad_hander", "organisationer",
                         "endast_handlaggare"], GONE)}  # fmt: skip


def test_the_example_answers_every_question():
    assert score(example()) == (len(QUESTIONS), [])


def test_a_bare_record_answers_none():
    assert score(example(BARE)) == (0, [question for question, _ in QUESTIONS])


@pytest.mark.parametrize(
    ("changes", "question"),
    [
        ({"vagar_in.0.hur": []}, "hur tar jag kontakt"),
        ({"kontakter": GONE}, "vem ringer jag"),
        ({"malgrupp": []}, "vilka är den till för"),
        ({"villkor.alder": GONE}, "vilken ålder"),
        ({"villkor.forsorjning": GONE}, "vilken ersättning"),
        ({"kommuner": []}, "i vilka kommuner"),
        ({"vad_hander": GONE}, "vad händer"),
        ({"intag": "okant"}, "är det kö"),
        ({"organisationer.0.roll": ["utforare"]}, "vem äger den"),
        ({"livscykel": "ej-bekraftad"}, "är den bekräftad"),
        ({"vagar_in.0.kontrollerad": GONE}, "är uppgifterna avstämda"),
    ],
)
def test_each_silence_costs_one_point(changes, question):
    assert score(example(changes)) == (len(QUESTIONS) - 1, [question])


@pytest.mark.parametrize("only", [True, False])
def test_that_only_a_caseworker_may_apply_is_an_answer_too(only):
    data = example({"vagar_in": [], "endast_handlaggare": only})
    assert ("kan jag anmäla mig själv" in score(data)[1]) is not only


@pytest.mark.parametrize(
    ("summary", "remark"),
    [
        ("Du får en handledare som hjälper dig att hitta ett jobb eller en utbildning nu.",
         "allt besvarat; sammanfattning LIX 35, helst högst 30"),
        ("Du får en handledare. Hon eller han hjälper dig att hitta jobb eller studier.",
         "allt besvarat"),
        ("Ord " * 8 + "handledare handledare.", "allt besvarat"),  # LIX just 30
    ],
)
def test_a_summary_that_could_be_easier_is_remarked_on(summary, remark):
    assert table([record({"sammanfattning": summary}, "ett")]).split(": ")[1] == remark


def test_the_table_starts_with_the_poorest():
    rows = table([record(name="rik"), record(BARE, "fattig"), record({"intag": "okant"}, "b")])
    full = len(QUESTIONS)
    lines = rows.split("\n")
    assert lines[0].startswith(f" 0/{full}  fattig: kan jag anmäla mig själv, ")
    assert lines[1:] == [f"{full - 1}/{full}  b: är det kö", f"{full}/{full}  rik: allt besvarat"]
