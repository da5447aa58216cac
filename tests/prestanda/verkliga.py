"""The real guide: how long its build takes, and what its pages weigh.

Comes in: the real records, this machine. Goes out: a small table, and its figures. The limits of
the weights stand in budget.json and are read by test_weight.py.
"""

import statistics
from collections.abc import Iterable
from pathlib import Path

from tests.prestanda.kor import SWEDISH_ONLY, Matning, build
from tests.prestanda.tabell import heading, numbers, progress, row
from tests.test_weight import BUDGET, CSS, insats_weights, weight

RUNS = 3


def measure(folder: Path) -> dict[str, float]:
    """Measure and print; return the figures that budget.json has limits for, of the Swedish guide;
    what all languages take together is told beside."""
    swedish, site = _builds(folder / "svensk", *SWEDISH_ONLY), folder / "verklig"
    everything = _builds(site)
    pages = len(list(site.resolve().rglob("*.html")))
    weights, css = insats_weights(site), weight(site / CSS)
    heading(f"Den verkliga guiden: {len(weights)} insatser, {RUNS} byggen.")
    row("tid", "median", "minst", "störst", "")
    for what, runs in (("på svenska", swedish), (f"alla språk, {pages} sidor", everything)):
        row(f"bygg {what}, s", *numbers(spread(run.vagg for run in runs), 2), "")
        row("  CPU", *numbers(spread(run.cpu for run in runs), 2), "")
        row("  därav sökindex", *numbers(spread(run.index for run in runs), 2), "")
    row("vikt, kB (gzip)", "median", "minst", "störst", "mål/gräns")
    row("insatssida med CSS", *numbers(spread(weights.values())), limits("insats_sida_kb"))
    row("CSS", *numbers(spread([css])), limits("css_kb"))
    return {"vagg": min(run.vagg for run in swedish),
            "cpu": spread(run.cpu for run in swedish)[0], "sidor": pages,
            "alla_sprak_vagg": min(run.vagg for run in everything)}


def _builds(site: Path, *arguments: str) -> list[Matning]:
    runs = []
    for number in range(RUNS):
        progress(f"den verkliga guiden, bygge {number + 1} av {RUNS}")
        runs.append(build(site, *arguments))
    return runs


def spread(values: Iterable[float]) -> tuple[float, float, float]:
    """Return (median, least, most)."""
    values = list(values)
    return statistics.median(values), min(values), max(values)


def limits(name: str) -> str:
    """Return goal and limit of the budget."""
    return f"{BUDGET[name]['mal']}/{BUDGET[name]['grans']}"
