"""Each rule of checks_text.py: a record that breaks it, one that just keeps it."""

import pytest

from katalog import checks_text
from katalog.problems import WARNING
from tests.factory import Case, assert_case, problems

HARD = ("Samordningsförbundets rehabiliteringsinsatser tillhandahåller individanpassade "
        "stödåtgärder åt arbetssökande med funktionsnedsättningar.")
MIDDLE = "Du får en handledare som hjälper dig att hitta ett jobb eller en utbildning nu."
EASY = "Du får en handledare. Hon eller han hjälper dig att hitta jobb eller studier."
NUMBER = "har något som ser ut som ett personnummer. Ta bort det."


def code(text: str) -> str:
    return f'"{text}" ser ut som kod. Poster är ren text; skriv utan HTML, mallkod och skript.'


def code_case(text: str, found: str) -> Case:
    return Case("plain_text_only", {"historia": [f"Börjar {text} här"]}, "historia[0]",
                "Börjar", code(found),
                {"historia": ["3 < 4 och 5 > 2, {ungefär} 50 % & mer"]})  # fmt: skip


def number_case(text: str) -> Case:
    return Case("no_personal_number", {"historia": [f"Fall {text} i listan"]}, "historia[0]",
                "Fall", NUMBER, {"historia": ["Org.nr 212000-0142 och 08-465 004 00, 2026-02-12"]})


CASES = (
    code_case("<b>fet</b>", "<b"),
    code_case("<SCRIPT>x</SCRIPT>", "<S"),
    code_case("</p>", "</"),
    code_case("<!-- x -->", "<!"),
    code_case("<?php", "<?"),
    code_case("{{ x }}", "{{"),
    code_case("{% x %}", "{%"),
    code_case("{# x #}", "{#"),
    code_case("javascript:alert(1)", "javascript:"),
    code_case("JavaScript :x", "JavaScript :"),
    code_case("vbscript:x", "vbscript:"),
    code_case("data:text/html,x", "data:text/"),
    Case("summary_is_readable", {"sammanfattning": HARD}, "sammanfattning",
         "sammanfattning: Sam", "LIX 87, högst 40. Korta meningarna och byt långa ord mot korta.",
         {"sammanfattning": MIDDLE}),
    Case("summary_could_be_easier", {"sammanfattning": MIDDLE}, "sammanfattning",
         "^sammanfattning:", "LIX 35; helst högst 30. Går den att förenkla?",
         {"sammanfattning": EASY}, WARNING),
    # Numbers that Skatteverket set apart for tests: an ordinary one and a samordningsnummer.
    number_case("19121212-1212"),
    number_case("121212-1212"),
    number_case("121212+1212"),
    number_case("191212121212"),
    number_case("1212121212"),
    number_case("701063-2391"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.bad}"[:60])
def test_rule(case: Case, tmp_path):
    assert_case(case, (*checks_text.ERRORS, *checks_text.WARNINGS), tmp_path)


@pytest.mark.parametrize("number", ["121212–1212", "121212 - 1212", "121212\u20111212"])
def test_a_personal_number_is_seen_with_any_dash(number, tmp_path):
    told = problems(tmp_path, {"historia": [f"Fall {number}"]})
    assert [problem.message for problem in told] == [NUMBER]


@pytest.mark.parametrize("number", ["121212-1213", "121312-1212", "1212121212345", "2026–2028"])
def test_what_is_no_personal_number_is_left_alone(number, tmp_path):
    assert problems(tmp_path, {"historia": [f"Ärende {number}"]}) == []


def test_every_text_is_looked_at_wherever_it_stands():
    value = {"a": "x", "b": [{"c": "y"}, ["z", 1, None, True]]}
    assert list(checks_text.texts(value)) == [
        (("a",), "x"), (("b", 0, "c"), "y"), (("b", 1, 0), "z")]  # fmt: skip
