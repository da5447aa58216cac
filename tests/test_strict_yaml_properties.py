"""What must hold for any YAML: nothing raises, nothing quoted changes, nothing is guessed."""

import datetime

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.strict_yaml import load
from katalog.textfile import odd_characters
from tests.factory import CALM

TEXT = st.text(max_size=20).filter(lambda text: not odd_characters(text))
KEYS = TEXT.map(lambda text: " ".join(text.split())).filter(lambda text: text not in ("<<", ""))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15) + 1, 10**15 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=10,
)
# What people type where a number, a time or a yes is near.
NEARLY = st.text(alphabet="0123456789+-._:eExXbaAfFnNyYsStTrRuUlLiI~", min_size=1, max_size=9) | (
    st.from_regex(r"[-+]?[0-9][0-9_]{0,4}(\.[0-9_]{0,8}([eE][-+][0-9])?)?", fullmatch=True)
)


class Quoted(yaml.SafeDumper):
    """Writes texts in double quotes, and everything else as it is."""


Quoted.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def collapsed(value):
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [collapsed(item) for item in value]
    if isinstance(value, dict):
        return {key: collapsed(item) for key, item in value.items()}
    return value


@settings(CALM)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_what_a_program_writes_is_read_back(value):
    loaded = load(yaml.dump(value, Dumper=Quoted, allow_unicode=True, sort_keys=False))
    assert loaded.findings == []
    assert loaded.data == collapsed(value)


@settings(CALM)
@given(st.text() | st.text(alphabet='abc:-[]{}&*!|>"\'%@`#?,<~ \n\t01', max_size=60))
def test_no_text_makes_it_raise(text):
    assert all(line >= 1 and message for line, _, message in load(text).findings)


@settings(CALM, max_examples=1000)
@given(NEARLY)
def test_no_bare_value_is_read_otherwise_than_usual_programs_do_without_a_word(text):
    """Dates stay text on purpose."""
    loaded = load(f"a: {text}\n")
    try:
        usual = yaml.safe_load(f"a: {text}\n")["a"]
    except (yaml.YAMLError, ValueError):
        return
    if not loaded.findings and not isinstance(usual, datetime.date):
        assert loaded.data == {"a": usual}
        assert type(loaded.data["a"]) is type(usual)
