"""The facts of one insats, in the order its page answers.

Comes in: a Post and the Catalog. Goes out: the variables of theme/templates/insats.html.
What the record does not state comes out as None or in `okanda`, never as a "no".
"""

from typing import Any

from katalog.catalog import Catalog, Post
from katalog.contacts import switchboards, ways_and_contacts
from katalog.criteria import Criteria
from katalog.facts import contact_ways
from katalog.how_to_apply import how_to_apply
from katalog.say import say
from katalog.schema import filled
from katalog.search_codes import codes, searchable_names
from katalog.sources import confirmed, newest_fact, newest_source
from katalog.status import NOW
from katalog.terms import terms
from katalog.translations import own_words, translations

Data = dict[str, Any]
ROLE_ORDER = ("insatsagare", "projektagare", "administrativ-agare", "utforare", "finansiar",
              "medfinansiar", "samverkanspart")  # fmt: skip


def insats_variables(post: Post, catalog: Catalog) -> Data:
    """Return all that the template needs besides the record itself."""
    known, unknown = terms(post.data, catalog)
    data = filled(post.data)
    ways, contacts = ways_and_contacts(data)
    return {
        "post": post,
        "data": data,
        "villkor": known,
        "okanda": unknown,
        "egna_vagar": [way for way in ways if way["vem"] == "individ"],
        "andra_vagar": [way for way in ways if way["vem"] != "individ"],
        "utan_samtal": _without_call(post.data, catalog.criteria),
        "kontakter": contacts,
        "kontakter_forst": post.stage == NOW,
        "vaxlar": switchboards(post.data, catalog),
        "sag": say(post, catalog.language),
        "organisationer": _roles(data),
        "blev": _posts(post, "efterfoljare", catalog),
        "har": [kommun for kommun in data["kommuner"] if kommun in catalog.lists["kommun"]],
        "kom_ur": _posts(post, "foregangare", catalog),
        "del_av": _posts(post, "del_av", catalog),
        "delar_av": catalog.parts.get(post.id, []),
        "kallor": {source["id"]: source for source in data["kallor"]},
        "resultatkallor": list(dict.fromkeys(
            name for figure in post.data.get("resultat", []) for name in figure["kalla"])),
        "faktadag": newest_fact(post.data),
        "egna": own_words(post.data, catalog.language),
        "oversatt": translations(post.data, catalog.vocabularies["sprak"]),
        "gor_sa": how_to_apply(post, catalog),
        "koder": codes(post, catalog),
        "soknamn": searchable_names(post.data),
        "nyaste_kalla": newest_source(post.data)["id"],
        "avstamd": max(confirmed(post.data), default=""),
    }


def _without_call(data: Data, criteria: Criteria) -> list[str] | None:
    """Return the ways of contact that need no call; None when no way of contact is known."""
    known = contact_ways(data)
    return [how for how in known if how in criteria.no_call] if known else None


def _roles(data: Data) -> list[Data]:
    """Return the organisations in reading order: owner first, partners last."""
    return sorted(data["organisationer"] or [],
                  key=lambda item: min(ROLE_ORDER.index(role) for role in item["roll"]))


def relatives(post: Post, catalog: Catalog) -> list[Post]:
    """Return the other posts that a page shows something of."""
    return [*_posts(post, "efterfoljare", catalog), *_posts(post, "foregangare", catalog),
            *_posts(post, "del_av", catalog), *catalog.parts.get(post.id, [])]


def _posts(post: Post, field: str, catalog: Catalog) -> list[Post]:
    return [catalog.posts[name] for name in post.data.get(field, [])]
