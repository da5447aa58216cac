"""The facts of one insats, in the order its page answers.

Comes in: a Post and the Catalog. Goes out: the variables of theme/templates/insats.html.
What the record does not state comes out as None or in `okanda`, never as a "no".
"""

from typing import Any

from katalog import match_text, swedish
from katalog.catalog import Catalog, Post
from katalog.criteria import load_criteria
from katalog.facts import ANY, IN_WORDS, contact_ways, facts
from katalog.say import say
from katalog.schema import filled
from katalog.search_codes import codes, searchable_names
from katalog.status import NOW
from katalog.translations import translations
from katalog.vocabularies import Vocabulary

Data = dict[str, Any]
MANY_KOMMUNER = 12
ROLE_ORDER = ("insatsagare", "projektagare", "administrativ-agare", "utforare", "finansiar",
              "medfinansiar", "samverkanspart")  # fmt: skip


def insats_variables(post: Post, catalog: Catalog) -> Data:
    """Return all that the template needs besides the record itself."""
    terms, unknown = _terms(post.data, catalog)
    data = filled(post.data)
    ways, contacts = ways_and_contacts(post.data)
    return {
        "post": post,
        "data": data,
        "villkor": terms,
        "okanda": unknown,
        "egna_vagar": [way for way in ways if way["vem"] == "individ"],
        "andra_vagar": [way for way in ways if way["vem"] != "individ"],
        "utan_samtal": _without_call(post.data),
        "kontakter": contacts,
        "kontakter_forst": post.stage == NOW,
        "vaxlar": switchboards(post.data, catalog),
        "sag": say(post),
        "organisationer": _roles(data),
        "blev": _posts(post, "efterfoljare", catalog),
        "kom_ur": _posts(post, "foregangare", catalog),
        "del_av": _posts(post, "del_av", catalog),
        "delar_av": catalog.parts.get(post.id, []),
        "kallor": {source["id"]: source for source in data["kallor"]},
        "resultatkallor": list(dict.fromkeys(
            name for figure in post.data.get("resultat", []) for name in figure["kalla"])),
        "faktadag": newest_fact(post.data),
        "oversatt": translations(
            post.data, newest_fact(post.data), catalog.vocabularies["sprak"]),
        "koder": codes(post, catalog),
        "soknamn": searchable_names(post.data),
        "nyaste_kalla": max(data["kallor"], key=lambda source: source["datum"])["id"],
        "avstamd": max(confirmed(post.data), default=""),
    }


def newest_fact(data: Data) -> str:
    """Return the newest date (as precise as known) that anything in the record rests on."""
    return max([source["datum"] for source in data["kallor"]] + confirmed(data))


def confirmed(data: Data) -> list[str]:
    """Return the days when something in the record was confirmed with the service."""
    holders = [data.get("villkor", {}), *data.get("belagg", {}).values()]
    for part in ("vagar_in", "kontakter", "resultat"):
        holders += data.get(part, [])
    return [holder["kontrollerad"] for holder in holders if "kontrollerad" in holder]


def source_text(source: Data) -> str:
    """Return the date of a source in words: 'augusti 2017'."""
    return source["datum_text"] or swedish.date_text(source["datum"])


def newest_source_text(data: Data) -> str:
    """Return the date of the newest source in words: 'årsskiftet 2025/26'."""
    return source_text(max(filled(data)["kallor"], key=lambda source: source["datum"]))


def age_text(data: Data) -> str | None:
    """Return '16–29 år', '18 år eller äldre', 'Upp till 35 år', 'Alla åldrar' or None."""
    stated = facts(data)["alder"]
    if isinstance(stated, list):
        return swedish.upper_first(match_text.age_text(stated, load_criteria()))
    return _in_short("alder", data)


def _in_short(name: str, data: Data) -> str | None:
    """Return what is demanded in a word or two, None when that is not known or is a list."""
    stated, words = facts(data)[name], load_criteria().all[name]["ruta"]
    if stated == ANY:
        return words["alla"]
    return words.get(stated[0]) if isinstance(stated, list) else None


