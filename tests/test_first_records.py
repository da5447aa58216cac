"""The first data set: all 54 insatser of the four documents, none more, each fact with a source.

A förbund that puts its own records in insatser/ replaces this file.
"""

import re

import pytest

from katalog.checks_source import SOURCED_FIELDS
from katalog.checks_text import texts
from katalog.problems import errors, report
from katalog.readability import LIX_WISHED, lix
from katalog.records import load_records

IDS = re.findall(r"\S+", """
    af-resurs ame-huddinge bonorna bria conecto conecto-plus din-tur en-vag-in ester
    forstarkt-samarbete forstarkt-stod-os frukostmoten grenverket-nt grenverket-sodertorn
    gymnasiealternativet hallbar-rehabilitering ips-huddinge jamt-sjukskriven jobbagenter kaa
    klippan koman kreativa-krafter kulturhantverket kur lok-af-kommun lumena lumena-plus mia-hbs
    mia-lan mobiliseringskurser motesplatsen-huddinge myrstigen nysatsa ormprojektet prohab
    resursmodellen resursrad-haninge resursrad-nynashamn samma samsas
    samverkansplattformar-nyanlanda se-vagen second-chance-school signe sip sociala-foretag socsam
    start tolvan ung-i-nynas ung-i-tyreso ungdomsteamet-haninge valfardsguiden
""")  # fmt: skip
RECORDS, PROBLEMS = load_records()
TWO_NAMES = re.compile(r"\b[A-ZÅÄÖ][a-zåäöéü]+ (?:(?:von|av|af|de|al) )?[A-ZÅÄÖ][a-zåäöéü]+\b")
# What looks like a person in contacts and ways in, and is none.
NO_PERSONS = {"Region Stockholm", "Din Tur"}
PROVEN_BY = {"huddinge-2026", "botkyrka-2026"}  # only these can show what is running now


@pytest.fixture(params=RECORDS, ids=lambda record: record.id)
def data(request):
    return request.param.data


def test_no_record_has_an_error():
    assert report(errors(PROBLEMS)) == ""


def test_the_records_are_the_54_of_the_documents():
    assert [record.id for record in RECORDS] == sorted(IDS)
    assert len(IDS) == 54


def test_the_summary_is_plain(data):
    assert lix(data["sammanfattning"]) <= LIX_WISHED


def test_what_is_not_known_is_said(data):
    assert data["oklart"]


def test_every_fact_has_a_source(data):
    sources = {source["id"] for source in data["kallor"]}
    assert sources
    if len(sources) > 1:
        stated = {name for name in SOURCED_FIELDS if data.get(name) not in (None, [], "okant")}
        assert stated <= set(data["belagg"])
    parts = [*data["vagar_in"], *data.get("kontakter", []), *data.get("resultat", []),
             *data.get("belagg", {}).values()]  # fmt: skip
    if "villkor" in data:
        parts.append(data["villkor"])
    for part in parts:
        assert part["kalla"]
        assert set(part["kalla"]) <= sources


def test_only_a_source_of_2026_shows_that_something_is_running(data):
    if data["livscykel"] in ("pagaende", "kommande"):
        sources = data.get("belagg", {}).get("livscykel", {}).get(
            "kalla", [source["id"] for source in data["kallor"]])  # fmt: skip
        assert PROVEN_BY.intersection(sources)


def test_no_contact_names_a_person(data):
    for part in ("kontakter", "vagar_in"):
        for path, text in texts({part: data.get(part, [])}):
            assert set(TWO_NAMES.findall(text)) <= NO_PERSONS, path


def test_an_officials_number_stands_under_a_function_and_after_the_switchboard(data):
    for contact in data.get("kontakter", []):
        assert contact["funktion"]
        assert "epost" not in contact  # the documents have only garbled addresses


def test_the_traps_of_the_first_data_set():
    known = {record.id: record.data for record in RECORDS}
    assert "alder" not in known["mia-hbs"].get("villkor", {})
    assert (known["mia-hbs"]["livscykel"], known["mia-hbs"]["intag"]) == ("pagaende", "ko")
    assert known["samma"]["livscykel"] == "implementerad"
    assert "mia-lan" in known["mia-hbs"]["foregangare"]
    assert not [text for _, text in texts(known["din-tur"]) if "mars 2025" in text]
