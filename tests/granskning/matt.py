"""What is measured with a ruler: targets, letters, lines; what sticks out, is cut or collides.

Comes in: an open page with our scripts (sida.prepare). Goes out: findings. 44 px for what one acts
on, 24 px for the rest (WCAG 2.5.5, 2.5.8), 18 px letters and 70 a line are promises of our own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LARGE, SMALL, LETTER, LINE = 44, 24, 18, 70
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
LARGER = "html { font-size: 200% !important; }"
GROWS, GROWS_LARGE = 1.95, 1.6  # times; a large heading follows the window too


def as_it_stands(page: Any) -> list[str]:
    """Return what is too small, too long or does not fit, in the window as it is."""
    found = [*page.evaluate("([large, small]) => granskning.targets({large, small})",
                            [LARGE, SMALL]),
             *page.evaluate("least => granskning.letters(least)", LETTER),
             *page.evaluate("most => granskning.longLines(most)", LINE), *fits(page)]
    return [f"mått: {each}" for each in found]


def in_other_sizes(page: Any) -> list[str]:
    """320 px, 1280 px at 400 %, text with more space, text twice as large: all still there."""
    found = []
    for width, height in ((320, 640), (320, 256)):
        with window(page, width, height):
            found += [f"{width} × {height}: {each}" for each in fits(page)]
    with window(page, 360, 800), sheet(page, SPACED):
        found += [f"glesare text: {each}" for each in fits(page)]
    with window(page, 1280, 800):
        found += [f"större text: {each}" for each in larger(page)]
    return [f"mått: {each}" for each in found]


def fits(page: Any) -> list[str]:
    """Return what sticks out of the window, is cut off, or lies on other text."""
    return page.evaluate("[...granskning.sticksOut(), ...granskning.cut(), "
                         "...granskning.collides()]")


def larger(page: Any) -> list[str]:
    """Make the letters twice as large; return those that did not grow, and what does not fit."""
    before = page.evaluate("granskning.sizes()")
    with sheet(page, LARGER):
        after = page.evaluate("granskning.sizes()")
        same = {what for (what, size), (_, grown) in zip(before, after, strict=False)
                if grown < size * (GROWS if size < 24 else GROWS_LARGE)}
        return [*(f"{what}: växer inte" for what in sorted(same)), *fits(page)]


@contextmanager
def window(page: Any, width: int, height: int) -> Iterator[None]:
    """Look through a window of a size, then through the one that was."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": height})
    yield
    page.set_viewport_size(before)


@contextmanager
def sheet(page: Any, css: str) -> Iterator[None]:
    """Add rules to the page, then take them away."""
    page.evaluate("css => lagen.add(css)", css)
    yield
    page.evaluate("document.adoptedStyleSheets = []")
