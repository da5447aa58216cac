"""Whom to contact about an insats, as plain lines to copy, mail or put in a spreadsheet.

Comes in: a Post and the Catalog. Goes out: [{text, kort, kommuner, egen}]: a line with how fresh
the number is, a short one where room is scarce, the kommuner it is for ([] is all), and whether
it is the insats's own or the kommun's. In other languages also `sv`, the Swedish that both lines
begin with.
"""

from typing import Any

from katalog import phone
from katalog.catalog import Catalog, Post
from katalog.contacts import switchboards
from katalog.languages import Language
from katalog.sources import source_text
from katalog.status import OVER

Data = dict[str, Any]


def contact_lines(post: Post, catalog: Catalog) -> list[Data]:
    """Return one line a contact, then one a kommun; nothing for what has ended."""
    if post.stage == OVER:
        return []
    sources = {source["id"]: source for source in post.data["kallor"]}
    own = [_contact(contact, sources, catalog.language)
           for contact in post.data.get("kontakter", [])]
    return own + [_switchboard(entry, catalog.language)
                  for entry in switchboards(post.data, catalog)]


def _contact(contact: Data, sources: dict[str, Data], language: Language) -> Data:
    ways = [phone.written(contact["telefon"])] if "telefon" in contact else []
    ways += [contact[kind] for kind in ("epost", "webb", "adress") if kind in contact]
    if "kontrollerad" in contact:
        fresh = language.text("kontrollerat %(datum)s",
                              datum=language.date(contact["kontrollerad"]))
    else:
        fresh = language.text("ej kontrollerat, från %(datum)s",
                              datum=source_text(sources[contact["kalla"][0]], language))
    text = f"{contact['funktion']}: {', '.join(ways)} ({fresh})"
    return {"text": text, "kort": text, "kommuner": contact.get("kommuner", []), "egen": True,
            **_swedish(contact["funktion"], language)}


def _switchboard(entry: Data, language: Language) -> Data:
    site, name = entry["webb"], entry["title"]
    text, short = f"{name}: {site}", f"{name}: {site.removeprefix('https://')}"
    if "telefon" in entry:
        name = entry["telefon_namn"]
        short = f"{name}: {phone.written(entry['telefon'])}"
        text = f"{short}, {site}"
    return {"text": text, "kort": short, "kommuner": [entry["kommun"]], "egen": False,
            **_swedish(name, language)}


def _swedish(name: str, language: Language) -> Data:
    """Tell how the lines begin in Swedish, on pages where that is another language."""
    return {} if language.is_swedish else {"sv": name}
