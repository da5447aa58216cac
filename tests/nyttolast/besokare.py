"""What a visitor, or whoever sent the visitor a link, can put into a page: the address after #,
the fields, what is stored in the browser.

Comes in: a watched page, the address of a guide, a Tally. Goes out: what the payloads did there.
"""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from tests.nyttolast.se import Tally

# Every page that reads any of it, and what shows that it has.
PAGES = {"sok/": "#traffar", "hitta-ratt/": "#forslag li", "handlaggare/": "#tabell .gor",
         "kommun/botkyrka/": "#lista", "min-lista/": "#vy > *", "utan-nat/": "#sparat",
         "insats/mia-hbs/": "[data-svar]", "": "#ord"}  # fmt: skip
KEYS = ("q", "kommun", "vag", "alder", "exakt", "steg", "forsorjning", "malgrupp", "ring", "sprak",
        "insatstyp", "inskriven_af", "sort", "kol", "lista", "visa", "jamfor", "bara",
        "not.mia-hbs", "__proto__", "constructor")  # fmt: skip
STORED = ("min-lista", "kolumner", "kortkommandon", "utan-nat")
QUIET = "() => new Promise((done) => setTimeout(done, 15))"


def addresses(text: str) -> Iterable[str]:
    """Yield what can stand after #: a payload for every key, one in a list, the bare payload."""
    own = quote(text, safe="")
    yield "&".join(f"{key}={own}" for key in KEYS)
    yield f"lista=mia-hbs,{own}&not.mia-hbs={own}&visa=hafte&sprak={own}"
    yield f"lista=mia-hbs,din-tur&jamfor=mia-hbs,din-tur,{own}&visa=jamfor&kommun=botkyrka,{own}"
    yield f"{own}={own}"
    yield text.replace("\x00", "")


def try_addresses(page: Any, home: str, texts: Iterable[str], tally: Tally) -> None:
    """Go to every address, on every page, as from a link."""
    for name, ready in PAGES.items():
        page.goto(f"{home}{name}")
        page.locator(ready).first.wait_for(state="attached")
        for text in texts:
            for after in addresses(text):
                page.evaluate("after => { location.hash = after }", after)
                page.evaluate(QUIET)
            tally.look(page, f"#{name}")
        assert page.url.startswith(f"{home}{name}")
        page.reload()
        page.locator(ready).first.wait_for(state="attached")
        tally.look(page, f"#{name}")


def try_typing(page: Any, home: str, texts: Iterable[str], tally: Tally) -> None:
    """Type every payload in every field that takes text."""
    page.goto(f"{home}min-lista/")
    key = f"min-lista:{home[home.index('/', 8):]}"
    page.evaluate("([key, list]) => localStorage.setItem(key, list)",
                  [key, json.dumps([{"id": "mia-hbs", "not": ""}])])
    for name, ready in PAGES.items():
        for text in texts:
            page.goto(f"{home}{name}#")
            page.locator(ready).first.wait_for(state="attached")
            page.evaluate("text => skrivIAllt(text)", text)
            page.wait_for_timeout(60)
            page.wait_for_load_state()  # the box of the start page leads on
            page.locator("#innehall").wait_for()
            tally.look(page, f"skrivet {name}")


def try_storage(page: Any, home: str, texts: Iterable[str], tally: Tally) -> None:
    """Store payloads where the guide stores things, as they are and as a list would be."""
    path = home[home.index("/", 8):]
    for text in texts:
        item = {"id": "mia-hbs", "not": text, "__proto__": {"x": text}}
        for stored in (text, json.dumps(text), json.dumps([item, {"id": text}, text, None]),
                       json.dumps({"0": item, "length": 1})):
            page.evaluate("([keys, value]) => keys.map((key) => localStorage.setItem(key, value))",
                          [[f"{key}:{path}" for key in STORED], stored])
            for name, ready in (("min-lista/", "#vy > *"), ("handlaggare/", "#tabell .gor")):
                page.goto(f"{home}{name}")
                page.locator(ready).first.wait_for(state="attached")
                tally.look(page, f"lagrat {name}")
