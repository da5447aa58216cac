"""What makes a new number or address suspect: it costs, it is abroad, it looks like another.

Comes in: a Fact, and the sites that the guide already names. Goes out: sentences in Swedish, for
the one who reviews. They are reasons to look twice, not proof: what is certain is refused by the
rules for records (checks_contact.py).
"""

import difflib
import ipaddress
from collections.abc import Collection, Iterator
from typing import NamedTuple

import phonenumbers
from phonenumbers import PhoneNumberType

from katalog import hosts
from katalog.contact_facts import EMAIL, LINK, PHONE, Fact
from katalog.phone import REGION, costs_extra

KINDS = {
    PhoneNumberType.MOBILE: "Mobilnummer: på numret syns inte vem som svarar.",
    PhoneNumberType.PERSONAL_NUMBER: "Personligt nummer (075): det kopplas vidare vart som helst.",
}
ALIKE = 0.85  # of 1: one letter of seven
# What the eye takes for something else.
LOOKS = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("å", "a"), ("ä", "a"),
         ("ö", "o"), ("é", "e"), ("ü", "u"), ("-", ""))  # fmt: skip


class Doubt(NamedTuple):
    """A sentence with {} for a value, which the one who shows it makes harmless."""

    sentence: str
    value: str = ""


def doubts(fact: Fact, known: Collection[str]) -> list[Doubt]:
    """Return what to think of before a fact is let in; `known` are hosts."""
    if fact.kind == PHONE:
        return [Doubt(sentence) for sentence in _of_number(fact.value)]
    if fact.kind in (EMAIL, LINK):
        return list(_of_address(fact.value, known))
    return []


def _of_number(text: str) -> Iterator[str]:
    if costs_extra(text):
        yield "Betalnummer: den som ringer får betala extra."
        return
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return
    if number.country_code != phonenumbers.country_code_for_region(REGION):
        yield f"Utländskt nummer (+{number.country_code})."
    kind = KINDS.get(phonenumbers.number_type(number))
    if kind:
        yield kind


def _of_address(text: str, known: Collection[str]) -> Iterator[Doubt]:
    host = hosts.host_of(text)
    read = hosts.as_read(host)
    if text.lower().startswith("http:"):
        yield Doubt("Länken är inte krypterad (http).")
    if "@" in text.partition("//")[2].partition("/")[0]:
        yield Doubt("Det som står före @ är inte adressen. Länken leder till {}.", host)
    if not host:
        yield Doubt("Adressen går inte att läsa.")
    if _is_number(host):
        yield Doubt("Länken leder till en dators nummer, inte till ett namn.")
        return
    if read != host:
        yield Doubt("Namnet är skrivet i kod (xn--). Det läses {}.", read)
    strange = hosts.strange_letters(text)
    if strange:
        yield Doubt("Har bokstäver som bara liknar våra: {}.", strange)
    twin = _twin(read, known)
    if twin:
        yield Doubt("Liknar {}, som redan finns i guiden, men är en annan adress.", twin)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _twin(host: str, known: Collection[str]) -> str:
    """Return a known site that a new one could be taken for, or ''."""
    sites = sorted({hosts.site(name) for name in known})
    if not host or hosts.site(host) in sites:
        return ""
    name, whole = _look(hosts.site(host).split(".")[0]), _look(host)
    for site in sites:
        old = _look(site.split(".")[0])
        inside = len(old) > 4 and old in whole
        if inside or difflib.SequenceMatcher(None, old, name).ratio() >= ALIKE:
            return site
    return ""


def _look(name: str) -> str:
    for letters, other in LOOKS:
        name = name.replace(letters, other)
    return name
