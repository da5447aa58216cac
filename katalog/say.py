"""What one can say on the phone about an insats, to read aloud.

Comes in: a Post. Goes out: {"till": who it is said to, "ord": the words}, or None when there is
nothing to ask for. The only place that holds these sentences.
"""

from katalog.catalog import Post
from katalog.status import NOW

OWN, SWITCHBOARD, PERHAPS_GONE = "egen", "vaxel", "kanske"  # who answers, and is it still there?

CALLING = "Så kan du säga"
TO_OFFICER = "Så kan du säga till din handläggare"

SENTENCES = {
    ("ja", OWN): "Hej! Jag vill anmäla mig till {namn}. Hur gör jag?",
    ("ja", SWITCHBOARD):
        "Hej! Jag vill anmäla mig till {namn}. Vem kan jag prata med?",
    ("ja", PERHAPS_GONE):
        "Hej! Jag undrar om {namn} finns kvar. Jag vill i så fall anmäla mig. Hur gör jag?",
    ("nej", OWN): "Hej! Jag är intresserad av {namn}. Kan du ta kontakt med dem för mig?",
    ("nej", PERHAPS_GONE):
        "Hej! Vet du om {namn} finns kvar? Kan du i så fall ta kontakt med dem för mig?",
    ("vet-inte", OWN): "Hej! Jag undrar om {namn} kan passa mig. Vem får anmäla?",
    ("vet-inte", SWITCHBOARD):
        "Hej! Jag vill fråga om {namn}. Vem kan jag prata med?",
    ("vet-inte", PERHAPS_GONE):
        "Hej! Jag undrar om {namn} finns kvar. Kan det passa mig, och vem får anmäla?",
}  # fmt: skip


def say(post: Post) -> dict[str, str] | None:
    """Return words that fit how one comes in; None for what is over or has no way for residents."""
    answer = post.self_referral
    if answer not in ("ja", "nej", "vet-inte"):
        return None
    sentence = SENTENCES[answer, _listener(post)]
    till = TO_OFFICER if answer == "nej" else CALLING
    return {"till": till, "ord": sentence.format(namn=post.name)}


def _listener(post: Post) -> str:
    if post.stage != NOW:
        return PERHAPS_GONE
    knows_it = post.self_referral == "nej" or post.data.get("kontakter")
    return OWN if knows_it else SWITCHBOARD
