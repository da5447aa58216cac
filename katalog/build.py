"""Build the whole site once, or not at all.

Comes in: records, content, theme, settings. Goes out: the finished site in its place.
Everything is written to a folder beside; only a build without a single warning is swapped in.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from katalog import site_checks
from katalog.catalog import make_catalogs
from katalog.memory import Memory
from katalog.paths import OUTPUT, RECORDS, ROOT
from katalog.problems import BadInput, Problem, errors
from katalog.prose import prose_problems
from katalog.publish import new_site, silent
from katalog.records import load_records


@dataclass(frozen=True)
class Built:
    """What a build made, and how much of it was checked before it was published."""

    insatser: int
    pages: int
    warnings: list[Problem]
    links: int
    promises: int


class BuildFailed(Exception):
    """Pelican or the finished pages complained; carries every complaint."""

    def __init__(self, complaints: list[str]):
        self.complaints = complaints
        super().__init__("\n".join(complaints))


def build(place: Path = OUTPUT, records: Path = RECORDS, address: str | None = None,
          languages: Iterable[str] | None = None,
          say: Callable[[str], None] = silent, memory: Memory | None = None) -> Built:
    """Build into `place`, in Swedish and all other languages or those named; raise BadInput,
    BuildFailed, CannotPublish or OSError and leave `place` as it was."""
    with new_site(place, say) as folder:
        # Not before it is our turn: what is read last is what is shown in the end.
        found, problems = load_records(records, memory.read if memory else None)
        problems += prose_problems()
        if errors(problems):
            raise BadInput(problems)
        catalogs = make_catalogs(found, languages)
        if memory:
            memory.begin()
        run_pelican(folder, address, INSATSER=str(records), KATALOGER=catalogs, MINNE=memory)
        checked = site_checks.check(folder, catalogs, address, memory)
        if checked.complaints:
            raise BuildFailed(checked.complaints)
        pages = sum(1 for _ in folder.rglob("*.html"))
    if memory:
        memory.shown(place)
    return Built(len(found), pages, problems, checked.links, len(site_checks.PROMISES))


def run_pelican(output: Path, address: str | None = None, **override: Any) -> None:
    """Run Pelican with pelicanconf.py as it stands; any warning of its is a failure."""
    from pelican import Pelican  # takes a third of a second, so not for `kontrollera`
    from pelican.generators import PelicanTemplateNotFound
    from pelican.log import console
    from pelican.settings import read_settings

    override["OUTPUT_PATH"] = str(output)
    if address is not None:
        override["SITEURL"] = address.rstrip("/")
    console.quiet = True
    complaints = _Complaints()
    logger = logging.getLogger()
    logger.addHandler(complaints)
    try:
        Pelican(read_settings(str(ROOT / "pelicanconf.py"), override=override)).run()
    except (TemplateError, PelicanTemplateNotFound) as error:
        raise BuildFailed([f"Mallfel i theme/templates: {error}"]) from error
    finally:
        logger.removeHandler(complaints)
    if complaints.lines:
        raise BuildFailed(complaints.lines)


class _Complaints(logging.Handler):
    """Collects warnings and errors, which Pelican logs and then goes on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        for value in record.args if isinstance(record.args, tuple) else ():
            if isinstance(value, OSError):  # a file could not be copied, on a full disk perhaps
                raise value
        self.lines.append(f"Pelican: {record.getMessage()}")
