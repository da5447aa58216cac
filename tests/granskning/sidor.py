"""The page types, the states that each can be in, and the languages. The one table of them.

Comes in: the records. Goes out: View(kind, address, ready), and how they are spread over languages,
themes and widths.
"""

from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from katalog import status
from katalog.languages import load_languages
from katalog.records import load_records

PRESSED = Path(__file__).with_name("tryckta.js").read_text(encoding="utf-8")
RECORDS = {record.id: record.data for record in load_records()[0]}
LANGUAGES = [language.prefix for language in load_languages().values()]
THEMES = ("light", "dark")
WIDTHS = (360, 1280)
SICK = "kommun=botkyrka&alder=45&forsorjning=sjukpenning"
NOTHING = "kommun=salem&alder=99&forsorjning=lon"
MY_LIST = "min-lista/#lista=mia-hbs,din-tur,start&not.start=Ring%20i%20maj"
LISTS = {"kommun": "huddinge", "malgrupp": "psykisk-ohalsa", "forsorjning": "sjukpenning",
         "insatstyp": "samordnat-stod", "metod": "supported-employment", "vag-in": "individ",
         "organisation": "huddinge-kommun"}  # fmt: skip


@dataclass(frozen=True)
class View:
    """A page in a state: its address after the language's prefix, what shows that it is whole, and
    what is opened by a press before one looks."""

    kind: str
    address: str
    ready: str = "body"
    opened: str = ""
    counts: str = ""  # the live region that tells how many, where there is one


def views() -> list[View]:
    """Return every page type in every state."""
    said = "#besked"
    found = [
        View("start", ""), View("om", "om/"), View("404", "404.html"),
        View("a-o", "a-o/"), View("egenanmalan", "egenanmalan/"), View("ordlista", "ordlista/"),
        View("tillganglighet", "tillganglighet/"), View("stil", "stil/"),
        View("utan-nat", "utan-nat/"),
        View("for", "for/"), View("for-varden", "for/varden/"),
        View("for-kontaktcenter", "for/kontaktcenter/", opened="details.aven-utskrift > summary"),
        View("sok", "sok/"),
        View("sok-traffar", "sok/#q=arbete", "#traffar [data-insats]", counts=said),
        View("sok-inget", "sok/#q=qqxxzz", "#forstatt section", counts=said),
        View("sok-nod", "sok/#q=jag%20orkar%20inte%20leva", "#forstatt .nod"),
        View("hitta-ratt", "hitta-ratt/#steg=1", "#forslag [data-insats]", counts=said),
        View("hitta-ratt-val", "hitta-ratt/#steg=3", "#forslag [data-insats]", counts=said),
        View("hitta-ratt-klart", f"hitta-ratt/#steg=5&{SICK}", "#nasta > *", "#mer > summary",
             said),
        View("handlaggare", "handlaggare/", "#tabell .gor"),
        View("handlaggare-val", f"handlaggare/#{SICK}", "#tabell .grupp", "#filtrera > summary",
             said),
        View("lista-oppen", "kommun/botkyrka/", opened="#filtrera > summary"),
        View("lista-vald", f"kommun/botkyrka/#{SICK}", "#urval [data-insats]", counts=said),
        View("lista-inget", f"metod/ips/#{NOTHING}", said, counts=said),
        View("min-lista", "min-lista/", "#vy .ingress"),
        View("min-lista-lank", MY_LIST, "#vy li[data-insats]"),
        View("min-lista-hafte", f"{MY_LIST}&visa=hafte", "#vy article"),
        View("min-lista-jamfor", f"{MY_LIST}&visa=jamfor&jamfor=mia-hbs,din-tur", "#vy td"),
        View("listor", "kommun/"),
        *(View(f"lista-{kind}", f"{kind}/{value}/") for kind, value in LISTS.items()),
    ]  # fmt: skip
    longest = {}  # of insatser the one with most to say for each answer
    for name in sorted(RECORDS, key=lambda name: len(str(RECORDS[name]))):
        longest[status.self_referral(RECORDS[name])] = name
    found += [View(f"insats-{answer}", f"insats/{name}/") for answer, name in longest.items()]
    return found


VIEWS = {view.kind: view for view in views()}


def languages_of(view: View) -> list[str]:
    """Return the prefixes of the languages that a page is in."""
    return [""] if view.kind == "404" else LANGUAGES


def sample() -> list[tuple[View, str, str, int]]:
    """Return each view once, spread so that every language meets every theme and width."""
    looks = list(product(LANGUAGES, THEMES, WIDTHS))
    return [(view, looks[place * 7 % len(looks)][0] if view.kind != "404" else "",
             *looks[place * 7 % len(looks)][1:]) for place, view in enumerate(VIEWS.values())]


def everything() -> list[tuple[View, str, str, int]]:
    """Return every view in every language, theme and width."""
    return [(view, prefix, theme, width) for view in VIEWS.values()
            for prefix, theme, width in product(languages_of(view), THEMES, WIDTHS)]


def look_at(new_page: Any, server: str, view: View, prefix: str = "", width: int = 1280,
            **options: Any) -> Any:
    """Open a view in a window, and wait until it is whole."""
    page = new_page(viewport={"width": width, "height": 800}, **options)
    page.add_init_script(PRESSED)
    page.goto(server + prefix + view.address)
    if options.get("java_script_enabled", True):
        page.locator(view.ready).first.wait_for()
        page.wait_for_load_state("networkidle")
        if view.opened:
            page.locator(view.opened).first.click()
    return page
