"""The search index: Pagefind on the finished pages, and the words of the search page beside it.

Comes in: the output folder, the Catalogs. Goes out: output/pagefind/, and sok/ord.json of every
language; in other languages than Swedish also sok/text/<id>.json, {namn, text}, of each insats that
has words of its own in the language. (In the index they would be fetched by everybody.)
Pagefind's own filters are not used: they make its files differ from build to build. What they
would do, codes in the pages' metadata do (search_codes.py).
"""

import gzip
import json
import re
import shutil
from pathlib import Path

from katalog import progress
from katalog.catalog import Catalog
from katalog.languages import SOURCE
from katalog.pagefind import make_index
from katalog.search_words import as_json, search_words
from katalog.thesaurus import load_thesaurus
from katalog.translations import own_words, told_in

# What the search page loads; Pagefind also has ready-made user interfaces, which it does not.
KEPT = re.compile(
    r"pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\..*\.pf_meta"
    r"|wasm\.sv\.pagefind|wasm\.unknown\.pagefind|(fragment|index)/.*"
)
MAGIC = b"pagefind_dcd"  # what each unpacked Pagefind file starts with


class SearchError(Exception):
    """The index is not what the pages promise."""


def write_search(output: Path, catalogs: dict[str, Catalog]) -> None:
    """Index the finished Swedish pages; raise SearchError unless every insats is in the index
    once. All languages search the same index, each with its own words for what is found."""
    catalog = catalogs[SOURCE]
    run_pagefind(output)
    found = indexed_pages(output / "pagefind")
    missing = sorted(set(catalog.posts) - set(found))
    extra = sorted(set(found) - set(catalog.posts))
    if missing or extra:
        raise SearchError(f"sökindexet stämmer inte: saknar {missing}, har för mycket {extra}")
    for each in catalogs.values():
        text = as_json(search_words(each, load_thesaurus()))
        path = output / each.language.prefix / "sok" / "ord.json"
        path.write_text(text, encoding="utf-8", newline="\n")
        _write_own_words(path.with_name("text"), each)


def _write_own_words(folder: Path, catalog: Catalog) -> None:
    for post in catalog.posts.values():
        if catalog.language.id in told_in(post.data):
            own = own_words(post.data, catalog.language)
            name = {} if own["namn"] == post.name else {"namn": own["namn"]}
            text = json.dumps({**name, "text": own["sammanfattning"]}, ensure_ascii=False)
            folder.mkdir(exist_ok=True)
            (folder / f"{post.id}.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


def run_pagefind(output: Path) -> None:
    """Index the Swedish page of each insats, in the order of their ids, whatever the disk's."""
    pages = sorted(path.relative_to(output).as_posix()
                   for path in output.glob("insats/*/index.html"))
    progress.step("Gör sökindexet")
    shutil.rmtree(output / "pagefind", ignore_errors=True)
    for name, body in make_index(output, pages):
        if KEPT.fullmatch(name):
            path = output / "pagefind" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)


def indexed_pages(folder: Path) -> dict[str, str]:
    """Return {insats id: Pagefind's name of the page}, read from the finished index."""
    found = {}
    for path in sorted((folder / "fragment").glob("*.pf_fragment")):
        raw = gzip.decompress(path.read_bytes())
        page = json.loads(raw.removeprefix(MAGIC))
        found[page["url"].strip("/").split("/")[-1]] = path.stem
    return found
