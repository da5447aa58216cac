"""The criteria are checked like a record, and have words for every answer and every value."""

import re
from pathlib import Path

import pytest

from katalog.criteria import (
    FILE,
    FILTER,
    criteria_problems,
    label,
    load_criteria,
    question,
)
from katalog.facts import READERS
from katalog.problems import BadInput
from katalog.vocabularies import load_vocabularies
from tests.conftest import checkout, katalog
from tests.factory import line_of
from tests.matchning import values

GOOD = """alder_i_ord: { mellan: "{fran}–{till} år", fran: "{fran} år –", till: "till {till} år" }
utan_samtal: [epost]
kriterier:
  - id: alder
    namn: Ålder
    ruta: {alla: Alla}
    om: ålder
    slag: spann
    vikt: krav
    ja: Ja, {du} år.
    alla: Alla åldrar.
    nej: Nej, {du} år.
    fraga_text: Är du {insats}?
    i_ord: Läs på sidan.
    okand: Okänd ålder.
  - id: villkor_malgrupp
    namn: Krav
    om: krav
    ruta: {alla: Alla}
    slag: mangd
    vikt: krav
    fraga: malgrupp
    oppen: true
    vokabular: malgrupp
    ja: "Du har valt: {du}."
    alla: Alla.
    fraga_text: "Stämmer {insats}?"
    okand: Inget krav.
  - id: malgrupp
    namn: Målgrupp
    om: målgrupp
    slag: mangd
    vikt: filter
    vokabular: malgrupp
om_person: [alder]
filter: [alder, malgrupp]
"""
CRITERIA = load_criteria()
TEXTS = ("ja", "alla", "nej", "fraga_text", "i_ord", "okand")
FILLED = {"ja": {"du", "insats"}, "nej": {"du", "insats"}, "fraga_text": {"insats"}}


def told(folder: Path, text: str) -> list[str]:
    """Return what is said of a file of criteria, as an editor reads it, without the folder."""
    path = folder / "kriterier.yaml"
    path.write_text(text, encoding="utf-8")
    found = [problem.text() for problem in criteria_problems(path)]
    if found:
        with pytest.raises(BadInput) as caught:
            load_criteria(path)
        assert [problem.text() for problem in caught.value.problems] == found
    return [line.replace(path.as_posix(), "kriterier.yaml") for line in found]


def test_a_sound_file_is_read_in_its_own_order(tmp_path: Path):
    assert told(tmp_path, GOOD) == []
    found = load_criteria(tmp_path / "kriterier.yaml")
    assert list(found.all) == ["alder", "villkor_malgrupp", "malgrupp"]
    assert [each["id"] for each in found.judged] == ["alder", "villkor_malgrupp"]
    assert [question(each) for each in found.all.values()] == ["alder", "malgrupp", "malgrupp"]
    assert (found.filters, found.no_call) == (("alder", "malgrupp"), ("epost",))
    assert found.age_words["fran"] == "{fran} år –"


AGAIN = """  - id: alder # igen
    namn: Ålder
    om: ålder
    slag: spann
    vikt: filter
"""
VOCABULARIES = ", ".join(load_vocabularies())


@pytest.mark.parametrize(("old", "new", "on", "message"), [
    ("    vokabular: malgrupp\n    ja", "    vokabular: malgrup\n    ja", "malgrup$",
     'kriterier[1].vokabular: "malgrup" finns inte i schema/vokabular. '
     f"Välj bland: {VOCABULARIES}."),
    ("    vokabular: malgrupp\n    ja", "    vokabular: malgrupp\n    etikett: gor\n    ja",
     "etikett",
     'kriterier[1].etikett: alla värden i schema/vokabular/malgrupp.json har inte "gor". '
     "Välj en annan etikett."),
    ("om_person: [alder]\n", f"{AGAIN}om_person: [alder]\n", "# igen",
     'kriterier[3].id: "alder" står redan. Behåll det ena.'),
    ("om_person: [alder]", "om_person: [person]", "om_person",
     'om_person[0]: inget kriterium heter "person". Välj bland kriteriernas id.'),
    ("filter: [alder,", "filter: [alder, aldr,", "^filter",
     'filter[1]: inget kriterium heter "aldr". Välj bland kriteriernas id.'),
    ("    nej: Nej, {du} år.\n", "", "id: alder",
     "kriterier[0].nej: saknas. Skriv vad svaret blir när något inte stämmer."),
    ("    i_ord: Läs på sidan.\n", "", "id: alder",
     "kriterier[0].i_ord: saknas. Skriv vad svaret blir när posten bara säger det i löpande "
     "text."),
    ("    oppen: true\n", "", "id: villkor_malgrupp",
     "kriterier[1].nej: saknas. Skriv vad svaret blir när något inte stämmer."),
    ("fraga: malgrupp", "fraga: situation", "fraga: situation",
     'kriterier[1].fraga: inget kriterium heter "situation".'),
    ("    slag: spann\n", "    slag: spann\n    slags: x\n", "slags: x",
     'kriterier[0].slags: okänt fält. Menade du "slag"?'),
    ("slag: spann", "slag: span", "slag: span",
     'kriterier[0].slag: okänt värde "span". Menade du "spann"?'),
    ("vikt: filter", "vikt: viktigt", "vikt: viktigt",
     'kriterier[2].vikt: okänt värde "viktigt". Tillåtna värden: krav, onskemal, filter.'),
    ("id: alder", "id: aldern", "id: aldern",
     'kriterier[0].id: okänt värde "aldern". Menade du "alder"?'),
    ("    okand: Okänd ålder.\n", "", "id: alder",
     "kriterier[0].okand: saknas. När källan inget säger. "
     'Exempel: okand: "Källan säger inget om ersättning – fråga."'),
    ("    alla: Alla åldrar.\n", "", "id: alder",
     "kriterier[0].alla: saknas. När det inte spelar någon roll. "
     'Exempel: alla: "Det spelar ingen roll vad du lever på."'),
    ("    vikt: filter\n    vokabular: malgrupp\n", "    vikt: filter\n", "- id: malgrupp",
     "kriterier[2]: minst ett av fälten vokabular, varden behövs."),
    ("utan_samtal: [epost]", "utan_samtal: [mejl]", "utan_samtal",
     'utan_samtal[0]: okänt värde "mejl". Menade du "epost"?'),
    ("till {till} år", "till år", "till år",
     'alder_i_ord.till: "till år" går inte att använda här. Bara högsta ålder. '
     'Exempel: "upp till {till} år"'),
    ("    namn: Krav\n", "    namn: Krav\n    namn: Mer\n", "namn: Mer",
     "kriterier[1].namn: fältet står två gånger, först på rad 17. Behåll det ena."),
    ("ja: Ja, {du} år.", "ja: Svar: {du} år.", "Svar:",
     "går inte att läsa som YAML. Står det kolon i en text? Sätt citattecken om texten."),
])  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_to_do(
        tmp_path: Path, old: str, new: str, on: str, message: str):
    assert GOOD.count(old) == 1
    lines = told(tmp_path, GOOD.replace(old, new))
    line = line_of(tmp_path / "kriterier.yaml", on)
    assert lines == [f"kriterier.yaml:{line}: {message}"]


