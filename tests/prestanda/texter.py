"""What there is to read in a made-up record, in Swedish and in other words.

Comes in: chance, and what is known of the record. Goes out: plain data for its fields.
"""

from typing import Any

from tests.prestanda import fraser
from tests.prestanda.delar import dag
from tests.prestanda.slump import Slump

Data = dict[str, Any]
LEAST_WORDS, MOST_WORDS = 160, 300
# Names and titles, and what stands in other words already.
NOT_COUNTED = ("namn", "andra_namn", "kallor", "lattlast", "oversattningar", "telefon")


def texts(slump: Slump) -> Data:
    """Return what the record says at length."""
    data: Data = {
        "sammanfattning": " ".join(fraser.mening(slump.one(part), slump) for part in (
            fraser.SAMMANFATTNING_VAD, fraser.SAMMANFATTNING_VEM)),
        "beskrivning": _paragraphs(slump, 2, 3),
    }
    if slump.often(0.75):
        data["vad_hander"] = fraser.meningar(fraser.VAD_HANDER, slump, 2, 5)
    if slump.often(0.8):
        data["malgrupp_text"] = fraser.mening(slump.one(fraser.MALGRUPP_TEXT), slump)
    if slump.often(0.4):
        data["historia"] = fraser.meningar(fraser.HISTORIA, slump, 1, 2)
    if slump.often(0.7):
        data["oklart"] = fraser.meningar(fraser.OKLART, slump, 1, 3)
    return data


def _paragraphs(slump: Slump, least: int, most: int) -> list[str]:
    """Return paragraphs of two sentences."""
    wanted = slump.whole(least, most)
    sentences = fraser.meningar(fraser.BESKRIVNING, slump, 2 * wanted, 2 * wanted)
    return [" ".join(sentences[place:place + 2]) for place in range(0, len(sentences), 2)]


def other_words(data: Data, slump: Slump) -> Data:
    """Return easy Swedish and other languages, for one record in eight."""
    if not slump.often(0.125):
        return {}
    easy = {"namn": data["namn"], "datum": dag(slump),
            "sammanfattning": " ".join(slump.some(fraser.LATTLAST, 3, 4))}
    if "sa_gor_du" in data:
        easy["sa_gor_du"] = slump.one(fraser.LATTLAST_GOR)
    codes = ["en", *slump.some(("fi", "so", "ar"), 0, 1)]
    return {"lattlast": easy, "oversattningar": {code: _translated(code, data, slump)
                                                 for code in codes}}


def _translated(code: str, data: Data, slump: Slump) -> Data:
    sentences, how = fraser.ANDRA_SPRAK[code]
    words = {"namn": data["namn"], "sammanfattning": " ".join(slump.some(sentences, 2, 2))}
    return {**words, **({"sa_gor_du": how} if "sa_gor_du" in data else {}),
            "datum": dag(slump)}


def count_words(value: Any) -> int:
    """Return how many words of our own Swedish there are to read; a word alone is a name. Counted
    here and not as the guide does: what it does another day must not change the records."""
    if isinstance(value, dict):
        return sum(count_words(inner) for name, inner in value.items() if name not in NOT_COUNTED)
    if isinstance(value, list):
        return sum(map(count_words, value))
    return len(value.split()) if isinstance(value, str) and " " in value else 0


def fit(data: Data, slump: Slump) -> None:
    """Write more where there is little to read, and leave out some where there is much."""
    removable = [(data, name) for name in ("historia", "oklart", "vad_hander")]
    removable += [(way, "sedan") for way in data["vagar_in"]]
    for holder, name in removable:
        if count_words(data) > MOST_WORDS:
            holder.pop(name, None)
    while count_words(data) < LEAST_WORDS:
        data["beskrivning"] += [text for text in _paragraphs(slump, 1, 1)
                                if text not in data["beskrivning"]]
