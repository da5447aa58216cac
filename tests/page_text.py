"""The texts of a built page as somebody reads them: one text a paragraph, label or cell.

Comes in: HTML. Goes out: the language of the page and its texts. An element whose own words stand
between its children (a paragraph with a link) is one text; one without is read part by part, so
that cards and menus do not run together.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}  # fmt: skip
SILENT = {"script", "style"}
SPOKEN = ("aria-label", "alt", "placeholder", "title")
APART = {"br", "div", "dl", "li", "ol", "p", "section", "table", "ul"}  # never inside a sentence


def read_page(html: str) -> tuple[str, list[str]]:
    """Return the language of a page, and each of its texts on one line."""
    page = _tree(html)
    return page.get("lang", ""), [one for text in _texts(page) if (one := " ".join(text.split()))]


def _tree(html: str) -> Element:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.builder.close().find("html")


def _texts(element: Element) -> Iterator[str]:
    if element.tag in SILENT:
        return
    yield from (element.get(name, "") for name in SPOKEN)
    if element.get("name") == "description":
        yield element.get("content", "")
    own = [element.text or "", *(child.tail or "" for child in element)]
    if any(piece.strip() for piece in own) and not any(child.tag in APART for child in element):
        yield "".join(element.itertext())
        return
    yield from own
    for child in element:
        yield from _texts(child)


class _Parser(HTMLParser):
    """Builds a tree; the site's own HTML closes what it opens (tests/test_site.py)."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.builder.start("page", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, dict(attrs))
        self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    def close(self) -> None:
        super().close()
        self.builder.end("page")
