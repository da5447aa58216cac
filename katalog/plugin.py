"""The Pelican plugin: insatser become content, and pages are written the Pelican way.

Comes in: Pelican's settings, the record folder. Goes out: every HTML page but the prose pages
(Pelican's own), then, when all pages are there, what is matched with and the search index.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import FileSystemLoader, StrictUndefined
from pelican import signals
from pelican.contents import Content
from pelican.generators import Generator, PagesGenerator

from katalog import feedback
from katalog.catalog import BADGES, LISTINGS, Catalog, Post, make_catalog
from katalog.match_file import write_match_files
from katalog.pages import Page, all_pages, insats_page
from katalog.problems import BadInput, errors
from katalog.records import load_records
from katalog.scripts import write_scripts
from katalog.search import write_search
from katalog.status import NOW, OVER, PERHAPS
from katalog.swedish import and_list, lower_first


class Insats(Content):
    """One insats as Pelican content; its address comes from INSATS_URL and its id."""

    mandatory_properties = ("title",)
    default_template = "insats"

    def __init__(self, post: Post, settings: dict[str, Any], context: dict[str, Any]):
        metadata = {"title": post.name, "slug": post.id}
        source = Path(settings["INSATSER"]) / f"{post.id}.yaml"
        super().__init__("", metadata, settings, str(source), context)
        self.post = post


class InsatsGenerator(Generator):
    """Reads the records and writes their pages and listings."""

    catalog: Catalog

    def generate_context(self) -> None:
        """Take the catalogue that a build hands over, or load it; BadInput has all problems."""
        if "KATALOG" not in self.settings:
            self.settings["KATALOG"] = load_catalog(Path(self.settings["INSATSER"]))
        self.catalog = self.settings["KATALOG"]
        self.context["insatser"] = [Insats(post, self.settings, self.context)
                                    for post in self.catalog.posts.values()]
        self.context.update(_words(self.catalog))
        self.context.update(_address(self.settings["SITEURL"]))

    def generate_output(self, writer: Any) -> None:
        """Write every page once."""
        for page in self._pages():
            writer.write_file(page.file, self.get_template(page.template), self.context,
                              relative_urls=self.settings["RELATIVE_URLS"],
                              adress=page.address, **page.variables)

    def _pages(self) -> Iterator[Page]:
        yield from all_pages(self.catalog)
        for insats in self.context["insatser"]:
            yield insats_page(insats.post, self.catalog)


def load_catalog(folder: Path) -> Catalog:
    """Return the catalogue of a record folder; raise BadInput with every problem."""
    records, problems = load_records(folder)
    if errors(problems):
        raise BadInput(problems)
    return make_catalog(records)


def jinja_environment() -> dict[str, Any]:
    """Return the Jinja settings: text is escaped, unknown names are errors."""
    return {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True,
            "undefined": StrictUndefined}


def register() -> None:
    """Connect to Pelican's signals."""
    signals.generator_init.connect(_own_templates_only)
    signals.get_generators.connect(_generators)
    signals.finalized.connect(_finalized)


def _own_templates_only(generator: Generator) -> None:
    """Take away Pelican's English theme, which steps in for a missing template without a word.
    (The generator of articles, which we have none of, insists on its templates.)"""
    if isinstance(generator, (InsatsGenerator, PagesGenerator)):
        generator.env.loader = FileSystemLoader(Path(generator.theme) / "templates")


def _generators(_pelican: Any) -> type[Generator]:
    return InsatsGenerator


def _finalized(pelican: Any) -> None:
    output, catalog = Path(pelican.output_path), pelican.settings["KATALOG"]
    write_scripts(output)
    write_match_files(output, catalog)
    write_search(output, catalog)


def _address(address: str) -> dict[str, str]:
    """Return the site's address, if known, and what absolute links on it start with."""
    return {"WEBBADRESS": address, "ROT": urlsplit(address).path.rstrip("/")}


def _words(catalog: Catalog) -> dict[str, Any]:
    """Return what every template may call: labels of ids, and where their listings are."""
    listed = {listing.slug: set(catalog.lists[listing.slug]) for listing in LISTINGS}
    words = catalog.vocabularies
    return {
        "etikett": lambda name, const: words[name].label(const),
        "namnen": lambda name, consts: and_list([words[name].label(const) for const in consts]),
        "namnen_sma": lambda name, consts: and_list(
            [lower_first(words[name].label(const)) for const in consts]),
        "gora": lambda consts: and_list([words["hur"].values[c]["gor"] for c in consts], "eller"),
        "forklaring": lambda name, const: words[name].values[const]["description"],
        "ordlistan": lambda name: words[name],
        "har_lista": lambda slug, const: const in listed[slug],
        "SVARSMARKEN": BADGES,
        "NU": NOW,
        "KANSKE": PERHAPS,
        "SLUT": OVER,
        "SVAR": feedback.ANSWERS,
        "SVARSRADER": feedback.LINES,
        "SVARSVARNING": feedback.WARNING,
        "svarsamne": feedback.subject,
        "svarstext": feedback.text,
    }
