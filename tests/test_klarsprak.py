"""The guide speaks plain Swedish: no officialese and no long sentence on any page of it.

What editors write in a record is warned about by `kontrollera` (test_checks_text.py) and let
through here; names and titles of documents are nobody's to change.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.checks_text import NOT_OURS, texts
from katalog.extract_texts import source_texts
from katalog.plain_words import load_plain_words
from katalog.readability import long_sentences
from tests.page_text import read_page

# What may stand although it breaks a rule: how the text begins, why, since when.
EXCEPTIONS = (
    ("Andra ord: ", "räknar upp ord som folk skriver, också krångliga", "2026-11-23"),
)
PLACEHOLDER = "–"


def complaints(text: str) -> list[str]:
    """Return what is hard to read in a text."""
    found = [f"{words} ord: {sentence}" for sentence, words in long_sentences(text)]
    return found + [f"{hard} (hellre {plainer}): {text}"
                    for hard, plainer in load_plain_words().find(text)]


def hard_texts(html: str, known: set[str] = frozenset(),
               names: list[str] = ()) -> Iterator[tuple[str, list[str]]]:
    """Yield (text, complaints) for each hard text of a Swedish page that is not `known`."""
    language, found = read_page(html)
    for text in found if language.startswith("sv") else []:
        if text not in known and complaints(text):
            own = complaints(_without(text, names))
            if own:
                yield text, own


def _without(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, PLACEHOLDER)
    return text


@pytest.fixture(scope="module")
def hard(site: Path, records: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Every hard text of our own on the site, with what is wrong and the first page it is on."""
    written = [(path, " ".join(text.split())) for data in records.values()
               for path, text in texts(data)]
    names = sorted({text for path, text in written if path[0] in NOT_OURS}, key=len, reverse=True)
    known = {text for _, text in written}
    found: dict[str, list[str]] = {}
    for path in sorted(site.resolve().rglob("*.html")):
        for text, wrong in hard_texts(path.read_text(encoding="utf-8"), known, names):
            found.setdefault(text, [f"{path.relative_to(site.resolve())}: {one}" for one in wrong])
    return found


def test_every_page_is_in_plain_swedish(hard):
    allowed = tuple(start for start, _, _ in EXCEPTIONS)
    wrong = [line for text, lines in hard.items() if not text.startswith(allowed)
             for line in lines]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("start", [start for start, _, _ in EXCEPTIONS])
def test_no_exception_outlives_its_text(start, hard):
    assert any(text.startswith(start) for text in hard), "Ta bort undantaget."


def test_so_are_the_texts_that_only_show_when_something_happens():
    wrong = [f"{message.locations[0][0]}: {line}" for message in source_texts() if message.id
             for text in ((message.id,) if isinstance(message.id, str) else message.id)
             if not text.startswith(tuple(start for start, _, _ in EXCEPTIONS))
             for line in complaints(read_page(f"<html>{text}</html>")[1][0])]
    assert not wrong, "\n".join(wrong)


LONG = "Ord " * 20 + "till."
PAGE = '<html lang="sv"><body>{}</body></html>'


@pytest.mark.parametrize(
    "body",
    [
        "<p>Du erhåller stöd.</p>",
        "<p>Du <strong>erhåller</strong> stöd.</p>",
        '<button aria-label="Inkomma med blankett">x</button>',
        '<template id="texter"><p>Ej nu, utan i samband\nmed mötet.</p></template>',
        f"<p>{LONG}</p>",
        f'<p>{LONG.replace("till.", "<a>till</a>.")}</p>',
        f"<dl><dt>Namn</dt><dd>{LONG}</dd></dl>",
        f"<div>{LONG}<p>Kort.</p></div>",
    ],
)
def test_a_hard_text_is_found(body):
    assert len(list(hard_texts(PAGE.format(body)))) == 1


@pytest.mark.parametrize(
    "html",
    [
        PAGE.format("<p>" + "Ord " * 19 + "till.</p>"),
        PAGE.format("<p>" + "Ord " * 19 + "till: </p><ul><li>Ord ord</li></ul>"),
        PAGE.format("".join(f"<a><b>Kort</b><span>{'Ord ' * 9}</span></a> " for _ in range(3))),
        PAGE.format("<script>erhåller</script><style>erhåller</style><p>Du får stöd.</p>"),
        PAGE.format('<p>De skriver ”erhåller”.</p><p>Förrehåller</p>'),
        PAGE.format(f"<p>{LONG}</p>").replace('"sv"', '"en"'),
    ],
)
def test_a_plain_text_is_left_alone(html):
    assert list(hard_texts(html)) == []


def test_words_of_a_record_are_let_through_but_not_what_stands_around_them():
    html = PAGE.format("<p>Du erhåller stöd.</p><p>Källa: Avseende allt. Vi</p>")
    assert list(hard_texts(html, {"Du erhåller stöd."}, ["Avseende allt"])) == []
    assert [text for text, _ in hard_texts(html, set(), ["erhåller"])] == [
        "Källa: Avseende allt. Vi"]


def test_an_easy_swedish_page_is_read_too():
    html = PAGE.format(f"<p>{LONG}</p>").replace('"sv"', '"sv-x-lattlast"')
    assert len(list(hard_texts(html))) == 1
