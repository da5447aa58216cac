"""The Pelican plugin: insatser become content, and pages are written the Pelican way.

Comes in: Pelican's settings, the record folder, the catalogues of languages. Goes out: every HTML
page in every language but the Swedish prose pages (Pelican's own), then, when all pages are there,
what is matched with, the QR codes and the search index.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import FileSystemLoader, StrictUndefined
from pelican import signals
from pelican.contents import Content
from pelican.generators import Generator, PagesGenerator
from pelican.utils import get_relative_path, path_to_url

from katalog import memory, progress, template_words
from katalog.catalog import Catalog, Catalogs, Post, make_catalogs
from katalog.insats_page import relatives
from katalog.languages import SOURCE, Language
from katalog.match_file import write_match_files
from katalog.offline import write_offline
from katalog.pages import Page, all_pages, insats_page
from katalog.problems import BadInput, errors
from katalog.publish import claim
from katalog.qr_codes import write_qr_codes
from katalog.records import load_records
from katalog.scripts import write_script_texts, write_scripts
from katalog.search import write_search
from katalog.styles import write_styles


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

    catalogs: Catalogs

    def generate_context(self) -> None:
        """Take the catalogues that a build hands over, or load them; BadInput has all problems."""
        if "KATALOGER" not in self.settings:
            self.settings["KATALOGER"] = load_catalogs(Path(self.settings["INSATSER"]))
        self.catalogs = self.settings["KATALOGER"]
        swedish = self.catalogs[SOURCE]
        self.context["insatser"] = [Insats(post, self.settings, self.context)
                                    for post in swedish.posts.values()]
        self.context["SPRAKEN"] = [catalog.language for catalog in self.catalogs.values()]
        self.context.update(template_words.words(swedish))
        self.context.update(_address(self.settings["SITEURL"]))

    def generate_output(self, writer: Any) -> None:
        """Write every page once in every language."""
        for catalog in self.catalogs.values():
            words = template_words.words(catalog)
            for page in self._pages(catalog):
                self.write(writer, page, catalog.language, words)
        if self.settings.get("MINNE"):
            self.settings["MINNE"].generator = self

    def _pages(self, catalog: Catalog) -> Iterator[Page]:
        """Yield the pages to write: all, or with a memory those that are not as they were."""
        listed = memory.listed(catalog) if self.settings.get("MINNE") else ""
        what = f"Skriver sidor ({catalog.language.name.lower()}):"
        progress.step(what)
        for page in all_pages(catalog):
            if not self._again(page.file, catalog, [listed, page.template, page.variables]):
                yield page
        for post in progress.through(what, catalog.posts.values(), len(catalog.posts)):
            made_of = [listed, post, relatives(post, catalog)]
            if not self._again(f"insats/{post.id}/index.html", catalog, made_of):
                yield insats_page(post, catalog)

    def _again(self, file: str, catalog: Catalog, made_of: Any) -> bool:
        name, kept = f"{catalog.language.prefix}{file}", self.settings.get("MINNE")
        return kept is not None and kept.again(Path(self.output_path, name), name, made_of)

    def write(self, writer: Any, page: Page, language: Language, words: dict[str, Any]) -> None:
        """Write a page."""
        file = f"{language.prefix}{page.file}"
        home = path_to_url(get_relative_path(page.file))
        writer.write_file(file, self.get_template(page.template), self.context,
                          relative_urls=self.settings["RELATIVE_URLS"],
                          adress=page.address, **{**words, "SITEURL": home, **page.variables})


def load_catalogs(folder: Path) -> Catalogs:
    """Return the catalogues of a record folder; raise BadInput with every problem."""
    records, problems = load_records(folder)
    if errors(problems):
        raise BadInput(problems)
    return make_catalogs(records)


def jinja_environment() -> dict[str, Any]:
    """Return the Jinja settings: text is escaped and translated, unknown names are errors."""
    return {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True,
            "undefined": StrictUndefined, "extensions": ["jinja2.ext.i18n"],
            "auto_reload": False}  # no template changes during a build


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(_initialized)
    signals.generator_init.connect(_prepare)
    signals.get_generators.connect(_generators)
    signals.finalized.connect(_finalized)


def _initialized(pelican: Any) -> None:
    claim(Path(pelican.output_path))


def _prepare(generator: Generator) -> None:
    """Give our generators the languages, and take away Pelican's English theme, which steps in for
    a missing template without a word. (The generator of articles insists on its templates.)"""
    if isinstance(generator, (InsatsGenerator, PagesGenerator)):
        generator.env.loader = FileSystemLoader(Path(generator.theme) / "templates")
        template_words.install(generator.env)


def _generators(_pelican: Any) -> type[Generator]:
    return InsatsGenerator


def _finalized(pelican: Any) -> None:
    output, catalogs = Path(pelican.output_path), pelican.settings["KATALOGER"]
    write_scripts(output)
    write_script_texts(output, [catalog.language for catalog in catalogs.values()])
    write_styles(output, pelican.settings["UTGIVARE"].colours)
    for catalog in catalogs.values():
        write_match_files(output / catalog.language.prefix, catalog)
    write_qr_codes(output, catalogs, pelican.settings["SITEURL"], pelican.settings.get("MINNE"))
    write_search(output, catalogs)
    write_offline(output, [each.language for each in catalogs.values()],
                  keep=pelican.settings["UTGIVARE"].keeps_offline)


def _address(address: str) -> dict[str, str]:
    """Return the site's address, if known, and what absolute links on it start with."""
    return {"WEBBADRESS": address, "ROT": urlsplit(address).path.rstrip("/")}
