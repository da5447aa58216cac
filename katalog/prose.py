"""The prose pages in other languages, piece by piece.

Comes in: content/sidor/*.md and a Language. Goes out: what is wrong with the files, and the same
pages with title, description and each paragraph or heading translated, where the catalogue has
them. (The Swedish ones are Pelican's own.) In every language HTML in a page is shown as the text it
is: it is Markdown only.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import Extension, Markdown, markdown

from katalog.languages import Language
from katalog.paths import CONTENT, shown
from katalog.problems import Problem, quoted
from katalog.textfile import read_text

FOLDER = CONTENT / "sidor"
READ = ("title", "beskrivning")  # of the head; the rest is for the machine
FIELD = re.compile(r"([A-Za-z]+)\s*:(?:\s(.*))?")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
EXAMPLES = {"title": "Om guiden", "slug": "om", "beskrivning": "Vad guiden är och vad vi inte vet."}


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


def prose_problems(folder: Path | None = None) -> list[Problem]:
    """Return what is wrong with the heads of the pages, and with their letters."""
    found, slugs = [], Counter()
    for path in sorted((folder or FOLDER).glob("*.md")):
        text, odd = read_text(path)
        lines = text.strip().split("\n\n")[0].split("\n") if text else []
        findings = [(line, "", message) for line, message in odd]
        if text or not odd:  # otherwise it could not be read
            findings += _head_findings(lines)
        slugs[slug := _fields(lines).get("slug", "")] += 1
        if slug and slugs[slug] > 1:
            findings.append((1, "slug", f'"{slug}" har en annan sida redan. Ge sidan en egen.'))
        found += [Problem(shown(path), line, field, message) for line, field, message in findings]
    return found


def _head_findings(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield (line, field, message) for what is wrong with a head."""
    for number, line in enumerate(lines, 1):
        if not FIELD.fullmatch(line):
            yield number, "", (f"{quoted(line)} är inget fält. Överst står bara fält, som "
                               '"title: Om guiden", sedan en tom rad och texten.')
    fields = _fields(lines)
    for name in (*READ, "slug"):
        if not fields.get(name):
            yield 1, name, f'saknas. Skriv "{name}: {EXAMPLES[name]}" överst i filen.'
    if fields.get("slug") and not SLUG.fullmatch(fields["slug"]):
        yield 1, "slug", (f"{quoted(fields['slug'])} går inte i en adress. Skriv med a–z, siffror "
                          "och bindestreck.")


def _parts(path: Path) -> tuple[dict[str, str], list[str]]:
    """Return the head of a page, and its body in the pieces that a blank line makes."""
    head, *blocks = read_text(path)[0].strip().split("\n\n")
    return _fields(head.split("\n")), blocks


def _fields(lines: list[str]) -> dict[str, str]:
    found = [FIELD.fullmatch(line) for line in lines]
    return {each[1].lower(): (each[2] or "").strip() for each in found if each}
