"""How fast the guide is built and what it weighs: python -m tests.prestanda

Comes in: the real records, this machine. Goes out: a small table in Swedish. Nothing fails here;
the limits that do fail stand in budget.json and are read by test_weight.py.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from katalog.paths import ROOT
from katalog.search import run_pagefind
from tests.test_weight import BUDGET, CSS, insats_weights, weight

RUNS = 5


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "ut"
        whole = timed(lambda: bygg(site))
        pagefind = timed(lambda: run_pagefind(site.resolve()))
        pages = len(list(site.resolve().rglob("*.html")))
        weights = insats_weights(site)
        css = weight(site / CSS)
    print(f"{pages} sidor, varav {len(weights)} insatser. {RUNS} körningar. "
          f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} kärnor.\n")
    row("Tid i sekunder", "median", "minst", "störst", "")
    row("bygg, allt", *map(seconds, spread(whole)), "")
    row("därav Pagefind", *map(seconds, spread(pagefind)), "")
    print()
    row("Vikt i kB (gzip)", "median", "minst", "störst", "mål/gräns")
    row("insatssida med CSS", *map(kilobytes, spread(weights.values())), limits("insats_sida_kb"))
    row("CSS", *map(kilobytes, spread([css])), limits("css_kb"))


def bygg(site: Path) -> None:
    """Build as an editor does, in a process of its own."""
    subprocess.run([sys.executable, "-m", "katalog", "bygg", "--ut", str(site)], cwd=ROOT,
                   check=True, stdout=subprocess.DEVNULL)


def timed(work: Callable[[], None]) -> list[float]:
    """Return the seconds of each run."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def spread(values: Iterable[float]) -> tuple[float, float, float]:
    """Return (median, least, most)."""
    values = list(values)
    return statistics.median(values), min(values), max(values)


def seconds(value: float) -> str:
    """Return a time as Swedes write it."""
    return f"{value:.2f}".replace(".", ",")


def kilobytes(value: float) -> str:
    """Return a weight as Swedes write it."""
    return f"{value:.1f}".replace(".", ",")


def limits(name: str) -> str:
    """Return goal and limit of the budget."""
    return f"{BUDGET[name]['mal']}/{BUDGET[name]['grans']}"


def row(first: str, *rest: str) -> None:
    """Print one row of a table."""
    print(f"{first:<20}" + "".join(f"{cell:>10}" for cell in rest))


if __name__ == "__main__":
    main()
