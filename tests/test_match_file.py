"""passar/: what the browser matches with holds what the records state, whole and nothing else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from katalog import match_file
from katalog.catalog import make_catalog
from katalog.criteria import load_criteria
from katalog.facts import facts
from katalog.match_file import match_data, text_chunks, write_match_files
from katalog.phone import written
from katalog.postcodes import load_postcodes
from katalog.records import load_records
from katalog.status import OVER, stage
from katalog.vocabularies import load_vocabularies
from tests.conftest import contents
from tests.factory import GONE, record

CRITERIA = load_criteria()
NUMBER = re.compile(r"\+?\d[\d -]{5,}\d")


@pytest.fixture(scope="session")
def sent(site: Path) -> Any:
    """insatser.json as a browser gets it."""
    return json.loads((site / "passar/insatser.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def texts(site: Path) -> dict[str, Any]:
    """All texts by id."""
    found: dict[str, Any] = {}
    for path in sorted((site / "passar/text").resolve().iterdir()):
        chunk = json.loads(path.read_text(encoding="utf-8"))
        assert not set(chunk) & set(found)
        found |= chunk
    return found


def decoded(sent: Any, name: str) -> list[Any]:
    """Return a column with its words in place of their places."""
    words = [value for value, _ in sent["ord"].get(name, [])]
    return [[words[place] for place in fact] if isinstance(fact, list) and words else fact
            for fact in sent["kolumner"][name]]


def test_there_is_nothing_else_in_the_folder(site: Path):
    assert set(contents(site / "passar")) == {"insatser.json", "postnummer.json", "text/0.json"}


def test_every_insats_stands_once_in_columns_of_the_same_length(sent: Any, records: Any):
    assert sorted(sent["kolumner"]["id"]) == sorted(records)
    assert {len(column) for column in sent["kolumner"].values()} == {len(records)}
    assert set(CRITERIA.all) < set(sent["kolumner"])


def test_every_fact_is_what_the_record_states(sent: Any, records: Any):
    for name in CRITERIA.all:
        found = dict(zip(sent["kolumner"]["id"], decoded(sent, name), strict=True))
        assert found == {each: facts(data)[name] for each, data in records.items()}, name


def test_names_areas_and_owners_are_those_of_the_record(sent: Any, records: Any):
    columns, labels = sent["kolumner"], load_vocabularies()["organisation"]
    rows = zip(columns["id"], columns["namn"], columns["omrade"], decoded(sent, "huvudman"),
               strict=True)
    for each, name, area, owners in rows:
        data = records[each]
        assert (name, area) == (data["namn"], data.get("omrade", ""))
        assert owners == [item["organisation"] for item in data.get("organisationer", [])
                          if "insatsagare" in item["roll"]]
    assert any(decoded(sent, "huvudman"))
    assert sent["ord"]["huvudman"] == [
        [const, labels.label(const)] for const in labels.values
        if any(const in owners for owners in decoded(sent, "huvudman"))]


def test_the_words_are_the_labels_of_the_vocabularies(sent: Any):
    for each in CRITERIA.all.values():
        for value, label in sent["ord"].get(each["id"], []):
            words = load_vocabularies()[each["vokabular"]] if "vokabular" in each else None
            known = words.values[value][each.get("etikett", "title")] if words else (
                each["varden"][value])
            assert label == known
            assert value != "alla"
    assert set(sent["ord"]) == {each["id"] for each in CRITERIA.all.values()
                                if each["slag"] == "mangd"} | {"huvudman"}


def test_every_insats_has_its_texts(texts: dict[str, Any], records: Any):
    assert {each: (said["text"], said["kontrollera"]) for each, said in texts.items()} == {
        each: (data["sammanfattning"], data.get("villkor", {}).get("ovriga_villkor", []))
        for each, data in records.items()}
    assert {frozenset(said) for said in texts.values()} == {
        frozenset({"text", "plats", "kontrollera", "kontakt", "sag", "datum"})}
    assert texts["mia-hbs"]["plats"] == "Huddinge, Botkyrka och Salem"
    assert texts["conecto"]["plats"] == "Stockholms län", "the record's own words"
    assert texts["mia-hbs"]["datum"] == "årsskiftet 2025/26"


def test_contact_lines_hold_every_known_number_and_no_other(texts: dict[str, Any], records: Any):
    switchboards = [entry["telefon"] for entry in load_vocabularies()["organisation"].values
                    .values() if "telefon" in entry]  # fmt: skip
    for each, data in records.items():
        own = [item["telefon"] for item in data.get("kontakter", []) if "telefon" in item]
        lines = "\n".join(line["text"] for line in texts[each]["kontakt"])
        shown = set(NUMBER.findall(lines))
        if stage(data) == OVER:
            assert lines == ""
            continue
        assert {written(number) for number in own} <= shown, each
        assert shown <= {written(number) for number in (*own, *switchboards)}, each


def test_how_fresh_a_number_is_stands_beside_it(texts: dict[str, Any]):
    assert texts["samsas"]["kontakt"] == [
        {"text": "Specialpedagog och projektledare SAMsas: 072-747 34 00 "
                 "(ej kontrollerat, från 12 februari 2026)",
         "kort": "Specialpedagog och projektledare SAMsas: 072-747 34 00 "
                 "(ej kontrollerat, från 12 februari 2026)", "kommuner": [], "egen": True},
        {"text": "Botkyrka kommuns medborgarcenter: 08-530 610 00, https://www.botkyrka.se",
         "kort": "Botkyrka kommuns medborgarcenter: 08-530 610 00",
         "kommuner": ["botkyrka"], "egen": False}]
    assert texts["start"]["kontakt"][0] == {
        "text": "Huddinge kommun: https://www.huddinge.se",
        "kort": "Huddinge kommun: www.huddinge.se", "kommuner": ["huddinge"], "egen": False}


def test_the_same_records_give_the_same_bytes(site: Path, tmp_path: Path):
    write_match_files(tmp_path, make_catalog(load_records()[0]))
    assert contents(tmp_path / "passar") == contents(site / "passar")
    for name, raw in contents(tmp_path / "passar").items():
        assert raw.endswith(b"}\n"), name
        assert b"\r" not in raw, name


def test_texts_come_in_files_of_a_few(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(match_file, "CHUNK", 20)
    catalog = make_catalog(load_records()[0])
    chunks = list(text_chunks(catalog))
    assert [len(chunk) for chunk in chunks] == [20, 20, 14]
    assert [name for chunk in chunks for name in chunk] == list(catalog.posts)
    write_match_files(tmp_path, catalog)
    assert json.loads((tmp_path / "passar/text/2.json").read_text("utf-8")) == chunks[2]
    assert match_data(catalog)["i_varje_textfil"] == 20


def test_a_demand_may_name_a_kommun_that_no_list_has(tmp_path: Path):
    """The area of the insats and the demand on the person are two facts."""
    only = record({"villkor.kommuner": ["tyreso", "habo"], "metod": GONE}, "en")
    write_match_files(tmp_path, make_catalog([only]))
    sent = json.loads((tmp_path / "passar/insatser.json").read_text("utf-8"))
    assert decoded(sent, "kommun") == [["tyreso", "habo"]]
    assert dict(sent["ord"]["kommun"]) == {
        "botkyrka": "Botkyrka", "huddinge": "Huddinge", "tyreso": "Tyresö", "habo": "Habo"}
    assert sent["ord"]["metod"] == []
    codes = json.loads((tmp_path / "passar/postnummer.json").read_text("utf-8"))
    assert codes == {kommun: load_postcodes()[kommun] for kommun in codes}
    assert set(codes) == {"botkyrka", "huddinge", "tyreso", "habo"}


def test_no_records_at_all_make_files_that_can_be_read(tmp_path: Path):
    write_match_files(tmp_path, make_catalog([]))
    sent = json.loads((tmp_path / "passar/insatser.json").read_text("utf-8"))
    assert set(map(tuple, sent["kolumner"].values())) == {()}
    assert json.loads((tmp_path / "passar/postnummer.json").read_text("utf-8")) == {}


def test_any_and_open_ages_are_written_as_they_are():
    everywhere = record({"kommuner": ["alla"], "villkor.kommuner": GONE,
                         "villkor.alder": {"fran": 18}}, "en")  # fmt: skip
    sent = match_data(make_catalog([everywhere]))
    assert sent["kolumner"]["kommun"] == ["*"]
    assert sent["kolumner"]["alder"] == [[18, 120]]
    assert sent["kolumner"]["lage"] == [[0]]
    assert sent["ord"]["lage"][0] == ["nu", "Finns enligt källan"]
