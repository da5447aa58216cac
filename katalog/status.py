"""What the record says about being open, over or uncertain: read off, never guessed.

Comes in: a record's data. Goes out: small words that pages, lists and search share.
"""

from typing import Any

NOW, PERHAPS, OVER = "nu", "kanske", "slut"

Data = dict[str, Any]


def stage(data: Data) -> str:
    """Return NOW, PERHAPS or OVER.

    A project that was taken over by something with a record of its own is over; one that became
    ordinary service under its own name may still be there.
    """
    life = data["livscykel"]
    if life in ("avslutad", "ersatt"):
        return OVER
    if life == "implementerad":
        return OVER if data.get("efterfoljare") else PERHAPS
    return PERHAPS if life == "ej-bekraftad" else NOW


def planned_end(data: Data) -> str:
    """Return the day, month or year when something that is there was to end; '' if unknown. When
    that is over, the browser says so: a build does not know what day it will be read."""
    end = data.get("period", {}).get("till", "")
    return end if stage(data) == NOW and end != "okant" else ""


def who_may_apply(data: Data) -> set[str]:
    """Return the ids of all `vem` for whom the record states a way in."""
    return {way["vem"] for way in data["vagar_in"] if way.get("vem")}


def self_referral(data: Data) -> str:
    """Answer "Kan jag anmäla mig själv?": ja, nej, slut, samverkan or vet-inte.

    `samverkan` is for what authorities do together: there is nothing for a resident to apply to.
    """
    if stage(data) == OVER:
        return "slut"
    if "individ" in who_may_apply(data):
        return "ja"
    if data.get("endast_handlaggare"):
        return "nej"
    if data["inriktning"] == "strukturovergripande":
        return "samverkan"
    return "vet-inte"
