"""What must hold for every finished page, checked on every build.

Comes in: the output folder. Goes out: complaints in Swedish; none when the site is whole.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from katalog.languages import load_languages

TEL = re.compile(r"tel:\+?[0-9]{3,15}")
MAIL = re.compile(r"mailto:[^@\s?]+@[^@\s?]+(\?.*)?")
LINK_ATTRIBUTES = {"href", "src"}


@dataclass
class _Page(HTMLParser):
    """What one page says about itself."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    h1: int = 0
    title: str = ""
    description: str = ""
    _in_title: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [value or "" for name, value in attrs if name in LINK_ATTRIBUTES]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.h1 += tag == "h1"
        self._in_title = tag == "title"
        if tag == "meta" and given.get("name") == "description":
            self.description = given.get("content") or ""

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False


def complaints(output: Path) -> list[str]:
    """Return every broken promise of the finished site, sorted."""
    pages = {path.relative_to(output).as_posix(): _read(path)
             for path in sorted(output.rglob("*.html"))}
    found = [*_page_complaints(pages), *_double(pages)]
    files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    graph: dict[str, set[str]] = {}
    for name, page in pages.items():
        targets, broken = _follow(files, name, page, pages)
        graph[name] = targets
        found += broken
    return sorted([*found, *_unreachable(graph)])


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def _page_complaints(pages: dict[str, _Page]) -> Iterator[str]:
    for name, page in pages.items():
        if page.h1 != 1:
            yield f"{name}: sidan har {page.h1} huvudrubriker (h1), ska ha en."
        if not page.title.strip():
            yield f"{name}: sidan saknar titel."
        if not page.description.strip():
            yield f"{name}: sidan saknar beskrivning."
        for twice in sorted({i for i in page.ids if page.ids.count(i) > 1}):
            yield f'{name}: id "{twice}" står två gånger.'


def _double(pages: dict[str, _Page]) -> Iterator[str]:
    by_title: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, page in pages.items():
        by_title[_language(name), page.title.strip()].append(name)
    for (_, title), names in by_title.items():
        if len(names) > 1:
            yield f'{names[0]}: titeln "{title}" finns också på {", ".join(names[1:])}.'


def _language(name: str) -> str:
    """Return the folder of a page's language, '' for Swedish."""
    first = name.split("/")[0]
    return first if first in load_languages() else ""


def _follow(
    files: set[str], name: str, page: _Page, pages: dict[str, _Page]
) -> tuple[set[str], list[str]]:
    """Return (files the page leads to, complaints about its links)."""
    targets, broken = set(), []
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme in ("tel", "mailto"):
            pattern = TEL if parts.scheme == "tel" else MAIL
            if not pattern.fullmatch(link):
                broken.append(f"{name}: länken {link} är fel skriven.")
        elif not parts.scheme and not parts.netloc:
            target = _target(files, name, parts.path)
            if target is None:
                broken.append(f"{name}: länken {link} leder ingenstans.")
            else:
                targets.add(target)
                if _no_such_anchor(parts.fragment, pages.get(target)):
                    broken.append(f"{name}: länken {link} pekar på en plats som inte finns.")
    return targets, broken


def _no_such_anchor(fragment: str, page: _Page | None) -> bool:
    # What holds "=" is words or filters for a script, not a place on the page.
    return bool(fragment) and "=" not in fragment and page is not None and (
        fragment not in page.ids)


def _target(files: set[str], name: str, link: str) -> str | None:
    """Return the file in the output that a link of page `name` leads to, or None."""
    if not link:
        return name
    if name == "404.html" and link.startswith("/"):
        return "index.html"  # absolute on purpose; serve and deploy differ in the prefix
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(link)))
    page = posixpath.normpath(posixpath.join(path, "index.html"))
    if not link.endswith("/") and path in files:
        return path
    return page if page in files else None


def _unreachable(graph: dict[str, set[str]]) -> Iterator[str]:
    """Every insats can be reached from the start page by links alone."""
    seen, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += graph.get(name, ())
    for file in sorted(name for name in graph if "insats/" in name):
        if file not in seen:
            yield f"{file}: sidan går inte att nå från startsidan."
