"""The languages: what a catalogue says, and how each language writes."""

import shutil
from pathlib import Path

import pytest

from katalog import catalogues, extract_texts, languages
from katalog.languages import SWEDISH, direction, load_languages
from katalog.paths import LANGUAGES
from katalog.problems import BadInput
from tests.conftest import katalog

ALL = load_languages()
OTHERS = [name for name in ALL if name != "sv"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of schema/sprak/ that the commands work on."""
    copy = Path(shutil.copytree(LANGUAGES, tmp_path / "sprak"))
    monkeypatch.setattr(catalogues, "LANGUAGES", copy)
    return copy


def test_the_guide_speaks_the_languages_of_its_readers():
    assert set(ALL) == {"sv", "lattlast", "en", "ar", "so", "fi"}
    assert [*ALL][:2] == ["sv", "lattlast"]
    assert {name: each.dir for name, each in ALL.items() if each.dir == "rtl"} == {"ar": "rtl"}


@pytest.mark.parametrize("name", OTHERS)
def test_every_text_is_translated_and_the_catalogue_is_in_step(name, folder: Path):
    path = folder / f"{name}.po"
    before = path.read_bytes()
    assert catalogues.update(path) == []
    assert path.read_bytes() == before, "kör: python3 guiden.py oversatt"


def test_no_translation_breaks_a_page():
    assert catalogues.catalogue_problems() == []


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_has_signed_a_translation_yet(name):
    assert ALL[name].reviewed == ""


@pytest.mark.parametrize(("name", "day", "month"), [
    ("sv", "12 februari 2026", "februari 2026"),
    ("lattlast", "12 februari 2026", "februari 2026"),
    ("en", "12 February 2026", "February 2026"),
    ("ar", "12 فبراير 2026", "فبراير 2026"),
    ("so", "Febraayo 12, 2026", "Febraayo 2026"),
    ("fi", "12. helmikuuta 2026", "helmikuu 2026"),
])  # fmt: skip
def test_dates_are_written_as_the_language_does(name, day, month):
    assert ALL[name].date("2026-02-12") == day
    assert ALL[name].date("2026-02") == month
    assert ALL[name].date("2026") == "2026"


def test_numbers_and_lists_are_too():
    assert ALL["sv"].number(12345.5) == "12\N{NO-BREAK SPACE}345,5"
    assert ALL["en"].number(12345.5) == "12,345.5"
    assert ALL["ar"].number(12345) == "12,345"  # the digits of Sweden
    assert ALL["sv"].and_list(["a", "b", "c"]) == "a, b och c"
    assert ALL["en"].or_list(["a", "b", "c"]) == "a, b or c"
    assert ALL["fi"].and_list(["a", "b"]) == "a ja b"
    assert SWEDISH.and_list([]) == ""


def test_order_is_the_readers():
    names = ["Öna", "Zorn", "Åby", "Alby"]
    assert sorted(names, key=ALL["sv"].sort_key) == ["Alby", "Zorn", "Åby", "Öna"]
    assert sorted(names, key=ALL["fi"].sort_key) == ["Alby", "Zorn", "Åby", "Öna"]
    assert sorted(names, key=ALL["en"].sort_key) == ["Åby", "Alby", "Öna", "Zorn"]
    assert [ALL["en"].first_letter(name) for name in names] == ["O", "Z", "A", "A"]
    arabic = ["بيت", "أب", "تفاح", "اسم"]
    assert sorted(arabic, key=ALL["ar"].sort_key)[:2] == ["أب", "اسم"]


def test_a_label_inside_a_sentence_keeps_the_capital_of_a_name():
    assert SWEDISH.lower_first("Sjukpenning") == "sjukpenning"
    assert ALL["en"].lower_first("Swedish for work") == "Swedish for work"
    assert ALL["en"].lower_first("Family") == "family"


def test_links_tell_easy_swedish_from_swedish():
    assert [each.hreflang for each in ALL.values()][:2] == ["sv", "sv-x-lattlast"]
    assert ALL["lattlast"].tag == "sv"


@pytest.mark.parametrize(("tag", "way"), [("fa", "rtl"), ("ckb", "rtl"), ("ti", "ltr"),
                                          ("xx", "ltr"), ("skräp", "ltr")])
def test_any_language_has_a_direction(tag, way):
    assert direction(tag) == way


def test_one_more_language_is_one_file(folder: Path):
    path = catalogues.create("ti")
    assert path == folder / "ti.po"
    (found,) = (each for name, each in load_languages(folder).items() if name == "ti")
    assert (found.prefix, found.tag, found.dir) == ("ti/", "ti", "ltr")
    assert found.text("Hitta rätt") == "Hitta rätt"  # Swedish until somebody translates
    assert "ti" not in load_languages()


@pytest.mark.parametrize(("code", "told"), [
    ("qq", "ingen känd språkkod"), ("svenska språket", "ingen känd språkkod"),
    ("en", "finns redan"),
])  # fmt: skip
def test_a_language_that_cannot_be_made_says_why(code, told, folder: Path):
    before = sorted(folder.iterdir())
    with pytest.raises(BadInput) as bad:
        catalogues.create(code)
    assert told in bad.value.problems[0].message
    assert sorted(folder.iterdir()) == before


def test_translations_are_kept_while_their_text_stands(folder: Path, monkeypatch):
    path = folder / "en.po"
    kept = load_languages(folder)["en"].text("Hitta rätt")
    texts = extract_texts.source_texts()
    texts.delete("Hoppa till innehållet")
    texts.add("En helt ny text")
    monkeypatch.setattr(catalogues, "source_texts", lambda: texts)
    assert catalogues.update(path) == ['"En helt ny text"']
    text = path.read_text(encoding="utf-8")
    assert "Hoppa till innehållet" not in text
    assert f'msgid "Hitta rätt"\nmsgstr "{kept}"' in text


@pytest.mark.parametrize(("text", "translation", "told"), [
    ("Du bor i {kommun}.", "You live in {plats}.", "andra {namn}"),
    ("Du bor i {kommun}.", "You live there.", "andra {namn}"),
    ("Hitta rätt", "Find <b>it</b>", "taggar"),
    ("Hitta rätt", "Find %(namn)s", "andra {namn}"),
    ("Hitta rätt", "Find <IMG SRC=x>", "taggar"),
    ("Hitta rätt", "Find <img src=x", "taggar"),
    ("Hitta rätt", "Find <!-- it", "taggar"),
    ("Hitta rätt", "[Find](javascript:smitta())", "länkar"),
    ("Hitta rätt", 'Find "it"', "bryta sidan"),
])  # fmt: skip
def test_a_translation_that_would_break_a_page_is_told(text, translation, told, folder: Path):
    path = folder / "fi.po"
    quoted = translation.replace('"', '\\"')
    content = path.read_text(encoding="utf-8")
    before, after = content.split(f'\nmsgid "{text}"\n', 1)
    after = after.split("\n", 1)[1]
    path.write_text(f'{before}\nmsgid "{text}"\nmsgstr "{quoted}"\n{after}', encoding="utf-8")
    (problem,) = catalogues.catalogue_problems()
    assert problem.file.endswith("fi.po")
    assert told in problem.message
    assert path.read_text(encoding="utf-8").splitlines()[problem.line - 1].startswith("msgid")


def test_scripts_get_the_plural_forms_that_browsers_name():
    forms = ALL["ar"].scripts["{antal} insats."]
    assert set(forms) == {"zero", "one", "two", "few", "many", "other"}
    assert set(ALL["en"].scripts["{antal} insats."]) == {"one", "other"}
    assert SWEDISH.scripts == {}


def test_a_catalogue_without_a_head_is_no_language(tmp_path: Path):
    (tmp_path / "en.po").write_text('msgid ""\nmsgstr ""\n\n', encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        languages.load_languages(tmp_path)
    assert [problem.field for problem in bad.value.problems] == ["Language", "X-Namn"]


def test_an_unknown_language_is_no_build():
    done = katalog("bygg", "--sprak", "en,xx")
    assert done.returncode == 2
    assert 'språket "xx" finns inte' in done.stdout
