"""Whom to contact about an insats, as plain lines to copy, mail or put in a spreadsheet.

Comes in: a Post and the Catalog. Goes out: lines of text, each with how fresh the number is.
"""

from typing import Any

from katalog import phone
from katalog.catalog import Catalog, Post
from katalog.insats_page import source_text, switchboards
from katalog.schema import filled
from katalog.status import OVER
from katalog.swedish import date_text

Data = dict[str, Any]


def contact_lines(post: Post, catalog: Catalog) -> list[str]:
    """Return one line a contact, then one a kommun; nothing for what has ended."""
    if post.stage == OVER:
        return []
    sources = {source["id"]: source for source in filled(post.data)["kallor"]}
    own = [_contact(contact, sources) for contact in post.data.get("kontakter", [])]
    return own + [_switchboard(entry) for entry in switchboards(post.data, catalog)]


def _contact(contact: Data, sources: dict[str, Data]) -> str:
    ways = [phone.written(contact["telefon"])] if "telefon" in contact else []
    ways += [contact[kind] for kind in ("epost", "webb", "adress") if kind in contact]
    if "kontrollerad" in contact:
        fresh = f"kontrollerat {date_text(contact['kontrollerad'])}"
    else:
        fresh = f"ej kontrollerat, från {source_text(sources[contact['kalla'][0]])}"
    return f"{contact['funktion']}: {', '.join(ways)} ({fresh})"


def _switchboard(entry: Data) -> str:
    if "telefon" in entry:
        return f"{entry['telefon_namn']}: {phone.written(entry['telefon'])}, {entry['webb']}"
    return f"{entry['title']}: {entry['webb']}"
