"""Whom one can turn to in a made-up record, and who may: contacts and ways in.

Comes in: chance, and what is known of the record. Goes out: plain data for its fields.
"""

from typing import Any

from katalog.checks_contact import NEEDS
from katalog.fold import fold
from tests.prestanda import fraser
from tests.prestanda.delar import belagd, values, vocabulary
from tests.prestanda.slump import Slump

Data = dict[str, Any]
# Numbers that the Swedish Post and Telecom Authority (PTS) sets aside for books and films.
NUMMER = tuple(serie % number for serie in (
    "08-465 004 %02d", "031-390 06 %02d", "040-628 04 %02d", "0980-319 2%02d", "070-174 06 %02d",
) for number in range(5, 100))  # fmt: skip


def kontakter(area: list[str], organisation: str, kallor: list[Data], slump: Slump) -> list[Data]:
    """Return up to three contacts; each can be reached somehow."""
    functions = slump.some(fraser.FUNKTION, 0, slump.weighed({1: 60, 2: 30, 3: 10}))
    return [_kontakt(function, area, organisation, kallor, slump) for function in functions]


def _kontakt(function: str, area: list[str], organisation: str, kallor: list[Data],
             slump: Slump) -> Data:  # fmt: skip
    name = fold(function).replace(" ", "-")
    place = slump.one(area)
    contact: Data = {"id": name, "funktion": function}
    if slump.often(0.5):
        contact["organisation"] = organisation
    if slump.often(0.85):
        contact["telefon"] = slump.one(NUMMER)
    if slump.often(0.6) or "telefon" not in contact:
        contact["epost"] = f"{name}-{place}@example.org"
    if slump.often(0.3):
        contact["webb"] = f"https://www.example.org/{place}/{name}"
    if slump.often(0.45):
        label = vocabulary("kommun").label(place)
        contact["adress"] = f"{slump.one(fraser.GATOR)} {slump.whole(1, 120)}, {label}"
    if slump.often(0.4):
        contact["oppettider"] = slump.some(fraser.OPPETTIDER, 1, 3)
    if len(area) > 1 and slump.often(0.3):
        contact["kommuner"] = [place]
    return {**contact, **belagd(kallor, slump)}


def vagar_in(vem: list[str], area: list[str], kontakter: list[Data], kallor: list[Data],
             slump: Slump) -> list[Data]:  # fmt: skip
    """Return one way in for each who may make contact."""
    return [_vag_in(who, area, kontakter, kallor, slump) for who in vem]


def _vag_in(who: str, area: list[str], kontakter: list[Data], kallor: list[Data],
            slump: Slump) -> Data:  # fmt: skip
    chosen = slump.some(kontakter, 1, 2) if kontakter and slump.often(0.7) else kontakter
    possible = [how for how in values("hur")
                if how not in NEEDS or any(NEEDS[how] in contact for contact in chosen)]
    way: Data = {"vem": who, "hur": slump.some(possible, 0, 3)}
    if kontakter and len(chosen) < len(kontakter):
        way["kontakt"] = [contact["id"] for contact in chosen]
    if len(area) > 1 and slump.often(0.1):
        way["kommuner"] = [slump.one(area)]
    if slump.often(0.7):
        way["beskrivning"] = fraser.mening(slump.one(fraser.VAG_BESKRIVNING), slump)
    if slump.often(0.35):
        way["ha_redo"] = fraser.meningar(fraser.HA_REDO, slump, 1, 3)
    if slump.often(0.5):
        way["sedan"] = fraser.mening(slump.one(fraser.SEDAN), slump)
    if slump.often(0.3):
        way["svarstid"] = fraser.mening(slump.one(fraser.SVARSTID), slump)
    return {**way, **belagd(kallor, slump)}
