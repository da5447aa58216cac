"""A record in other words: easy Swedish and other languages, as its page shows them.

Comes in: a record's `lattlast` and `oversattningar`, and the day of its newest Swedish fact. Goes
out: one dict a language, with whether the Swedish has changed since.
"""

from typing import Any

from katalog.vocabularies import Vocabulary

RIGHT_TO_LEFT = ("ar", "ckb", "fa", "he", "ps", "ur")
EASY = {"id": "lattlast", "etikett": "Lättläst svenska", "lang": "sv"}

Data = dict[str, Any]


def translations(data: Data, newest: str, languages: Vocabulary) -> list[Data]:
    """Return the texts, easy Swedish first, each with language, label, direction and age."""
    found = [{**EASY, **data["lattlast"]}] if "lattlast" in data else []
    for code, text in data.get("oversattningar", {}).items():
        label = languages.label(code) if code in languages.values else code
        found.append({"id": code, "etikett": label, "lang": code, **text})
    return [{"namn": "", "sa_gor_du": "", **text, "gammal": text["datum"] < newest,
             "dir": "rtl" if text["lang"] in RIGHT_TO_LEFT else "ltr"} for text in found]
