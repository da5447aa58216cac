"""Which pages there are, and what each shows.

Comes in: the Catalog of a language. Goes out: Page(address, template, variables), one a page of
the site in that language. Swedish prose pages are Pelican's own, the others are translated here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from katalog import for_pages, table
from katalog.accessibility import load_statement
from katalog.catalog import LISTINGS, Catalog, Listing, Post
from katalog.insats_page import insats_variables
from katalog.languages import N_, Language, load_languages
from katalog.lists import by_label, list_pages
from katalog.prose import prose_pages
from katalog.status import NOW, PERHAPS
from katalog.style_page import style_variables


@dataclass(frozen=True)
class Page:
    """A page to write. `address` is relative to the home of the language, '' is its start page."""

    address: str
    template: str
    variables: dict[str, Any] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The file in the output folder."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"


def all_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield every page but the prose pages and the insats pages."""
    yield Page("", "start", _start(catalog))
    yield Page("sok/", "sok", {
        "sokkommuner": by_label("kommun", catalog), "sokvagar": list(catalog.lists["vag-in"])})
    yield Page("hitta-ratt/", "hitta-ratt", _questions(catalog))
    yield Page("handlaggare/", "handlaggare", {
        "kolumner": table.COLUMNS, "rader": table.rows(catalog), "antal": len(catalog.posts)})
    yield Page("ordlista/", "ordlista", {"ordlistor": _glossary(catalog)})
    yield Page("tillganglighet/", "tillganglighet", {"redogorelse": load_statement()})
    yield Page("min-lista/", "min-lista")
    yield Page("utan-nat/", "utan-nat")
    yield Page("stil/", "stil", style_variables(catalog))
    if catalog.language.is_source:
        yield Page("404.html", "404", {"hem": _homes()})  # one for all: a server knows no more
    else:
        yield from (Page(page.url, "page", {"page": page})
                    for page in prose_pages(catalog.language))
    yield from _for(catalog)
    for listing in LISTINGS:
        yield _index(listing, catalog)
    yield from (Page(*each) for each in list_pages(catalog))


def insats_page(post: Post, catalog: Catalog) -> Page:
    """Return the page of one insats."""
    return Page(f"insats/{post.id}/", "insats", insats_variables(post, catalog))


def _homes() -> list[tuple[Language, str]]:
    """Return every language, and in it that the page does not exist."""
    return [(language, language.text(N_("Sidan finns inte. Gå till startsidan.")))
            for language in load_languages().values()]


def _for(catalog: Catalog) -> Iterator[Page]:
    yield Page("for/", "for-start", for_pages.index_variables(catalog))
    for role in for_pages.roles(catalog):
        yield Page(f"for/{role['const']}/", "for", for_pages.role_variables(role, catalog))


def _questions(catalog: Catalog) -> dict[str, Any]:
    """Return what one can answer on the page of guided matching, as [(value, words)]."""
    words = catalog.vocabularies
    groups = words["malgrupp"].values
    return {
        "kommuner": by_label("kommun", catalog),
        "forsorjning": _choices("forsorjning", catalog),
        "malgrupper": [(value, groups[value]["kort"]) for value in groups
                       if "kort" in groups[value] and value in catalog.lists["malgrupp"]],
        "insatstyper": [(value, words["insatstyp"].label(value))
                        for value, posts in catalog.lists["insatstyp"].items()
                        if any(post.data["inriktning"] == "individinriktad" for post in posts)],
        "sprak": _choices("sprak", catalog),
    }


def _choices(name: str, catalog: Catalog) -> list[tuple[str, str]]:
    return [(value, entry["title"])
            for value, entry in catalog.vocabularies[name].values.items() if value != "alla"]


def _start(catalog: Catalog) -> dict[str, Any]:
    counts = dict(_counted("kommun", catalog))
    return {
        "antal": len(catalog.posts),
        "antal_nu": sum(post.stage == NOW for post in catalog.posts.values()),
        "kommuner": [(kommun, counts[kommun]) for kommun in by_label("kommun", catalog)
                     if kommun in counts],
        "malgrupper": [(value, words["kort"])
                       for value, words in catalog.vocabularies["malgrupp"].values.items()
                       if "kort" in words and value in dict(_counted("malgrupp", catalog))],
    }


def _counted(slug: str, catalog: Catalog) -> list[tuple[str, int]]:
    """Return [(value, posts that are not over)] of a listing, without empty ones."""
    counts = [(value, sum(post.stage in (NOW, PERHAPS) for post in posts))
              for value, posts in catalog.lists[slug].items()]
    return [(value, count) for value, count in counts if count]


def _index(listing: Listing, catalog: Catalog) -> Page:
    vocabulary = catalog.vocabularies[listing.vocabulary]
    counts = dict(_counted(listing.slug, catalog))
    values = [(value, counts.get(value, 0)) for value in catalog.lists[listing.slug]]
    if listing.slug in ("kommun", "organisation", "malgrupp"):
        values.sort(key=lambda entry: catalog.language.sort_key(vocabulary.label(entry[0])))
    return Page(f"{listing.slug}/", "listor", {
        "vokabular": vocabulary, "lista_slug": listing.slug, "varden": values})


def _glossary(catalog: Catalog) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Return [(listing slug, title, values)] of what needs explaining; places need not."""
    found = []
    for listing in LISTINGS:
        vocabulary = catalog.vocabularies[listing.vocabulary]
        if listing.slug not in ("kommun", "organisation"):
            values = sorted(vocabulary.values.values(),
                            key=lambda value: catalog.language.sort_key(value["title"]))
            found.append((listing.slug, vocabulary.title, values))
    return found
