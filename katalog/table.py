"""The caseworkers' table: one row an insats, as few words as possible.

Comes in: the Catalog. Goes out: columns, and rows of plain texts for the page without script.
theme/static/js/handlaggare/celler.js writes the same cells from passar/insatser.json;
tests/test_handlaggare.py holds the two together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from katalog import match_text
from katalog.catalog import Catalog, Data, Post
from katalog.facts import ANY, IN_WORDS, READERS, Stated, facts
from katalog.languages import N_
from katalog.sources import confirmed, newest_fact

ROWS = 100  # in the page as written; script draws the rest
# Who of those with a way in is a caseworker, or a path that one takes.
CASEWORKERS = ("handlaggare-fk", "handlaggare-af", "socialtjanst", "vard", "skola", "kaa", "sip",
               "kommunens-ame")  # fmt: skip
OWNER = "insatsagare"
UNKNOWN = N_("vet inte")
WORDS = {ANY: N_("alla"), IN_WORDS: N_("se sidan")}


@dataclass(frozen=True)
class Column:
    """A column: its id, its heading, and what stands in it."""

    id: str
    title: str
    cell: Callable[[Post, dict[str, Stated], Catalog], str]
    stays: Callable[[Data], Any] = lambda _data: False  # is it in the record's own words?


def rows(catalog: Catalog) -> list[tuple[Post, list[tuple[str, bool]]]]:
    """Return the first posts with the text of each cell, and whether it is Swedish everywhere."""
    return [(post, list(zip(cells(post, catalog), _stay(post), strict=True)))
            for post in list(catalog.posts.values())[:ROWS]]


def cells(post: Post, catalog: Catalog) -> list[str]:
    """Return the texts of a row, after its name."""
    stated = facts(post.data)
    return [column.cell(post, stated, catalog) for column in COLUMNS]


def _stay(post: Post) -> list[bool]:
    return [bool(column.stays(post.data)) for column in COLUMNS]


def owner(data: Data) -> list[str]:
    """Return the organisations that own an insats: its huvudman, if the source names any."""
    return [item["organisation"] for item in data.get("organisationer", [])
            if OWNER in item["roll"]]


def short(value: dict[str, Any]) -> str:
    """Return a value of a vocabulary as the table writes it."""
    return value.get("i_tabell") or value.get("forkortning") or value["title"]


def listed(stated: Stated, vocabulary: str, catalog: Catalog) -> str:
    """Return the values in short, or that they are unknown or all."""
    if not isinstance(stated, list) or not stated:
        return catalog.language.text(WORDS.get(stated or "", UNKNOWN))
    values = catalog.vocabularies[vocabulary].values
    return ", ".join(short(values[value]) for value in stated)


def _area(data: Data) -> str:
    """Return where an insats is in the words of its record, '' when it is in kommuner."""
    return "" if READERS["kommun"](data) else data.get("omrade", "")


def _kommun(post: Post, stated: dict[str, Stated], catalog: Catalog) -> str:
    return _area(post.data) or listed(stated["kommun"], "kommun", catalog)


def _age(_post: Post, stated: dict[str, Stated], catalog: Catalog) -> str:
    age = stated["alder"]
    if isinstance(age, list):
        return match_text.age_text(age, catalog.criteria)
    return listed(age, "", catalog)


def _group(_post: Post, stated: dict[str, Stated], catalog: Catalog) -> str:
    groups = listed(stated["malgrupp"], "malgrupp", catalog)
    if not stated["villkor_malgrupp"]:
        return groups
    demanded = listed(stated["villkor_malgrupp"], "malgrupp", catalog)
    text = catalog.language.text("{malgrupper} (krav: {krav})")
    return text.format(malgrupper=groups, krav=demanded)


def _income(_post: Post, stated: dict[str, Stated], catalog: Catalog) -> str:
    return listed(stated["forsorjning"], "forsorjning", catalog)


def _way(_post: Post, stated: dict[str, Stated], catalog: Catalog) -> str:
    ways = [way for way in stated["vag_in"] or [] if way in CASEWORKERS]
    return listed(ways, "vem", catalog)


def _intake(_post: Post, stated: dict[str, Stated], catalog: Catalog) -> str:
    return listed(stated["intag"], "intag", catalog)


def _owner(post: Post, _stated: dict[str, Stated], catalog: Catalog) -> str:
    label = catalog.vocabularies["organisation"].label
    return ", ".join(map(label, owner(post.data))) or catalog.language.text(UNKNOWN)


def _checked(post: Post, _stated: dict[str, Stated], catalog: Catalog) -> str:
    day = max(confirmed(post.data), default="")
    text = catalog.language.text("Inte avstämd, källa {datum}")
    return day or text.format(datum=newest_fact(post.data))


COLUMNS = (
    Column("kommun", N_("Kommun"), _kommun, _area),
    Column("alder", N_("Ålder"), _age),
    Column("malgrupp", N_("Målgrupp"), _group),
    Column("forsorjning", N_("Försörjning"), _income),
    Column("vag_in", N_("Väg in för handläggare"), _way),
    Column("intag", N_("Plats eller kö"), _intake),
    Column("huvudman", N_("Huvudman"), _owner, owner),
    Column("avstamd", N_("Senast kontrollerad"), _checked),
)
