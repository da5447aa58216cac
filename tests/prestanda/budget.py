"""Are the figures within tests/budget.json?

Comes in: the figures of a benchmark. Goes out: a sentence for each limit that does not hold.
What was not measured is not judged: growth needs two sizes, the shares a comparison.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.prestanda.jamfor import GUIDE, unfair
from tests.prestanda.tabell import number
from tests.test_weight import BUDGET

Figures = dict[str, Any]
LIMITS = BUDGET["prestanda"]
SMALLEST = 1_000  # records; below, it is start-up that takes the time
COMPARED = 10_000  # records; the size from which shares are promised
LARGEST = 50_000


def complaints(figures: Figures) -> list[str]:
    """Return what is over its limit."""
    sizes = {int(size): found for size, found in figures["storlekar"].items()}
    # On a busy machine the clock tells of the others; then CPU time is the better witness.
    real = min(figures["verkliga"]["vagg"], figures["verkliga"]["cpu"])
    found = [*_over("bygg_54_s", real, "den verkliga guiden på svenska, s")]
    found += _growth(sizes)
    if LARGEST in sizes:
        found += _over("minne_50000_mb", sizes[LARGEST]["bygg"]["minne"], "minne vid 50 000, MB")
    for size, each in sizes.items():
        if size >= COMPARED:
            found += _over("bygg_och_index", with_index(each["bygg"]),
                           f"bygge och sökindex mot bara sökindex, {size} poster")
            found += _over("andring_forst_s", each["andring"]["forst"],
                           f"en ändrad posts sida av {size} poster, s")
            found += _over("andring_hela_s", each["andring"]["hela"],
                           f"hela sajten efter en ändring, {size} poster, s")
        if "jamforelse" in each:
            found += _shares(size, each["jamforelse"])
    return found


def _growth(sizes: dict[int, Figures]) -> Iterator[str]:
    """A record costs as much in a large guide as in a small one."""
    large = sorted(size for size in sizes if size >= SMALLEST)
    for smaller, larger in pairwise(large):
        share = per_record(larger, sizes) / per_record(smaller, sizes)
        yield from _over("tillvaxt", share, f"CPU per post, {larger} mot {smaller} poster")


def per_record(size: int, sizes: dict[int, Figures]) -> float:
    """Return CPU seconds per record, search index apart."""
    return sizes[size]["bygg"]["cpu"] / size


def with_index(built: Figures) -> float:
    """Return what build and search index take, in times of the index alone."""
    return (built["cpu"] + built["index_cpu"]) / built["index_cpu"]


def _shares(size: int, compared: dict[str, Figures]) -> Iterator[str]:
    ours = compared[GUIDE]["vikt"]
    for name, each in compared.items():
        yield from (f"jämförelsen gäller inte: {name} {why}" for why in unfair(each["vikt"], ours))
        for figure in ("cpu", "minne"):
            if size >= COMPARED and f"{name}_{figure}" in LIMITS:
                yield from _over(f"{name}_{figure}", each[f"{figure}_andel"],
                                 f"{figure} mot {name} vid {size} poster")


def _over(name: str, value: float, what: str) -> Iterator[str]:
    limit = LIMITS[name]["grans"]
    if value > limit:
        yield f"{what}: {number(value, 2)}, gränsen är {number(limit, 2)}."
