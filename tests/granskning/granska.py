"""All checks of one page in one state, in the order that leaves it usable longest.

Comes in: the means to open a page, the address of a served site, a View, a language's prefix, theme
and width. Goes out: findings, each with where it was found.
"""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import TimeoutError

from katalog.languages import load_languages
from tests.granskning import lagen, matt, tangenter
from tests.granskning.sida import axe, seen
from tests.granskning.sidor import View, look_at

CHECKS = (
    "Regler i axe-core för WCAG 2.2 på nivå A och AA, och god sed",
    "Storlek på allt man trycker på, textens storlek och radernas längd",
    "Rubriker, landmärken, namn, etiketter och roller",
    "Tangentbordet: ordning, synligt fokus, inget som fastnar eller täcks",
    "Fönster på 320 punkter och 400 procents förstoring",
    "Glesare text och dubbelt så stor text",
    "Besökarens egna färger, och inget som rör sig",
    "Utskrift",
    "Utan skript",
    "Att resultatet läses upp en gång, med antal",
    "Språk på sidan och på dess delar, och spegelvänd sida från höger till vänster",
    "Giltig HTML enligt W3C:s Nu, och länkar som leder rätt",
)


PLAIN = ("light", 1280)  # the look in which the whole matrix asks what no look changes


def audit(new_page: Any, server: str, view: View, prefix: str = "", theme: str = "light",
          width: int = 1280, whole: bool = True) -> list[str]:
    """Return every finding on a page in a state; with `whole` false only of the checks whose
    answer can differ with theme and width."""
    found = stages(new_page, server, view, prefix, theme, width, whole)
    return [f"/{prefix}{view.address} {theme} {width}: {each}" for some in found for each in some]


def stages(new_page: Any, server: str, view: View, prefix: str = "", theme: str = "light",
           width: int = 1280, whole: bool = True) -> Iterator[list[str]]:
    """Yield what each check finds, one check at a time: whoever has seen enough can stop."""
    language = next(each for each in load_languages().values() if each.prefix == prefix)
    look = {"color_scheme": theme, "bypass_csp": True}
    try:
        page = look_at(new_page, server, view, prefix, width, **look)
    except TimeoutError as error:
        yield [f"sidan blir inte hel: {str(error).splitlines()[0]}"]
        return
    yield [*seen(page, language),
           *(f"fält: {each}" for each in page.evaluate("granskning.fields()"))]
    words = page.evaluate("granskning.words()")
    yield matt.as_it_stands(page)
    yield axe(page)
    yield lagen.calm(page, language)
    yield lagen.forced_colours(page)
    if whole:  # each sets its own width, and shows its own colours or none
        yield lagen.paper(page)
        yield matt.in_other_sizes(page)
        if view.counts:
            yield lagen.read_out(page, view)
    yield tangenter.keyboard(page) if whole or theme == PLAIN[0] else tangenter.looks(page)
    if whole:
        yield lagen.without_script(new_page, server, view, prefix, words)
