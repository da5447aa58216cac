"""What every page says of itself: heading, title, description, language, its other languages.

Comes in: Site. Goes out: breaches.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from katalog.site_links import Followed
from katalog.site_page import Page
from katalog.site_read import NOT_FOUND, Breach, Site

ALLOWED = {"'self'", "'none'", "'wasm-unsafe-eval'"}  # in the policy of a page


def each_page(site: Site) -> Iterator[Breach]:
    """Yield what is wrong with each page by itself."""
    for name, page in site.pages.items():
        for promise, message in (*_head(site, name, page), *_body(page)):
            yield Breach(promise, name, message)


def _head(site: Site, name: str, page: Page) -> Iterator[tuple[str, str]]:
    language = site.languages[site.prefix(name)]
    if len(page["titel"]) != 1 or not page["titel"][0]:
        yield "titel", "sidan har inte en titel. Skriv den i mallens block titel."
    if len(page.get("beskrivning", ())) != 1 or not page["beskrivning"][0]:
        yield "beskrivning", "sidan har inte en beskrivning. Skriv den i mallens block beskrivning."
    if (page.get("lang"), page.get("dir")) != ([language.tag], [language.dir]):
        yield "sprak", (f'sidan ska ha <html lang="{language.tag}" dir="{language.dir}">, '
                        "som i theme/templates/base.html.")
    if len(page.get("policy", ())) != 1 or not _is_ours(page["policy"][0]):
        yield "policy", ("sidan har inte guidens innehållspolicy (Content-Security-Policy). "
                         "Den står i theme/templates/base.html och nämner ingen annan värd.")


def _is_ours(policy: str) -> bool:
    rules = [rule.split() for rule in policy.split(";")]
    return ["default-src", "'none'"] in rules and all(
        source in ALLOWED for _, *sources in rules for source in sources)


def _body(page: Page) -> Iterator[tuple[str, str]]:
    h1 = len(page.get("h1", ()))
    if h1 != 1:
        yield "rubrik", f"sidan har {h1} huvudrubriker (h1). Den ska ha en."
    for text in dict.fromkeys(page.get("otydligt", ())):
        yield "taggar", (f"går inte att läsa säkert vid: {text} – skriv &lt; och &gt; i text, "
                         'och taggar som <a href="…">.')
    for what in dict.fromkeys(page.get("framling", ())):
        yield "framling", (f"{what} står i sidan, och sidans policy stoppar det. "
                           "Lägg skript och stil i theme/static/.")
    ids = Counter(page.get("id", ()))
    for twice in sorted(name for name, count in ids.items() if count > 1):
        yield "id", f'id "{twice}" står {ids[twice]} gånger. Ge platserna var sitt.'
    for missing in sorted({*page.get("visar", ())} - ids.keys()):
        yield "visar", (f'något pekar på id "{missing}" (for, aria-labelledby eller liknande), '
                        "som inte finns på sidan. Sätt id eller rätta det som pekar.")


def doubles(site: Site) -> Iterator[Breach]:
    """Titles and descriptions tell the pages of a language apart."""
    for promise, kind, what in (("egen-titel", "titel", "titeln"),
                                ("egen-beskrivning", "beskrivning", "beskrivningen")):
        same: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, page in site.pages.items():
            for text in page.get(kind, ()):
                same[site.prefix(name), text].append(name)
        for (_, text), (name, *others) in same.items():
            if others and text:
                yield Breach(promise, name, (
                    f'{what} "{text}" finns också på {_some(others)}. '
                    "Skriv vad som skiljer sidorna åt."))


def _some(names: list[str]) -> str:
    more = f" och {len(names) - 3} till" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def languages(site: Site, followed: Followed) -> Iterator[Breach]:
    """Every page names itself, if the site's address is known, and itself in every language."""
    for name, page in site.pages.items():
        prefix = site.prefix(name)
        own = name.removeprefix(prefix).removesuffix("index.html")
        expected = [f"{site.address}/{prefix}{own}"] * (bool(site.address) and name != NOT_FOUND)
        if page.get("kanonisk", []) != expected:
            wanted = "en kanonisk adress, sin egen" if expected else "ingen kanonisk adress"
            yield Breach("kanonisk", name, (
                f"sidan ska ha {wanted}. Den skrivs i theme/templates/base.html."))
        yield from _alternates(site, followed, name, own)
        for text in dict.fromkeys(page.get("pa_sprak", ())):
            code, _, link = text.partition(" ")
            target = followed.target(name, link)
            if target and site.languages[site.prefix(target)].hreflang != code:
                yield Breach("sprakval", name, (
                    f'länken {link} säger hreflang="{code}" men leder till {target}. '
                    "Rätta språket eller adressen."))


def _alternates(site: Site, followed: Followed, name: str, own: str) -> Iterator[Breach]:
    """A page and its translations all name each other, so every page has the same list."""
    told = [text.partition(" ")[::2] for text in site.pages[name].get("alternat", ())]
    expected = {}
    if len(site.languages) > 1 and name != NOT_FOUND:
        expected = {each.hreflang: prefix + own for prefix, each in site.languages.items()}
        expected["x-default"] = own
    if len(told) != len(expected) or dict(told).keys() != expected.keys():
        yield Breach("alternat", name, (
            f"sidan nämner språken {', '.join(code for code, _ in told) or 'inga'}, ska nämna "
            f"{', '.join(expected) or 'inga'}. De skrivs i theme/templates/base.html."))
        return
    for code, link in told:
        target = site.addresses.get(expected[code])
        whole = not site.address or link == f"{site.address}/{expected[code]}"
        if target is None or followed.target(name, link) != target or not whole:
            yield Breach("alternat", name, (
                f'<link hreflang="{code}"> leder inte till samma sida på det språket, med hela '
                "adressen om den är känd. Den skrivs i theme/templates/base.html."))
