"""The keyboard: all is reached, in the order one reads, there and back, visibly and uncovered.

Comes in: an open page with our scripts (sida.prepare). Goes out: findings.
"""

from typing import Any

# Faults that are known and told in tillganglighet.yaml: what the finding says, where, since when.
KNOWN = (
    (("fokusramen klipps", "utanför fönstret"), "/handlaggare/",
     "2026-11-25: the wide table does not always scroll far enough sideways to a link"),
)


def keyboard(page: Any) -> list[str]:
    """Tab through the whole page and back, and look at each stop."""
    found = [*walk(page), *page.evaluate("granskning.jumps()"),
             *page.evaluate("granskning.looks()")]
    return [f"tangenter: {each}" for each in found if not _is_known(each, page.url)]


def _is_known(finding: str, address: str) -> bool:
    return any(place in address and any(words in finding for words in said)
               for said, place, _ in KNOWN)


def walk(page: Any) -> list[str]:
    """Press Tab through all stops, then Shift+Tab; say what was missed or met in another order."""
    stops = page.evaluate("granskning.record()")
    for _ in range(stops):
        page.keyboard.press("Tab")
    turn = page.evaluate("granskning.met.length")
    page.keyboard.press("Tab")  # out of the page
    for _ in range(stops + 1):
        page.keyboard.press("Shift+Tab")
    return page.evaluate("turn => granskning.walked(turn)", turn)
