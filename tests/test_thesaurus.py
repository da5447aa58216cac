"""The editors' word list is checked like a record, and published as a glossary."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from katalog.catalog import LISTINGS
from katalog.fold import fold
from katalog.languages import load_languages
from katalog.problems import BadInput
from katalog.thesaurus import HALF, WORDS, load_thesaurus, synonyms
from katalog.vocabularies import load_vocabularies
from tests.conftest import Pages, checkout, katalog, text
from tests.factory import line_of

GOOD = """stoppord: jag och är
sprak_stoppord: ja on
vardagsord:
  - ord: [lönebidraget, lönebidrag xyz]
    betyder: [malgrupp/uvas]
  - ord: [kvasiord]
    ocksa: [vag-in/anhorig]
vidare:
  malgrupp/autism: [malgrupp/npf]
svar:
  - ord: [jobb]
    text: Det finns stöd.
    fraga: Hur har du det?
    val:
      - { text: Jag är ung, sida: malgrupp/uvas }
      - { text: Jag läser, sida: malgrupp/sfi }
nodord: [vill dö]
"""
HOME = "Ta bort det där eller här."
NO_TARGET = "finns inte. Skriv lista/värde, till exempel malgrupp/uvas."


def told(folder: Path, words: str) -> list[str]:
    """Return what is said of a word list, as an editor reads it, without the folder."""
    path = folder / "ordlista.yaml"
    path.write_text(words, encoding="utf-8")
    try:
        load_thesaurus(path)
    except BadInput as error:
        return [problem.text().replace(path.as_posix(), "ordlista.yaml")
                for problem in error.problems]
    return []


def test_a_sound_list_has_no_problems_and_means_what_it_says(tmp_path: Path):
    assert told(tmp_path, GOOD) == []
    found = load_thesaurus(tmp_path / "ordlista.yaml")
    assert found.phrases["kvasiord"] == {("vag-in", "anhorig"): HALF}
    assert found.phrases["autism"][("malgrupp", "npf")] == HALF
    assert found.stop_words == {"jag", "och", "ar", "ja", "on"}
    assert found.distress == ("vill do",)


@pytest.mark.parametrize(("old", "new", "on", "message"), [
    ("betyder: [malgrupp/uvas]", "betyder: [malgrupp/uvass]", r"betyder",
     f'vardagsord[0].betyder[0]: "malgrupp/uvass" {NO_TARGET}'),
    ("ocksa: [vag-in/anhorig]", "ocksa: [vem/anhorig]", r"ocksa",
     f'vardagsord[1].ocksa[0]: "vem/anhorig" {NO_TARGET}'),
    ("  malgrupp/autism: [malgrupp/npf]", "  malgrupp/autism: [npf]", r"malgrupp/autism",
     f'vidare.malgrupp/autism[0]: "npf" {NO_TARGET}'),
    ("  malgrupp/autism:", "  malgrupp/borta:", r"malgrupp/borta",
     f'vidare.malgrupp/borta: "malgrupp/borta" {NO_TARGET}'),
    ("sida: malgrupp/sfi", "sida: malgrupp/finns-ej", r"finns-ej",
     f'svar[0].val[1].sida: "malgrupp/finns-ej" {NO_TARGET}'),
    ("[kvasiord]", "[kvasiord, Lönebidraget]", r"\[kvasiord",
     'vardagsord[1].ord[1]: "Lönebidraget" står redan i vardagsord[0]. Behåll det ena.'),
    ("[kvasiord]", "[kvasiord, lonebidraget]", r"\[kvasiord",
     'vardagsord[1].ord[1]: "lonebidraget" står redan i vardagsord[0]. Behåll det ena.'),
    ("[kvasiord]", "[hemmasittare]", r"hemmasittare",
     f'vardagsord[1].ord[0]: "hemmasittare" är redan synonym till malgrupp/uvas. {HOME}'),
    ("[kvasiord]", "[Är]", r"\[Är",
     'vardagsord[1].ord[0]: "Är" är också ett stoppord. Ta bort det ena.'),
])  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_to_do(
        tmp_path: Path, old: str, new: str, on: str, message: str):
    assert GOOD.count(old) == 1
    lines = told(tmp_path, GOOD.replace(old, new))
    line = line_of(tmp_path / "ordlista.yaml", on)
    assert lines == [f"ordlista.yaml:{line}: {message}"]


def test_a_field_nobody_decided_on_is_told(tmp_path: Path):
    (line,) = told(tmp_path, GOOD.replace("  - ord: [kvasiord]", "  - ordet: x\n    ord: [kvasi]"))
    assert line.startswith("ordlista.yaml:6: vardagsord[1].ordet: ")
    assert "finns inte" in line or "okänt" in line


def test_bad_yaml_is_told_with_its_line(tmp_path: Path):
    (line, *_) = told(tmp_path, GOOD.replace("[kvasiord]", "[kvasiord"))
    assert re.match(r"ordlista\.yaml:[67]: ", line)
    (line, *_) = told(tmp_path, GOOD.replace("nodord:", "stoppord: x\nnodord:"))
    assert line.startswith("ordlista.yaml:17: stoppord: ")


def test_all_mistakes_are_told_at_once(tmp_path: Path):
    broken = GOOD.replace("malgrupp/npf", "a/b").replace("[kvasiord]", "[jag, hemmasittare]")
    assert len(told(tmp_path, broken)) == 3


def test_the_real_list_is_sound():
    assert load_thesaurus().phrases
    done = katalog("kontrollera")
    assert WORDS.name not in done.stdout


def test_a_broken_list_stops_check_and_build(tmp_path: Path):
    root = checkout(tmp_path / "guide")
    path = root / "schema/ordlista.yaml"
    broken = path.read_text("utf-8").replace("malgrupp/langtidsarbetslos]", "malgrupp/borta]", 1)
    path.write_text(broken, encoding="utf-8")
    line = line_of(path, "malgrupp/borta")
    for command in (("kontrollera",), ("bygg", "--ut", tmp_path / "ut", "--sprak", "sv")):
        done = katalog(*command, root=root)
        assert done.returncode == 1, command
        assert f"schema/ordlista.yaml:{line}: " in done.stdout, command
        assert "Traceback" not in done.stdout
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.slug)
def test_no_synonym_stands_twice_or_is_another_value(listing: Any):
    values = load_vocabularies()[listing.vocabulary].values
    own = {const: [fold(word) for word in synonyms()[listing.slug, const]] for const in values}
    words = Counter(word for found in own.values() for word in set(found))
    assert not [word for word, count in words.items() if count > 1]
    for const, found in own.items():
        assert len(found) == len(set(found)), const
        others = {fold(name) for other, value in values.items() if other != const
                  for name in (other, value["title"])}
        assert not others & set(found), const


def test_no_word_is_a_stop_word():
    words = {fold(word) for own in synonyms().values() for word in own}
    assert sorted(words & load_thesaurus().stop_words) == []


def test_the_search_words_are_never_shown(pages: Pages):
    hidden = {word.lower() for values in load_vocabularies().values()
              for value in values.values.values() for word in value.get("sokord", [])}
    assert len(hidden) > 10
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(hidden)))})\b")
    for name, page in pages.items():
        swedish = name.split("/")[0] not in load_languages()  # elsewhere they are ordinary words
        if swedish and not name.startswith("insats/"):  # a record may quote its source
            shown = pattern.findall(text(page.find("body")).lower())
            assert not shown, f"{name}: {shown}"


def test_the_glossary_explains_every_value(pages: Pages):
    sections = {section.find("h2").get("id"): {
        text(item.find("dt")): text(item.find("dd")) for item in section.findall("dl/div")}
        for section in pages["ordlista/index.html"].findall(".//section[dl]")}
    assert set(sections) == {listing.slug for listing in LISTINGS} - {"kommun", "organisation"}
    for slug, entries in sections.items():
        (vocabulary,) = [item.vocabulary for item in LISTINGS if item.slug == slug]
        values = load_vocabularies()[vocabulary].values.values()
        assert len(entries) == len(values)
        for value in values:
            (title,) = {value["title"], f"{value['title']} ({value.get('forkortning')})"} & set(
                entries)
            assert value["description"] in entries[title]
            assert value.get("forkortning", "") in title
            assert all(word in entries[title] for word in value.get("synonymer", []))
