"""The prose pages in other languages, piece by piece.

Comes in: content/sidor/*.md and a Language. Goes out: the same page with its title, description
and each paragraph or heading translated, where the catalogue has them. (The Swedish ones are
Pelican's own.) In every language HTML in a page is shown as the text it is: it is Markdown only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import Extension, Markdown, markdown

from katalog.languages import Language
from katalog.paths import CONTENT

FOLDER = CONTENT / "sidor"
READ = ("title", "beskrivning")  # of the head; the rest is for the machine


class NoHtml(Extension):
    """Markdown without HTML: whoever writes or translates a page writes text, never code."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take away what lets HTML through."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


@dataclass(frozen=True)
class Prose:
    """A page as theme/templates/page.html reads it."""

    url: str
    title: str
    content: str
    metadata: dict[str, str]


def prose_pages(language: Language) -> Iterator[Prose]:
    """Yield every prose page in a language."""
    for path in sorted(FOLDER.glob("*.md")):
        head, blocks = _parts(path)
        head |= {key: language.word(path.stem, head[key]) for key in READ}
        body = "\n\n".join(language.word(path.stem, block) for block in blocks)
        url = f"{head.get('slug', path.stem)}/"
        html = markdown(body, extensions=[NoHtml()], output_format="html")
        yield Prose(url, head["title"], html, head)


def slugs() -> list[str]:
    """Return the folder of each prose page."""
    return [_parts(path)[0].get("slug", path.stem) for path in sorted(FOLDER.glob("*.md"))]


def words_to_translate() -> Iterator[tuple[str, str]]:
    """Yield (name of the page, text) of everything on the prose pages."""
    for path in sorted(FOLDER.glob("*.md")):
        head, blocks = _parts(path)
        yield from ((path.stem, text) for text in (*(head[key] for key in READ), *blocks))


def _parts(path: Path) -> tuple[dict[str, str], list[str]]:
    """Return the head of a page, and its body in the pieces that a blank line makes."""
    head, *blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    fields = (line.split(":", 1) for line in head.splitlines())
    return {key.strip().lower(): value.strip() for key, value in fields}, blocks
