"""One at a time, also among processes.

Comes in: a file to lock. Goes out: nobody else holds it while the block runs. The lock is the
operating system's: it is gone the moment its holder is, however that ended, so no lock is ever
left behind (the empty file is). Programs that the holder starts do not inherit it.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if os.name == "posix":
    import fcntl

    def _take(file: IO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
else:
    import msvcrt

    def _take(file: IO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

TAKEN = (BlockingIOError, PermissionError)  # what the two systems say
PAUSE = 0.05  # seconds between attempts


class StillTaken(Exception):
    """Somebody else held the lock all the time."""


@contextmanager
def held(path: Path, patience: float, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock; call `waiting` once if somebody else does; StillTaken after `patience`."""
    with path.open("a") as file:
        if not _taken(file):
            waiting()
            end = time.monotonic() + patience
            while not _taken(file):
                if time.monotonic() > end:
                    raise StillTaken
                time.sleep(PAUSE)
        yield  # closing the file lets go


def _taken(file: IO) -> bool:
    try:
        _take(file)
    except TAKEN:
        return False
    return True
