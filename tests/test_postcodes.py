"""Postal codes: every code has one kommun, every kommun has codes, mistakes are told."""

import json
from collections import Counter
from pathlib import Path

import pytest

from katalog.postcodes import FILE, codes, load_postcodes, postcode_problems, postcodes
from katalog.problems import BadInput
from katalog.vocabularies import load_vocabularies
from tests.matchning import GUIDE

KNOWN = load_postcodes()
FORM = 'ska vara postnummer och spann, till exempel "14100 14104-14108".'
ROWS = 'filen ska ha en rad för varje kommun, till exempel huddinge: "14100-14108".'
ONCE = "Behåll det på ett ställe."
# From the register: a few at the edges of kommuner, and two names that fold to one.
SPOTS = {14131: "huddinge", 12352: "huddinge", 14347: "huddinge", 14500: "botkyrka",
         14792: "botkyrka", 14400: "salem", 15252: "salem", 15295: "salem", 13045: "haninge",
         14895: "haninge", 13500: "tyreso", 13581: "tyreso", 13600: "nynashamn",
         14995: "nynashamn", 10004: "stockholm", 19587: "stockholm", 74694: "habo-0305",
         56691: "habo", 62467: "gotland", 98101: "kiruna"}  # fmt: skip


def told(folder: Path, text: str) -> list[str]:
    """Return what is said of a file of postal codes, without the folder."""
    path = folder / "postnummer.yaml"
    path.write_text(text, encoding="utf-8")
    found = [problem.text() for problem in postcode_problems(path)]
    if found:
        with pytest.raises(BadInput) as caught:
            load_postcodes(path)
        assert sorted(problem.text() for problem in caught.value.problems) == sorted(found)
    return [line.removeprefix(path.as_posix()) for line in found]


def test_the_file_is_sound_and_has_every_kommun():
    assert postcode_problems() == []
    assert set(KNOWN) == set(load_vocabularies()["kommun"].values) - {"alla"}
    assert len(KNOWN) == 290


def test_every_code_has_one_kommun():
    found = Counter(code for runs in KNOWN.values() for code in codes(runs))
    assert set(found.values()) == {1}
    assert len(found) == 15463
    assert all(10000 <= code <= 99999 for code in found)


def test_some_codes_of_the_register():
    homes = {code: kommun for kommun, runs in KNOWN.items() for code in codes(runs)}
    assert {code: homes[code] for code in SPOTS} == SPOTS
    assert not {14101, 14109, 10000, 99999} & set(homes)
    assert {kommun: sum(1 for _ in codes(KNOWN[kommun])) for kommun in GUIDE} == {
        "huddinge": 114, "botkyrka": 94, "salem": 20, "haninge": 92, "tyreso": 45,
        "nynashamn": 49}  # fmt: skip


def test_runs_are_written_out():
    assert list(codes("14100 14104-14106 14200")) == [14100, 14104, 14105, 14106, 14200]
    assert list(codes("14100-14100")) == [14100]


def test_those_asked_for_come_in_their_own_order():
    assert postcodes(["salem", "finns-ej", "huddinge"]) == {
        "salem": KNOWN["salem"], "huddinge": KNOWN["huddinge"]}
    assert list(postcodes(["salem", "huddinge"])) == ["salem", "huddinge"]


def test_only_the_guides_own_kommuner_are_sent_to_a_browser(site: Path):
    sent = json.loads((site / "passar/postnummer.json").read_text(encoding="utf-8"))
    assert sent == {kommun: KNOWN[kommun] for kommun in GUIDE}
    named = [path for path in site.resolve().rglob("*.json")
             if KNOWN["habo"].encode() in path.read_bytes()]
    assert named == []
    assert not list(site.resolve().rglob(FILE.name))


@pytest.mark.parametrize(("text", "problems"), [
    ('huddinge: "14100 14104-14108"\nsalem: "14400"\n', []),
    ('huddinge: "14100 14104-14108"\nsalem: "14400 14106"\n',
     [f":2: salem: 14106 hör redan till huddinge. {ONCE}"]),
    ('huddinge: "14104-14105"\n# Salem\nsalem: "14103-14106"\n',
     [f":3: salem: 14104 hör redan till huddinge. {ONCE}",
      f":3: salem: 14105 hör redan till huddinge. {ONCE}"]),
    ('huddinge: "14100 14100"\n', [f":1: huddinge: 14100 hör redan till huddinge. {ONCE}"]),
    ('hudinge: "14100"\n', [":1: hudinge: är ingen kommun i schema/vokabular/kommun.json."]),
    ('alla: "14100"\n', [":1: alla: är ingen kommun i schema/vokabular/kommun.json."]),
    ('huddinge: "14108-14104"\n',
     [":1: huddinge: 14108-14104 går baklänges. Skriv det lägsta numret först."]),
    ('salem: "14400"\nhuddinge: 14100\n', [f":2: huddinge: {FORM}"]),
    ('huddinge: "14100,14101"\n', [f":1: huddinge: {FORM}"]),
    ('huddinge: "141 00"\n', [f":1: huddinge: {FORM}"]),
    ('huddinge: "04100"\n', [f":1: huddinge: {FORM}"]),
    ('huddinge: "141000"\n', [f":1: huddinge: {FORM}"]),
    ('huddinge: "14100-"\n', [f":1: huddinge: {FORM}"]),
    ('huddinge: ""\n', [f":1: huddinge: {FORM}"]),
    ("huddinge:\n", [f":1: huddinge: {FORM}"]),
    ('huddinge: ["14100"]\n', [f":1: huddinge: {FORM}"]),
    ('hudinge: junk\nsalem: "x"\n',
     [":1: hudinge: är ingen kommun i schema/vokabular/kommun.json.", f":1: hudinge: {FORM}",
      f":2: salem: {FORM}"]),
    ('huddinge: "14100"\nhuddinge: "14101"\n',
     [":2: huddinge: fältet står två gånger, först på rad 1. Behåll det ena."]),
    ("- a\n", [f":1: {ROWS}"]),
    ("hej\n", [f":1: {ROWS}"]),
    ("", [":1: filen är tom. Kopiera schema/exempel.yaml och fyll i."]),
    ('huddinge: "14100\n', [":1: går inte att läsa som YAML. Saknas ett avslutande citattecken "
                            "eller en parentes?"]),
])  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, problems: list[str]):
    assert told(tmp_path, text) == problems


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path):
    path = tmp_path / "postnummer.yaml"
    assert [problem.text() for problem in postcode_problems(path)] == [
        f"{path.as_posix()}:1: filen finns inte. Kontrollera namn och rättigheter."]
    path.write_bytes('huddinge: "14100"\n# Tyresö\n'.encode("utf-16"))
    assert [problem.text() for problem in postcode_problems(path)] == [
        f"{path.as_posix()}:1: filen är inte UTF-8 (ser ut som UTF-16). Spara den som UTF-8."]
