"""The search index: does it hold the pages it should, all of them and nothing else?

Comes in: Site. Goes out: breaches. search.py has asked the index itself which pages it holds.
"""

from collections.abc import Iterator

from katalog.site_read import Breach, Site

ENTRY = "pagefind/pagefind-entry.json"


def search(site: Site) -> Iterator[Breach]:
    """Yield what is wrong with Pagefind's folder."""
    languages = (site.data.get(ENTRY) or {}).get("languages", {})
    wanted = len(site.insatser)
    told = sum(each["page_count"] for each in languages.values())
    kept = sum(name.startswith("pagefind/fragment/") for name in site.sizes)
    for count, what in ((told, "sidor i sökindexet"), (kept, "sidor att visa (fragment)")):
        if count != wanted:
            yield Breach("sokindex", ENTRY, (
                f"{count} {what}, ska vara {wanted}: en för varje insats på svenska. "
                "Se data-pagefind-body i theme/templates/insats.html."))
    for name in (file for each in languages.values() for file in _files(each)):
        if name not in site.sizes:
            yield Breach("sokfiler", name, (
                f"filen saknas, men {ENTRY} pekar på den. Kör bygget igen; hjälper det inte, "
                "se KEPT i katalog/search.py."))


def _files(language: dict[str, str]) -> tuple[str, str]:
    return (f"pagefind/pagefind.{language['hash']}.pf_meta",
            f"pagefind/wasm.{language['wasm']}.pagefind")
