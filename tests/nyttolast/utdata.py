"""The kinds of files that a guide is made of, and the payloads in those that are no pages.

Comes in: the output folder. Goes out: files of a kind that nobody here knows; what JSON files and
the search index carry; what a spreadsheet would make of a table.
"""

import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from katalog.languages import load_languages
from katalog.search import MAGIC
from tests.nyttolast.laster import MARK, TEXTS, seen
from tests.nyttolast.se import Tally

# Whoever adds an output adds its kind here, and tries payloads in it: as a page (se.js opens every
# page), as JSON (below), or in a way of its own.
PAGE, JSON, INDEX, OURS = "page", "json", "index", "no data in it"
KINDS = {
    r"(.*/)?index\.html|404\.html": PAGE,
    r"passar/(insatser|postnummer)\.json|passar/text/\d+\.json": JSON,
    r"sok/ord\.json|sok/text/[a-z0-9-]+\.json|texter\.json": JSON,
    r"offline\.json|sw\.js": OURS,  # addresses and hashes: tested on their own
    r"pagefind/fragment/[^/]+\.pf_fragment": INDEX,
    r"pagefind/(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\.[a-z]+\.pagefind|index/.+"
    r"|pagefind\.[^/]+\.pf_meta)": OURS,
    r"insats/[a-z0-9-]+/qr\.svg": OURS,  # the page's address, as squares
    r"theme/.+\.(css|js|mjs|svg|json)|theme/.+/LICENSE|\.nojekyll": OURS,
}


def kind_of(name: str) -> str:
    """Return the kind of a file by its address, '' if nobody knows it."""
    first, _, rest = name.partition("/")
    own = rest if first in load_languages() else name
    return next((kind for pattern, kind in KINDS.items() if re.fullmatch(pattern, own)), "")


def files(folder: Path) -> dict[str, Path]:
    """Return every file of the output by its address."""
    folder = folder.resolve()
    return {path.relative_to(folder).as_posix(): path
            for path in sorted(folder.rglob("*")) if path.is_file()}


def read_data(folder: Path, tally: Tally) -> None:
    """Note what the JSON files and the search index carry."""
    for name, path in files(folder).items():
        kind = kind_of(name)
        if kind == JSON:
            _note(json.loads(path.read_text(encoding="utf-8")), name, tally)
        elif kind == INDEX:
            page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(MAGIC))
            _note(page["meta"], "pagefind", tally)


def _note(data: Any, where: str, tally: Tally) -> None:
    for text in _texts(data):
        if all(sign.isalnum() or sign.isspace() for sign in text):
            continue  # letters and digits alone, as the search folds names, can do nothing
        own = seen(text)
        for found in MARK.finditer(text):
            payload, number = int(found[1]), int(found[2])
            if seen(f"{TEXTS[payload]} {found[0]}") in own:
                tally.carried[payload, number, re.sub(r"\d+\.json|[^/]+\.json", "", where)] += 1
            else:
                tally.broken.append(f"{where}: {found[0]} i {text[:300]}")


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, inner in data.items():
            yield key
            yield from _texts(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _texts(inner)


# What Excel, LibreOffice and Google take for the start of a formula, after what does not show.
FORMULA = re.compile(r"[\s\x00-\x1f\x7f-\xa0\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
                     r"[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
PHONE = re.compile(r"[\s\"]*\+\d")


def csv_cells(path: Path, delimiter: str = ";") -> list[list[str]]:
    """Return the rows of a CSV file as a program with another idea of its commas reads it."""
    text = path.read_bytes().decode("utf-8-sig")
    csv.field_size_limit(10_000_000)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def formulas(rows: list[list[str]], numbers: bool = False) -> list[str]:
    """Return the cells that would be run; with `numbers` a number to ring is let through."""
    return [cell for row in rows for cell in row
            if FORMULA.match(cell) and not (numbers and PHONE.match(cell))]


def xlsx_formulas(path: Path) -> list[Any]:
    """Return what in a workbook is a formula, a link or code, by its XML."""
    with zipfile.ZipFile(path) as book:
        odd = [name for name in book.namelist()
               if re.search(r"vba|external|macro|connections|hyperlink", name, re.IGNORECASE)]
        return odd + [tag for name in book.namelist() if name.endswith(".xml")
                      for tag in re.findall(rb"<(?:f|hyperlink)[ >/][^>]*", book.read(name))]
