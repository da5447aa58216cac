"""What shows only in another mode: keyboard, small window, spaced or larger text, forced colours,
calm, paper, no script, and what is read out.

Comes in: an open page (or the means to open one). Goes out: findings. A page that has been through
here is not as it was: open it anew.
"""

import re
from typing import Any

from katalog.languages import Language
from tests.granskning.sida import seen
from tests.granskning.sidor import View, look_at

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
LARGER = "html { font-size: 200% !important; }"
FIT = ["wider", "clipped"]
MOST_STOPS = 400



def keyboard(page: Any) -> list[str]:
    """Tab through the whole page: in order, visibly, uncovered, through to the end and out."""
    page.evaluate("lagen.toTop()")
    found, before, stops = [], -1, 0
    wanted = page.evaluate("lagen.reached()")
    for _ in range(min(wanted + 5, MOST_STOPS)):
        page.keyboard.press("Tab")
        now = page.evaluate("lagen.focused()")
        if now is None:
            break
        if now["place"] == before:
            found.append(f"tangentbordet fastnar: {now['what']}")
            break
        if now["place"] < before:
            if stops < wanted:
                found.append(f"tabbordningen hoppar tillbaka: {now['what']}")
            break
        stops, before = stops + 1, now["place"]
        found += _faults(now)
    if stops < min(wanted, MOST_STOPS):
        found.append(f"tangentbordet når {stops} av {wanted}")
    return [f"keyboard: {each}" for each in found]


def _faults(now: dict[str, Any]) -> list[str]:
    found = []
    if now["contrast"] < 3:
        found.append(f"fokus syns inte ({now['contrast']:.1f}:1): {now['what']}")
    if not now["inside"]:
        found.append(f"fokus är utanför fönstret: {now['what']}")
    elif not now["open"]:
        found.append(f"fokus är täckt: {now['what']}")
    return found


def small_and_large(page: Any, language: Language) -> list[str]:
    """320 px, 1280 px at 400 %, text with more space, text twice as large: all still there."""
    found = []
    for width, height in ((320, 640), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}×{height} {each}" for each in seen(page, language, FIT)]
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("css => lagen.add(css)", SPACED)
    found += [f"glesare text {each}" for each in seen(page, language, FIT)]
    page.evaluate("document.adoptedStyleSheets = []")
    page.set_viewport_size({"width": 1280, "height": 800})
    before = page.evaluate(SIZE)
    page.evaluate("css => lagen.add(css)", LARGER)
    after = page.evaluate(SIZE)
    if after < before * 1.9:
        found.append(f"större text: texten växer bara från {before} till {after} px")
    found += [f"större text {each}" for each in seen(page, language, FIT)]
    page.evaluate("document.adoptedStyleSheets = []")
    return found




def forced_colours(page: Any) -> list[str]:
    """With the visitor's own few colours: what has a border, a state and a focus keeps them."""
    page.emulate_media(forced_colors="active")
    found = page.evaluate("lagen.forced()")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    now = page.evaluate("lagen.focused()")
    if now and now["contrast"] < 3:
        found.append(f"fokus syns inte: {now['what']}")
    page.emulate_media(forced_colors="none")
    return [f"forced colours: {each}" for each in found]


def calm(page: Any, language: Language) -> list[str]:
    """Nothing moves for whoever asked for less, nor by itself for anybody."""
    found = seen(page, language, ["moving"])
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate("lagen.moving()")
    page.emulate_media(reduced_motion="no-preference")
    return found + [f"calm: {each} rör sig" for each in moving[:5]]


def sheets(page: Any) -> int:
    """Return how many A4 sheets a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))




def paper(page: Any) -> list[str]:
    """On paper: no menus, the numbers to ring, addresses written out, an insats on two sheets."""
    page.emulate_media(media="print")
    found = page.evaluate("lagen.paper()")
    page.emulate_media(media="null")  # as it was: with "screen" a PDF would show the screen
    if page.locator("article[data-insats]").count() and "/insats/" in page.url:
        count = sheets(page)
        if not 1 <= count <= 2:
            found.append(f"{count} blad")
    return [f"paper: {each}" for each in found]


def without_script(new_page: Any, server: str, view: View, prefix: str) -> list[str]:
    """Without script a page still has its heading, its words, and a way to every insats."""
    page = look_at(new_page, server, view, prefix, java_script_enabled=False)
    words = page.locator("main").inner_text().split()
    found = [] if len(words) > 20 else [f"bara {len(words)} ord utan skript"]
    links = page.locator("main a[href], header a[href]").count()
    if links < 5:
        found.append("inga vägar vidare utan skript")
    if view.kind == "a-o" and page.locator("main [data-insats] a").count() < 50:
        found.append("alla insatser nås inte utan skript")
    if view.kind == "insats-ja" and not page.locator("main a[href^='tel:']").count():
        found.append("inget nummer utan skript")
    return [f"no script: {each}" for each in found]




def read_out(page: Any, view: View) -> list[str]:
    """What is found is told once, in one live region, with its number."""
    page.evaluate("lagen.watch()")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    page.wait_for_timeout(700)
    told = page.evaluate("told")
    regions = {region for region, _ in told}
    found = []
    if f"#{next(iter(regions), '')}" != view.counts or len(regions) != 1:
        found.append(f"resultatet läses upp i {sorted(regions)}, ska vara {view.counts}")
    if len(told) > 1:
        found.append(f"resultatet läses upp {len(told)} gånger")
    text = page.locator(view.counts).inner_text() if page.locator(view.counts).count() else ""
    if not re.search(r"\d", text) and "inget" not in view.kind:
        found.append(f"antalet läses inte upp: {text!r}")
    return [f"read out: {each}" for each in found]
