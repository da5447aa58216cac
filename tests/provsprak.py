"""A language for tests: English by its dates, where every text is the Swedish one in ⟦brackets⟧.

Comes in: a folder. Goes out: the real records as a site in Swedish and in that language, one of
them with words of its own in it. So what a page says that cannot be translated is seen, whatever
the state of the real catalogues.
"""

from dataclasses import replace
from pathlib import Path

from katalog.build import run_pelican
from katalog.catalog import make_catalog
from katalog.extract_texts import source_texts
from katalog.languages import SCRIPTS, SWEDISH, Language
from katalog.records import load_records
from tests.test_allt_oversatts import Bracketed

ID, NAME = "prov", "Prov"
CAPITALS = "Ord som alltid börjar med stor bokstav"
NAMES = "Kommun, Stockholm"  # what that text lists in this language
TRANSLATED = "din-tur"  # the insats with words of its own
OWN = {"namn": "⟦Your turn⟧", "sammanfattning": "⟦For all who are young.⟧",
       "sa_gor_du": "⟦Ring.⟧"}  # fmt: skip


class Texts(Bracketed):
    """Every text in brackets, but for the list of names."""

    def gettext(self, message):
        return NAMES if message == CAPITALS else super().gettext(message)


def of_scripts() -> dict[str, object]:
    """Return what the scripts say, as katalog/languages.py reads it from a catalogue."""
    found: dict[str, object] = {}
    for message in source_texts():
        if not any(SCRIPTS in file for file, _ in message.locations):
            continue
        if message.pluralizable:
            found[message.id[0]] = {form: f"⟦{text}⟧" for form, text
                                    in zip(("one", "other"), message.id, strict=True)}
        else:
            found[message.id] = Texts().gettext(message.id)
    return found


LANGUAGE = Language(ID, "en", NAME, "2026-01-01", "en-GB", Texts(), of_scripts())


def make(place: Path) -> Path:
    """Build the site."""
    records = [replace(record, data={**record.data, "oversattningar": {
        ID: {**OWN, "datum": "2026-11-01"}}}) if record.id == TRANSLATED else record
        for record in load_records()[0]]
    run_pelican(place, KATALOGER={language.id: make_catalog(records, language)
                                  for language in (SWEDISH, LANGUAGE)})
    return place
