"""The search page's words, in one small file.

Comes in: the Catalog and the Thesaurus. Goes out: the contents of output/sok/ord.json, read by
theme/static/js/sok/ord.js. Its size is bounded: it grows with the vocabularies, not with the
number of records.

  begrepp   [["malgrupp/uvas", label]]         values that some insats has
  fraser    {phrase: "3 17~"}                  which begrepp a phrase means; ~ is half weight
  ord       "arbetsträning autism …"           further words, for spelling and compounds
  stopp, nod, svar, kommuner, aldrar           stop words, distress, answers, filters
"""

import json
import re
from collections import Counter
from typing import Any

from katalog.catalog import LISTINGS, Catalog
from katalog.fold import fold
from katalog.search_codes import age_code, names
from katalog.swedish import sort_key
from katalog.thesaurus import HALF, Thesaurus

MAX_WORDS = 1500
LEAST_LETTERS = 4
WORD = re.compile(r"[^\W\d_]+")


def search_words(catalog: Catalog, thesaurus: Thesaurus) -> dict[str, Any]:
    """Return what ord.json holds."""
    concepts = [(listing.slug, value) for listing in LISTINGS if listing.slug != "kommun"
                for value in catalog.lists[listing.slug]]
    place = {concept: number for number, concept in enumerate(concepts)}
    label = {listing.slug: catalog.vocabularies[listing.vocabulary].label for listing in LISTINGS}
    phrases = {}
    for phrase, targets in sorted(thesaurus.phrases.items()):
        meanings = [f"{place[target]}{'~' if weight == HALF else ''}"
                    for target, weight in targets.items() if target in place]
        if meanings:
            phrases[thesaurus.written[phrase]] = " ".join(meanings)
    return {
        "begrepp": [[f"{kind}/{value}", label[kind](value)] for kind, value in concepts],
        "fraser": phrases,
        "ord": " ".join(word for word in _words(catalog, thesaurus) if word not in phrases),
        "stopp": " ".join(sorted(thesaurus.stop_words)),
        "nod": list(thesaurus.distress),
        "svar": [{**answer, "ord": [fold(word) for word in answer["ord"]]}
                 for answer in thesaurus.answers],
        "kommuner": _kommuner(catalog),
        "aldrar": _ages(catalog),
    }


def as_json(words: dict[str, Any]) -> str:
    """Return the file's text, the same for the same input."""
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n"


def _words(catalog: Catalog, thesaurus: Thesaurus) -> list[str]:
    """Return the guide's words: those of the thesaurus and names first, then the commonest of
    the texts, as many as fit."""
    first: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for post in catalog.posts.values():
        first.update(_split(" ".join(names(post.data))))
        rest.update(set(_split(f"{post.data['sammanfattning']} {post.data.get('malgrupp_text')}")))
    for values in catalog.vocabularies.values():
        if values.name not in ("kommun", "livscykel", "intag", "form"):
            for value in values.values.values():
                first.update(_split(f"{value['title']} {' '.join(value.get('synonymer', []))}"))
    common = [word for word in _ranked(rest) if word not in first and rest[word] > 1]
    ranked = [*_ranked(first), *common]
    stop = thesaurus.stop_words
    return [word for word in ranked if fold(word) not in stop][:MAX_WORDS]


def _split(text: str) -> list[str]:
    return [word for word in WORD.findall(text.lower()) if len(word) >= LEAST_LETTERS]


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))


def _kommuner(catalog: Catalog) -> list[list[Any]]:
    """Return [id, name, switchboard or None, site or None] of the guide's kommuner."""
    homes = {entry["kommun"]: entry
             for entry in catalog.vocabularies["organisation"].values.values()
             if "kommun" in entry}
    label = catalog.vocabularies["kommun"].label
    rows = [[kommun, label(kommun), homes.get(kommun, {}).get("telefon"),
             homes.get(kommun, {}).get("webb")] for kommun in catalog.lists["kommun"]]
    return sorted(rows, key=lambda row: sort_key(row[1]))


def _ages(catalog: Catalog) -> list[str]:
    """Return every range of ages that some insats has, as in the codes: '16t29'."""
    ages = [post.data.get("villkor", {}).get("alder") for post in catalog.posts.values()]
    return sorted({age_code(age) for age in ages if isinstance(age, dict)})
