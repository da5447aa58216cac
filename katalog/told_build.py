"""Build, and tell in the terminal how it went.

Comes in: what to build and where. Goes out: the site, words, and exit code 0 or 1.
"""

import time
from collections.abc import Iterable
from pathlib import Path

from katalog.build import BuildFailed, build
from katalog.languages import SWEDISH
from katalog.machine import told
from katalog.memory import Memory
from katalog.pagefind import PagefindError
from katalog.paths import shown
from katalog.problems import BadInput, errors
from katalog.publish import CannotPublish, silent
from katalog.search import SearchError
from katalog.terminal import say, tell


def build_and_tell(place: Path, records: Path, address: str | None = None,
                   languages: Iterable[str] | None = None, quiet: bool = False,
                   memory: Memory | None = None) -> int:
    """Build; with `quiet` tell only what is wrong."""
    started = time.monotonic()
    try:
        built = build(place, records, address, languages, silent if quiet else say, memory)
    except BadInput as bad:
        tell(bad.problems)
        count = len(errors(bad.problems))
        say(f"Inget byggdes: {count} fel att rätta. Sajten i {shown(place)} är orörd.")
        return 1
    except (BuildFailed, SearchError, PagefindError, CannotPublish, OSError) as failed:
        say(told(failed) if isinstance(failed, OSError) else str(failed))
        say(f"Inget byggdes. Sajten i {shown(place)} är orörd.")
        return 1
    if not quiet:
        tell(built.warnings)
        say(f"{built.insatser} insatser, {built.pages} sidor i {shown(place)} "
            f"på {time.monotonic() - started:.1f} s. "
            f"{SWEDISH.number(built.links)} länkar och {built.promises} löften prövade.")
    return 0
