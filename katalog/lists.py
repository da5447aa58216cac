"""The lists of the guide: what stands in each, under which headings, on which pages.

Comes in: the Catalog of a language. Goes out: (address, template, variables), one a page of a list;
and every such address, for those who check that the page is there.
What one filters is always the whole list. So where it takes several pages each carries which posts
are in it, as their places in the columns of passar/insatser.json (theme/static/js/lista.js).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from katalog.catalog import LISTINGS, Catalog, Listing, Post, by_stage
from katalog.paging import Groups, Sheet, page_addresses, split

ALPHABET, SELF_REFERRAL = "a-o/", "egenanmalan/"
UNKNOWN = "okant"  # the heading of posts that state nothing

Data = dict[str, Any]
Places = dict[str, int]  # {id: place among all posts}


def list_pages(catalog: Catalog) -> Iterator[tuple[str, str, Data]]:
    """Yield every page of every list."""
    places = {name: place for place, name in enumerate(catalog.posts)}
    yield from _alphabet_pages(catalog, places)
    yield from _self_referral_pages(catalog, places)
    for listing in LISTINGS:
        for value in catalog.lists[listing.slug]:
            yield from _listing_pages(listing, value, catalog, places)


def list_addresses(catalog: Catalog) -> Iterator[str]:
    """Yield the address of every page of every list."""
    yield from page_addresses(ALPHABET, len(catalog.posts))
    yield from page_addresses(SELF_REFERRAL, sum(
        len(posts) for _, posts in _self_referral(catalog)))
    for slug, lists in catalog.lists.items():
        for value, posts in lists.items():
            yield from page_addresses(f"{slug}/{value}/", len(posts) + len(catalog.unknown[slug]))


def by_label(slug: str, catalog: Catalog) -> list[str]:
    """Return the values of a listing in order of their labels."""
    label = catalog.vocabularies[slug].label
    return sorted(catalog.lists[slug], key=lambda value: catalog.language.sort_key(label(value)))


def runs(places: Iterable[int]) -> str:
    """Return places, from 0, as how many to skip and how many to take by turns: 3, 4 and 9 are
    '3 2 4 1'. Half the posts of a guide of 10,000 take two kilobytes, compressed."""
    found: list[int] = []
    end = 0
    for place in sorted(set(places)):
        if found and place == end:
            found[-1] += 1
        else:
            found += [place - end, 1]
        end = place + 1
    return " ".join(map(str, found))


def _members(sheets: list[Sheet], groups: Groups, places: Places) -> str:
    """Return which posts are in a list; '' when one page holds them all."""
    if len(sheets) == 1:
        return ""
    return runs(places[post.id] for _, posts in groups for post in posts)


def _begins(sheets: list[Sheet]) -> dict[Any, str]:
    """Return {heading: the address where it begins}; of a heading in two levels, the upper."""
    found: dict[Any, str] = {}
    for sheet in sheets:
        for part in sheet.parts:
            found.setdefault(_upper(part.heading), sheet.address)
    return found


def _upper(heading: Any) -> Any:
    return heading[0] if isinstance(heading, tuple) else heading


def _listing_pages(listing: Listing, value: str, catalog: Catalog, places: Places,
                   ) -> Iterator[tuple[str, str, Data]]:  # fmt: skip
    vocabulary, posts = catalog.vocabularies[listing.vocabulary], catalog.lists[listing.slug][value]
    groups = [*by_stage(posts).items(), (UNKNOWN, catalog.unknown[listing.slug])]
    sheets = split(f"{listing.slug}/{value}/", groups)
    shared = {
        "vokabular": vocabulary,
        "lista_slug": listing.slug,
        "varde": vocabulary.values[value],
        "antal": len(posts),
        "platser": _members(sheets, groups, places),
        "hemma": catalog.homes.get(value) if listing.slug == "kommun" else None,
    }
    elsewhere = _elsewhere(posts, catalog) if listing.slug == "vag-in" else []
    for sheet in sheets:
        yield sheet.address, "lista", {
            **shared, "sidan": sheet, "grupper": {part.heading: part for part in sheet.parts},
            "andra_kommuner": elsewhere if sheet.is_last else []}


def _elsewhere(posts: list[Post], catalog: Catalog) -> list[str]:
    """Return the guide's kommuner that none of the posts is for."""
    here = {kommun for post in posts for kommun in post.data["kommuner"]}
    return [] if "alla" in here else [
        kommun for kommun in by_label("kommun", catalog) if kommun not in here]


def _alphabet_pages(catalog: Catalog, places: Places) -> Iterator[tuple[str, str, Data]]:
    groups = _alphabet(catalog)
    sheets = split(ALPHABET, groups)
    members, begins = _members(sheets, groups, places), _begins(sheets)
    for sheet in sheets:
        yield sheet.address, "a-o", {"sidan": sheet, "platser": members, "borjar": begins}


def _alphabet(catalog: Catalog) -> Groups:
    """Return [(letter, posts)]. Letters that sort alike, as Ä and Æ do, may take turns."""
    found: dict[str, list[Post]] = {}
    for post in catalog.posts.values():
        found.setdefault(catalog.language.first_letter(post.name), []).append(post)
    return list(found.items())


def _self_referral_pages(catalog: Catalog, places: Places) -> Iterator[tuple[str, str, Data]]:
    groups = _self_referral(catalog)
    sheets = split(SELF_REFERRAL, groups)
    members, begins = _members(sheets, groups, places), _begins(sheets)
    for sheet in sheets:
        kommuner: dict[str, Data] = {}
        for part in sheet.parts:
            kommun, stage = part.heading
            kommuner.setdefault(kommun, {})[stage] = part
        yield sheet.address, "egenanmalan", {
            "sidan": sheet, "platser": members, "kommuner": kommuner, "borjar": begins}


def _self_referral(catalog: Catalog) -> Groups:
    """Return [((kommun, stage), posts)] of what one may apply to oneself; last, under '', what is
    in no kommun that is known."""
    placed: set[str] = set()
    found = []
    for kommun in by_label("kommun", catalog):
        posts = [post for post in catalog.lists["kommun"][kommun] if _open_in(kommun, post)]
        placed |= {post.id for post in posts}
        found.append((kommun, posts))
    rest = [post for post in catalog.posts.values()
            if post.self_referral == "ja" and post.id not in placed]
    return [((kommun, stage), own) for kommun, posts in [*found, ("", rest)]
            for stage, own in by_stage(posts).items() if own]


def _open_in(kommun: str, post: Post) -> bool:
    """Say whether a resident of a kommun may apply: a way in may be for some kommuner only."""
    ways = [way for way in post.data["vagar_in"] if way["vem"] == "individ"]
    return post.self_referral == "ja" and any(
        kommun in (way.get("kommuner") or [kommun]) for way in ways)
