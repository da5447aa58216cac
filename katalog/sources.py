"""How old a record's facts are, and where they come from, in words.

Comes in: a record's data. Goes out: dates, as records write them or as a language does.
"""

from typing import Any

from katalog.languages import Language

Data = dict[str, Any]


def newest_fact(data: Data) -> str:
    """Return the newest date (as precise as known) that anything in the record rests on."""
    return max([source["datum"] for source in data["kallor"]] + confirmed(data))


def confirmed(data: Data) -> list[str]:
    """Return the days when something in the record was confirmed with the service."""
    holders = [data.get("villkor", {}), *data.get("belagg", {}).values()]
    for part in ("vagar_in", "kontakter", "resultat"):
        holders += data.get(part, [])
    return [holder["kontrollerad"] for holder in holders if "kontrollerad" in holder]


def source_text(source: Data, language: Language) -> str:
    """Return the date of a source in words: 'augusti 2017'. Only Swedish has its own words for a
    date that is not exact ('årsskiftet 2025/26'); others say the month."""
    own = source.get("datum_text") if language.is_swedish else ""
    return own or language.date(source["datum"])


def newest_source(data: Data) -> Data:
    """Return the newest source of a record."""
    return max(data["kallor"], key=lambda source: source["datum"])
