"""No text of ours stands outside the catalogues.

A language that puts brackets round every translation shows it: what is left outside them on a page
must be marked as Swedish, or be a name, an address, a number or a date.
"""

import string
from collections.abc import Iterator
from gettext import NullTranslations
from xml.etree.ElementTree import Element

import pytest

from katalog.accessibility import load_statement
from katalog.build import run_pelican
from katalog.catalog import make_catalog
from katalog.languages import SWEDISH, Language
from katalog.records import load_records
from katalog.vocabularies import load_vocabularies
from tests.conftest import parse
from tests.factory import record

MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"}  # fmt: skip
JOINERS = {"and", "or"}
KEYS = {"j", "k", "c", "s", "p"}  # to press, on the page for caseworkers
LETTERS = set(string.ascii_uppercase)  # of the alphabet
READ_OUT = ("aria-label", "placeholder", "title", "alt")
HEAD = ("head/title", "head/meta[@name='description']")


class Bracketed(NullTranslations):
    """Says every text in Swedish, in brackets."""

    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, msgid1, msgid2, n):
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context, message):
        return self.gettext(message)


BRACKETS = Language("prov", "en", "Prov", texts=Bracketed())


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    """Every page in brackets: of the real records, and of two that fill in every field."""
    place = tmp_path_factory.mktemp("hakar") / "ut"
    records = [*load_records()[0], record(name="allt"),
               record({"livscykel": "avslutad"}, name="slut")]
    run_pelican(place, KATALOGER={language.id: make_catalog(records, language)
                                  for language in (SWEDISH, BRACKETS)})
    return {path.relative_to(place).as_posix(): parse(path)
            for path in sorted((place / "prov").rglob("*.html"))}


def outside(text: str) -> str:
    """Return what stands outside all brackets; those of a sentence may hold others."""
    depth, kept = 0, []
    for letter in text:
        depth += (letter == "⟦") - (letter == "⟧")
        kept.append(" " if depth or letter == "⟧" else letter)
    assert depth == 0, f"a sentence is cut off: {text[:200]}"
    return " ".join("".join(kept).split())


def unmarked(element: Element) -> Iterator[str]:
    """Yield the text of an element, but for what is marked as another language."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not child.get("lang"):
            yield from unmarked(child)
        yield child.tail or ""


def known() -> set[str]:
    """Return the words that are the same in every language: places, tools, short names, months."""
    words, run = load_vocabularies(), load_statement().run
    tools = {part for tool in (run or {}).get("verktyg", []) for part in tool["namn"].split()}
    short = {word for each in words.values() for value in each.values.values()
             for word in value.get("forkortning", "").split()}
    places = {part for const, value in words["kommun"].values.items() if const != "alla"
              for part in value["title"].split()}
    return short | places | tools | MONTHS | JOINERS | KEYS | LETTERS | {"Insatsguiden"}


KNOWN = known()


def strange(text: str) -> list[str]:
    """Return the words outside brackets that need a translation or a mark."""
    words = [word.strip("(),.:;") for word in outside(text).split()]
    return [word for word in words if any(letter.isalpha() for letter in word)
            and word not in KNOWN and not any(sign in word for sign in ("@", ".se", ".com"))]


@pytest.mark.parametrize(("text", "left"), [
    ("⟦Hej⟧ Salem", []), ("⟦Hej⟧ du", ["du"]), ("⟦a ⟦b⟧ c⟧ d", ["d"]), ("12 ⟦år⟧", [])])
def test_a_word_outside_brackets_is_found(text, left):
    assert strange(text) == left


def test_every_text_on_every_page_is_translated(bracketed):
    assert len(bracketed) > 150
    for name, page in bracketed.items():
        assert not strange(" ".join(unmarked(page.find("body")))), name


def test_what_is_read_out_but_not_seen_is_translated(bracketed):
    for name, page in bracketed.items():
        for element in page.find("body").iter():
            for key in READ_OUT:
                assert not strange(element.get(key, "")), f"{name}: {key}"


def test_what_a_search_engine_shows_is_translated(bracketed):
    """But for the names of insatser and organisations, and what only the record says."""
    for name, page in bracketed.items():
        if not name.startswith(("prov/insats/", "prov/organisation/")):
            title, description = (page.find(where) for where in HEAD)
            assert not strange(title.text), name
            assert not strange(description.get("content")), name
