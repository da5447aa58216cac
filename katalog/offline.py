"""What keeps the guide readable without a net: a worker in the visitor's browser.

Comes in: the finished site, its languages, whether the publisher wants it. Goes out:
  sw.js                  the worker: what this build is, then theme/static/sw/*.js
  <language>offline.json {filer: {address: hash}, alltid: [address], i_forvag: [address]}
The worker keeps only bytes with the hash of its own build, so nothing is ever shown of two builds
at once. No time is in the files: the same site gives the same bytes. How old a copy is, the
browser knows.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from katalog.catalog import LISTINGS
from katalog.languages import Language
from katalog.scripts import without_comments

WORKER = ("minne.js", "svar.js", "spara.js")
OFF = "av.js"
LIST = "offline.json"
HASH = 12  # signs; nobody forges them, they only tell builds and broken files apart
# Never kept: what is shown at any address, what no page asks for.
LEFT_OUT = ("404.html", "sw.js", LIST, ".nojekyll", "LICENSE", "vendor.json",
            "pagefind-worker.js", "wasm.unknown.pagefind")  # fmt: skip
# Kept in advance, in order of need: the pages one starts from and all that they fetch, then lists.
PAGES = ("utan-nat/", "", "sok/", "hitta-ratt/", "egenanmalan/", "a-o/", "min-lista/",
         "handlaggare/")  # fmt: skip
LISTS = ("egenanmalan/", "a-o/", *(f"{listing.slug}/" for listing in LISTINGS))
PAGE_SCRIPTS = "theme/js/utan-nat"  # a module and the folder of its parts
TO_TELL = (PAGE_SCRIPTS, "theme/js/datum.js")  # what tells of a copy is always kept
SHARED = ("theme/", "pagefind/")
OWN = ("passar/", "sok/", "texter.json")
MOST = 4_000_000  # bytes in advance, uncompressed; the rest is kept when it is visited

Files = dict[str, tuple[str, int]]  # by address: the hash and the size of what is there


def write_offline(output: Path, languages: Iterable[Language], keep: bool) -> None:
    """Write the worker and what it goes by; with `keep` false, one that takes itself away."""
    sources = output / "theme" / "sw"
    parts = [without_comments((sources / name).read_text(encoding="utf-8"))
             for name in (WORKER if keep else (OFF,))]
    shutil.rmtree(sources)
    if keep:
        parts.insert(0, f"const BUILD = {_json(_build(output, languages, parts))};\n")
    else:  # no page asks for these
        shutil.rmtree(output / PAGE_SCRIPTS, ignore_errors=True)
        (output / f"{PAGE_SCRIPTS}.js").unlink(missing_ok=True)
    _write(output / "sw.js", "".join(parts))


def _build(output: Path, languages: Iterable[Language], parts: list[str]) -> dict[str, Any]:
    """Write the lists; return what the worker knows from the start."""
    files = _files(output)
    prefixes = [language.prefix for language in languages]
    lists = {}
    for prefix in prefixes:
        text = _json(_list(files, prefix, prefixes)) + "\n"
        _write(output / prefix / LIST, text)
        lists[prefix] = _hash(text.encode())
    return {"version": _hash(_json([lists, parts]).encode()), "listor": lists,
            "mappar": sorted({address.split("/")[0] for address in files})}


def _list(files: Files, prefix: str, prefixes: list[str]) -> dict[str, Any]:
    """Return what one offline.json holds: the root's has all that is no other language's."""
    hashes = {address: own for address, (own, _) in files.items()
              if _folder(address, prefixes) == prefix}
    return {"filer": hashes,
            "alltid": _under(files, (f"{prefix}utan-nat/", *TO_TELL)),
            "i_forvag": _in_advance(files, prefix)}


def _folder(address: str, prefixes: list[str]) -> str:
    first = f"{address.split('/')[0]}/"
    return first if first in prefixes else ""


def _in_advance(files: Files, prefix: str) -> list[str]:
    """Return what is kept before anyone has asked for it, as much as there may be."""
    own = tuple(prefix + folder for folder in OWN)
    lists = tuple(prefix + folder for folder in LISTS)
    wanted = [*(prefix + page for page in PAGES), *_under(files, (*SHARED, *own)),
              *_under(files, lists)]
    found, room = [], MOST
    for address in dict.fromkeys(wanted):
        room -= files[address][1]
        if room < 0:
            break
        found.append(address)
    return found


def _under(files: Files, folders: tuple[str, ...]) -> list[str]:
    return [address for folder in folders for address in files if address.startswith(folder)]


def _files(output: Path) -> Files:
    """Return what can be kept; a page's address is that of its folder."""
    return {path.relative_to(output).as_posix().removesuffix("index.html"): _told(path)
            for path in sorted(output.rglob("*"))
            if path.is_file() and path.name not in LEFT_OUT}


def _told(path: Path) -> tuple[str, int]:
    body = path.read_bytes()
    return _hash(body), len(body)


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:HASH]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
