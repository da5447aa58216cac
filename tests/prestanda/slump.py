"""Chance that is the same on every machine and in every version of Python.

Comes in: the number of a record. Goes out: choices. Only Random.random() is promised to stay the
same between versions, so everything else is made from it here.
"""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")
SEED = 1_130
GOLDEN = 2_654_435_769  # 2**32 / the golden ratio: multiples of it fill 0–1 evenly


class Slump:
    """The choices of one record; two records of different numbers know nothing of each other."""

    def __init__(self, number: int):
        self._next = Random(SEED + 1_000_003 * number).random  # noqa: S311

    def whole(self, least: int, most: int) -> int:
        """Return a whole number, the ends included."""
        return least + int(self._next() * (most - least + 1))

    def often(self, share: float) -> bool:
        """Say yes so often: 0.25 is one time in four."""
        return self._next() < share

    def one(self, values: Sequence[T]) -> T:
        """Return one of the values, all as likely."""
        return values[int(self._next() * len(values))]

    def some(self, values: Sequence[T], least: int, most: int) -> list[T]:
        """Return so many different values, in the order they stand."""
        wanted = min(self.whole(least, most), len(values))
        places: set[int] = set()
        while len(places) < wanted:
            places.add(int(self._next() * len(values)))
        return [values[place] for place in sorted(places)]

    def weighed(self, shares: dict[T, int]) -> T:
        """Return one of the values, as likely as its share says."""
        return list(shares)[bisect(list(accumulate(shares.values())),
                                   self._next() * sum(shares.values()))]


def zipf(values: Sequence[T]) -> list[float]:
    """Return, for each value, how much of 0–1 it and those before it fill: the second value comes
    half as often as the first, the third a third as often."""
    sums = list(accumulate(1 / rank for rank in range(1, len(values) + 1)))
    return [each / sums[-1] for each in sums]


def even(number: int) -> float:
    """Return the place of a record in 0–1, so that records in a row are spread out."""
    return number * GOLDEN % 2**32 / 2**32
