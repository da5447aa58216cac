"""What shows only in another mode: keyboard, small window, spaced or larger text, forced colours,
calm, paper, no script, and what is read out.

Comes in: an open page (or the means to open one). Goes out: findings. A page that has been through
here is not as it was: open it anew.
"""

import re
from typing import Any

from katalog.languages import Language
from tests.granskning.sida import prepare, seen
from tests.granskning.sidor import View, look_at


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


def without_script(new_page: Any, server: str, view: View, prefix: str,
                   words: list[str]) -> list[str]:
    """Without script a page still says its words, leads on, and shows nothing that is dead."""
    page = look_at(new_page, server, view, prefix, bypass_csp=True, java_script_enabled=False)
    prepare(page)
    # The page that shows every part shows fields and buttons with nothing behind them, and says so.
    found = [] if view.kind == "stil" else page.evaluate("granskning.promises()")
    if page.locator("main a[href], header a[href]").count() < 5:
        found.append("inga vägar vidare")
    if "#" not in view.address and not view.opened:
        still = set(page.evaluate("granskning.words()"))
        found += [f"{each!r} syns bara med skript" for each in words if each not in still]
    return [f"utan skript: {each}" for each in found]


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
