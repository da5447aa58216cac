"""What records must mean together, told at the right record and field."""

import pytest

from katalog import cross_checks
from katalog.problems import ERROR
from tests.factory import record

LINK = {"efterfoljare": ["b"]}
BACK = {"foregangare": ["a"]}


def told(*records):
    return [(found.file, path, message, level)
            for found, path, message, level in cross_checks.findings(list(records))]  # fmt: skip


def named(name: str, changes=None):
    return record({"namn": f"Insats {name}", **(changes or {})}, name)


def test_records_with_nothing_in_common_but_their_sources_agree():
    assert told(named("a"), named("b")) == []


def test_two_records_with_one_id():
    first, second = named("a"), named("b", {"id": "a"})
    assert told(first, second) == [
        ("b.yaml", ("id",), 'id "a" finns redan i a.yaml. Ge posten ett eget id.', ERROR),
    ]  # fmt: skip


def test_two_records_with_one_name_cannot_be_told_apart_whatever_the_case():
    first, second = named("a", {"namn": "Klippan"}), named("b", {"namn": "KLIPPAN"})
    message = ("samma namn som i a.yaml. Skriv till något som skiljer dem åt, till exempel "
               "kommunen.")  # fmt: skip
    assert told(first, second) == [("b.yaml", ("namn",), message, ERROR)]


def test_of_a_record_and_its_copy_the_copy_is_told():
    """Its file has another name than its id, whichever comes first."""
    own, copy = named("start"), named("start", {"namn": "Insats start"})
    copy.id, copy.file = "START", "START.yaml"
    assert {file for file, *_ in told(copy, own)} == {"START.yaml"}
    assert {path for _, path, *_ in told(copy, own)} == {("id",), ("namn",)}


@pytest.mark.parametrize("where", [("lattlast",), ("oversattningar", "en")])
def test_two_records_with_one_name_in_another_language_cannot_be_told_apart(where):
    field = ".".join((*where, "namn"))
    message = ("samma namn på det språket som i a.yaml. Skriv till något som skiljer dem åt, "
               "till exempel kommunen.")  # fmt: skip
    one, same = named("a", {field: "Work"}), named("b", {field: "work"})
    assert told(one, same) == [("b.yaml", (*where, "namn"), message, ERROR)]
    assert told(named("a", {field: "Work"}), named("b", {field: "Other"})) == []


def test_a_name_in_another_language_may_not_be_the_swedish_one_of_another_record():
    one, other = named("a", {"oversattningar.en.namn": "Insats b"}), named("b", {
        "oversattningar": {}})
    message = ("samma namn på det språket som i b.yaml. Skriv till något som skiljer dem åt, "
               "till exempel kommunen.")  # fmt: skip
    assert told(one, other) == [("a.yaml", ("oversattningar", "en", "namn"), message, ERROR)]


def test_descent_that_is_told_both_ways_is_fine():
    assert told(named("a", LINK), named("b", BACK)) == []


@pytest.mark.parametrize("field", cross_checks.POINTERS)
def test_a_pointer_to_nothing(field):
    message = 'det finns ingen post "finns-ej". Kontrollera id.'
    assert told(named("a", {field: ["finns-ej"]})) == [("a.yaml", (field, 0), message, ERROR)]


@pytest.mark.parametrize("field", ["foregangare", "del_av"])
def test_a_pointer_to_itself(field):
    assert told(named("a", {field: ["a"]})) == [
        ("a.yaml", (field, 0), "pekar på posten själv. Ta bort det.", ERROR)]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "mirror"), [("efterfoljare", "foregangare"), ("foregangare", "efterfoljare")]
)
def test_descent_that_is_told_one_way_only(field, mirror):
    message = f'"b" pekar inte tillbaka. Lägg till a under {mirror} i b.yaml.'
    assert told(named("a", {field: ["b"]}), named("b")) == [
        ("a.yaml", (field, 0), message, ERROR)]  # fmt: skip


def test_part_of_needs_no_pointer_back():
    assert told(named("a", {"del_av": ["b"]}), named("b")) == []


def test_descent_in_a_circle():
    ring = [named("a", {"efterfoljare": ["b"], "foregangare": ["c"]}),
            named("b", {"efterfoljare": ["c"], "foregangare": ["a"]}),
            named("c", {"efterfoljare": ["a"], "foregangare": ["b"]})]  # fmt: skip
    message = "posten blir sin egen efterföljare, i en ring. Bryt ringen."
    assert told(*ring) == [
        (f"{name}.yaml", ("efterfoljare",), message, ERROR) for name in "abc"]  # fmt: skip


@pytest.mark.parametrize("fact", cross_checks.SOURCE_FACTS)
def test_one_source_is_described_alike_everywhere(fact):
    here, there = "https://exempel.se/ny", named("a").data["kallor"][0].get(fact)
    message = (f'källan "exempel-2026" har {fact} "{here}" här men "{there}" i a.yaml. '
               "Gör dem lika.")  # fmt: skip
    assert told(named("a"), named("b", {f"kallor.0.{fact}": here})) == [
        ("b.yaml", ("kallor", 0, fact), message, ERROR)]  # fmt: skip


def test_of_a_source_described_in_many_records_those_who_differ_are_told():
    """Also when the odd one comes first."""
    odd, message = named("a", {"kallor.0.titel": "Annan titel"}), (
        'källan "exempel-2026" har titel "Annan titel" här men "Påhittad rapport om '
        'Exempelinsatsen" i b.yaml. Gör dem lika.')
    assert told(odd, named("b"), named("c")) == [("a.yaml", ("kallor", 0, "titel"), message, ERROR)]


def test_a_source_may_be_read_at_another_place_on_another_day():
    changes = {"kallor.0.referens": "Sidan 9", "kallor.0.last": "2026-05-05"}
    assert told(named("a"), named("b", changes)) == []


def test_a_source_with_a_fact_in_one_record_only_is_told_without_program_words():
    """Editors read no "None"."""
    without = named("a")
    del without.data["kallor"][0]["webb"]
    (finding,) = told(without, named("b"))
    assert finding[:2] == ("b.yaml", ("kallor", 0, "webb"))
    assert "None" not in finding[2]


def test_records_that_lack_fields_are_compared_as_far_as_they_go():
    bare = named("b")
    bare.data = {}
    assert told(named("a"), bare) == []


def test_many_records_are_compared_quickly():
    chain = [named(f"n{n}", {"efterfoljare": [f"n{n + 1}"] if n < 199 else [],
                             "foregangare": [f"n{n - 1}"] if n else []})
             for n in range(200)]  # fmt: skip
    assert told(*chain) == []
