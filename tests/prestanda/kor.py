"""Run a program and say what it took, as the operating system counted it.

Comes in: a command. Goes out: wall time, CPU time and peak memory of it and its children. The
records and the guide made of them are here too, since every measurement begins with them.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from katalog.paths import ROOT
from tests.prestanda.barn import INDEX
from tests.prestanda.klocka import MEGABYTE

Steps = dict[str, dict[str, float]]
SWEDISH_ONLY = ("--sprak", "sv")


@dataclass(frozen=True)
class Matning:
    """Seconds and MB. `steps` of the guide's build are as klocka.py tells them."""

    vagg: float
    cpu: float
    minne: float
    steps: Steps = field(default_factory=dict)

    @property
    def index(self) -> float:
        """CPU seconds of the search index."""
        return self.steps.get(INDEX, {}).get("cpu", 0.0)

    @property
    def utan_index(self) -> float:
        """CPU seconds of all but the search index."""
        return self.cpu - self.index

    @property
    def vagg_utan_index(self) -> float:
        """Seconds on the clock of all but the search index."""
        return self.vagg - self.steps.get(INDEX, {}).get("vagg", 0.0)

    @property
    def minne_utan_index(self) -> float:
        """The peak of the build's own process, in MB."""
        return max((step["minne"] for step in self.steps.values()), default=self.minne)


def run(command: list[Any], folder: Path = ROOT, **environment: str) -> Matning:
    """Run a command to its end; raise when it fails.

    The system counts the largest process of the tree, not the sum of them, and never less than
    what this process held when it started the other: so the records are made elsewhere.
    """
    with tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=told,
                                   stderr=subprocess.STDOUT, env={**os.environ, **environment})
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            raise RuntimeError(f"{command[0]}: {told.read().decode()[-2000:]}")
    return Matning(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE)


def make_records(count: int, folder: Path) -> Path:
    """Write the `count` first records of poster.py; return their folder."""
    run([sys.executable, "-m", "tests.prestanda.poster", count, folder])
    return folder


def build(site: Path, *arguments: Any, steps: bool = False) -> Matning:
    """Build the guide as `python3 guiden.py bygg` does, into a place that is empty before."""
    throw_away(site)
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "steg.json"
        done = run([sys.executable, "-m", "tests.prestanda.barn", told,
                    *(["--steg"] if steps else []), "bygg", "--ut", site, *arguments])
        return Matning(done.vagg, done.cpu, done.minne, json.loads(told.read_text("utf-8")))


def after_change(records: Path, site: Path) -> dict[str, float]:
    """Return the seconds that andring.py tells; it changes one of the records."""
    done = subprocess.run([sys.executable, "-m", "tests.prestanda.andring", records, site],
                          cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return json.loads(done.stdout)


def throw_away(site: Path) -> None:
    """Remove a site and whatever a build has left beside it."""
    for path in site.parent.glob(f"*{site.name}*"):
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
