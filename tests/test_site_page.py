"""A page is read strictly and fast: it says the same as to a whole parser, or says that it cannot.
"""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from katalog.site_page import INSATS, POINTING, Page, read_page
from tests.conftest import parse


def said(html: str) -> Page:
    return read_page(html, {})


def kinds(html: str) -> Page:
    """Return what a piece of a page says, without its title."""
    return {kind: values for kind, values in said(html).items() if kind != "titel"}


def parsed(root: ElementTree.Element) -> dict[str, Counter[str]]:
    """Return the same of a page as html5lib has it, worked out in another way."""
    found: dict[str, Counter[str]] = {}
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    templates = {id(inner) for each in root.iter("template") for inner in each.iter()}
    for kind, values in {
            "lank": [each.get("href") for each in elements
                     if each.tag == "a" and id(each) not in templates],
            "mallank": [each.get("href") for each in elements
                        if each.tag == "a" and id(each) in templates],
            "fil": [each.get("src") for each in elements],
            "id": [each.get("id") for each in elements],
            "h1": [each.tag == "h1" and " " for each in elements],
            "insats": [each.get(key) for each in elements if id(each) not in templates
                       for key in INSATS],
            "visar": [word for each in elements for key in POINTING
                      for word in each.get(key, "").split()]}.items():
        found[kind] = Counter(filter(None, values))
    found["h1"] = Counter({"": found["h1"][" "]})
    return found


def test_the_real_pages_say_the_same_as_to_a_whole_parser(site: Path):
    """One page of every kind, in a language that is read the other way."""
    folder = site.resolve() / "ar"
    one_each = {path.parent.parent: path for path in sorted(folder.rglob("index.html"))}
    for path in {*one_each.values(), *folder.glob("*/index.html"), folder / "index.html"}:
        page = said(path.read_text(encoding="utf-8"))
        assert "otydligt" not in page, path
        for kind, values in parsed(parse(path)).items():
            own = Counter(page.get(kind, ()))
            if kind == "fil":  # and what <link> fetches, which has no src
                own = Counter({link: own[link] for link in values})
            assert own == +values, f"{path}: {kind}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a href='../x/'>x</a>", {"lank": ["../x/"]}),
        ("<a  HREF = ../x/ >x</a>", {"lank": ["../x/"]}),
        ('<A href="?a=1&amp;b=2">x</A>', {"lank": ["?a=1&b=2"]}),
        ('<a\nhref="x"\n\threflang="en">x</a>', {"lank": ["x"], "pa_sprak": ["en x"]}),
        ('<template><a href="x" data-insats="">x</a></template>', {"mallank": ["x"]}),
        ('<input disabled id=a for="b c">', {"id": ["a"], "visar": ["b", "c"]}),
        ('<img src="a.png" srcset="b.png 1x, c.png 2x">', {"fil": ["a.png", "b.png", "c.png"]}),
        ('<svg><use xlink:href="#a"/></svg>', {"fil": ["#a"]}),
        ('<form action="a"><button formaction="b"></button></form>', {"adress": ["a", "b"]}),
        ('<link rel="stylesheet" href="a.css">', {"fil": ["a.css"]}),
        ('<link rel="modulepreload" href="a.js">', {"fil": ["a.js"]}),
        ('<link rel="manifest" href="a.json">', {"fil": ["a.json"]}),
        ('<link rel="license" href="a">', {"adress": ["a"]}),
        ("<!-- a --><br><br/>", {}),
        ('<script type="application/ld+json">{"a": "\\u003c"}</script>', {}),
    ],
)  # fmt: skip
def test_what_tags_say_however_they_are_written(html: str, expected: Page):
    assert kinds(html) == expected


@pytest.mark.parametrize("html", [
    "<p>3 < 4</p>", "<p>4 > 3</p>", '<a href="a>b">x</a>', '<a href="a""b">x</a>', "<a href='a>x",
    "<a href=a'b>x</a>", "< a href=x>", "<!-- <a href=x> -->", "<script>if (a < b) c</script>",
    "<![CDATA[x]]>", "<?php x ?>"])
def test_what_can_be_read_in_more_than_one_way_is_told(html: str):
    assert said(html)["otydligt"]


def test_a_title_is_its_words():
    assert said("<!doctype html><title>T</title><h1>x</h1>")["titel"] == ["T"]
    assert said("<title> a &amp; b\n</title>")["titel"] == ["a & b"]
