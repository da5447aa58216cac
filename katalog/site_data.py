"""What data files point at: is it there, and is it the same build?

Comes in: Site. Goes out: breaches. The scripts put addresses together from these files, so this is
where the links that a visitor meets in searches, filters and lists are proved, in each language.
"""

from collections.abc import Iterator
from typing import Any

from katalog.catalog import Catalog
from katalog.match_file import CHUNK
from katalog.offline import HASH, LIST
from katalog.site_read import Breach, Site
from katalog.translations import told_in

WORKER = "sw.js"


def data(site: Site) -> Iterator[Breach]:
    """Yield what is wrong with data files, and with ids in pages."""
    yield from _marked(site)
    for catalog in site.catalogs.values():
        prefix = catalog.language.prefix
        yield from _matched(site, catalog, prefix)
        yield from _searched(site, catalog, prefix)
        yield from _texts(site, catalog, prefix)
        if site.publisher.keeps_offline:
            yield from _kept(site, prefix)


def _marked(site: Site) -> Iterator[Breach]:
    """Each data-insats and data-spara on a page names an insats that has a page there."""
    for name, page in site.pages.items():
        prefix = site.prefix(name)
        for each in dict.fromkeys(page.get("insats", ())):
            if not _has_page(site, f"{prefix}insats/{each}/"):
                yield Breach("data-insats", name, (
                    f'data-insats eller data-spara är "{each}", som ingen insats heter.'))


def _matched(site: Site, catalog: Catalog, prefix: str) -> Iterator[Breach]:
    """passar/ has every insats, and its texts where data.js looks for them."""
    name = f"{prefix}passar/insatser.json"
    ids = _dig(site.data.get(name), "kolumner", "id") or []
    if sorted(ids) != sorted(catalog.posts):
        odd = sorted({*ids} ^ catalog.posts.keys()) or ids
        yield Breach("passar", name, (
            f"insatserna är inte de som byggdes; det skiljer {', '.join(odd[:3])}. "
            "Rätta katalog/match_file.py."))
    for number in range(-(-len(ids) // CHUNK)):
        texts = f"{prefix}passar/text/{number}.json"
        expected = ids[number * CHUNK:(number + 1) * CHUNK]
        if list(site.data.get(texts) or ()) != expected:
            yield Breach("passar", texts, (
                "texterna är inte de insatser som står på samma plats i insatser.json. "
                "Rätta katalog/match_file.py."))


def _searched(site: Site, catalog: Catalog, prefix: str) -> Iterator[Breach]:
    """Every page that an answer of the search leads to is there, and every text of its own."""
    name = f"{prefix}sok/ord.json"
    words = site.data.get(name) or {}
    pages = [page for page, _ in words.get("begrepp", ())]
    pages += [choice["sida"] for answer in words.get("svar", ()) for choice in answer["val"]]
    pages += [f"kommun/{each}" for each in catalog.lists["kommun"]]
    for page in dict.fromkeys(pages):
        if not _has_page(site, f"{prefix}{page}/"):
            yield Breach("sok-sidor", name, (
                f"sökningen leder till {prefix}{page}/, som inte finns. "
                "Rätta katalog/search_words.py."))
    folder = f"{prefix}sok/text/"
    expected = {f"{folder}{post.id}.json" for post in catalog.posts.values()
                if catalog.language.id in told_in(post.data)}
    found = {each for each in site.data if each.startswith(folder)}
    for each in sorted(expected ^ found):
        why = "saknas fast posten har" if each in expected else "finns fast ingen post har"
        yield Breach("sok-texter", each, (
            f"filen {why} egna ord på {catalog.language.name}. Rätta katalog/search.py."))


def _texts(site: Site, catalog: Catalog, prefix: str) -> Iterator[Breach]:
    name = f"{prefix}texter.json"
    if not catalog.language.is_source and site.data.get(name) != catalog.language.scripts:
        yield Breach("texter", name, (
            f"skriptens texter är inte de som står i schema/sprak/{catalog.language.id}.po. "
            "Rätta katalog/scripts.py."))


def _kept(site: Site, prefix: str) -> Iterator[Breach]:
    """What is kept to be read without a net has the bytes it is said to have, and is whole."""
    name = f"{prefix}{LIST}"
    told = site.data.get(name) or {}
    files = told.get("filer", {})
    if f'"{prefix}":"{site.hashes.get(name, "")[:HASH]}"' not in site.texts.get(WORKER, ""):
        yield Breach("utan-nat", name, f"{WORKER} har en annan kontrollsumma. Bygg om från början.")
    for address, known in files.items():
        file = f"{address}index.html" if address.endswith("/") or not address else address
        if site.hashes.get(file, "")[:HASH] != known:
            yield Breach("utan-nat", file, (
                f"filen är inte den som {name} har kontrollsumma för. Något har ändrat den efter "
                "katalog/offline.py, som ska köras sist."))
    shared = (site.data.get(LIST) or {}).get("filer", {})
    for address in dict.fromkeys((*told.get("alltid", ()), *told.get("i_forvag", ()))):
        if address not in files and address not in shared:
            yield Breach("utan-nat", name, f'"{address}" ska sparas men har ingen kontrollsumma.')


def _has_page(site: Site, address: str) -> bool:
    return site.addresses.get(address) in site.pages


def _dig(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
