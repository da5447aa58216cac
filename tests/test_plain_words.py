"""The list of officialese is checked like a record, and finds words in all their forms."""

from pathlib import Path

import pytest

from katalog.plain_words import FILE, load_plain_words, plain_word_problems
from tests.conftest import change, checkout, katalog

GOOD = """ordpar:
  - {ord: [erhåll*, erhöll*], hellre: få}
  - {ord: [i samband med], hellre: när}
  - {ord: [och/eller], hellre: eller}
"""
WORDS = load_plain_words()


def told(folder: Path, text: str) -> list[str]:
    """Return what is said of a list, without the folder; a list with errors finds nothing."""
    path = folder / "klarsprak.yaml"
    path.write_text(text, encoding="utf-8")
    found = [problem.text() for problem in plain_word_problems(path)]
    if found:
        assert list(load_plain_words(path).find("erhåller samtliga")) == []
    return [line.removeprefix(path.as_posix()) for line in found]


def test_the_list_is_sound_and_of_a_size_to_keep_in_mind():
    assert plain_word_problems() == []
    assert 60 <= len(WORDS.plainer) <= 120


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du erhåller stöd.", [("erhåller", "få")]),
        ("ERHÅLL och erhållit, erhölls", [("erhåll", "få"), ("erhållit", "få"),
                                          ("erhölls", "få")]),
        ("I samband\nmed mötet", [("i samband\nmed", "när")]),
        ("mejl och/eller brev", [("och/eller", "eller")]),
        ("återerhåller, erhal, samband med, och", []),  # inside a word, or only a part
        ("icke-erhåller", []),
        ('Källan skriver "erhåller" och ”erhöll” och »i samband med».', []),
        ('Han sa "ja". Du erhåller "stöd".', [("erhåller", "få")]),
        ("", []),
    ],
)  # fmt: skip
def test_words_are_found_in_all_forms(text, found, tmp_path):
    assert told(tmp_path, GOOD) == []
    assert list(load_plain_words(tmp_path / "klarsprak.yaml").find(text)) == found


@pytest.mark.parametrize(
    "text",
    ["Inkomsten räknas inte.", "Du har individuellt stöd.", "Målet är jämlikt.",
     "Avsevärt mer tid.", "Utgivaren svarar.", "Omgivningen hjälper.", "Vi tar över.",
     "Ta med en blankett om behovet finns."],
)  # fmt: skip
def test_everyday_words_that_look_alike_are_left_alone(text):
    assert list(WORDS.find(text)) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{ord: [erhöll*], hellre: få}",
         ':5: ordpar[3].ord[0]: "erhöll*" står redan i listan. Behåll det ena.'),
        ("{ord: [ekonomiskt], hellre: pengar}",
         ':5: ordpar[3].ord[0]: "ekonomiskt" hör till "Ekonomiskt bistånd", som guiden själv '
         "förklarar i schema/vokabular/forsorjning.json. Ta bort det här."),
        ("{ord: [motta], hellre: erhålla}",
         ':5: ordpar[3].hellre: "erhålla" är självt ett krångligt ord i listan. '
         "Välj ett enklare."),
        ("{ord: [Erhålla], hellre: få}",
         ':5: ordpar[3].ord[0]: "Erhålla" går inte att använda här. Ordet med små bokstäver, i '
         "alla former som skrivs. Stjärna sist betyder alla ändelser, efter minst fyra "
         'bokstäver. Exempel: ["erhåll*", "erhöll*"]'),
        ("{ord: [er*], hellre: få}",
         ':5: ordpar[3].ord[0]: "er*" går inte att använda här. Ordet med små bokstäver, i '
         "alla former som skrivs. Stjärna sist betyder alla ändelser, efter minst fyra "
         'bokstäver. Exempel: ["erhåll*", "erhöll*"]'),
        ("{ord: [motta]}",
         ':5: ordpar[3].hellre: saknas. Det enklare ordet, eller flera att välja mellan. '
         'Exempel: hellre: "få"'),
        ("{ord: motta, hellre: få}",
         ":5: ordpar[3].ord: ska vara en lista med en punkt (-) per värde, inte texten "
         '"motta". Ordet med små bokstäver, i alla former som skrivs. Stjärna sist betyder alla '
         'ändelser, efter minst fyra bokstäver. Exempel: ["erhåll*", "erhöll*"]'),
        ("{ord: [motta], hellre: få, kalla: x}",
         ":5: ordpar[3].kalla: okänt fält. Tillåtna fält: ord, hellre."),
    ],
)
def test_a_mistake_is_told_with_line_and_remedy(line, message, tmp_path):
    assert told(tmp_path, f"{GOOD}  - {line}\n") == [message]


def test_all_mistakes_are_told_at_once(tmp_path):
    found = told(tmp_path, f"{GOOD}  - {{ord: [erhöll*], hellre: erhålla}}\n"
                           "  - {ord: [bistånd], hellre: hjälp}\n")
    assert sorted(line.split(": ")[1] for line in found) == [
        "ordpar[3].hellre", "ordpar[3].ord[0]", "ordpar[4].ord[0]"]


@pytest.mark.parametrize("text", ["", "[]", "ordpar: []", "ordpar: [x", "ordpar:\n\t- x"])
def test_a_file_that_is_no_list_of_words_is_told(text, tmp_path):
    assert told(tmp_path, text)


def test_kontrollera_tells_of_the_list_and_of_the_records_in_the_same_run(tmp_path):
    copy = checkout(tmp_path / "kopia")
    change(copy / FILE.relative_to(FILE.parents[1]), r"^ordpar:$", "ordpar:\n  - {ord: [x y]}")
    change(copy / "insatser/sip.yaml", r"^intag: okant$", "intag: kanske")
    done = katalog("kontrollera", root=copy)
    assert done.returncode == 1
    assert "schema/klarsprak.yaml:11: ordpar[0].hellre: saknas." in done.stdout
    assert 'intag: okänt värde "kanske"' in done.stdout


def test_kontrollera_warns_of_a_hard_word_in_a_record(tmp_path):
    copy = checkout(tmp_path / "kopia")
    change(copy / "insatser/sip.yaml", r"^malgrupp_text: .*$", "malgrupp_text: Du erhåller stöd.")
    done = katalog("kontrollera", "insatser/sip.yaml", root=copy)
    assert done.returncode == 0
    assert ': varning: malgrupp_text: "erhåller" låter som en myndighet. Skriv hellre: få.' in (
        done.stdout)
