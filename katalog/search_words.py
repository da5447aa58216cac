"""The search page's words, in one small file.

Comes in: the Catalog and the Thesaurus. Goes out: the contents of output/sok/ord.json, read by
theme/static/js/sok/ord.js. Its size is bounded: it grows with the vocabularies, not with the
number of records.

  begrepp   [["malgrupp/uvas", label]]         values that some insats has
  fraser    {"3 17~": "phrase|phrase"}         which begrepp phrases mean; ~ is half weight
  ord       "grenverket tungelsta …"           words beside those of the phrases, for spelling
  stopp, nod, svar, kommuner, aldrar           stop words, distress, answers, filters
"""

import json
import re
from collections import Counter, defaultdict
from typing import Any

from katalog.catalog import LISTINGS, Catalog
from katalog.fold import fold
from katalog.search_codes import age_code, names
from katalog.thesaurus import HALF, Thesaurus, answers_in

MAX_WORDS = 500
BETWEEN = "|"  # phrases of one meaning; no phrase holds it
LEAST_LETTERS = 4
WORD = re.compile(r"[^\W\d_]+")


def search_words(catalog: Catalog, thesaurus: Thesaurus) -> dict[str, Any]:
    """Return what ord.json holds."""
    concepts = [(listing.slug, value) for listing in LISTINGS if listing.slug != "kommun"
                for value in catalog.lists[listing.slug]]
    place = {concept: number for number, concept in enumerate(concepts)}
    label = {listing.slug: catalog.vocabularies[listing.vocabulary].label for listing in LISTINGS}
    phrases: dict[str, list[str]] = defaultdict(list)
    for phrase, targets in sorted(thesaurus.phrases.items()):
        meanings = [f"{place[target]}{'~' if weight == HALF else ''}"
                    for target, weight in targets.items() if target in place]
        if meanings:
            phrases[" ".join(meanings)].append(thesaurus.written[phrase])
    joined = {meaning: BETWEEN.join(same) for meaning, same in phrases.items()}
    said = set(_split(" ".join(joined.values())))
    return {
        "begrepp": [[f"{kind}/{value}", label[kind](value)] for kind, value in concepts],
        "fraser": joined,
        "ord": " ".join(_further_words(catalog, said, thesaurus)),
        "stopp": " ".join(sorted(thesaurus.stop_words)),
        "nod": list(thesaurus.distress),
        "svar": [{**answer, "ord": [fold(word) for word in answer["ord"]]}
                 for answer in answers_in(catalog.language)],
        "kommuner": _kommuner(catalog),
        "aldrar": _ages(catalog),
    }


def as_json(words: dict[str, Any]) -> str:
    """Return the file's text, the same for the same input."""
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n"


def _further_words(catalog: Catalog, said: set[str], thesaurus: Thesaurus) -> list[str]:
    """Return the guide's words that no phrase has said: names first, then the words that more
    than one text has, the commonest first, as many as fit."""
    in_names: Counter[str] = Counter()
    in_texts: Counter[str] = Counter()
    for post in catalog.posts.values():
        in_names.update(_split(" ".join(names(post.data))))
        text = f"{post.data['sammanfattning']} {post.data.get('malgrupp_text', '')}"
        in_texts.update(set(_split(text)))
    common = [word for word in _ranked(in_texts) if in_texts[word] > 1]
    ranked = dict.fromkeys([*_ranked(in_names), *common])
    wanted = [word for word in ranked
              if word not in said and fold(word) not in thesaurus.stop_words]
    return wanted[:MAX_WORDS]


def _split(text: str) -> list[str]:
    return [word for word in WORD.findall(text.lower()) if len(word) >= LEAST_LETTERS]


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))


def _kommuner(catalog: Catalog) -> list[list[Any]]:
    """Return [name, switchboard, site, id] of the guide's kommuner, in order of names. What is
    unknown at the end of a row is left out, as is an id that is the folded name."""
    label = catalog.vocabularies["kommun"].label
    rows = []
    order = catalog.language.sort_key
    for kommun in sorted(catalog.lists["kommun"], key=lambda each: order(label(each))):
        home = catalog.homes.get(kommun, {})
        plain = fold(label(kommun)).replace(" ", "-") == kommun
        row = [label(kommun), home.get("telefon"), home.get("webb"), None if plain else kommun]
        while row[-1] is None:
            row.pop()
        rows.append(row)
    return rows


def _ages(catalog: Catalog) -> list[str]:
    """Return every range of ages that some insats has, as in the codes: '16t29'."""
    ages = [post.data.get("villkor", {}).get("alder") for post in catalog.posts.values()]
    return sorted({age_code(age) for age in ages if isinstance(age, dict)})
