"""Where the pages lead: every link, anchor and file they ask for, and whether all can be reached.

Comes in: Site. Goes out: breaches, how many links were followed, and which addresses lead out.
A link is read once for all pages that write it alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from katalog.site_read import NOT_FOUND, Breach, Site

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*:|//)")
ROOTED = -1
INSIDE = ""  # the scheme of what is on the site itself
# "fil" is fetched with the page; of the others only "lank" leads a reader on.
USES = ("lank", "mallank", "adress", "fil")
NOT_LINKED = {
    NOT_FOUND: "visas i stället för en sida som inte finns",
    "stil/index.html": "är till för den som bygger sidor, inte för besökare",
}


class Link(NamedTuple):
    """A link as written: `up` is how many folders up, ROOTED from the root of the site."""

    scheme: str
    up: int
    path: str
    anchor: str


@dataclass
class Followed:
    """What following every link gave, and the way to follow more of them."""

    site: Site
    count: int = 0
    targets: dict[str, set[str]] = field(default_factory=dict)  # page → files its links lead to
    fetched: dict[str, set[str]] = field(default_factory=dict)  # page → files it asks for
    outside: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    breaches: list[Breach] = field(default_factory=list)
    read: dict[str, Link] = field(default_factory=dict)  # as written → what it says
    folders: dict[str, list[str]] = field(default_factory=dict)

    def link(self, text: str) -> Link:
        """Return what a link says."""
        if text not in self.read:
            self.read[text] = read_link(text, self.site.address)
        return self.read[text]

    def target(self, name: str, text: str) -> str | None:
        """Return the file that a link in file `name` leads to; None if there is none."""
        link = self.link(text)
        if link.scheme:
            return None
        if not link.path and not link.up:
            return name
        folders = [""] if link.up == ROOTED else self._folders(name)
        if link.up >= len(folders):
            return None  # out of the site
        return self.site.addresses.get(folders[link.up] + link.path)

    def _folders(self, name: str) -> list[str]:
        """Return the folder of a file, then those it lies in: ["en/om/", "en/", ""]."""
        if name not in self.folders:
            parts = name.split("/")[:-1]
            self.folders[name] = ["", *accumulate(f"{part}/" for part in parts)][::-1]
        return self.folders[name]


def read_link(text: str, address: str = "") -> Link:
    """Read a link. One that starts with the site's own address, or with its folder on the host,
    is rooted; all others on the site are relative."""
    rest, _, anchor = text.strip().partition("#")
    rest = rest.partition("?")[0]
    if scheme := SCHEME.match(rest):
        if not address or not f"{rest}/".startswith(f"{address}/"):
            return Link(scheme[1].lower(), 0, rest, anchor)
        rest = rest.removeprefix(address.removesuffix(urlsplit(address).path)) or "/"
    root = urlsplit(address).path + "/"
    if rest and f"{rest}/".startswith(root):
        return Link(INSIDE, ROOTED, unquote(rest[len(root):]), unquote(anchor))
    steps = unquote(rest).split("/")
    dots = next((n for n, step in enumerate(steps) if step not in (".", "..")), len(steps))
    return Link(INSIDE, steps[:dots].count(".."), "/".join(steps[dots:]), unquote(anchor))


def follow(site: Site) -> Followed:
    """Follow every link of every page."""
    found = Followed(site)
    for name, page in site.pages.items():
        found.targets[name], found.fetched[name] = set(), set()
        for use in USES:
            texts = dict.fromkeys(page.get(use, ()))
            found.count += len(texts)
            for text in texts:
                found.breaches += _follow(found, name, use, text)
    return found


def _follow(found: Followed, name: str, use: str, text: str) -> Iterator[Breach]:
    link = found.link(text)
    if link.scheme:
        if use == "fil":
            yield Breach("egna-filer", name, (
                f"{text} hämtas någon annanstans ifrån. Lägg filen i theme/static/."))
        else:
            found.outside[text].append(name)
        return
    if (link.up == ROOTED) != (name == NOT_FOUND) and _matters(found.site, name, text):
        yield Breach("flyttbar", name, _immovable(name, text))
        return
    target = found.target(name, text)
    if target is None:
        yield Breach(*_nowhere(name, use, text))
        return
    if use in ("lank", "fil"):
        (found.targets if use == "lank" else found.fetched)[name].add(target)
    if link.anchor and _no_place(found.site, target, link.anchor):
        yield Breach("ankare", name, (
            f"länken {text} pekar på en plats som inte finns på {target}. "
            "Rätta det som står efter #, eller sätt id på platsen."))


def _matters(site: Site, name: str, text: str) -> bool:
    """A whole address of our own is fine anywhere, and a place on the page itself too."""
    return not text.startswith("#") and not (site.address and text.startswith(site.address))


def _immovable(name: str, text: str) -> str:
    if name == NOT_FOUND:
        return (f"länken {text} är relativ, men sidan visas på alla adresser. "
                "Börja den med {{ ROT }}/ i theme/templates/404.html.")
    return (f"länken {text} börjar med / och går sönder när guiden ligger i en egen mapp. "
            "Skriv den relativt, i mallar med {{ SITEURL }}/.")


def _nowhere(name: str, use: str, text: str) -> tuple[str, str, str]:
    if use == "fil":
        return "filer", name, f"filen {text} finns inte. Lägg dit den eller rätta adressen."
    return "lankar", name, f"länken {text} leder ingenstans. Rätta adressen eller ta bort länken."


def _no_place(site: Site, target: str, anchor: str) -> bool:
    # What holds "=" is words or filters for a script, not a place on the page.
    if "=" in anchor:
        return False
    if target in site.pages:
        return anchor not in site.pages[target].get("id", ())
    return target.endswith(".svg") and f'id="{anchor}"' not in site.texts.get(target, "")


def reachable(site: Site, followed: Followed) -> Iterator[Breach]:
    """Every page can be reached by links alone from the start page of its language, and each of
    those from the start page."""
    whole = _reached("index.html", followed.targets, site.pages.keys())
    for prefix in site.languages:
        home = f"{prefix}index.html"
        own = {name for name in site.pages if site.prefix(name) == prefix}
        reached = _reached(home, followed.targets, own) if home in whole else set()
        for name in sorted(own - reached):
            if name.removeprefix(prefix) not in NOT_LINKED:
                promise = "nas-insats" if "insats/" in name else "nas-sida"
                yield Breach(promise, name, (
                    f"sidan går inte att nå med länkar från {home}. Länka till den från en sida "
                    "som går att nå, eller ta bort den."))


def _reached(start: str, targets: dict[str, set[str]], within: set[str]) -> set[str]:
    seen: set[str] = set()
    waiting = {start} & set(within)
    while waiting:
        seen |= waiting
        waiting = {to for name in waiting for to in targets[name] if to in within} - seen
    return seen
