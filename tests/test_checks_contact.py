"""Each rule of checks_contact.py: a record that breaks it, one that just keeps it."""

import pytest

from katalog import checks_contact
from katalog.problems import WARNING
from tests.factory import GONE, Case, assert_case, problems

CONTACT = {"funktion": "Växeln", "id": "vaxeln", "kalla": ["exempel-2026"]}
PHONE = {**CONTACT, "telefon": "08-465 004 11"}


def needs(how: str, what: str) -> str:
    return (f"{how} är en väg in, men ingen kontakt har {what}. "
            f"Lägg till {what} under kontakter eller ta bort {how}.")  # fmt: skip


CASES = (
    Case("phone_is_real", {"kontakter.0.telefon": "08-12"}, "kontakter[0].telefon", "telefon: 08",
         '"08-12" är inget svenskt telefonnummer. Skriv riktnummer och nummer, '
         'till exempel "08-530 610 00".', {"kontakter.0.telefon": "1177"}),
    Case("email_is_sound", {"kontakter.0.epost": "kommun(at)exempel.se"}, "kontakter[0].epost",
         "epost: kommun", '"kommun(at)exempel.se" är ingen e-postadress. '
         "Skriv som kommun@exempel.se.", {"kontakter.0.epost": "vuxen.stod.arbete@exempel.se"}),
    Case("no_call_costs_extra", {"kontakter.0.telefon": "0900-123 45 67"}, "kontakter[0].telefon",
         "telefon: 0900", '"0900-123 45 67" är ett betalnummer, där den som ringer betalar extra. '
         "Skriv verksamhetens vanliga nummer.", {"kontakter.0.telefon": "0771-524 524"}),
    Case("no_call_costs_extra", {"sa_gor_du": "Ring +46 939 123 45 så får du hjälp."}, "sa_gor_du",
         "^sa_gor_du", '"+46 939 123 45" är ett betalnummer, där den som ringer betalar extra. '
         "Skriv verksamhetens vanliga nummer.", {"sa_gor_du": "Öppet 0900-1700. Ring 090-12345."}),
    Case("letters_are_ours", {"kontakter.0.epost": "kommun@\u0435xempel.se"}, "kontakter[0].epost",
         "epost: kommun", '"kommun@\u0435xempel.se" har tecken som bara liknar våra bokstäver: '
         "\u0435 (U+0435). Adressen leder någon annanstans. Skriv av den från verksamhetens sida.",
         {"kontakter.0.epost": "kommun@malmö.se"}),
    Case("letters_are_ours", {"kontakter.0.webb": "https://xn--xempel-2of.se"}, "kontakter[0].webb",
         "xn--xempel", '"https://xn--xempel-2of.se" har tecken som bara liknar våra bokstäver: '
         "\u0435 (U+0435). Adressen leder någon annanstans. Skriv av den från verksamhetens sida.",
         {"kontakter.0.webb": "https://xn--malm-8qa.se"}),
    Case("contact_ids_are_unique", {"kontakter.1": PHONE | {"id": "mottagningen"}},
         "kontakter[1].id", "^  id: mottagningen",
         'kontakten "mottagningen" finns redan. Ge den ett eget id.', {"kontakter.1": PHONE}),
    Case("contacts_exist", {"vagar_in.0.kontakt": ["mottagningen", "finns-ej"]},
         "vagar_in[0].kontakt[1]", "- finns-ej",
         'kontakten "finns-ej" finns inte under kontakter. Där finns: mottagningen.',
         {"vagar_in.0.kontakt": ["vaxeln"], "kontakter.0.id": "vaxeln"}),
    Case("way_has_what_it_needs", {"kontakter.0.telefon": GONE}, "vagar_in[0].hur[1]",
         "  - telefon", needs("telefon", "telefon"),
         {"kontakter.0.telefon": GONE, "vagar_in.0.hur": ["epost", "besok"]}),
    Case("way_has_what_it_needs", {"kontakter.0.epost": GONE}, "vagar_in[0].hur[0]", "  - epost",
         needs("epost", "epost"), {"kontakter.0.epost": GONE, "vagar_in.0.hur": []}),
    Case("way_has_what_it_needs", {"kontakter.0.adress": GONE}, "vagar_in[0].hur[2]", "  - besok",
         needs("besok", "adress"), {"vagar_in.0.hur": ["via-handlaggare"]}),
    Case("way_has_what_it_needs", {"kontakter.1": CONTACT | {"webb": "https://exempel.se"},
         "vagar_in.1.hur": ["telefon"], "vagar_in.1.kontakt": ["vaxeln"], "vagar_in.0.hur": []},
         "vagar_in[1].hur[0]", "  - telefon", needs("telefon", "telefon"),
         {"vagar_in.1.hur": ["telefon"]}),
    Case("person_in_address", {"kontakter.0.epost": "forna.efternamn@exempel.se"},
         "kontakter[0].epost", "epost: forna", '"forna.efternamn@exempel.se" ser ut som en persons '
         "adress. Skriv hellre en funktionsadress.", {"kontakter.0.epost": "ame@exempel.se"},
         WARNING),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rule(case: Case, tmp_path):
    assert_case(case, (*checks_contact.ERRORS, *checks_contact.WARNINGS), tmp_path)


@pytest.mark.parametrize("address", ["anna-karin.berg@exempel.se", "Berg.Bo2@exempel.se"])
def test_a_person_in_the_address_is_seen_however_it_is_written(address, tmp_path):
    told = problems(tmp_path, {"kontakter.0.epost": address})
    assert [problem.level for problem in told] == [WARNING]
