"""Rules about contacts and ways in: can the number be rung, does the way lead somewhere?

Comes in: a record's data. Goes out: (path, message). Listed in checks.py.
"""

import re
from collections.abc import Iterator
from typing import Any

from email_validator import EmailNotValidError, validate_email

from katalog.checks_text import texts
from katalog.hosts import strange_letters
from katalog.phone import costs_extra, dear_number, is_phone
from katalog.problems import FieldPath, quoted

Data = dict[str, Any]
Finding = tuple[FieldPath, str]

# A way in by … needs a contact with …
NEEDS = {"telefon": "telefon", "epost": "epost", "besok": "adress"}
PERSON_ADDRESS = re.compile(r"[a-zåäö-]+\.[a-zåäö-]+[0-9]*@", re.IGNORECASE)


def phone_is_real(data: Data) -> Iterator[Finding]:
    """A phone number can be rung."""
    for number, contact in _contacts(data):
        phone = contact.get("telefon")
        if phone is not None and not is_phone(phone):
            yield ("kontakter", number, "telefon"), (
                f"{quoted(phone)} är inget svenskt telefonnummer. Skriv riktnummer och nummer, "
                'till exempel "08-530 610 00".')


def email_is_sound(data: Data) -> Iterator[Finding]:
    """An e-mail address is well formed."""
    for number, contact in _contacts(data):
        if contact.get("epost"):
            try:
                validate_email(contact["epost"], check_deliverability=False)
            except EmailNotValidError:
                yield ("kontakter", number, "epost"), (
                    f"{quoted(contact['epost'])} är ingen e-postadress. "
                    "Skriv som kommun@exempel.se.")


def no_call_costs_extra(data: Data) -> Iterator[Finding]:
    """Nobody who looks for help is led to a number that somebody earns on."""
    for path, text in texts(data):
        dear = text if path[-1] == "telefon" and costs_extra(text) else dear_number(text)
        if dear:
            yield path, (f"{quoted(dear)} är ett betalnummer, där den som ringer betalar extra. "
                         "Skriv verksamhetens vanliga nummer.")


def letters_are_ours(data: Data) -> Iterator[Finding]:
    """An address with a letter that only looks like one of ours leads somewhere else."""
    for path, text in texts(data):
        strange = strange_letters(text) if path[-1] in ("epost", "webb") else ""
        if strange:
            yield path, (f"{quoted(text)} har tecken som bara liknar våra bokstäver: {strange}. "
                         "Adressen leder någon annanstans. Skriv av den från verksamhetens sida.")


def contact_ids_are_unique(data: Data) -> Iterator[Finding]:
    """Two contacts, two ids."""
    known: list[str | None] = []
    for number, contact in _contacts(data):
        if contact.get("id") and contact["id"] in known:
            yield ("kontakter", number, "id"), (
                f'kontakten "{contact["id"]}" finns redan. Ge den ett eget id.')
        known.append(contact.get("id"))


def contacts_exist(data: Data) -> Iterator[Finding]:
    """A way in points at contacts of the record."""
    known = [contact.get("id") for _, contact in _contacts(data)]
    for number, way in _ways(data):
        for place, name in enumerate(way.get("kontakt") or []):
            if name and name not in known and not _some_refused(data):
                yield ("vagar_in", number, "kontakt", place), (
                    f'kontakten "{name}" finns inte under kontakter. '
                    f"Där finns: {', '.join(map(str, known)) or 'inga'}.")


def way_has_what_it_needs(data: Data) -> Iterator[Finding]:
    """A way in by phone has a phone number, by e-mail an address, by visit a place."""
    for number, way in _ways(data):
        pointed = way.get("kontakt")
        contacts = [contact for _, contact in _contacts(data)
                    if pointed is None or contact.get("id") in pointed]
        for place, how in enumerate(way.get("hur") or []):
            need = NEEDS.get(how)
            if need and not _some_refused(data) and not any(need in c for c in contacts):
                yield ("vagar_in", number, "hur", place), (
                    f"{how} är en väg in, men ingen kontakt har {need}. "
                    f"Lägg till {need} under kontakter eller ta bort {how}.")


def person_in_address(data: Data) -> Iterator[Finding]:
    """An address with a person's name soon goes to nobody, and names somebody."""
    for number, contact in _contacts(data):
        if PERSON_ADDRESS.match(contact.get("epost") or ""):
            yield ("kontakter", number, "epost"), (
                f"{quoted(contact['epost'])} ser ut som en persons adress. "
                "Skriv hellre en funktionsadress.")


def _contacts(data: Data) -> Iterator[tuple[int, Data]]:
    yield from _sound(data.get("kontakter"))


def _ways(data: Data) -> Iterator[tuple[int, Data]]:
    yield from _sound(data.get("vagar_in"))


def _some_refused(data: Data) -> bool:
    """Say whether a contact was refused as a whole: it may be the one that is looked for."""
    return not all(data.get("kontakter") or [])


def _sound(items: list[Data | None] | None) -> Iterator[tuple[int, Data]]:
    """Yield (place, item); what the schema refused is None and left out."""
    yield from ((number, item) for number, item in enumerate(items or []) if item)


ERRORS = (
    phone_is_real,
    email_is_sound,
    no_call_costs_extra,
    letters_are_ours,
    contact_ids_are_unique,
    contacts_exist,
    way_has_what_it_needs,
)
WARNINGS = (person_in_address,)
