"""How much a record tells, and how easily: for editors, never a reason to refuse.

Comes in: records. Goes out: (points, what is missing), and a table of them that also says which
summaries could be easier to read.
"""

from typing import Any

from katalog.readability import LIX_WISHED, lix
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
    rows = sorted((score(record.data), record.id, _reading(record.data)) for record in records)
    return "\n".join(
        f"{points:2d}/{len(QUESTIONS)}  {name}: {', '.join(missing) or 'allt besvarat'}{reading}"
        for (points, missing), name, reading in rows)


def _reading(data: Data) -> str:
    """Return what to say of the summary's LIX; nothing when it is as easy as we wish."""
    value = lix(data["sammanfattning"])
    return f"; sammanfattning LIX {value}, helst högst {LIX_WISHED}" if value > LIX_WISHED else ""
