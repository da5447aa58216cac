"""What an editor reads: one magnificently broken record, and the form of every message."""

import re

import pytest

from katalog.paths import ROOT
from katalog.problems import (
    ERROR,
    WARNING,
    BadInput,
    Problem,
    errors,
    field_name,
    quoted,
    report,
)
from katalog.records import check_files, read_record
from tests import test_checks, test_checks_contact, test_checks_text, test_checks_translation
from tests.factory import GONE, problems

BROKEN = ROOT / "tests/broken/trasig.yaml"
EXPECTED = BROKEN.with_suffix(".txt")  # every line, word for word
LINE = re.compile(r"[^:]+\.yaml:[0-9]+: (varning: )?([a-z_0-9.\[\]]+: )?\S.*")
MEND = re.compile(
    r"Exempel:|till exempel|Menade du|Tillåtna|Där finns|behövs|helst högst|\b(Behåll|Byt|Bryt|Döp|"
    r"Flytta|Fyll i|Ge|Gör dem|Jämför|Kontrollera|Kopiera|Korta|Lägg|Se schema|Skriv|Spara|Sätt|"
    r"Ta bort|Välj|Ändra)\b", re.IGNORECASE)  # fmt: skip
CASES = (*test_checks.CASES, *test_checks_contact.CASES, *test_checks_text.CASES,
         *test_checks_translation.CASES)


def expected() -> list[str]:
    return EXPECTED.read_text(encoding="utf-8").splitlines()


def test_a_thoroughly_broken_record_is_told_all_that_is_wrong_at_once():
    _, found = check_files([BROKEN])
    assert report(found).split("\n") == expected()
    assert len(expected()) >= 50


def test_each_line_says_where_and_how_to_mend():
    for line in expected():
        assert LINE.fullmatch(line), line
        assert MEND.search(line), line


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_rule_says_how_to_mend(case):
    assert MEND.search(case.message)


KALLA = "Id på en eller flera av postens källor. Exempel: kalla: "


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"namn": "Lång" * 50}, "namn", "för långt: 200 tecken, högst 160. "),
        ({"namn": None}, "namn", "tomt. Fyll i text eller ta bort raden. "),
        ({"namn": True}, "namn", 'ska vara text, inte true. Skriv "true" med citattecken. '),
        ({"namn": ["a"]}, "namn", "ska vara text, inte en lista. "),
        ({"namn": ""}, "namn", "för kort: minst 2 tecken. "),
        ({"kommuner": GONE}, "kommuner", "saknas. Kommuner vars invånare kan få insatsen. "),
        ({"kommuner": {}}, "kommuner", "ska vara en lista med en punkt (-) per värde, inte fält "
                                       "under fältet. Skriv [] om det är okänt. "),
        ({"intag": ["ko"]}, "intag", "ska vara ett enda värde, inte en lista. Tillåtna värden: "),
        ({"malgrupp": ["xyzzy"]}, "malgrupp[0]",
         'okänt värde "xyzzy". Tillåtna värden står i schema/vokabular/malgrupp.json.'),
        ({"malgrupp": ["hemmasittare"]}, "malgrupp[0]",
         'okänt värde "hemmasittare". Menade du "uvas"?'),
        ({"villkor": {"kalla": ["exempel-2026"]}}, "villkor",
         "för få uppgifter. Fyll i mer eller ta bort fältet. "),
        ({"villkor.alder": "unga"}, "villkor.alder", '"unga" går inte att använda här. Lägsta och'),
        ({"villkor.alder": {"fran": -1}}, "villkor.alder.fran", "-1 är för lågt; minst 0. "),
        ({"villkor.alder": {}}, "villkor.alder", "för få uppgifter. "),
        ({"villkor.kalla": []}, "villkor.kalla", "listan är tom; minst ett värde behövs. "),
        ({"kontakter.1": {"id": "x", "funktion": "Växel", "kalla": ["exempel-2026"]}},
         "kontakter[1]", "minst ett av fälten telefon, epost, webb, adress behövs."),
        ({"kontakter.0.person": "x"}, "kontakter[0].person", "okänt fält. Tillåtna fält: id, "),
        ({"efterfoljare": ["Å"]}, "efterfoljare[0]", '"Å" går inte att använda här. '),
        ({"oversattningar.en.datum": "2026"}, "oversattningar.en.datum",
         '"2026" går inte att använda här. Dag då översättningen gjordes. '),
        ({"belagg.metod": {}}, "belagg.metod.kalla", f"saknas. {KALLA}"),
        ({"belagg.form": {"kalla": ["exempel-2026"]}}, "belagg.form", "okänt fält. "),
    ],
)  # fmt: skip
def test_each_refusal_of_the_shape_is_told_in_words_that_help(changes, field, message, tmp_path):
    told = [problem for problem in problems(tmp_path, changes) if problem.field == field]
    assert len(told) == 1
    assert told[0].message.startswith(message)
    assert MEND.search(told[0].message)


