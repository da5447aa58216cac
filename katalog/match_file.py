"""What the browser matches and filters with.

Comes in: the Catalog, the criteria, the postal codes. Goes out:
  passar/insatser.json   the criteria, the words, and the facts of every insats, a column each
  passar/text/<n>.json   {id: {text, plats, kontrollera, kontakt, sag, datum}}, a hundred at a time;
                         on pages in other languages `sv` tells that the text is Swedish
  passar/postnummer.json {kommun: "14100 14104-14108"}
theme/static/js/passar/data.js reads them. A fact is null (unknown), "*" (makes no difference),
"~" (stated in words only), or a list of places in the words of its criterion; an age is [from, to].
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from katalog import table
from katalog.catalog import Catalog, Data, Post
from katalog.contact_text import contact_lines
from katalog.criteria import Criteria, Criterion
from katalog.facts import Stated, facts
from katalog.matching import Facts
from katalog.postcodes import postcodes
from katalog.say import say
from katalog.sources import confirmed, newest_fact, newest_source, source_text
from katalog.translations import own_words

FOLDER = "passar"
CHUNK = 100  # insatser in a file of texts
USED_ONLY = ("kommun", "metod")  # vocabularies too long to be sent whole

Words = dict[str, dict[str, str]]


def write_match_files(output: Path, catalog: Catalog) -> None:
    """Write every file of the folder."""
    folder = output / FOLDER
    (folder / "text").mkdir(parents=True)
    data = match_data(catalog)
    _write(folder / "insatser.json", data)
    _write(folder / "postnummer.json", postcodes(kommun for kommun, _ in data["ord"]["kommun"]))
    for number, texts in enumerate(text_chunks(catalog)):
        _write(folder / "text" / f"{number}.json", texts)


def match_data(catalog: Catalog) -> Data:
    """Return what insatser.json holds."""
    criteria = catalog.criteria
    stated = {post.id: facts(post.data) for post in catalog.posts.values()}
    words = _words(catalog, criteria, stated)
    short = {each["id"]: _short(each, catalog) for each in criteria.all.values()}
    places = {name: {value: place for place, value in enumerate(labels)}
              for name, labels in words.items()}
    posts = catalog.posts.values()
    owners = places["huvudman"]
    columns: Data = {
        "id": [post.id for post in posts],
        "namn": [own_words(post.data, catalog.language)["namn"] for post in posts],
        "andra": [" · ".join(post.data.get("andra_namn", [])) for post in posts],
        "omrade": [post.data.get("omrade", "") for post in posts],
        "egen": [post.badge for post in posts],
        "till": [post.planned_end for post in posts],
        "faktadag": [newest_fact(post.data) for post in posts],
        "avstamd": [max(confirmed(post.data), default="") for post in posts],
        "huvudman": [[owners[name] for name in table.owner(post.data)] for post in posts],
    }
    if not catalog.language.is_swedish:  # what is to be marked as Swedish
        columns["sv"] = [own_words(post.data, catalog.language)["namn"] == post.name
                         for post in posts]
    for each in criteria.all.values():
        columns[each["id"]] = [_coded(each, stated[post.id][each["id"]], places)
                               for post in posts]
    return {"kriterier": list(criteria.all.values()), "filter": criteria.filters,
            "om_person": criteria.personal, "alder_i_ord": criteria.age_words,
            "utan_samtal": criteria.no_call,
            "korta_ord": {name: labels for name, labels in short.items() if labels},
            "handlaggare": table.CASEWORKERS,
            "ord": {name: list(map(list, labels.items())) for name, labels in words.items()},
            "i_varje_textfil": CHUNK, "kolumner": columns}


def text_chunks(catalog: Catalog) -> Iterator[dict[str, Data]]:
    """Yield {id: texts}, as many at a time as one file holds, in the order of the columns."""
    posts = list(catalog.posts.values())
    for start in range(0, len(posts), CHUNK):
        yield {post.id: _texts(post, catalog) for post in posts[start:start + CHUNK]}


def _texts(post: Post, catalog: Catalog) -> Data:
    own = own_words(post.data, catalog.language)
    return {"text": own["sammanfattning"],
            **({} if own["egen"] or catalog.language.is_swedish else {"sv": True}),
            "plats": post.kommun_text,
            "kontrollera": post.data.get("villkor", {}).get("ovriga_villkor", []),
            "kontakt": contact_lines(post, catalog),
            "sag": say(post, catalog.language),
            "datum": source_text(newest_source(post.data), catalog.language)}


def _words(catalog: Catalog, criteria: Criteria, stated: dict[str, Facts]) -> Words:
    """Return {criterion: {value: label}}, values in the order they are shown, and the owners."""
    found = {each["id"]: _labels(each, catalog, stated) for each in criteria.all.values()
             if each["slag"] == "mangd"}
    organisation = catalog.vocabularies["organisation"]
    owners = {name for post in catalog.posts.values() for name in table.owner(post.data)}
    found["huvudman"] = {name: organisation.label(name)
                         for name in organisation.values if name in owners}
    return found


def _labels(criterion: Criterion, catalog: Catalog, stated: dict[str, Facts]) -> dict[str, str]:
    if "varden" in criterion:
        return criterion["varden"]
    name = criterion["vokabular"]
    field = criterion.get("etikett", "title")
    values = catalog.vocabularies[name].values
    if name == "kommun":
        order = catalog.language.sort_key
        values = dict(sorted(values.items(), key=lambda item: order(item[1]["title"])))
    if name in USED_ONLY:
        demanded = [each[criterion["id"]] or [] for each in stated.values()]
        used = set(catalog.lists[name]).union(*demanded)  # a demand may go beyond every list
        return {const: value[field] for const, value in values.items() if const in used}
    return {const: value[field] for const, value in values.items() if const != "alla"}


def _short(criterion: Criterion, catalog: Catalog) -> dict[str, str]:
    """Return the words that are shorter in a table than elsewhere."""
    if "varden" in criterion or criterion["slag"] == "spann":
        return {}
    values = catalog.vocabularies[criterion["vokabular"]].values
    return {const: table.short(value) for const, value in values.items()
            if table.short(value) != value["title"]}


def _coded(criterion: Criterion, stated: Stated, places: dict[str, dict[str, int]]) -> Any:
    if not isinstance(stated, list) or criterion["slag"] == "spann":
        return stated
    own = places[criterion["id"]]
    return [own[value] for value in stated]


def _write(path: Path, contents: Any) -> None:
    text = json.dumps(contents, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
