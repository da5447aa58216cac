"""The codes of an insats in the search index: what it is, as words nobody types.

Comes in: a Post. Goes out: words like xqmalgruppuvaszq. They stand in the page's Pagefind
metadata, so that the browser can ask the index "which pages have this value?" without any data
of its own, whatever the number of records. theme/static/js/sok/motor.js writes them alike.
"""

from functools import cache

import phonenumbers

from katalog.catalog import LISTINGS, Catalog, Data, Post
from katalog.fold import fold, joined
from katalog.phone import REGION
from katalog.translations import told_in

WIDE = 40  # years
BROAD_GROUPS = {"langt-fran-arbetsmarknaden", "sammansatta-behov", "utan-egen-forsorjning",
                "langtidsarbetslos"}  # fmt: skip


@cache
def code(kind: str, value: str) -> str:
    """Return the index word of a value: ('vag-in', 'individ') → 'xqvaginindividzq'."""
    return f"xq{joined(kind)}{joined(value)}zq"


def codes(post: Post, catalog: Catalog) -> str:
    """Return all codes of a post, in a fixed order."""
    data = post.data
    found = [code("insats", "ja")]  # to ask for all; Pagefind's own way fetches its whole index
    for listing in LISTINGS:
        values = list(dict.fromkeys(listing.values(data)))
        found += sorted(code(listing.slug, value) for value in values or ["okand"])
    found += [code("livscykel", data["livscykel"]), code("inriktning", data["inriktning"])]
    found += [code("namn", name) for name in names(data)]
    found += [code("tel", number) for number in numbers(data, catalog)]
    found += [code("forst", f"{kind}{data[kind][0]}")
              for kind in ("malgrupp", "insatstyp") if data.get(kind)]
    found += [code("oversatt", language) for language in told_in(data)]
    if is_general(data):
        found.append(code("allman", "ja"))
    if post.id in catalog.parts and data.get("form") in ("projekt", "esf-projekt"):
        found.append(code("ram", "ja"))
    if isinstance(age := data.get("villkor", {}).get("alder"), dict):
        found.append(code("alder", age_code(age)))
    return " ".join(dict.fromkeys(found))


def searchable_names(data: Data) -> str:
    """Return all names with signs taken away: the index reads 'A–B' as one word."""
    return " ".join(dict.fromkeys(fold(name) for name in names(data)))


def names(data: Data) -> list[str]:
    """Return every way to say the name: whole, its parts around – and (), and other names."""
    whole = [data["namn"], *data.get("andra_namn", [])]
    parts = [part for name in whole
             for part in name.replace("(", " – ").replace(")", " ").split(" – ")]
    return list(dict.fromkeys(name.strip() for name in [*whole, *parts] if joined(name)))


def numbers(data: Data, catalog: Catalog) -> list[str]:
    """Return the digits of every number on the page, as they may be dialled."""
    written = [contact["telefon"] for contact in data.get("kontakter", []) if "telefon" in contact]
    written += [entry["telefon"] for kommun, entry in catalog.homes.items()
                if kommun in data["kommuner"] and "telefon" in entry]
    return [digits for number in written for digits in _dialled(number)]


@cache
def _dialled(written: str) -> list[str]:
    """Return a number's digits with and without area code: 086068371 and 6068371."""
    number = phonenumbers.parse(written, REGION)
    whole = phonenumbers.national_significant_number(number)
    area = phonenumbers.length_of_geographical_area_code(number)
    return ["0" + whole, whole[area:]] if area else ["0" + whole]


def is_general(data: Data) -> bool:
    """Say whether an insats is for most people of its kommuner: a wide range of ages, or a broad
    group and no age. Between equals, a broad question is best answered by these."""
    age = data.get("villkor", {}).get("alder")
    if isinstance(age, dict):
        return age.get("till", 120) - age.get("fran", 0) >= WIDE
    return bool(BROAD_GROUPS.intersection(data.get("malgrupp", [])))


def age_code(age: dict[str, int]) -> str:
    """Return a range of ages as a word: '16t29'; open ends are 0 and 120."""
    return f"{age.get('fran', 0)}t{age.get('till', 120)}"
