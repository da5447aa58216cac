"""The keyboard: all is reached, in the order one reads, there and back, visibly and uncovered.

Comes in: an open page with our scripts (sida.prepare). Goes out: findings.
"""

from typing import Any


def keyboard(page: Any) -> list[str]:
    """Tab through the whole page and back, and look at each stop."""
    found = [*walk(page), *page.evaluate("granskning.jumps()")]
    return [*(f"tangenter: {each}" for each in found), *looks(page)]


def looks(page: Any) -> list[str]:
    """Give each stop the focus, and look whether it is seen."""
    return [f"tangenter: {each}" for each in page.evaluate("granskning.looks()")]


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
