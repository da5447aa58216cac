"""Colours, and whether what they tell can be seen.

Comes in: the tokens in theme/static/css/guide.css, and a publisher's own colours. Goes out: the
contrast of each pair that meets on a page (WCAG 2.2), what is too weak and the nearest colour
that will do, and the style sheet with the publisher's colours in it.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from katalog.paths import THEME
from katalog.problems import FieldPath

SHEET = THEME / "static" / "css" / "guide.css"
LIGHT, DARK = "ljust", "morkt"
FIELDS = {LIGHT: "farg", DARK: "farg_mork"}  # in utgivare.yaml
TOWARDS = {LIGHT: "#000000", DARK: "#ffffff"}  # where a colour that is too weak becomes stronger
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
DARK_PART = "@media (prefers-color-scheme: dark)"

ROLES = {
    "papper": "sidans botten",
    "yta": "kort och fält",
    "lugn": "lugn ruta",
    "ja": "ruta för ett ja",
    "vanta": "ruta som varnar",
    "blac": "text",
    "dampad": "text i andra hand",
    "farg": "länkar och knappar",
    "pa-farg": "text på knapp",
    "ja-kant": "kant och text för ett ja",
    "vanta-kant": "kant som varnar",
    "kant": "kant runt fält och knappar",
    "linje": "linje mellan rader",
    "fokus": "ram runt det som har fokus",
    "fokus-yta": "botten för det som har fokus",
    "pa-fokus": "text i det som har fokus",
}  # fmt: skip
READ, TEXT, SEEN = 7.0, 4.5, 3.0  # long texts; all text; edges, marks and focus
UNDER = ("papper", "yta", "lugn", "ja", "vanta")  # what text and links stand on
# What meets what on the pages, and the contrast it needs. Each pair stands here and nowhere else.
PAIRS = (
    *(("blac", under, READ) for under in UNDER),
    *(("dampad", under, TEXT) for under in UNDER),
    *(("farg", under, TEXT) for under in UNDER),
    ("pa-farg", "farg", TEXT),
    ("ja-kant", "ja", TEXT),
    ("ja-kant", "papper", SEEN),
    ("vanta-kant", "vanta", SEEN),
    ("vanta-kant", "papper", SEEN),
    *(("kant", under, SEEN) for under in ("papper", "yta", "lugn")),
    ("pa-fokus", "fokus-yta", READ),
    *(("fokus", under, SEEN) for under in UNDER),
)  # fmt: skip

Tokens = dict[str, str]


@dataclass(frozen=True)
class Pair:
    """Two tokens that meet: the front one, what it stands on, the contrast there is and needs."""

    front: str
    under: str
    ratio: float
    needed: float

    @property
    def is_enough(self) -> bool:
        """True when it can be seen."""
        return self.ratio >= self.needed


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def written(ratio: float) -> str:
    """Return a contrast as people write it, never more than it is: '4,49:1'."""
    return f"{math.floor(ratio * 100) / 100:.2f}".replace(".", ",").removesuffix(",00") + ":1"


def pairs(tokens: Tokens) -> list[Pair]:
    """Return every pair of the page with its contrast."""
    return [Pair(front, under, contrast(tokens[front], tokens[under]), needed)
            for front, under, needed in PAIRS]


def read_tokens(css: str) -> dict[str, Tokens]:
    """Return {light or dark: {token: colour}} of a style sheet; dark changes some of the light."""
    light, dark = _parts(css)
    first = dict(TOKEN.findall(light))
    return {LIGHT: first, DARK: first | dict(TOKEN.findall(dark))}


@cache
def our_tokens() -> dict[str, Tokens]:
    """Return the tokens of the guide's own style sheet."""
    return read_tokens(SHEET.read_text(encoding="utf-8"))


def findings(own: Tokens) -> Iterator[tuple[FieldPath, str]]:
    """Yield (path, message) for each colour of a publisher that is too weak somewhere."""
    for scheme, name in FIELDS.items():
        if name not in own:
            continue
        tokens = our_tokens()[scheme] | {"farg": own[name].lower()}
        weak = [pair for pair in _with_farg(tokens) if not pair.is_enough]
        if weak:
            yield ("farger", name), _message(own[name], scheme, min(weak, key=_share), tokens)


def chosen(own: Tokens) -> dict[str, str]:
    """Return {light or dark: the publisher's colour}; without one for dark the nearest to that for
    light. {} when the publisher has none."""
    if not own:
        return {}
    light = own[FIELDS[LIGHT]].lower()
    return {LIGHT: light, DARK: own.get(FIELDS[DARK], "").lower() or nearest(light, DARK)}


def nearest(colour: str, scheme: str) -> str:
    """Return the colour itself, or the first on the way to black or white that will do."""
    for step in range(256):
        mixed = _mixed(colour, TOWARDS[scheme], step / 255)
        if all(pair.is_enough for pair in _with_farg(our_tokens()[scheme] | {"farg": mixed})):
            return mixed
    raise ValueError(f"the tokens of {scheme} leave no room for a colour")


def applied(css: str, colours: dict[str, str]) -> str:
    """Return guide.css with a publisher's colours, as `chosen` gives them."""
    parts = _parts(css)
    for part, colour in zip(parts, colours.values(), strict=False):
        css = css.replace(part, re.sub(r"(--farg: )#[0-9a-f]{6}", rf"\g<1>{colour}", part, count=1))
    return css


def _parts(css: str) -> tuple[str, str]:
    """Return the block of tokens for light and that for dark."""
    start, rest = css.split(DARK_PART, 1)
    return start, rest[:rest.index("}")]


def _with_farg(tokens: Tokens) -> list[Pair]:
    return [pair for pair in pairs(tokens) if "farg" in (pair.front, pair.under)]


def _share(pair: Pair) -> float:
    return pair.ratio / pair.needed


def _message(colour: str, scheme: str, pair: Pair, tokens: Tokens) -> str:
    other = pair.under if pair.front == "farg" else pair.front
    where = "mörkt" if scheme == DARK else "ljust"
    return (f'"{colour}" syns för dåligt i {where} läge: {written(pair.ratio)} mot '
            f"{tokens[other]} ({ROLES[other]}), minst {written(pair.needed)} behövs. "
            f'Närmaste färg som räcker: "{nearest(colour.lower(), scheme)}".')


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _mixed(colour: str, other: str, share: float) -> str:
    both = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in both)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
