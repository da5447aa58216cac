"""The texts in English and in easy Swedish of every insats that one can turn to now.

A förbund that puts its own records in insatser/ replaces this file together with
test_first_records.py.
"""

import pytest

from katalog.checks_translation import TOLD, numbers_are_kept
from katalog.readability import EASY_LIMIT, LIX_WISHED, lix, long_sentences
from katalog.records import load_records
from katalog.sources import newest_fact
from katalog.status import NOW, stage

CURRENT = [record for record in load_records()[0] if stage(record.data) == NOW]
SUMMARY_LIMIT, WISHED_LIMIT = 300, 20  # as in Swedish: letters; words in a sentence of English


@pytest.fixture(params=CURRENT, ids=lambda record: record.id)
def data(request):
    return request.param.data


@pytest.fixture
def easy(data):
    return data["lattlast"]


@pytest.fixture
def english(data):
    return data["oversattningar"]["en"]


def test_there_are_17():
    assert len(CURRENT) == 17


def test_both_tell_what_it_is_and_what_to_do(easy, english):
    for words in (easy, english):
        assert all(words.get(field) for field in (*TOLD, "datum"))
        assert len(words["sammanfattning"]) <= SUMMARY_LIMIT


def test_both_say_the_numbers_of_the_swedish_and_no_other(data):
    assert list(numbers_are_kept(data)) == []


def test_neither_is_older_than_the_swedish(data, easy, english):
    assert min(easy["datum"], english["datum"]) >= newest_fact(data)


@pytest.mark.parametrize("field", TOLD)
def test_easy_swedish_is_easy(easy, field):
    assert lix(easy[field]) <= LIX_WISHED
    assert list(long_sentences(easy[field], EASY_LIMIT)) == []


def test_easy_swedish_is_easier_than_the_swedish_or_as_easy_as_can_be(data, easy):
    assert lix(easy["sammanfattning"]) <= max(lix(data["sammanfattning"]), 25)


@pytest.mark.parametrize("field", TOLD)
def test_english_sentences_are_short(english, field):
    assert list(long_sentences(english[field], WISHED_LIMIT)) == []


def test_a_name_in_english_begins_with_the_swedish_one_that_the_staff_know(data, english):
    assert english.get("namn", data["namn"]).startswith(data["namn"])


def test_neither_is_the_swedish_text_left_as_it_was(data, easy, english):
    for field in TOLD:
        assert english[field] != data.get(field)
    assert english["sammanfattning"] != easy["sammanfattning"]
