"""Each rule of checks_text.py: a record that breaks it, one that just keeps it."""

import pytest

from katalog import checks_text
from katalog.problems import WARNING
from tests.factory import Case, assert_case, problems

HARD = ("Samordningsförbundets rehabiliteringsinsatser organiserar individanpassade "
        "stödåtgärder åt arbetssökande med funktionsnedsättningar.")
MIDDLE = "Du får en handledare som hjälper dig att hitta ett jobb eller en utbildning nu."
LONG = "Ord" + " ord" * 20 + "."
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


def plain_case(text: str, hard: str, plainer: str) -> Case:
    return Case("words_are_plain", {"malgrupp_text": text}, "malgrupp_text", "^malgrupp_text:",
                f'"{hard}" låter som en myndighet. Skriv hellre: {plainer}. '
                "Är det ett citat, sätt det inom ”citattecken”.",
                {"malgrupp_text": f"Källan säger ”{text}”"}, WARNING)


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
    Case("sentences_are_short", {"historia": [f"Kort. {LONG}"]}, "historia[0]", "Kort",
         f'meningen "{LONG[:57]}…" har 21 ord; '
         "helst högst 20. Dela den, eller räkna upp efter ett kolon.",
         {"historia": [f"Kort. {LONG[4:].capitalize()}", f"Kort: {LONG[8:]}: slut"]}, WARNING),
    Case("sentences_are_short", {"lattlast.sa_gor_du": "Ring" + " du" * 15}, "lattlast.sa_gor_du",
         "sa_gor_du: Ring du", f'meningen "Ring{" du" * 15}" har 16 ord; '
         "helst högst 15. Dela den, eller räkna upp efter ett kolon.",
         {"lattlast.sa_gor_du": "Ring" + " du" * 14}, WARNING),
    plain_case("Hon erhöll stöd.", "erhöll", "få"),
    plain_case("Det gäller Samtliga.", "samtliga", "alla"),
    plain_case("Ordet står i  samband\u00a0med mötet.", "i  samband\u00a0med", "när eller vid"),
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


@pytest.mark.parametrize("field", ["namn", "andra_namn.0", "kallor.0.titel", "kallor.0.referens",
                                   "oversattningar.en.sammanfattning", "lattlast.namn"])
def test_names_titles_and_other_languages_are_nobodys_to_make_plain(field, tmp_path):
    assert problems(tmp_path, {field: f"Stöd avseende samtliga. {LONG}"[:90]}) == []


@pytest.mark.parametrize("field", ["sammanfattning", "beskrivning.0", "vagar_in.0.sedan",
                                   "organisationer.0.text", "resultat.0.text", "oklart.0",
                                   "lattlast.sammanfattning"])
def test_every_running_text_is_read(field, tmp_path):
    told = problems(tmp_path, {field: "Du får samtliga kort. Du får mer. " + LONG})
    assert [(problem.level, problem.message[:9]) for problem in told] == [
        (WARNING, '"samtliga'), (WARNING, 'meningen ')]  # fmt: skip


def test_a_text_may_break_both_rules_many_times(tmp_path):
    told = problems(tmp_path, {"historia": [f"Avseende samtliga. {LONG} {LONG[:-1]} ord."]})
    assert [problem.message.split(" ")[0] for problem in told] == [
        '"avseende"', '"samtliga"', "meningen", "meningen"]  # fmt: skip


def test_a_value_out_of_a_list_is_no_running_text():
    data = {"insatstyp": ["samtliga"], "historia": ["Samtliga fick plats."]}
    assert [path for path, _ in checks_text.words_are_plain(data)] == [("historia", 0)]