@pytest.mark.parametrize(("text", "message"), [
    ("", "filen är tom. Kopiera schema/exempel.yaml och fyll i."),
    ("- a\n", "ska vara fält med värden, inte en lista."),
    ("hej\n", 'ska vara fält med värden, inte texten "hej".'),
])
def test_what_is_no_file_of_criteria_is_told(tmp_path: Path, text: str, message: str):
    assert told(tmp_path, text) == [f"kriterier.yaml:1: {message}"]


def test_a_missing_file_is_told_once(tmp_path: Path):
    path = tmp_path / "kriterier.yaml"
    assert [problem.text() for problem in criteria_problems(path)] == [
        f"{path.as_posix()}:1: filen finns inte. Kontrollera namn och rättigheter."]


def test_all_mistakes_are_told_at_once(tmp_path: Path):
    broken = GOOD.replace("    nej: Nej, {du} år.\n", "").replace("[alder,", "[x, borta,")
    assert len(told(tmp_path, broken)) == 3


def test_the_real_criteria_are_sound_and_read_from_a_record_each():
    assert criteria_problems() == []
    assert set(CRITERIA.all) == set(READERS)
    assert set(CRITERIA.filters) <= set(CRITERIA.all)


def test_every_text_is_filled_with_what_there_is_to_fill_it_with():
    """A text that is given as it is has no place to fill; braces stand nowhere else."""
    for each in CRITERIA.all.values():
        for name in {*TEXTS} & {*each}:
            assert set(re.findall(r"\{(.*?)\}", each[name])) <= FILLED.get(name, set()), each["id"]
            assert re.sub(r"\{(du|insats)\}", "", each[name]).isprintable()
            assert not re.search(r"[{}]", re.sub(r"\{(du|insats)\}", "", each[name]))
            assert each[name].endswith((".", "?")), each[name]
    for words in CRITERIA.age_words.values():
        assert re.sub(r"\{(fran|till)\}", "", words).strip(" –") != ""
        assert not re.search(r"[{}]", re.sub(r"\{(fran|till)\}", "", words))


def test_only_what_a_person_is_told_of_has_sentences():
    for each in CRITERIA.all.values():
        assert (each["vikt"] == FILTER) == (not {*TEXTS} & {*each}), each["id"]


def test_every_value_of_every_criterion_has_a_label():
    for each in CRITERIA.all.values():
        if each["slag"] == "mangd":
            labels = [label(each, value) for value in values(each)]
            assert all(labels), each["id"]
            assert len(set(labels)) == len(labels) > 1, each["id"]


def test_broken_criteria_stop_check_and_build(tmp_path: Path):
    root = checkout(tmp_path / "guide")
    path = root / FILE.relative_to(FILE.parents[1])
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("vokabular: forsorjning\n", "vokabular: inkomst\n"), "utf-8")
    line = line_of(path, "vokabular: inkomst")
    for command in (("kontrollera",), ("bygg", "--ut", tmp_path / "ut", "--sprak", "sv")):
        done = katalog(*command, root=root)
        assert done.returncode == 1, command
        assert (f'schema/kriterier.yaml:{line}: kriterier[2].vokabular: "inkomst" finns inte i '
                f"schema/vokabular. Välj bland: {VOCABULARIES}.\n") in done.stdout, command
        assert "Traceback" not in done.stdout, command
    assert not (tmp_path / "ut").exists()
