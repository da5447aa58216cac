"""Pages for those who meet others and send them on: what each role may do, and where.

Comes in: the Catalog, with the roles of schema/vokabular/lots.json. Goes out: the variables of
theme/templates/for.html and for-start.html. Where nobody has said who may make contact, that is
said: unknown is never "no".
"""

from typing import Any

from katalog.catalog import STAGES, Catalog, Post
from katalog.contacts import switchboards, ways_and_contacts
from katalog.languages import Language
from katalog.paging import whole
from katalog.schema import filled
from katalog.sources import source_text
from katalog.status import NOW, OVER, PERHAPS, who_may_apply
from katalog.vocabularies import load_vocabularies

Data = dict[str, Any]
MANY = 12  # kommuner; in a guide of more a role's page leads to the lists of its insatser
NOBODY_ASKS = {"individ", "uppsokande"}  # ways in of no one who works with others


def roles(catalog: Catalog) -> list[Data]:
    """Return the roles, in the order shown."""
    return list(catalog.vocabularies["lots"].values.values())


def index_variables(catalog: Catalog) -> Data:
    """Return the roles, and the ways in that have a list but no role's page."""
    covered = {vem for role in roles(catalog) if "visar_alla" not in role for vem in role["vem"]}
    others = [vem for vem in catalog.lists["vag-in"] if vem not in covered | NOBODY_ASKS]
    return {"vokabular": catalog.vocabularies["lots"], "roller": roles(catalog), "andra": others}


def role_variables(role: Data, catalog: Catalog) -> Data:
    """Return what a role may do, by kommun and by what is there now. In a large guide that would be
    too much for a page: then it says how much there is, and where."""
    posts = [post for post in catalog.posts.values() if _concerns(role, post)]
    living = {post.id: post for post in posts if post.stage != OVER}
    kommuner = _kommuner(catalog)
    is_large = len(kommuner) > MANY
    silent = [] if "visar_alla" in role else _silent(role, catalog)
    return {
        "roll": role,
        "sag_pa_svenska": load_vocabularies()["lots"].values[role["const"]].get("sag", ""),
        "antal": {stage: sum(post.stage == stage for post in posts) for stage in STAGES},
        "fore": [post for post in silent if post.id in role["vem"]],
        "grupper": [] if is_large else _groups(role, living, silent, kommuner, catalog),
        "kommunsidor": kommuner if is_large else [],
        "vaglistor": [vem for vem in role["vem"] if vem in catalog.lists["vag-in"]],
    }


def _concerns(role: Data, post: Post) -> bool:
    """Say whether the role may make contact, or guides everybody who asks."""
    if "visar_alla" in role:
        return post.self_referral != "samverkan" or bool(post.data["vagar_in"])
    return not who_may_apply(post.data).isdisjoint(role["vem"])


def _kommuner(catalog: Catalog) -> list[str]:
    label, order = catalog.vocabularies["kommun"].label, catalog.language.sort_key
    return sorted(catalog.lists["kommun"], key=lambda kommun: order(label(kommun)))


def _groups(
    role: Data, living: dict[str, Post], silent: list[Post], kommuner: list[str], catalog: Catalog
) -> list[Data]:
    """Return a group for each kommun, then one of what is in none of them."""
    facts = {post.id: ways_and_contacts(filled(post.data)) for post in living.values()}
    groups, placed = [], set()
    for kommun in kommuner:
        here = {post.id: post for post in catalog.lists["kommun"][kommun]}
        rows = [_row(role, post, *facts[name], kommun, catalog)
                for name, post in here.items() if name in living]
        rows = [row for row in rows if row["vagar"] or "visar_alla" in role]
        quiet = [post for post in silent if post.id in here]
        placed |= {row["post"].id for row in rows} | {post.id for post in quiet}
        groups.append(_group(kommun, rows, quiet, catalog))
    rest = [_row(role, post, *facts[post.id], "", catalog)
            for post in living.values() if post.id not in placed]
    left = [post for post in silent if post.id not in placed]
    return groups + ([_group("", rest, left, catalog)] if rest or left else [])


def _group(kommun: str, rows: list[Data], silent: list[Post], catalog: Catalog) -> Data:
    return {
        "id": kommun or "ovriga",
        "kommun": kommun,
        "vaxlar": switchboards({"kommuner": [kommun]}, catalog),
        "lagen": {part.heading: part for part in whole(
            [(stage, [row for row in rows if row["post"].stage == stage]) for stage in STAGES])},
        "tysta": silent,
    }


def _row(
    role: Data, post: Post, ways: list[Data], contacts: list[Data], kommun: str, catalog: Catalog
) -> Data:
    """Return an insats in a kommun ('' is any): the role's ways there, and whom to ring."""
    own = [contact for contact in contacts if _holds_in(kommun, contact)]
    here = {**post.data, "kommuner": [kommun]} if kommun else post.data
    own_ways = [{**way, "kalldatum": _way_date(post.data, way, catalog.language)} for way in ways
                 if way["vem"] in role["vem"] and _holds_in(kommun, way)]
    return {
        "post": post,
        "vagar": own_ways,
        "hur_okant": not any(set(way["hur"]) - {"via-handlaggare"} for way in own_ways),
        "soker_upp": any(way["vem"] == "uppsokande" for way in ways),
        "kontakt": own[0] if own and post.stage == NOW else None,
        "gamla_nummer": bool(own) and post.stage == PERHAPS,
        "fraga_kommunen": bool(switchboards(here, catalog)),
    }


def _holds_in(kommun: str, item: Data) -> bool:
    """Say whether a way or a contact holds in a kommun; one without kommuner holds in all."""
    limits = item["kommuner"] or ["alla"]
    return not kommun or kommun in limits or "alla" in limits


def _way_date(data: Data, way: Data, language: Language) -> str:
    """Return in words the date of the newest source that a way in rests on."""
    sources = [source for source in data["kallor"] if source["id"] in way["kalla"]]
    return source_text(max(sources, key=lambda source: source["datum"]), language)


def _silent(role: Data, catalog: Catalog) -> list[Post]:
    """Return what one could take part in, where no source says who may make contact. First what
    is itself a way in of the role: KAA for the school."""
    found = [post for post in catalog.posts.values()
             if post.stage != OVER and post.data["inriktning"] == "individinriktad"
             and not post.data.get("endast_handlaggare")
             and who_may_apply(post.data) <= {"uppsokande"}]
    return sorted(found, key=lambda post: post.id not in role["vem"])
