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
from katalog.criteria import load_criteria
from katalog.facts import ANY, IN_WORDS, Stated, facts
from katalog.insats_page import confirmed, newest_fact
from katalog.vocabularies import Vocabulary, load_vocabularies

ROWS = 100  # in the page as written; script draws the rest
# Who of those with a way in is a caseworker, or a path that one takes.
CASEWORKERS = ("handlaggare-fk", "handlaggare-af", "socialtjanst", "vard", "skola", "kaa", "sip",
               "kommunens-ame")  # fmt: skip
OWNER = "insatsagare"
UNKNOWN, ALL, SEE_PAGE = "vet inte", "alla", "se sidan"


@dataclass(frozen=True)
class Column:
    """A column: its id, its heading, and what stands in it."""

    id: str
    title: str
    cell: Callable[[Post, dict[str, Stated]], str]


def rows(catalog: Catalog) -> list[tuple[Post, list[str]]]:
    """Return the first posts with the text of each of their cells."""
    return [(post, cells(post)) for post in list(catalog.posts.values())[:ROWS]]


def cells(post: Post) -> list[str]:
    """Return the texts of a row, after its name."""
    stated = facts(post.data)
    return [column.cell(post, stated) for column in COLUMNS]


def owner(data: Data) -> list[str]:
    """Return the organisations that own an insats: its huvudman, if the source names any."""
    return [item["organisation"] for item in data.get("organisationer", [])
            if OWNER in item["roll"]]


def short(value: dict[str, Any]) -> str:
    """Return a value of a vocabulary as the table writes it."""
    return value.get("i_tabell") or value.get("forkortning") or value["title"]


def listed(stated: Stated, vocabulary: Vocabulary) -> str:
    """Return the values in short, or that they are unknown or all."""
    if not stated:
        return UNKNOWN
    if isinstance(stated, str):
        return ALL if stated == ANY else SEE_PAGE
    return ", ".join(short(vocabulary.values[value]) for value in stated)


def _kommun(post: Post, stated: dict[str, Stated]) -> str:
    known = listed(stated["kommun"], load_vocabularies()["kommun"])
    return post.data.get("omrade", UNKNOWN) if known == UNKNOWN else known


def _age(_post: Post, stated: dict[str, Stated]) -> str:
    age = stated["alder"]
    if isinstance(age, list):
        return match_text.age_text(age, load_criteria())
    return {ANY: ALL, IN_WORDS: SEE_PAGE}.get(age or "", UNKNOWN)


def _group(_post: Post, stated: dict[str, Stated]) -> str:
    words = load_vocabularies()["malgrupp"]
    demanded = stated["villkor_malgrupp"]
    demand = f" (krav: {listed(demanded, words)})" if demanded else ""
    return listed(stated["malgrupp"], words) + demand


def _income(_post: Post, stated: dict[str, Stated]) -> str:
    return listed(stated["forsorjning"], load_vocabularies()["forsorjning"])


def _way(_post: Post, stated: dict[str, Stated]) -> str:
    ways = [way for way in stated["vag_in"] or [] if way in CASEWORKERS]
    return listed(ways, load_vocabularies()["vem"])


def _intake(_post: Post, stated: dict[str, Stated]) -> str:
    return listed(stated["intag"], load_vocabularies()["intag"])


def _owner(post: Post, _stated: dict[str, Stated]) -> str:
    label = load_vocabularies()["organisation"].label
    return ", ".join(map(label, owner(post.data))) or UNKNOWN


def _checked(post: Post, _stated: dict[str, Stated]) -> str:
    day = max(confirmed(post.data), default="")
    return day or f"Inte avstämd, källa {newest_fact(post.data)}"


COLUMNS = (
    Column("kommun", "Kommun", _kommun),
    Column("alder", "Ålder", _age),
    Column("malgrupp", "Målgrupp", _group),
    Column("forsorjning", "Försörjning", _income),
    Column("vag_in", "Väg in för handläggare", _way),
    Column("intag", "Plats eller kö", _intake),
    Column("huvudman", "Huvudman", _owner),
    Column("avstamd", "Senast kontrollerad", _checked),
)