def _terms(data: Data, catalog: Catalog) -> tuple[list[tuple[str, str]], list[str]]:
    """Return ([(heading, answer)], [what nobody knows whether it is asked for])."""
    terms = data.get("villkor", {})
    words = catalog.vocabularies
    place = _choice(terms.get("kommuner"), words["kommun"], "{}", _in_short("kommun", data))
    group = _choice(terms.get("malgrupp"), words["malgrupp"], "{}", "")
    income = _choice(terms.get("forsorjning"), words["forsorjning"], "{}",
                     _in_short("forsorjning", data))
    rows = (
        ("Ålder", "ålder", age_text(data)),
        ("Du bor i", "var du bor", place),
        ("Situation", "", group),
        ("Ersättning", "viss ersättning", income),
        ("Inskriven på Arbetsförmedlingen", "att du är inskriven på Arbetsförmedlingen",
         _in_short("inskriven_af", data)),
        ("Diagnos", "diagnos", _in_short("diagnos", data)),
        ("Beslut från en myndighet", "beslut från en myndighet",
         _in_short("beslut_kravs", data)),
        ("Språk", "", _choice(data.get("sprak"), words["sprak"], "Personalen talar {}", "")),
    )  # fmt: skip
    known = [(heading, text) for heading, _, text in rows if text]
    answered = _answered_elsewhere(data)
    return known, [name for _, name, text in rows if name and not text and name not in answered]


def _answered_elsewhere(data: Data) -> set[str]:
    """Return what the page already says in other words, so that it is not called unknown too."""
    answered = {"var du bor"} if data["kommuner"] else set()
    if facts(data)["alder"] == IN_WORDS:
        answered.add("ålder")
    if data.get("villkor", {}).get("malgrupp"):
        answered.add("diagnos")
    return answered


def _choice(values: list[str] | None, words: Vocabulary, text: str, everybody: str) -> str | None:
    if not values:
        return None
    if "alla" in values:
        return everybody
    labels = [words.label(value) for value in values]
    if words.name != "kommun":
        labels[1:] = [swedish.lower_first(label) for label in labels[1:]]
    return text.format(swedish.and_list(labels, "eller"))


def ways_and_contacts(raw: Data) -> tuple[list[Data], list[Data]]:
    """Return (ways in with their contacts in place of contact ids, all contacts), each with None
    for what the record leaves out."""
    data = filled(raw)
    contacts = {contact["id"]: _contact(data, contact) for contact in data["kontakter"] or []}
    ways = [{**way, "kontakter": [contacts[name] for name in way["kontakt"] or []]}
            for way in data["vagar_in"]]
    return ways, list(contacts.values())


def _without_call(data: Data) -> list[str] | None:
    """Return the ways of contact that need no call; None when no way of contact is known."""
    known = contact_ways(data)
    quiet = load_criteria().no_call
    return [how for how in known if how in quiet] if known else None


def _contact(data: Data, contact: Data) -> Data:
    """Return a contact with its first source, for "where did this number come from"."""
    sources = {source["id"]: source for source in data["kallor"]}
    return {**contact, "ursprung": sources[contact["kalla"][0]]}


def switchboards(data: Data, catalog: Catalog) -> list[Data]:
    """Return the municipal organisations of the record's kommuner: a number or a site each. None
    when the organisations are known and no kommun is among them: a kommun could not help."""
    organisations = catalog.vocabularies["organisation"].values
    involved = [organisations[item["organisation"]] for item in data.get("organisationer", [])]
    if involved and not any(entry.get("typ") == "kommun" for entry in involved):
        return []
    here = data["kommuner"]
    if "alla" in here:  # everywhere, so wherever the guide is, unless that is too many to list
        here = catalog.lists["kommun"] if len(catalog.lists["kommun"]) <= MANY_KOMMUNER else []
    return [entry for entry in organisations.values() if entry.get("kommun") in here]


def _roles(data: Data) -> list[Data]:
    """Return the organisations in reading order: owner first, partners last."""
    return sorted(data["organisationer"] or [],
                  key=lambda item: min(ROLE_ORDER.index(role) for role in item["roll"]))


def _posts(post: Post, field: str, catalog: Catalog) -> list[Post]:
    return [catalog.posts[name] for name in post.data.get(field, [])]
