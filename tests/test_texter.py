"""What the scripts say is found by the translators, whole, and nothing is said beside it.

That the pages of a language then say it is tested in a browser by test_texter_sprak.py.
"""

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from babel.messages.jslexer import Token, tokenize

from katalog.extract_texts import source_texts
from katalog.languages import SCRIPTS
from katalog.paths import THEME

FOLDER = THEME / "static/js"
OURS = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(FOLDER.rglob("*.js")) if "vendor" not in path.parts}
CALLS = {"_": 1, "ngettext": 2}  # how many of the arguments are texts
# Words that are read and never shown: for age in six languages; Swedish endings; the Arabic
# article; what denies. Somebody has looked through what had these fingerprints.
DATA = {"sok/tolka.js": "288c8b1c", "sok/text.js": "cc305047"}
NAMES = {"Escape", "Europe/Stockholm"}  # of a key, of a zone
TAGS = {"button", "caption", "dd", "details", "dt", "form", "h1", "h2", "h3", "h4", "iframe",
        "input", "li", "link", "nav", "object", "p", "script", "select", "strong", "style",
        "table", "tbody", "td", "template", "textarea", "th", "thead", "tr"}  # fmt: skip
FOREIGN = re.compile(r"[^\W\da-zA-Z_]")
SENTENCE = re.compile(r"[A-ZÅÄÖ][a-zåäö]")
WORD = re.compile(r"[a-zåäö]+[.,:;!?]?")


def tokens(source: str) -> list[Token]:
    """Return the tokens of a script without its comments."""
    return [token for token in tokenize(source) if "comment" not in token.type]


def calls(source: str) -> Iterator[list[Token]]:
    """Yield what stands where a text must stand, for every call of a function of texts."""
    all_of_it = tokens(source)
    for place, token in enumerate(all_of_it[:-1]):
        defined = place and all_of_it[place - 1].value == "function"
        if token.value in CALLS and all_of_it[place + 1].value == "(" and not defined:
            first = place + 2
            yield all_of_it[first:first + 2 * CALLS[token.value]:2]


def texts(source: str) -> set[str]:
    """Return the first text of every call."""
    return {first.value[1:-1] for first, *_ in calls(source)}


def looks_like_text(literal: str) -> bool:
    """Say whether a literal is for people: a foreign letter, a capital, or words in a row."""
    plain = re.sub(r"\$\{.*?\}", "", literal)
    words = plain.split()
    in_a_row = [pair for pair in pairwise(words)
                if all(WORD.fullmatch(word) for word in pair)
                and not {word.strip(",") for word in pair} <= TAGS]
    return bool(FOREIGN.search(plain) or SENTENCE.match(plain) or in_a_row)


@pytest.mark.parametrize(("literal", "expected"), [
    ("Spara", True), ("Går inte att hämta", True), ("år", True), ("inte kvar", True),
    ("se sidan.", True), ("kvar, fråga", True), ("${count} kvar här", True), ("Ångrat.", True),
    ("h1, h2, td", False), ("thead tr", False), ("[data-kommun]", False), ("sok/ord.json", False),
    ("a", False), ("", False), ("visa", False), (".kort[data-insats]", False), ("sv-SE", False),
    ("input:not([type=checkbox]), textarea, select", False), ("#${name}", False),
])  # fmt: skip
def test_a_text_is_told_from_code(literal: str, expected: bool):
    assert looks_like_text(literal) == expected


def said_beside(name: str) -> list[str]:
    """Return what looks like a text in a script but is not translated."""
    known = {token.value for call in calls(OURS[name]) for token in call}
    literals = [token.value for token in tokens(OURS[name])
                if token.type in ("string", "template_string")]
    return [value for value in literals if value not in known and value[1:-1] not in NAMES
            and looks_like_text(value[1:-1])]


@pytest.mark.parametrize("name", [name for name in OURS if name not in DATA])
def test_no_script_says_anything_that_is_not_translated(name: str):
    assert not said_beside(name)


@pytest.mark.parametrize("name", DATA)
def test_the_words_that_scripts_hold_as_data_were_looked_through(name: str):
    words = "\n".join(sorted(said_beside(name)))
    fingerprint = hashlib.sha256(words.encode()).hexdigest()[:8]
    assert fingerprint == DATA[name], f"is any of it shown? If not, note the fingerprint:\n{words}"


@pytest.mark.parametrize("name", OURS)
def test_every_text_stands_where_the_translators_tool_finds_it(name: str):
    """As a plain literal, and never within a template literal: Babel does not look in there."""
    assert not [call for call in calls(OURS[name])
                if any(token.type != "string" for token in call)]
    assert not [token.value for token in tokens(OURS[name]) if token.type == "template_string"
                and re.search(r"\b(_|ngettext)\(", token.value)]


def test_the_translators_get_what_the_scripts_say_and_nothing_else():
    said = {text for source in OURS.values() for text in texts(source)}
    assert said == {message.id[0] if message.pluralizable else message.id
                    for message in source_texts()
                    if any(SCRIPTS in file for file, _ in message.locations)}
