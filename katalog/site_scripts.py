"""What scripts and style sheets ask for: is it there, is it ours, and is every one of them used?

Comes in: Site and what follow() found. Goes out: breaches. Addresses that a script puts together
from parts are answered for by site_data.py; what others have made (vendor/, pagefind/) is recorded
with its checksum and held by the pages' policy.
"""

import re
from collections.abc import Iterator

from katalog.site_links import Followed
from katalog.site_read import Breach, Site

IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*(["'])([^"'\n]+)\1""")
NEW_URL = re.compile(r"""\bnew URL\(\s*(["'`])([^"'`$]*)\1,\s*(home|root|import\.meta\.url)\)""")
CSS = re.compile(r"""\burl\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
ANOTHER_HOST = re.compile(r"""(?:https?|wss?)://(?!www\.w3\.org/)[^\s"'`)]+|["'`(]//[\w.-]+""")
OTHERS = ("theme/js/vendor/", "pagefind/")
NOT_ASKED_FOR = re.compile(r"theme/js/vendor/(vendor\.json|.*/LICENSE)")  # for who reads along
ONLY_TRANSLATED = "texter.json"  # no Swedish page asks for it


def scripts(site: Site, followed: Followed) -> Iterator[Breach]:
    """Yield what is wrong with scripts and style sheets."""
    for name, text in site.texts.items():
        if not name.startswith(OTHERS):
            yield from _another_host(name, text)
        if not name.startswith("pagefind/"):
            yield from _gone(followed, name, text)
    used = _used(followed)
    for name in site.sizes:
        if name.startswith("theme/") and name not in used and not NOT_ASKED_FOR.fullmatch(name):
            yield Breach("anvands", name, (
                "ingen sida hämtar filen. Ta bort den ur theme/static/ eller använd den."))


def _used(followed: Followed) -> set[str | None]:
    """Return the files that pages fetch, and those that these fetch in turn."""
    used: set[str | None] = set()
    waiting = set().union(*followed.fetched.values())
    while waiting:
        used |= waiting
        waiting = {target for name in waiting for _, target in _imports(
            followed, name or "", followed.site.texts.get(name or "", ""))} - used
    return used


def _another_host(name: str, text: str) -> Iterator[Breach]:
    for host in dict.fromkeys(ANOTHER_HOST.findall(text)):
        yield Breach("egna-filer", name, (
            f"{host} är en annan värd. Guiden hämtar bara från sig själv."))


def _gone(followed: Followed, name: str, text: str) -> Iterator[Breach]:
    for link, target in _imports(followed, name, text):
        if target is None:
            yield Breach("import", name, (
                f"{link} finns inte. Rätta adressen eller lägg dit filen."))
    for link in dict.fromkeys(_missing(followed, name, text)):
        yield Breach("hamtning", name, f"skriptet hämtar {link}, som inte finns i sajten.")


def _imports(followed: Followed, name: str, text: str) -> Iterator[tuple[str, str | None]]:
    found = CSS.findall(text) if name.endswith(".css") else IMPORT.findall(text)
    for first, second in found:
        link = (first or second) if name.endswith(".css") else second
        relative = name.endswith(".css") or link.startswith(("./", "../"))
        yield link, followed.target(name, link) if relative else None


def _missing(followed: Followed, name: str, text: str) -> Iterator[str]:
    """Yield the whole addresses a script builds on the site's root, its language or itself."""
    site = followed.site
    for _, link, base in NEW_URL.findall(text):
        if base == "import.meta.url":
            if followed.target(name, link) is None:
                yield link
            continue
        prefixes = site.languages if base == "home" else [""]
        for prefix in prefixes:
            if prefix + link not in site.addresses and (prefix or link != ONLY_TRANSLATED):
                yield prefix + link
