"""One broken record, and what its breaker promises about it.

Comes in: a change of one piece of a text. Goes out: the whole broken text, and where its mistake
stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.mutanter.original import Path, Place, originals, places

T = TypeVar("T")
SHARE = 1  # values of a table that a field is tried with
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Mutant:
    """A real record with one piece changed. `slag` is its row in the table.

    `path` is what was broken and `lines` where that may be told; `same` are other names of the
    place, for one that has moved. `also` are fields that the change makes wrong besides. `must`
    tells that it may never be taken for a sound record.
    """

    slag: str
    post: str
    edit: Edit
    path: Path
    lines: tuple[int, ...]
    must: bool = False
    also: tuple[Path, ...] = ()
    same: tuple[Path, ...] = ()

    @property
    def text(self) -> str:
        """Return the whole broken record."""
        start, end, new = self.edit
        whole = originals()[self.post]
        return whole[:start] + new + whole[end:]

    def __str__(self) -> str:
        start, end, new = self.edit
        old = originals()[self.post][start:end]
        where = f"{self.post} {self.path} rad {self.lines}"
        return f"{self.slag}: {where}: {old[:50]!r} → {new[:70]!r}"


Mutants = Iterator[Mutant]


def replaced(slag: str, post: str, place: Place, new: str, **more: object) -> Mutant:
    """Return the record with another value at a place, written as YAML."""
    if place.key is None:
        start, new = place.value[0], new or "null"
    else:
        start, new = place.key[1] + 1, f" {new}"
    return Mutant(slag, post, (start, place.value[1], new), place.path, (place.line,), **more)


def in_turn(values: Sequence[T], turn: int) -> Iterator[T]:
    """Yield a few of the values, other ones each turn, so that every value comes to every sort of
    field without each field having to take them all."""
    for step in range(min(SHARE, len(values))):
        yield values[(turn * SHARE + step) % len(values)]


def numbered(post: str) -> Iterator[tuple[int, Place]]:
    """Yield (turn, place) for every place of a record; each record starts at a turn of its own."""
    return enumerate(places(post), start=list(originals()).index(post))


def written(value: str) -> str:
    """Return a text as YAML writes it within quotes, character by character where it must."""
    return '"' + "".join(_escaped(character) for character in value) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return f"\\U{ord(character):08x}"
