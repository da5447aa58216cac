"""What the style page shows: every component, with real records and with the colours as sent.

Comes in: the Catalog, guide.css and the publisher's colours. Goes out: the variables of
theme/templates/stil.html. Contrasts and sizes are worked out here, never written by hand.
"""

import re
from typing import Any

from katalog import colours
from katalog.catalog import BADGES, STAGES, Catalog
from katalog.colours import DARK, LIGHT
from katalog.insats_page import insats_variables
from katalog.paging import Sheet
from katalog.publisher import load_publisher

SIZE = re.compile(
    r"^  --(text|stor|h\d|luft-\d|rundning|streck|tjockt|rad|bredd|mal): ([^;]+);", re.M)
# What a page can be rich in; the example is the insats that shows most of it.
PARTS = ("kontakter", "villkor", "organisationer", "vaxlar", "andra_vagar", "blev")
ENOUGH = 100  # insatser to choose the example from

Data = dict[str, Any]


def style_variables(catalog: Catalog) -> Data:
    """Return all that the template needs."""
    css = colours.SHEET.read_text(encoding="utf-8")
    tokens = colours.read_tokens(colours.applied(css, load_publisher().colours))
    posts = list(catalog.posts.values())
    posts.sort(key=lambda post: STAGES.index(post.stage))  # what is there now first
    shown = [insats_variables(post, catalog) for post in posts[:ENOUGH]]
    return {
        "roller": [(name, role, tokens[LIGHT][name], tokens[DARK][name])
                   for name, role in colours.ROLES.items()],
        "par": _pairs(tokens),
        "matt": dict(SIZE.findall(css)),
        "marken": _first_of_each([(post.badge, post) for post in posts], BADGES),
        "svaren": _first_of_each([(each["post"].self_referral, each) for each in shown],
                                 ("ja", "nej", "vet-inte")),
        "kommuner": list(catalog.lists["kommun"]),
        "exempel": max(shown, key=_richness),
        "sidan": Sheet(["stil/#sidor"] * 9, 4),  # a list of nine pages, seen from the fourth
    }


def _pairs(tokens: dict[str, colours.Tokens]) -> list[Data]:
    """Return each pair with its colours and contrast in light and in dark."""
    both = zip(colours.pairs(tokens[LIGHT]), colours.pairs(tokens[DARK]), strict=True)
    return [{"fram": light.front, "under": light.under, "behovs": colours.written(light.needed),
             "lagen": [_look(light, tokens[LIGHT]), _look(dark, tokens[DARK])]}
            for light, dark in both]


def _look(pair: colours.Pair, tokens: colours.Tokens) -> Data:
    return {"fram": tokens[pair.front], "under": tokens[pair.under],
            "kontrast": colours.written(pair.ratio)}


def _first_of_each(found: list[tuple[str, Any]], order: tuple[str, ...]) -> list[tuple[str, Any]]:
    first: dict[str, Any] = {}
    for kind, what in found:
        first.setdefault(kind, what)
    return [(kind, first[kind]) for kind in order if kind in first]


def _richness(variables: Data) -> int:
    data = variables["data"]
    return sum(bool(variables[part]) for part in PARTS) + 2 * bool(data["vad_hander"])
