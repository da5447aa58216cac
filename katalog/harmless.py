"""No finished page holds anything that could run, fetch from another host or lead astray.

Comes in: the text of a page. Goes out: complaints in Swedish, for site_read.py; none when all is
well.
Pages escape every text they show, so this finds what got past that: HTML in a translation or in a
prose page, an address that is a script, a template that forgot. It does not parse as browsers do,
which could be fooled: every `<` of a page must begin a tag of one plain form, known here by name.
The browser's own guard is the policy in theme/templates/base.html, which must stand first.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

# A tag is written one way only: small letters, double quotes, no < or > inside.
TAG = re.compile(r"<[^>]*>?")
ATTRIBUTE = re.compile(r'\s+([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"<>]*)")?')
PLAIN = re.compile(rf"</?([a-z][a-z0-9]*)((?:{ATTRIBUTE.pattern})*)\s*/?>")
DATA = re.compile(r'<script type="application/(?:ld\+)?json"[^<>]*>([^<]*)</script>')
DOCTYPE = "<!doctype html>"
# A new tag or attribute that neither runs nor fetches anything is added here.
TAGS = """
a abbr article aside b blockquote body br button caption circle cite code col colgroup dd del
details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr
html i img input ins kbd label legend li link main mark meta nav noscript ol optgroup option p path
pre q rect s samp script section select small span strong sub summary sup svg table tbody td
template text textarea tfoot th thead time title tr u ul var
"""
ATTRIBUTES = """
abbr action alt autocomplete charset checked class colspan content cx cy d datetime dir disabled
download fill focusable font-size for headers height hidden href hreflang http-equiv id inputmode
lang loading max maxlength min multiple name open r readonly rel required role rows rowspan scope
selected spellcheck src start tabindex title type value viewBox width x y
"""
KNOWN_TAGS, KNOWN_ATTRIBUTES = frozenset(TAGS.split()), frozenset(ATTRIBUTES.split())
FREE = ("aria-", "data-")
OWN = ("src", "action")  # what a page fetches or sends is always this site's
ADDRESS = re.compile(r"(?!\s)(?:https?:|mailto:|tel:)?[^:\\]*(?:[/?#][^\\]*)?(?<!\s)",
                     re.IGNORECASE)
SCHEME = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
ELSEWHERE = ('rel="canonical"', 'rel="alternate"')  # links of a head that may name a host
POLICY = '<meta http-equiv="Content-Security-Policy"'


def active(page: str) -> Iterator[str]:
    """Yield what is wrong with the text of one page, each thing once."""
    page = DATA.sub("", page.removeprefix(DOCTYPE))
    for tag in dict.fromkeys(TAG.findall(page)):
        wrong = _wrong(tag)
        if wrong:
            yield f"{tag[:80]} {wrong}"
    yield from _unguarded(page)
    if re.search(r"<script[^>]*>[^<]", page):
        yield "skript får bara ligga i egna filer under theme/js, inte i sidan."


def _unguarded(page: str) -> Iterator[str]:
    """The policy is there once, before anything that it is to hold."""
    before, *after = page.split(POLICY)
    if len(after) != 1 or any(held in before for held in ("<script", "<link", "<img")):
        yield "Content-Security-Policy ska stå en gång, före allt som sidan hämtar."


@cache
def _wrong(tag: str) -> str:
    """Return what is wrong with a tag, '' when nothing is. Most tags stand on every page."""
    plain = PLAIN.fullmatch(tag)
    if not plain:
        return "är ingen vanlig tagg. Skriv < som text."
    name, given = plain[1], dict(ATTRIBUTE.findall(plain[2]))
    if name not in KNOWN_TAGS:
        return f"<{name}> används inte. Är taggen ofarlig, lägg till den i katalog/harmless.py."
    for attribute, value in given.items():
        if attribute not in KNOWN_ATTRIBUTES and not attribute.startswith(FREE):
            return (f"har {attribute}, som inte används. Är det ofarligt, lägg till det i "
                    "katalog/harmless.py.")
        wrong = _wrong_address(tag, name, attribute, unescape(value))
        if wrong:
            return wrong
    return _wrong_kind(name, given)


def _wrong_address(tag: str, name: str, attribute: str, value: str) -> str:
    ours = attribute in OWN or (name == "link" and not any(rel in tag for rel in ELSEWHERE))
    if attribute not in ("href", *OWN):
        return ""
    if ours and SCHEME.match(value):
        return "hämtar från en annan plats. Lägg filen i guiden."
    if not ADDRESS.fullmatch(value) or not value.isprintable():
        return "leder till något annat än en sida, ett nummer eller en e-postadress."
    return ""


def _wrong_kind(name: str, given: dict[str, str]) -> str:
    if name == "script" and given and not given.get("src"):
        return "är ett skript i sidan. Skript får bara ligga i egna filer under theme/js."
    if given.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
        return "styr webbläsaren. Bara Content-Security-Policy används."
    return ""