@pytest.mark.parametrize("field", ["kommuner", "andra_namn", "malgrupp", "villkor.forsorjning",
                                   "vagar_in", "vagar_in.0.kalla", "belagg.metod.kalla"])
def test_advice_to_write_an_empty_list_can_be_followed(field, tmp_path):
    shown = re.sub(r"\.(\d+)", r"[\1]", field)
    (told,) = [p for p in problems(tmp_path, {field: "text"}) if p.field == shown]
    if "Skriv []" in told.message:
        assert [p for p in problems(tmp_path, {field: []}) if p.field == shown] == []


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"malgrupp_text": "<b>", "namn": ""}, {"malgrupp_text", "namn"}),
        ({"historia": ["<b>fet</b>", ""]}, {"historia[0]", "historia[1]"}),
        ({"kontakter.0.telefon": "08-12", "kontakter.1": "vaxeln"},
         {"kontakter[0].telefon", "kontakter[1]"}),
        ({"kallor.1.last": "2026-02-30", "kallor.2": {"id": "ny"}},
         {"kallor[1].last", "kallor[2].titel"}),
    ],
)  # fmt: skip
def test_one_fault_in_a_list_does_not_hide_another(changes, fields, tmp_path):
    assert fields <= {problem.field for problem in problems(tmp_path, changes)}


@pytest.mark.parametrize("key", ["a\\n::error::x", "a\\e[31mb", "a\\u202eb"])
def test_a_field_name_cannot_break_or_disguise_the_line(key, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(f'id: x\n"{key}": 1\n', encoding="utf-8")
    lines = report(read_record(path)[1], github=True).split("\n")
    assert all(line.startswith((f"{path.as_posix()}:", "::error file=")) for line in lines)
    assert all(line.isprintable() for line in lines)


def test_a_value_cannot_disguise_the_line(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text('id: x\nintag: "a\\u202eb\\eb"\n', encoding="utf-8")
    assert all(line.isprintable() for line in report(read_record(path)[1]).split("\n"))


def test_a_line_for_the_terminal():
    assert Problem("a.yaml", 3, "namn", "saknas.").text() == "a.yaml:3: namn: saknas."
    assert Problem("a.yaml", 3, "", "tom.").text() == "a.yaml:3: tom."
    assert Problem("a.yaml", 3, "namn", "lång.", WARNING).text() == "a.yaml:3: varning: namn: lång."


def test_a_line_for_github_is_escaped():
    problem = Problem("a,b:c%.yaml", 3, "namn", "50 %, rad ett:\nrad två\r")
    assert problem.github() == (
        "::error file=a%2Cb%3Ac%25.yaml,line=3::namn: 50 %25, rad ett:%0Arad två%0D")
    assert Problem("a.yaml", 1, "", "x", WARNING).github() == "::warning file=a.yaml,line=1::x"


def test_a_report_is_sorted_by_file_line_and_field_without_doubles():
    found = [Problem("b.yaml", 1, "x", "m"), Problem("a.yaml", 10, "x", "m"),
             Problem("a.yaml", 9, "y", "m"), Problem("a.yaml", 9, "x", "m"),
             Problem("a.yaml", 9, "x", "m")]  # fmt: skip
    assert report(found) == "a.yaml:9: x: m\na.yaml:9: y: m\na.yaml:10: x: m\nb.yaml:1: x: m"
    assert report(found[:1], github=True) == "b.yaml:1: x: m\n::error file=b.yaml,line=1::x: m"
    assert report([]) == ""


def test_only_errors_stop_a_build():
    warning, error = (Problem("a.yaml", 1, "", "m", level) for level in (WARNING, ERROR))
    assert errors([warning, error]) == [error]
    assert str(BadInput([warning, warning])) == "\na.yaml:1: varning: m"


def test_how_fields_and_values_are_written():
    assert field_name(("vagar_in", 0, "vem")) == "vagar_in[0].vem"
    assert field_name(()) == ""
    assert quoted("a\n b") == '"a b"'
    assert quoted("å" * 61) == f'"{"å" * 57}…"'
