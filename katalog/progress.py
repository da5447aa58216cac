"""What long work is doing and how far it is, on one line that rewrites itself in a terminal.

Comes in: the things that a step goes through, and how many they are. Goes out: the same things,
and the line. Where nobody watches – in a log, a test, with --tyst – nothing is written.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

T = TypeVar("T")

PAUSE = 0.1  # seconds between two drawings: a terminal is slow, an eye too
_line: "_Line | None" = None


class _Line:
    """The line in a terminal. The first thing told is seen at once."""

    def __init__(self, terminal: TextIO):
        self._terminal = terminal
        self._drawn = 0.0

    def draw(self, text: str, now: bool = False) -> None:
        if now or time.monotonic() - self._drawn >= PAUSE:
            self._drawn = time.monotonic()
            self._terminal.write(f"\r\x1b[K{text}")
            self._terminal.flush()

    def clear(self) -> None:
        self.draw("", now=True)


@contextmanager
def watched(terminal: TextIO = sys.stderr, quiet: bool = False) -> Iterator[None]:
    """Draw what goes on in the block, if a person sees it."""
    global _line
    _line = _Line(terminal) if terminal.isatty() and not quiet else None
    try:
        yield
    finally:
        clear()
        _line = None


def clear() -> None:
    """Make room for words that are to stay."""
    if _line:
        _line.clear()


def step(what: str) -> None:
    """Say that a step has begun whose length nobody knows."""
    if _line:
        _line.draw(f"{what} …", now=True)


def through(what: str, things: Iterable[T], count: int) -> Iterator[T]:
    """Yield the things, and say how many of them have been taken."""
    if not _line:
        yield from things
        return
    step(what)
    for number, thing in enumerate(things, 1):
        yield thing
        _line.draw(f"{what} {number} av {count} …")
