"""The vocabularies hold the values of the design, each once, and all 290 kommuner."""

import json
import re

import pytest

from katalog.criteria import load_criteria
from katalog.paths import VOCABULARIES
from katalog.schema import validator
from katalog.swedish import sort_key
from katalog.vocabularies import load_vocabularies

WORDS = load_vocabularies()
DESIGN = {
    "insatstyp": """stod-till-arbete, stod-till-studier, samordnat-stod, kartlaggning,
        forrehabilitering, arbetstraning, svenska-och-arbete, utbildning, personlig-utveckling,
        eget-foretag, vard-och-behandling, uppsokande, arbetsgivarstod, sysselsattning,
        personalutbildning, samverkansstruktur""",
    "inriktning": "individinriktad, strukturovergripande",
    "form": "ordinarie, forbundsfinansierad, projekt, esf-projekt, pilot",
    "malgrupp": """uvas, langtidssjukskriven, langtidsarbetslos, utan-egen-forsorjning,
        ej-fullfoljt-gymnasium, overgang-skola-arbete, daglig-verksamhet,
        langt-fran-arbetsmarknaden, sammansatta-behov, utforsakrad,
        intellektuell-funktionsnedsattning, autism, adhd, npf, psykisk-ohalsa,
        psykisk-funktionsnedsattning, fysisk-funktionsnedsattning, langvarig-smarta, beroende,
        funktionsnedsattning, utrikesfodd, nyanland, sfi, bristande-svenska, kvinnor, foraldrar,
        anhorig, medarbetare""",
    "forsorjning": """alla, sjukpenning, rehabiliteringspenning, sjukersattning,
        aktivitetsersattning, aktivitetsersattning-avslag, ekonomiskt-bistand, a-kassa,
        aktivitetsstod, utvecklingsersattning, etableringsersattning, studiestod,
        foraldrapenning, lon, ingen""",
    "metod": """supported-employment, ips, supported-education, case-management, arbetstraning,
        forrehabilitering, kartlaggande-samtal, samverkansteam, uppsokande-arbete,
        arbetsterapi, halsoinsats, dramapedagogik, mobiliseringskurs, anpassad-yrkesutbildning,
        svenska-med-arbete, socialt-foretag, jobbagent, entreprenorsprogram,
        motiverande-samtal, sius""",
    "organisationstyp": """kommun, region, arbetsformedlingen, forsakringskassan,
        samordningsforbund, statlig-myndighet, skola, vardenhet, socialt-foretag, forening,
        stiftelse, foretag, fond""",
    "roll": """insatsagare, administrativ-agare, utforare, finansiar, medfinansiar,
        samverkanspart, projektagare""",
    "livscykel": "kommande, pagaende, implementerad, avslutad, ersatt, ej-bekraftad",
    "intag": "oppet, ko, fullt, stangt, okant",
    "vem": """individ, anhorig, handlaggare-fk, handlaggare-af, socialtjanst, vard, skola, kaa,
        sip, kommunens-ame, arbetsgivare, uppsokande""",
    "hur": "telefon, epost, formular, besok, via-handlaggare",
}
CODES = {"huddinge": "0126", "botkyrka": "0127", "salem": "0128", "haninge": "0136",
         "tyreso": "0138", "nynashamn": "0192", "habo": "0643", "habo-0305": "0305"}  # fmt: skip
KOMMUNER = {const: value for const, value in WORDS["kommun"].values.items() if const != "alla"}


@pytest.mark.parametrize("path", sorted(VOCABULARIES.glob("*.json")), ids=lambda path: path.stem)
def test_each_vocabulary_is_what_a_vocabulary_should_be(path):
    text = path.read_text(encoding="utf-8")
    assert list(validator("vokabular").iter_errors(json.loads(text))) == []
    assert len(WORDS[path.stem].values) == len(json.loads(text)["oneOf"]), "an id stands twice"


@pytest.mark.parametrize("name", DESIGN)
def test_the_values_are_those_of_the_design(name):
    assert sorted(WORDS[name].values) == sorted(re.split(r",\s+", DESIGN[name]))


def test_there_is_no_vocabulary_nobody_decided_on():
    assert set(WORDS) == {*DESIGN, "kommun", "organisation", "lots", "falt", "avvikelse",
                          "sprak", "forenlighet", "bristskal", "bedomningsmetod"}


@pytest.mark.parametrize("name", WORDS)
def test_no_two_values_have_the_same_label(name):
    titles = [value["title"].casefold() for value in WORDS[name].values.values()]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("name", WORDS)
def test_no_word_leads_to_two_values(name):
    seen: dict[str, str] = {}
    for const, value in WORDS[name].values.items():
        for word in {w.casefold() for w in (value["title"], *value.get("synonymer", []))}:
            assert seen.setdefault(word, const) == const, word


def test_there_are_290_kommuner_with_a_code_each():
    assert len(KOMMUNER) == 290
    codes = [value["kod"] for value in KOMMUNER.values()]
    assert len(set(codes)) == 290
    assert all(re.fullmatch(r"[0-9]{4}", code) for code in codes)
    assert len({value["lan"] for value in KOMMUNER.values()}) == 21


def test_the_kommuner_of_the_design_have_their_codes():
    assert {const: KOMMUNER[const]["kod"] for const in CODES} == CODES
    assert WORDS["kommun"].label("habo") == "Habo"
    assert WORDS["kommun"].label("habo-0305") == "Håbo"


def test_the_id_of_a_kommun_is_its_folded_name():
    table = str.maketrans("åäöé ", "aaoe-")
    for const, value in KOMMUNER.items():
        if const != "habo-0305":
            assert const == value["title"].lower().translate(table)


def test_a_code_belongs_to_its_county():
    by_start: dict[str, set[str]] = {}
    for value in KOMMUNER.values():
        by_start.setdefault(value["kod"][:2], set()).add(value["lan"])
    assert all(len(counties) == 1 for counties in by_start.values())


def test_numbers_of_organisations_say_where_they_come_from():
    organisations = WORDS["organisation"].values
    for value in organisations.values():
        assert ("telefon" in value) == ("telefon_kalla" in value) == ("telefon_namn" in value)
    assert {const: organisations[const]["telefon"] for const in
            ("botkyrka-kommun", "tyreso-kommun", "nynashamns-kommun")} == {
        "botkyrka-kommun": "08-530 610 00", "tyreso-kommun": "08-578 291 00",
        "nynashamns-kommun": "08-520 680 00"}  # fmt: skip


def test_the_kommuner_of_a_county_can_be_sorted_for_readers():
    names = sorted((value["title"] for value in KOMMUNER.values()), key=sort_key)
    assert names[0] == "Ale"
    assert names[-1] == "Övertorneå"


@pytest.mark.parametrize("name", sorted(WORDS))
def test_what_a_value_belongs_to_is_another_value_and_never_itself(name: str):
    values = WORDS[name].values
    for const in values:
        seen, waiting = set(), list(values[const].get("ingar_i", []))
        while waiting:
            wider = waiting.pop()
            assert wider in values, f"{const}: {wider}"
            seen.add(wider)
            waiting += [each for each in values[wider].get("ingar_i", []) if each not in seen]
        assert const not in seen, const


def test_whoever_has_autism_belongs_to_every_wider_group():
    wider = load_criteria().all["malgrupp"]["vidare"]
    assert wider["autism"] == ["npf", "funktionsnedsattning"]
    assert wider["nyanland"] == ["utrikesfodd"]
    assert "funktionsnedsattning" not in wider
