"""What one can say on the phone about an insats, to read aloud.

Comes in: a Post and the reader's language. Goes out: {"till": who it is said to, "ord": the words
in Swedish, "betyder": the same in the reader's language if another}, or None when there is nothing
to ask for. The only place that holds these sentences.
"""

from katalog.catalog import Post
from katalog.languages import N_, Language
from katalog.status import NOW

OWN, SWITCHBOARD, PERHAPS_GONE = "egen", "vaxel", "kanske"  # who answers, and is it still there?

CALLING = N_("Så kan du säga")
TO_OFFICER = N_("Så kan du säga till din handläggare")

SENTENCES = {
    ("ja", OWN): N_("Hej! Jag vill anmäla mig till {namn}. Hur gör jag?"),
    ("ja", SWITCHBOARD):
        N_("Hej! Jag vill anmäla mig till {namn}. Vem kan jag prata med?"),
    ("ja", PERHAPS_GONE):
        N_("Hej! Jag undrar om {namn} finns kvar. Jag vill i så fall anmäla mig. Hur gör jag?"),
    ("nej", OWN): N_("Hej! Jag är intresserad av {namn}. Kan du ta kontakt med dem för mig?"),
    ("nej", PERHAPS_GONE):
        N_("Hej! Vet du om {namn} finns kvar? Kan du i så fall ta kontakt med dem för mig?"),
    ("vet-inte", OWN): N_("Hej! Jag undrar om {namn} kan passa mig. Vem får anmäla?"),
    ("vet-inte", SWITCHBOARD):
        N_("Hej! Jag vill fråga om {namn}. Vem kan jag prata med?"),
    ("vet-inte", PERHAPS_GONE):
        N_("Hej! Jag undrar om {namn} finns kvar. Kan det passa mig, och vem får anmäla?"),
}  # fmt: skip


def say(post: Post, language: Language) -> dict[str, str] | None:
    """Return words that fit how one comes in; None for what is over or has no way for residents."""
    answer = post.self_referral
    if answer not in ("ja", "nej", "vet-inte"):
        return None
    sentence = SENTENCES[answer, _listener(post)]
    till = TO_OFFICER if answer == "nej" else CALLING
    words = {"till": language.text(till), "ord": sentence.format(namn=post.name)}
    if not language.is_swedish:
        words["betyder"] = language.text(sentence).format(namn=post.name)
    return words


def _listener(post: Post) -> str:
    if post.stage != NOW:
        return PERHAPS_GONE
    knows_it = post.self_referral == "nej" or post.data.get("kontakter")
    return OWN if knows_it else SWITCHBOARD
