"""What a build may use again of the build before: what was made of the very same content.

Comes in: the record files, and what each page is made of. Goes out: the same record or page again,
or that it must be made anew. Nothing goes by time stamps. `visa` keeps a memory as long as nothing
but records changes; when a template, a word list, a setting or the code does, it begins afresh
(workshop.py). `bygg` has none, so it never builds on what was.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from katalog.catalog import Catalog, Post
from katalog.checks_dates import swedish_day
from katalog.languages import Language
from katalog.records import Reading, read_record
from katalog.vocabularies import Vocabulary

Seen = TypeVar("Seen")

FIXED = (Vocabulary, Language)  # as long as a memory lasts they stay as they are


class Memory:
    """Of one place to build to, in some languages, under one address."""

    def __init__(self) -> None:
        self._records: dict[Path, tuple[tuple[str, str], Reading]] = {}
        self._before: dict[str, str] = {}  # file → what it was made of, in the site that is shown
        self._made: dict[str, str] = {}  # the same of what is being built
        self._shown: Path | None = None  # the site that is shown
        self._seen: dict[str, Any] = {}  # hash of a page → what the checks read on it
        self._saw: dict[str, Any] = {}  # the same of what is being built
        self.generator: Any = None  # what wrote the pages, and can write one more

    def read(self, path: Path) -> Reading:
        """Read a record, or give it again. Some warnings know what day it is."""
        try:
            key = hashlib.sha256(path.read_bytes()).hexdigest(), swedish_day()
        except OSError:  # which read_record tells
            return read_record(path)
        if path.is_symlink():
            return read_record(path)
        known = self._records.get(path)
        if not known or known[0] != key:
            known = self._records[path] = key, read_record(path)
        return known[1]

    def begin(self) -> None:
        """A build begins."""
        self._made, self._saw = {}, {}
        if self._shown and not self._shown.is_dir():  # somebody else has built here meanwhile
            self._before, self._shown = {}, None

    def again(self, file: Path, name: str, made_of: Any) -> bool:
        """Put a file of the site that is shown in place once more, if it was made of the same;
        otherwise say no, and remember what it is made of now."""
        self._made[name] = fingerprint(made_of)
        if not self._shown or self._before.get(name) != self._made[name]:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        _link(self._shown / name, file)
        return True

    def seen(self, digest: str, look: Callable[[], Seen]) -> Seen:
        """Return what the checks read on a page with this hash, without looking twice."""
        self._saw[digest] = self._seen.get(digest) or look()
        return self._saw[digest]

    def shown(self, place: Path) -> None:
        """What was begun is what is shown now."""
        self._before, self._shown, self._seen = self._made, place.resolve(), self._saw


def _link(source: Path, target: Path) -> None:
    """Give a file one more name. No finished file is ever written in, so they do not disturb each
    other; some disks know no such thing."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def listed(catalog: Catalog) -> str:
    """Return the fingerprint of what any page may ask the catalogue: which lists there are."""
    return fingerprint({slug: list(values) for slug, values in catalog.lists.items()})


def fingerprint(value: Any) -> str:
    """Return a text that is the same only for the same content."""
    return hashlib.sha256(repr(_plain(value)).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Return a value as one that repr tells the whole of."""
    if isinstance(value, Post):
        return "post", value.id, value.digest, value.is_whole
    if isinstance(value, FIXED):
        return type(value).__name__, getattr(value, "name", "")
    if isinstance(value, dict):
        return [(key, _plain(inner)) for key, inner in value.items()]
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if is_dataclass(value):
        return [_plain(getattr(value, each.name)) for each in fields(value)]
    if callable(value):  # a part of the code
        return value.__qualname__
    return value
