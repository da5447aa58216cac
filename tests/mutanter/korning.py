"""The whole run: every mutant judged, every accepted one built, and the figures of it.

Comes in: which records, and how many of the mutants. Goes out: Figures.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any

from tests.mutanter import filer, knep, listor, nycklar, typer, varden
from tests.mutanter.dom import ACCEPTED, REFUSED, WRONG, Verdict, judge
from tests.mutanter.dom_fil import judge_file
from tests.mutanter.filer import Fil
from tests.mutanter.mutant import Mutant
from tests.mutanter.original import originals
from tests.mutanter.sajt import Batch, Stack, batches, prove, rows, stacks

BREAKERS = tuple(chain.from_iterable(
    each.ALLA for each in (nycklar, typer, listor, varden, knep, filer)))
SAMPLE_STEP = 31  # a prime, so that every kind is met
SAMPLE_RECORDS = 9


@dataclass
class Figures:
    """How many mutants of each kind came to what, and in words all that is wrong."""

    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    builds: int = 0
    seconds: float = 0

    def add(self, slag: str, result: str) -> None:
        """Count one."""
        self.kinds.setdefault(slag, Counter())[result] += 1

    def total(self, result: str) -> int:
        """Return how many there are of a result."""
        return sum(counts[result] for counts in self.kinds.values())

    @property
    def tried(self) -> int:
        """Return how many there are."""
        return sum(counts.total() for counts in self.kinds.values())

    def table(self) -> str:
        """Return the figures, a row a kind."""
        rows = [f"{'brott':34}{'prövade':>9}{'avvisade':>10}{'ofarliga':>10}{'fel':>6}"]
        for slag, counts in [*self.kinds.items(), ("alla", sum(self.kinds.values(), Counter()))]:
            rows.append(f"{slag:34}{counts.total():>9}{counts[REFUSED]:>10}"
                        f"{counts[ACCEPTED]:>10}{counts[WRONG]:>6}")
        rows.append(f"{self.builds} byggen, {self.seconds:.0f} s")
        return "\n".join(rows)


def run(sample: bool = False, workers: int | None = None) -> Figures:
    """Judge and build every mutant, or a few of each kind in this process."""
    started, found = time.monotonic(), Figures()
    names = list(originals())
    if sample:
        names = names[::len(names) // SAMPLE_RECORDS]
    accepted: dict[str, list[Stack]] = {}
    with _mapper(sample, workers) as mapped:
        for name, verdicts in mapped(_judged, names, [sample] * len(names)):
            accepted[name] = stacks([each.mutant for each in verdicts if _is_built(each)])
            _count(found, verdicts)
        work = [Batch(tuple(row)) for row in rows(accepted)] if sample else [*batches(accepted)]
        for wrong in mapped(prove, work):
            found.builds += 1
            found.wrong += wrong
    found.seconds = time.monotonic() - started
    return found


@contextmanager
def _mapper(sample: bool, workers: int | None) -> Iterator[Callable[..., Iterator[Any]]]:
    """Yield map, or the same in several processes."""
    if sample:
        yield map
    else:
        with ProcessPoolExecutor(workers or os.cpu_count(), get_context("spawn")) as pool:
            yield pool.map


def mutants(name: str) -> Iterator[Mutant | Fil]:
    """Yield every way to break a record."""
    for breaker in BREAKERS:
        yield from breaker(name)
    for breaker in filer.ALLA_FILER:
        yield from breaker(name)


def _judged(name: str, sample: bool) -> tuple[str, list[Verdict]]:
    offset = list(originals()).index(name) % SAMPLE_STEP
    some = islice(mutants(name), offset, None, SAMPLE_STEP) if sample else mutants(name)
    verdicts = [judge_file(each) if isinstance(each, Fil) else judge(each) for each in some]
    return name, [_light(verdict) for verdict in verdicts]


def _light(verdict: Verdict) -> Verdict:
    """Return the verdict as it goes from one process to another: a Fil holds functions."""
    if isinstance(verdict.mutant, Fil):
        return Verdict((verdict.mutant.slag, str(verdict.mutant)), verdict.result, verdict.why)
    return verdict


def _is_built(verdict: Verdict) -> bool:
    return verdict.result == ACCEPTED and isinstance(verdict.mutant, Mutant)


def _count(found: Figures, verdicts: list[Verdict]) -> None:
    for verdict in verdicts:
        each = verdict.mutant
        slag, words = each if isinstance(each, tuple) else (each.slag, str(each))
        found.add(slag.split(":")[0] if slag.startswith("fil ") else slag, verdict.result)
        if verdict.result == WRONG:
            found.wrong.append(f"{words} → {verdict.why}")
