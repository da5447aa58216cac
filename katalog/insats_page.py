"""The facts of one insats, in the order its page answers.

Comes in: a Post and the Catalog. Goes out: the variables of theme/templates/insats.html.
What the record does not state comes out as None or in `okanda`, never as a "no".
"""

from typing import Any

from katalog import swedish
from katalog.catalog import Catalog, Post
from katalog.schema import filled
from katalog.status import NOW
from katalog.vocabularies import Vocabulary

Data = dict[str, Any]
NO_CALL = ("epost", "formular", "besok")
ROLE_ORDER = ("insatsagare", "projektagare", "administrativ-agare", "utforare", "finansiar",
              "medfinansiar", "samverkanspart")  # fmt: skip


def insats_variables(post: Post, catalog: Catalog) -> Data:
    """Return all that the template needs besides the record itself."""
    terms, unknown = _terms(post.data.get("villkor", {}), catalog)
    data = filled(post.data)
    ways = _ways(data)
    return {
        "post": post,
        "data": data,
        "villkor": terms,
        "okanda": unknown,
        "egna_vagar": [way for way in ways if way["vem"] == "individ"],
        "andra_vagar": [way for way in ways if way["vem"] != "individ"],
        "utan_samtal": _without_call(ways),
        "kontakter": [_contact(data, contact) for contact in data["kontakter"] or []],
        "kontakter_forst": post.stage == NOW,
        "vaxlar": _switchboards(post.data, catalog),
        "organisationer": _roles(data),
        "blev": _posts(post, "efterfoljare", catalog),
        "kom_ur": _posts(post, "foregangare", catalog),
        "del_av": _posts(post, "del_av", catalog),
        "delar_av": [other for other in catalog.posts.values()
                     if post.id in other.data.get("del_av", [])],
        "kallor": {source["id"]: source for source in data["kallor"]},
        "resultatkallor": list(dict.fromkeys(
            name for figure in post.data.get("resultat", []) for name in figure["kalla"])),
        "faktadag": newest_fact(post.data),
        "nyaste_kalla": max(data["kallor"], key=lambda source: source["datum"])["id"],
        "avstamd": max(_confirmed(post.data), default=""),
    }


def newest_fact(data: Data) -> str:
    """Return the newest date (as precise as known) that anything in the record rests on."""
    return max([source["datum"] for source in data["kallor"]] + _confirmed(data))


def _confirmed(data: Data) -> list[str]:
    """Return the days when something in the record was confirmed with the service."""
    holders = [data.get("villkor", {}), *data.get("belagg", {}).values()]
    for part in ("vagar_in", "kontakter", "resultat"):
        holders += data.get(part, [])
    return [holder["kontrollerad"] for holder in holders if "kontrollerad" in holder]


def source_text(source: Data) -> str:
    """Return the date of a source in words: 'augusti 2017'."""
    return source["datum_text"] or swedish.date_text(source["datum"])


def age_text(age: Any) -> str:
    """Return '16–29 år', '18 år eller äldre', 'Upp till 35 år' or 'Alla åldrar'."""
    if age == "alla":
        return "Alla åldrar"
    if "fran" in age and "till" in age:
        return f"{age['fran']}–{age['till']} år"
    return f"{age['fran']} år eller äldre" if "fran" in age else f"Upp till {age['till']} år"


def _terms(terms: Data, catalog: Catalog) -> tuple[list[tuple[str, str]], list[str]]:
    """Return ([(heading, answer)], [headings of what the source does not state])."""
    words = catalog.vocabularies
    stated = {
        "ålder": age_text(terms["alder"]) if "alder" in terms else None,
        "var du bor": _choice(terms.get("kommuner"), words["kommun"], "Du bor i {}",
                              "Det spelar ingen roll"),
        "vilken situation du är i": _choice(terms.get("malgrupp"), words["malgrupp"], "{}", ""),
        "vilken ersättning du har": _choice(terms.get("forsorjning"), words["forsorjning"], "{}",
                                            "Det spelar ingen roll"),
        "om du är inskriven på Arbetsförmedlingen": {
            "ja": "Du ska vara inskriven", "nej": "Du får inte vara inskriven",
            "alla": "Det spelar ingen roll"}.get(terms.get("inskriven_af")),
        "diagnos": {"ja": "Krävs", "nej": "Krävs inte"}.get(terms.get("diagnos")),
        "beslut från en myndighet": {"ja": "Krävs", "nej": "Krävs inte"}.get(
            terms.get("beslut_kravs")),
    }  # fmt: skip
    known = [(name[0].upper() + name[1:], text) for name, text in stated.items() if text]
    return known, [name for name, text in stated.items() if not text]


def _choice(values: list[str] | None, words: Vocabulary, text: str, everybody: str) -> str | None:
    if not values:
        return None
    if "alla" in values:
        return everybody
    return text.format(swedish.and_list([words.label(value) for value in values], "eller"))


def _ways(data: Data) -> list[Data]:
    """Return the ways in with their contacts in place of contact ids."""
    contacts = {contact["id"]: contact for contact in data["kontakter"] or []}
    return [{**way, "kontakter": [_contact(data, contacts[name])
                                  for name in way["kontakt"] or []]}
            for way in data["vagar_in"]]


def _without_call(ways: list[Data]) -> bool | None:
    """Can a resident make contact without a call? None when no way of contact is known."""
    known = {how for way in ways if way["vem"] in ("individ", "anhorig") for how in way["hur"]}
    return bool(known.intersection(NO_CALL)) if known else None


def _contact(data: Data, contact: Data) -> Data:
    """Return a contact with its first source, for "where did this number come from"."""
    sources = {source["id"]: source for source in data["kallor"]}
    return {**contact, "ursprung": sources[contact["kalla"][0]]}


def _switchboards(data: Data, catalog: Catalog) -> list[Data]:
    """Return the municipal organisations of the record's kommuner: a number or a site each."""
    return [entry for entry in catalog.vocabularies["organisation"].values.values()
            if entry.get("kommun") in data["kommuner"]]


def _roles(data: Data) -> list[Data]:
    """Return the organisations in reading order: owner first, partners last."""
    return sorted(data["organisationer"] or [],
                  key=lambda item: min(ROLE_ORDER.index(role) for role in item["roll"]))


def _posts(post: Post, field: str, catalog: Catalog) -> list[Post]:
    return [catalog.posts[name] for name in post.data.get(field, [])]
