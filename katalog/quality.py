"""How much a record tells: a score for editors, never a reason to refuse.

Comes in: records. Goes out: (points, out of, what is missing), and a table of them.
"""

from typing import Any

from katalog.records import Record
from katalog.status import self_referral

Data = dict[str, Any]

# What a reader asks, and where in the record the answer stands.
QUESTIONS = (
    ("kan jag anmäla mig själv", lambda d: self_referral(d) != "vet-inte"),
    ("hur tar jag kontakt", lambda d: any(way["hur"] for way in d["vagar_in"])),
    ("vem ringer jag", lambda d: bool(d.get("kontakter"))),
    ("vilka är den till för", lambda d: bool(d.get("malgrupp"))),
    ("vilken ålder", lambda d: "alder" in d.get("villkor", {})),
    ("vilken ersättning", lambda d: "forsorjning" in d.get("villkor", {})),
    ("i vilka kommuner", lambda d: bool(d["kommuner"])),
    ("vad händer", lambda d: bool(d.get("vad_hander"))),
    ("är det kö", lambda d: d["intag"] != "okant"),
    ("vem äger den", lambda d: "insatsagare" in str(d.get("organisationer"))),
    ("är den bekräftad", lambda d: d["livscykel"] != "ej-bekraftad"),
    ("är uppgifterna avstämda", lambda d: any("kontrollerad" in w for w in d["vagar_in"])),
)  # fmt: skip


def score(data: Data) -> tuple[int, list[str]]:
    """Return (points of len(QUESTIONS), unanswered questions) of a sound record."""
    missing = [question for question, answered in QUESTIONS if not answered(data)]
    return len(QUESTIONS) - len(missing), missing


def table(records: list[Record]) -> str:
    """Return one line a record, the poorest first."""
    rows = sorted((score(record.data), record.id) for record in records)
    whole = len(QUESTIONS)
    return "\n".join(f"{points:2d}/{whole}  {name}: {', '.join(missing) or 'allt besvarat'}"
                     for (points, missing), name in rows)
