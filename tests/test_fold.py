"""Folding in Python and in the browser is one and the same, or names and codes would not meet."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.catalog import make_catalog
from katalog.fold import fold, joined
from katalog.records import load_records
from katalog.search_codes import code, names
from katalog.thesaurus import load_thesaurus, vocabulary_words
from tests.factory import CALM

# Letters that Python's Unicode has not heard of yet may be known to the browser's.
KNOWN = st.characters(exclude_categories=("Cn", "Cs"))
TEXT = st.text(KNOWN, max_size=40) | st.text("aåäöÅÄÖéÉüßıİŁøæÆœ -–/()+.'’0123٣½²", max_size=20)
FOLD = """async (texts) => {
  const { fold } = await import(new URL("../theme/js/sok/text.js", location));
  return texts.map(fold);
}"""
CODE = """async (pairs) => {
  const { code } = await import(new URL("../theme/js/sok/motor.js", location));
  return pairs.map((pair) => code(...pair));
}"""


def in_browser(page: Any, server: str, script: str, given: list[Any]) -> list[str]:
    page.goto(f"{server}sok/")
    return page.evaluate(script, given)


def guide_words() -> list[str]:
    """Every word and phrase of the editors, and every name of the records."""
    words = [word for own in vocabulary_words().values() for word in own]
    for record in load_records()[0]:
        words += [*names(record.data), record.data["sammanfattning"]]
    return words


def generated(count: int) -> list[str]:
    found: list[str] = []

    @given(st.lists(TEXT, min_size=10, max_size=40))
    def collect(texts: list[str]) -> None:
        found.extend(texts)

    settings(CALM, max_examples=300)(collect)()
    return list(dict.fromkeys(found))[:count]


def test_words_lose_capitals_accents_and_signs():
    assert fold("Arbetsträning (LSS-insats)") == "arbetstraning lss insats"
    assert fold("  ÅÄÖ åäö é ñ — 08/578 ") == "aao aao e n 08 578"
    assert fold("عمل työ shaqo’la") == "عمل tyo shaqo la"
    assert fold("?! …") == ""
    assert joined("Sam-SAS (ny)") == "samsasny"


@CALM
@given(TEXT)
def test_folding_twice_is_folding_once(text: str):
    once = fold(text)
    assert fold(once) == once
    assert once == " ".join(once.split())


def test_the_browser_folds_the_guides_words_alike(page: Any, server: str):
    words = guide_words()
    assert len(words) > 800
    assert in_browser(page, server, FOLD, words) == [fold(word) for word in words]


def test_the_browser_folds_any_text_alike(page: Any, server: str):
    texts = [text for text in generated(600) if "\x00" not in text]
    assert len(texts) > 300
    ours = {text: fold(text) for text in texts}
    theirs = dict(zip(texts, in_browser(page, server, FOLD, texts), strict=True))
    assert theirs == ours


def test_the_browser_writes_codes_alike(page: Any, server: str):
    catalog = make_catalog(load_records()[0])
    pairs = [[slug, value] for slug, values in catalog.lists.items() for value in values]
    pairs += [["forsorjning", "alla"], ["kommun", "okand"], ["vag-in", "okand"], ["allman", "ja"],
              ["livscykel", "ej-bekraftad"], ["inriktning", "strukturovergripande"]]
    assert in_browser(page, server, CODE, pairs) == [code(*pair) for pair in pairs]


def test_the_words_of_distress_and_the_stop_words_are_folded(page: Any, server: str):
    words = [*load_thesaurus().distress, *load_thesaurus().stop_words]
    assert in_browser(page, server, FOLD, words) == words
