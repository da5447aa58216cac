"""Each rule of checks_translation.py: a record that breaks it, one that keeps it, the words."""

import pytest

from katalog import checks_translation
from katalog.languages import load_languages
from katalog.problems import ERROR, WARNING
from tests.factory import GONE, Case, assert_case, problems

WORDS = {"sammanfattning": "You get help.", "datum": "2026-03-02"}
KNOWN = "ar, en, es, fa, fi, ku, pl, ru, so, ti, tr, uk"
SAME = "Skriv samma siffror, och dagen då du ändrade under datum."
SWEDISH = "Du är 16–29 år och får hjälp i 2 år."


def code_case(code: str, meant: str) -> Case:
    return Case("languages_are_known", {"oversattningar": {code: WORDS}}, f"oversattningar.{code}",
                f"^  {code}:", f'okänt språk "{code}". {meant}', {"oversattningar": {"uk": WORDS}})


def number_case(text: str, theirs: str) -> Case:
    return Case("numbers_are_kept",
                {"sammanfattning": SWEDISH, "oversattningar.en.sammanfattning": text,
                 "lattlast": GONE},
                "oversattningar.en.sammanfattning", f"sammanfattning: {text[:9]}",
                f"har {theirs}, men sammanfattning på svenska har siffrorna 2, 16, 29. {SAME}",
                {"sammanfattning": SWEDISH, "lattlast": GONE,
                 "oversattningar.en.sammanfattning": "For 2 years, ages 16 to 29."}, WARNING)


CASES = (
    code_case("xx", f"Tillåtna språk: {KNOWN}."),
    code_case("eng", 'Menade du "en"?'),
    code_case("sv", "Svenska står i postens egna fält, lättläst svenska under lattlast. "
                    "Ta bort raden."),
    number_case("Ages 16–30, for 2 years.", "siffrorna 2, 16, 30"),
    number_case("Ages 16–29 and help.", "siffrorna 16, 29"),
    number_case("You are young and get help.", "inga siffror"),
    Case("numbers_are_kept", {"lattlast.sa_gor_du": "Ring 90.", "sa_gor_du": GONE,
                              "oversattningar": GONE, "belagg.sa_gor_du": GONE},
         "lattlast.sa_gor_du", "sa_gor_du: Ring 90",
         f"har siffrorna 90, men sa_gor_du på svenska har inga siffror. {SAME}", level=WARNING),
    Case("easy_swedish_is_easy",
         {"lattlast.sammanfattning": "Handledaren hjälper dig att hitta arbete."},
         "lattlast.sammanfattning", "sammanfattning: Handled",
         "LIX 39; helst högst 30 på lättläst. Korta meningarna och byt långa ord mot korta.",
         {"lattlast.sammanfattning": "Handledaren hjälper dig. Du får ett bra jobb."}, WARNING),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rule(case: Case, tmp_path):
    assert_case(case, (*checks_translation.ERRORS, *checks_translation.WARNINGS), tmp_path)


@pytest.mark.parametrize("code", sorted(set(load_languages()) - {"sv", "lattlast"}))
def test_every_language_that_has_pages_may_have_texts(code, tmp_path):
    assert problems(tmp_path, {"oversattningar": {code: WORDS}}) == []


@pytest.mark.parametrize("code", ["EN", "en-GB", "engelska", "lattlast", "teckensprak"])
def test_what_is_no_code_at_all_is_told_once(code, tmp_path):
    told = problems(tmp_path, {"oversattningar": {code: WORDS}})
    assert [problem.level for problem in told] == [ERROR]


def test_numbers_are_the_same_in_any_script(tmp_path):
    changes = {"sammanfattning": SWEDISH, "lattlast": GONE, "oversattningar": {
        "ar": WORDS | {"sammanfattning": "١٦–٢٩ سنة، ٢ سنوات"}}}  # fmt: skip
    assert problems(tmp_path, changes) == []


def test_all_that_is_wrong_with_the_translations_is_told_at_once(tmp_path):
    told = problems(tmp_path, {"oversattningar": {
        "xx": WORDS, "en": WORDS | {"sammanfattning": "Call 112."},
        "fi": WORDS | {"datum": "2999-01-01"}}})  # fmt: skip
    assert [problem.field for problem in told] == [
        "oversattningar.xx", "oversattningar.en.sammanfattning", "oversattningar.fi.datum"]


@pytest.mark.parametrize("changes", [
    {"oversattningar.en": GONE, "oversattningar.ar": "text"},
    {"lattlast": ["Du får hjälp."]},
    {"oversattningar.en.datum": 2026},
    {"oversattningar.en.sammanfattning": None},
])
def test_a_bad_shape_is_told_by_the_schema_alone(changes, tmp_path):
    assert [problem.level for problem in problems(tmp_path, changes)] == [ERROR]
