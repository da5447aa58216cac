"""Every file of the finished site is explained by the one that writes it, and nothing is missing.

Comes in: Site. Goes out: breaches. PAGES and FILES are the whole table: a new kind of page or file
gets a row here, or the build stops. That is how a forgotten, foreign or private file is found.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from katalog.for_pages import roles
from katalog.lists import list_addresses
from katalog.paths import CONTENT, THEME
from katalog.prose import slugs
from katalog.site_read import NOT_FOUND, Breach, Site

# One page in each language, beside those of insatser, lists, roles and content/sidor.
PAGES = ("", "sok/", "hitta-ratt/", "handlaggare/", "ordlista/", "tillganglighet/", "min-lista/",
         "utan-nat/", "stil/", "for/")  # fmt: skip

EVERY, OTHERS, ROOT = "every language", "every language but Swedish", "once"
# (who writes, where, what, must it be there?)
FILES = (
    ("katalog/qr_codes.py", EVERY, r"insats/{insats}/qr\.svg", False),
    ("katalog/search.py", EVERY, r"sok/ord\.json", True),
    ("katalog/search.py", OTHERS, r"sok/text/{insats}\.json", False),
    ("katalog/match_file.py", EVERY, r"passar/insatser\.json", True),
    ("katalog/match_file.py", EVERY, r"passar/postnummer\.json", True),
    ("katalog/match_file.py", EVERY, r"passar/text/\d+\.json", True),
    ("katalog/scripts.py", OTHERS, r"texter\.json", True),
    ("katalog/offline.py", ROOT, r"sw\.js", True),
    ("katalog/offline.py", EVERY, r"offline\.json", False),
    ("Pagefind", ROOT, r"pagefind/pagefind(-worker)?\.js", True),
    ("Pagefind", ROOT, r"pagefind/pagefind-entry\.json", True),
    ("Pagefind", ROOT, r"pagefind/pagefind\.\w+\.pf_meta", True),
    ("Pagefind", ROOT, r"pagefind/wasm\.\w+\.pagefind", True),
    ("Pagefind", ROOT, r"pagefind/index/\w+\.pf_index", True),
    ("Pagefind", ROOT, r"pagefind/fragment/\w+\.pf_fragment", True),
    ("theme/static", ROOT, r"theme/{tema}", True),
    ("content/filer", ROOT, r"{fil}", False),
)
MAY_BE_EMPTY = {".nojekyll"}
NEVER = re.compile(r"(.*/)?(\.(?!nojekyll$).*|.*~|#.*#|Thumbs\.db|desktop\.ini|__pycache__/.*|"
                   r".*\.(swp|te?mp|bak|orig|rej|log|py[co]?|p[oy]|ya?ml|md|j2|jinja2?|map|ts))")


def files(site: Site) -> Iterator[Breach]:
    """Yield files that should not be there, and those that should."""
    pages, explain = expected_pages(site), _explainer(site)
    written = {name: explain(name) for name in site.sizes if name not in pages}
    for name, size in site.sizes.items():
        if NEVER.fullmatch(name):
            yield Breach("skrap", name, (
                "filen är en källa, en säkerhetskopia eller något som datorn själv har lagt dit. "
                "Ta bort den ur theme/static/ eller content/filer/."))
        elif name not in pages and written[name] is None:
            yield Breach("forklarad", name, (
                "ingen av dem som skriver sajten förklarar filen. Ska den finnas, lägg en rad i "
                "katalog/site_files.py, annars ta reda på var den kom ifrån."))
        if not size and name not in MAY_BE_EMPTY:
            yield Breach("tom", name, "filen är tom. Rätta den som skriver den.")
    for name in sorted(pages - site.sizes.keys()):
        yield Breach("saknas", name, "sidan skulle ha skrivits av katalog/pages.py men saknas.")
    for who, prefix, what in sorted(_musts(site) - {*written.values()}):
        yield Breach("saknas", f"{prefix}{what}", f"filen skulle ha skrivits av {who} men saknas.")


def expected_pages(site: Site) -> set[str]:
    """Return every page there should be."""
    own = {f"{page}index.html" for page in (*PAGES, *(f"{slug}/" for slug in slugs()))}
    found = {NOT_FOUND}
    for catalog in site.catalogs.values():
        lists = {f"{address}index.html" for address in list_addresses(catalog)}
        indexes = {f"{slug}/index.html" for slug in catalog.lists}
        insatser = {f"insats/{name}/index.html" for name in catalog.posts}
        for_whom = {f"for/{role['const']}/index.html" for role in roles(catalog)}
        prefix = catalog.language.prefix
        found |= {prefix + page for page in own | lists | indexes | insatser | for_whom}
    return found


Row = tuple[str, str, str]  # who writes, for the language of which prefix, what


def _explainer(site: Site) -> Callable[[str], Row | None]:
    """Return a function that tells the row that explains a file."""
    words = {"insats": {*site.insatser}, "tema": _names(THEME / "static"),
             "fil": _names(CONTENT / "filer")}
    rows = [(who, where, what, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>.+)", what)))
            for who, where, what, _ in FILES]

    def explain(name: str) -> Row | None:
        prefix = site.prefix(name)
        for who, where, what, pattern in rows:
            found = pattern.fullmatch(name, len(prefix)) if prefix in _where(site, where) else None
            if found and all(part in words[word] for word, part in found.groupdict().items()):
                return who, prefix, what
        return None
    return explain


def _musts(site: Site) -> set[Row]:
    return {(who, prefix, what) for who, where, what, must in FILES if must
            for prefix in _where(site, where)}


def _where(site: Site, where: str) -> list[str]:
    """Return the prefixes of the languages that have a kind of file."""
    prefixes = [*site.languages]
    return {EVERY: prefixes, OTHERS: prefixes[1:], ROOT: prefixes[:1]}[where]


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
