"""The finished site as data, each file read once.

Comes in: the output folder, the catalogues it was made of, its address. Goes out: Site, which the
checks of site_checks.py ask. A check yields breaches: which promise, which file, what to mend.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from katalog import progress
from katalog.catalog import Catalogs
from katalog.harmless import active
from katalog.languages import SOURCE, Language
from katalog.memory import Memory
from katalog.paths import ROOT
from katalog.publisher import Publisher
from katalog.site_page import Page, Said, read_page

NOT_FOUND = "404.html"  # shown at any address, so it is unlike all other pages
TEXT = re.compile(r".*\.(m?js|css)|theme/.*\.svg")
HERE = re.compile(rb"//(localhost|127\.0\.0\.1|\[::1\])\b")


class Breach(NamedTuple):
    """A broken promise: its key in site_checks.PROMISES, the file, what is wrong and the mend."""

    promise: str
    file: str
    message: str


@dataclass
class Site:
    """What was built: `catalogs`, `publisher` and `address` say what was meant, the rest what is
    there, by the name of each file."""

    catalogs: Catalogs
    publisher: Publisher
    address: str  # without a slash at the end; "" when nobody knows it
    sizes: dict[str, int] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)  # scripts, styles, drawings
    data: dict[str, Any] = field(default_factory=dict)  # what JSON files hold
    breaches: list[Breach] = field(default_factory=list)  # seen while reading
    unknown: list[Breach] = field(default_factory=list)  # tags that are not known to be harmless

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The languages by the beginning of their addresses: "", "en/"."""
        return {each.language.prefix: each.language for each in self.catalogs.values()}

    @property
    def insatser(self) -> list[str]:
        """The ids that were built."""
        return list(self.catalogs[SOURCE].posts)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """What a server answers with: {address: file}, folders with and without the last /."""
        found = dict.fromkeys(self.sizes)
        for name in self.sizes:
            folder = name.removesuffix("index.html")
            if folder != name:
                found[folder] = name
                found.setdefault(folder.removesuffix("/"), name)
        return {address: name or address for address, name in found.items()}

    def prefix(self, name: str) -> str:
        """Return the beginning of a file's address that tells its language."""
        first = name[:name.find("/") + 1]
        return first if first in self.languages else ""


def read_site(output: Path, catalogs: Catalogs, publisher: Publisher, address: str,
              memory: Memory | None = None) -> Site:
    """Read every file of the output folder."""
    site = Site(catalogs, publisher, address)
    known: dict[str, Said] = {}
    traces = [*_traces(output)]
    files = list(_files(output))
    for path in progress.through("Prövar sajten: fil", files, len(files)):
        name, body = path.relative_to(output).as_posix(), path.read_bytes()
        site.sizes[name] = len(body)
        site.hashes[name] = hashlib.sha256(body).hexdigest()
        site.breaches += _leaks(name, body, traces, address)
        _keep(site, name, body, known, memory)
    return site


def _files(output: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(output):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(files))


def _keep(site: Site, name: str, body: bytes, known: dict[str, Said],
          memory: Memory | None) -> None:
    try:
        if name.endswith(".html"):
            look = partial(_look, body, known)
            seen = memory.seen(site.hashes[name], look) if memory else look()
            site.pages[name], wrong = seen
            site.unknown += [Breach("kanda-taggar", name, what) for what in wrong]
        elif TEXT.fullmatch(name):
            site.texts[name] = body.decode("utf-8")
        elif name.endswith(".json"):
            site.data[name] = json.loads(body)
    except ValueError as error:  # no UTF-8, or no JSON
        site.breaches.append(Breach("lasbart", name, (
            f"filen går inte att läsa ({error}). Rätta den som skriver den.")))


def _look(body: bytes, known: dict[str, Said]) -> tuple[Page, list[str]]:
    """Return what a page says, and which of its tags are not known to be harmless."""
    text = body.decode("utf-8")
    return read_page(text, known), list(active(text))


def _traces(output: Path) -> Iterator[bytes]:
    """Yield what tells where the guide was built. A folder at the top of the disk, like /guiden,
    may well be an address too, and tells nothing."""
    for folder in {ROOT, output.parent.resolve(), Path.home()}:
        if len(folder.parts) > 2:
            for text in {folder.as_posix(), str(folder), str(folder).replace("\\", "\\\\")}:
                yield text.encode()


def _leaks(name: str, body: bytes, traces: list[bytes], address: str) -> Iterator[Breach]:
    for trace in traces:
        if trace in body:
            yield Breach("maskinen", name, (
                f"mappen {trace.decode()} på datorn som byggde står i filen. Ta bort den."))
    here = HERE.search(body)
    if here and here[1].decode() not in address:
        yield Breach("localhost", name, (
            f"adressen {here[1].decode()} finns bara på datorn som byggde. "
            "Skriv en adress som andra når, eller ta bort den."))
