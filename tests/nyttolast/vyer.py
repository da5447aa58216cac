"""The views that script draws from poisoned data, each driven as a visitor would.

Comes in: a watched page, the address of a poisoned guide, a Tally. Goes out: what each view
carried, in the Tally; files in a folder.
"""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.nyttolast.laster import TEXTS
from tests.nyttolast.se import Tally

PERSON = "kommun=huddinge&alder=20&forsorjning=ekonomiskt-bistand"
NAMES = [f"nl-{payload:02}-{variant}" for payload in range(len(TEXTS)) for variant in "ab"]


def draw_all(page: Any) -> None:
    """Press "Visa fler" until there is no more."""
    page.evaluate("ritaAllt()")


def open_folds(page: Any) -> None:
    """Open everything that folds."""
    for _ in range(2):
        page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
        page.wait_for_timeout(30)


def go(page: Any, address: str, ready: str) -> None:
    """Open a view anew and wait until it is drawn."""
    page.goto("about:blank")
    page.goto(address)
    page.locator(ready).first.wait_for(state="attached")
    page.wait_for_timeout(30)


def search(page: Any, home: str, tally: Tally) -> None:
    """Every record as a hit, a curated answer, a word put right, no hits."""
    go(page, f"{home}sok/#kommun=huddinge", "#traffar[aria-busy=false] [data-insats]")
    draw_all(page)
    tally.look(page, "sok")
    for words in ("jobb", "smittta", "qqxxzz", "tyreso", "orkar inte leva"):
        go(page, f"{home}sok/#q={quote(words)}", "#traffar[aria-busy=false]")
        tally.look(page, "sok")


def table(page: Any, home: str, tally: Tally, folder: Path | None = None) -> dict[str, Path]:
    """The caseworkers' table, its filters, its files."""
    go(page, f"{home}handlaggare/#{PERSON}", "#tabell .grupp")
    open_folds(page)
    draw_all(page)
    tally.look(page, "handlaggare")
    go(page, f"{home}handlaggare/", "#tabell .gor")
    draw_all(page)
    page.locator("#tabell .gor button").first.click()
    page.wait_for_timeout(100)
    tally.look(page, "handlaggare")
    return {ending: _file(page, ending, folder) for ending in ("csv", "xlsx")} if folder else {}


def _file(page: Any, ending: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.locator(f"#verktyg [data-gor={ending}]").click()
    path = folder / f"tabell.{ending}"
    started.value.save_as(path)
    return path


def lists(page: Any, home: str, tally: Tally) -> None:
    """A list that is filtered where it stands."""
    for address in (f"kommun/huddinge/#{PERSON}", f"a-o/#{PERSON}", "malgrupp/uvas/#alder=99"):
        go(page, f"{home}{address}", "#urval:not([hidden])")
        open_folds(page)
        draw_all(page)
        tally.look(page, "lista")


def matching(page: Any, home: str, tally: Tally) -> None:
    """Guided matching: first and last question, and the result."""
    for step in (1, 4, 5):
        go(page, f"{home}hitta-ratt/#steg={step}&{PERSON}",
           "#forslag[aria-busy=false] [data-insats]")
        open_folds(page)
        draw_all(page)
        tally.look(page, "hitta-ratt")


def my_list(page: Any, home: str, tally: Tally, names: list[str]) -> None:
    """A list that came with a link, with notes: to read, mail, copy, print, compare."""
    notes = "".join(f"&not.{name}={quote(TEXTS[int(name[3:5])])}" for name in names)
    address = f"{home}min-lista/#lista={','.join(names)}{notes}"
    go(page, address, "#vy li[data-insats]")
    page.locator("#med").check()
    page.locator("[data-gor=text]").click()
    page.wait_for_timeout(50)
    tally.look(page, "min-lista")
    for code in ("", "en"):
        go(page, f"{address}&visa=hafte&sprak={code}", "#vy article")
        tally.look(page, "hafte")
    for start in range(0, len(names) - 3, 4):
        few = ",".join(names[start:start + 4])
        go(page, f"{home}min-lista/#lista={few}&visa=jamfor&jamfor={few}", "#vy td")
        open_folds(page)
        tally.look(page, "jamfor")


def feedback(page: Any, home: str, tally: Tally, name: str) -> None:
    """The prepared text of an insats page, with choices made, and the page on paper."""
    go(page, f"{home}insats/{name}/", "[data-svar]")
    open_folds(page)
    for place in range(page.locator("[data-rad]").count()):
        page.locator("[data-rad]").nth(place).select_option(index=1)
    page.evaluate("text => skriv(text)", TEXTS[int(name[3:5])])
    tally.look(page, "insats")
    page.emulate_media(media="print")
    tally.look(page, "papper")
    page.emulate_media(media="screen")
