"""A record in other words: easy Swedish and other languages.

Comes in: a record's `lattlast` and `oversattningar`, and the day of its newest Swedish fact. Goes
out: the words for a page in some language, and one dict a language for the Swedish page that shows
them all, each with whether the Swedish has changed since.
"""

from typing import Any

from katalog.languages import Language, direction
from katalog.sources import newest_fact
from katalog.vocabularies import Vocabulary

EASY = {"id": "lattlast", "etikett": "Lättläst svenska", "lang": "sv"}

Data = dict[str, Any]


def own_words(data: Data, language: Language) -> Data:
    """Return {namn, sammanfattning, sa_gor_du, egen, gammal}: a record's words on a page in a
    language. `egen` is False when they are the Swedish ones for want of others, `gammal` True when
    the Swedish has changed since."""
    told = data.get("lattlast") if language.id == EASY["id"] else (
        data.get("oversattningar", {}).get(language.id))
    if language.is_source or not told:
        return {"namn": data["namn"], "sammanfattning": data["sammanfattning"],
                "sa_gor_du": data.get("sa_gor_du", ""), "egen": language.is_source,
                "gammal": False}
    return {"namn": told.get("namn") or data["namn"], "sammanfattning": told["sammanfattning"],
            "sa_gor_du": told.get("sa_gor_du", ""), "egen": True,
            "gammal": told["datum"] < newest_fact(data)}


def told_in(data: Data) -> list[str]:
    """Return the languages that a record has words of its own in, beside Swedish."""
    return [*([EASY["id"]] if "lattlast" in data else []), *data.get("oversattningar", {})]


def translations(data: Data, languages: Vocabulary) -> list[Data]:
    """Return the texts, easy Swedish first, each with language, label, direction and age."""
    found = [{**EASY, **data["lattlast"]}] if "lattlast" in data else []
    for code, text in data.get("oversattningar", {}).items():
        label = languages.label(code) if code in languages.values else code
        found.append({"id": code, "etikett": label, "lang": code, **text})
    return [{"namn": "", "sa_gor_du": "", **text, "gammal": text["datum"] < newest_fact(data),
             "dir": direction(text["lang"])} for text in found]
