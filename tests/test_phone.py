"""Phone numbers: which can be rung, how they are written, and the tel: link."""

import pytest

from katalog.phone import costs_extra, dear_number, is_phone, link, written


@pytest.mark.parametrize(
    ("text", "shown", "tel"),
    [
        ("08-530 610 00", "08-530 610 00", "tel:+46853061000"),
        ("08-46500400", "08-465 004 00", "tel:+46846500400"),
        ("08 465 004 99", "08-465 004 99", "tel:+46846500499"),
        ("+46 8 465 004 00", "08-465 004 00", "tel:+46846500400"),
        ("+46 (0)8 465 004 00", "08-465 004 00", "tel:+46846500400"),
        ("0046846500400", "08-465 004 00", "tel:+46846500400"),
        ("031-390 06 00", "031-390 06 00", "tel:+46313900600"),
        ("0980-319 12", "0980-319 12", "tel:+4698031912"),
        ("070-174 06 05", "070-174 06 05", "tel:+46701740605"),
        ("112", "112", "tel:112"),
        ("11 77", "1177", "tel:1177"),
        ("90101", "90101", "tel:90101"),
        ("114 14", "11414", "tel:11414"),
    ],
)
def test_a_swedish_number_is_shown_and_linked_one_way(text, shown, tel):
    assert is_phone(text)
    assert written(text) == shown
    assert link(text) == tel


@pytest.mark.parametrize(
    "text",
    ["", "hej", "08-12", "08-530", "1234", "0126", "08-530 610 00 000", "08-530 610 00 eller 112",
     "ring 112", "telefon 1177", "+46", "08-530 61O OO"],
)  # fmt: skip
def test_what_cannot_be_rung_is_no_number(text):
    assert not is_phone(text)


@pytest.mark.parametrize("text", ["+358 9 1234567", "+1 202 555 0123"])
def test_a_number_abroad_is_refused_or_keeps_its_country_code(text):
    """The message says "inget svenskt telefonnummer"; "09 1234567" would ring in Sweden."""
    assert not is_phone(text) or written(text).startswith("+")


@pytest.mark.parametrize(
    "text",
    ["0900-123 45 67", "09001234567", "+46 900 123 45 67", "0939-123 45", "0944-123 45",
     "099-123 45", "118 118", "+44 909 879 0000"],
)  # fmt: skip
def test_a_number_that_somebody_earns_on_is_known(text):
    assert costs_extra(text)


@pytest.mark.parametrize(
    "text",
    ["08-530 610 00", "090-12 34 56", "0771-524 524", "020-12 34 56", "010-123 45 67", "112",
     "1177", "90101", "114 14", "070-174 06 05", "", "hej"],
)  # fmt: skip
def test_a_usual_number_is_not_taken_for_a_dear_one(text):
    assert not costs_extra(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring 0900-123 45 67 i dag.", "0900-123 45 67"),
        ("Ring 0900 1234567.", "0900 1234567"),
        ("Nytt: (0944) 123 45", "(0944) 123 45"),
        ("+46 (0)939 123 45", "+46 (0)939 123 45"),
        ("Ring 08-530 610 00 eller 099-123 45", "099-123 45"),
        ("Ring 0900-12 34 56", "0900-12 34 56"),
        ("Ring 0900-12-34-56", "0900-12-34-56"),
        ("0999-09-25", ""),
        ("Öppet 0900-1700", ""),
        ("Öppet 0900-1700, lördag 0900-1400", ""),
        ("090-123 45 67", ""),
        ("Dnr 2009-0900123", ""),
        ("", ""),
    ],
)
def test_a_dear_number_is_found_in_a_text(text, found):
    assert dear_number(text) == found
