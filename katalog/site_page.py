"""What one finished page says of itself.

Comes in: the text of a page. Goes out: {kind: [what it says]}, see the functions below.
The guide writes its own pages, so they can be read strictly: every < and > belongs to a tag, and a
tag that is written as another one says the same. That makes the reading ten times as fast as
html.parser; what is written otherwise is not guessed at but told, as "otydligt".
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape

Page = dict[str, list[str]]
Said = tuple[tuple[str, str], ...]  # (kind, value)

TAG = re.compile(r"<[^/<>][^<>]*>")  # that opens something; what closes it says nothing
VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))"""
ATTRIBUTE = re.compile(rf"""\s+([^\s"'<>/=]+)(?:{VALUE})?""")
START = re.compile(rf"""<([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:{VALUE})?)*)\s*/?>""")
OTHER = re.compile(r"<!doctype html>|<!--[^<>]*-->", re.I)
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
TEMPLATE = re.compile(r"<template\b.*?</template>", re.S)

FETCHED = ("src", "poster", "data", "background")
LED_TO = ("action", "formaction", "cite")
SETS = ("srcset", "imagesrcset")
# <link> of these kinds fetches a file; of all others it only tells of another page.
FETCHING = {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload",
            "modulepreload", "prefetch"}  # fmt: skip
POINTING = ("for", "headers", "list", "form", "popovertarget", "commandfor",
            "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details",
            "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns")  # fmt: skip
INSATS = ("data-insats", "data-spara")
FOREIGN_BODIES = {"applet", "base", "embed", "frame", "frameset", "iframe", "object", "style"}
RUN = {"", "module", "importmap", "text/javascript", "application/javascript"}


def read_page(text: str, known: dict[str, Said]) -> Page:
    """Return what a page says; `known` remembers what tags say, from page to page."""
    page: Page = defaultdict(list)
    if "<template" in text:
        for part in TEMPLATE.findall(text):
            _read(part, known, page)
        page["mallank"] = page.pop("lank", [])  # only script makes links of these,
        page.pop("insats", None)  # and fills in which insats it is
        text = TEMPLATE.sub("", text)
    _read(text, known, page)
    page["titel"] = [unescape(title).strip() for title in TITLE.findall(text)]
    return dict(page)


def _read(text: str, known: dict[str, Said], page: Page) -> None:
    tags = TAG.findall(text)
    for tag in set(tags).difference(known):
        known[tag] = _said(tag)
    for said in filter(None, map(known.__getitem__, tags)):
        for kind, value in said:
            page[kind].append(value)
    if not text.count("<") == text.count(">") == len(tags) + text.count("</"):
        page["otydligt"].append(_stray(text))


def _stray(text: str) -> str:
    """Return the words around the first < or > that is part of no tag."""
    rest = re.sub("<[^<>]*>", "\n", text)
    return next(line.strip()[:60] for line in rest.split("\n") if re.search("[<>]", line))


def _said(tag: str) -> Said:
    start = START.fullmatch(tag)
    if not start:
        return () if OTHER.fullmatch(tag) else (("otydligt", tag),)
    given = {name.lower(): unescape(one or two or bare)
             for name, one, two, bare in ATTRIBUTE.findall(start[2])}
    name = start[1].lower()
    return (*_links(name, given), *_names(name, given), *_head(name, given),
            *_foreign(name, given))


def _links(name: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """"lank" leads on, "fil" is fetched, "adress" is neither; "pa_sprak" is language and link."""
    href = given.get("href", given.get("xlink:href"))
    if href is not None and name != "link":
        yield ("lank" if name in ("a", "area") else "fil"), href
        if "hreflang" in given:
            yield "pa_sprak", f"{given['hreflang']} {href}"
    yield from (("fil", given[key]) for key in FETCHED if key in given)
    yield from (("adress", given[key]) for key in LED_TO if key in given)
    for key in SETS:
        yield from (("fil", each.split()[0]) for each in given.get(key, "").split(",")
                    if each.strip())


def _names(name: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """"id", "visar" for each id that is pointed at, "insats", "h1"."""
    if "id" in given:
        yield "id", given["id"]
    yield from (("visar", each) for key in POINTING for each in given.get(key, "").split())
    yield from (("insats", given[key]) for key in INSATS if key in given)
    if name == "h1":
        yield "h1", ""


def _head(name: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """"lang", "dir", "beskrivning", "policy", "kanonisk"; "alternat" is language and address."""
    if name == "html":
        yield from ((key, given.get(key, "")) for key in ("lang", "dir"))
    if name == "meta" and given.get("name") == "description":
        yield "beskrivning", given.get("content", "").strip()
    if name == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
        yield "policy", given.get("content", "")
    if name == "link" and "href" in given:
        yield _relation(given), given["href"]
        if "hreflang" in given:
            yield "alternat", f"{given['hreflang']} {given['href']}"


def _relation(given: dict[str, str]) -> str:
    kinds = set(given.get("rel", "").lower().split())
    if "canonical" in kinds:
        return "kanonisk"
    return "adress" if kinds.isdisjoint(FETCHING) else "fil"


def _foreign(name: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """"framling": what the policy forbids, and no page needs."""
    if name in FOREIGN_BODIES or given.get("http-equiv", "").lower() == "refresh":
        yield "framling", f"<{name}>"
    if name == "script" and "src" not in given and given.get("type", "") in RUN:
        yield "framling", "<script> utan src"
    yield from (("framling", key) for key in given if key == "style" or key.startswith("on"))
