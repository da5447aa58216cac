"""Swedish order, lists, dates and numbers, whatever the machine's locale."""

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalog import swedish
from katalog.swedish import NBSP, and_list, date_text, first_letter, number_text, sort_key
from tests.factory import CALM


def ordered(*names: str) -> list[str]:
    backwards = list(names[::-1])
    return sorted(backwards, key=sort_key)


@pytest.mark.parametrize(
    "names",
    [
        ["zon", "åka", "ärende", "öl"],
        ["Zorn", "Åsö", "Älvsjö", "Öland"],
        ["a", "B", "c"],
        ["Klippan", "klippan"],
        ["Håbo", "Häbo", "Höbo"],
        ["ved", "vis", "wal"],
        ["e", "é", "f"],
        ["ae", "z", "æ"],
        ["o", "z", "ø"],
        ["1", "a"],
        ["Ung i Nynäs", "Ung i Tyresö", "Ungdomsteamet"],
        ["MIA – Mobilisering", "MIA Södertörn"],
        ["Lumena", "Lumena+"],
    ],
)
def test_names_sort_as_a_swede_expects(names):
    assert ordered(*names) == names


@settings(CALM)
@given(st.lists(st.text(max_size=8), max_size=6))
def test_the_order_is_total_and_does_not_depend_on_where_one_starts(names):
    once = sorted(names, key=sort_key)
    assert ordered(*names) == once
    assert all((sort_key(a) == sort_key(b)) == (a == b) for a in names for b in names)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Åsa", "Å"), ("ärlig", "Ä"), ("öppen", "Ö"), ("MIA", "M"), ("élan", "E"), ("2:a", "0–9"),
     ("”Klippan”", "K"), ("– start", "S"), ("…", "0–9"), ("", "0–9"), ("ß", "S")],
)  # fmt: skip
def test_the_letter_a_name_stands_under(name, letter):
    assert first_letter(name) == letter


@settings(CALM)
@given(st.lists(st.sampled_from(["Åka", "ärlig", "öl", "zon", "é", "Adam", "3 g", "Bo"])))
def test_names_under_one_letter_stand_together(names):
    letters = [first_letter(name) for name in sorted(names, key=sort_key)]
    assert len(list(groupby(letters))) == len(set(letters))


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_a_list_in_words(words, text):
    assert and_list(words) == text
    assert and_list(words, "eller") == text.replace("och", "eller")


@pytest.mark.parametrize(
    ("iso", "text"),
    [("2026", "2026"), ("2017-08", "augusti 2017"), ("2026-02-12", "12 februari 2026"),
     ("2025-01-01", "1 januari 2025"), ("2028-12-31", "31 december 2028")],
)  # fmt: skip
def test_a_date_in_words(iso, text):
    assert date_text(iso) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (156, "156"), (1000, f"1{NBSP}000"), (1234567, f"1{NBSP}234{NBSP}567"),
     (7.1, "7,1"), (7.0, "7"), (0.25, "0,25"), (1234.5, f"1{NBSP}234,5"), (-3, "-3")],
)  # fmt: skip
def test_a_number_has_a_decimal_comma_and_hard_spaces(number, text):
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("text", "small"),
    [("Stöd till arbete", "stöd till arbete"), ("ADHD", "ADHD"), ("SFI-elever", "SFI-elever"),
     ("Ö", "ö"), ("", "")],
)  # fmt: skip
def test_a_label_inside_a_sentence_keeps_its_abbreviation(text, small):
    assert swedish.lower_first(text) == small


@pytest.mark.parametrize(("text", "large"), [("ålder", "Ålder"), ("mIA", "MIA"), ("", "")])
def test_a_heading_starts_with_a_capital(text, large):
    assert swedish.upper_first(text) == large


def test_the_months_are_twelve_and_different():
    assert len(set(swedish.MONTHS)) == 12
