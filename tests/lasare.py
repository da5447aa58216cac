"""Visitors who read while builds go on, and notice anything that is not whole.

Comes in: a place, the versions that may be served. Goes out: how much was read; an AssertionError
if a folder was not exactly one version, or an answer not exactly one version's file.
"""

import itertools
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from katalog.serve import start_server
from tests.conftest import contents


@dataclass
class Read:
    """What the readers got through."""

    folders: int = 0
    requests: int = 0


@contextmanager
def readers(place: Path, versions: list) -> Iterator[Read]:
    """Read the place all the time: whole folders, and single files through `visa`'s server."""
    read, wrong, stop = Read(), [], threading.Event()
    server = start_server(place, port=0)
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    both = sorted(set.intersection(*(set(version.site) for version in versions)))
    names = itertools.cycle(both)

    def folder() -> None:
        # contents() resolves the link once, as rsync and many servers do, and reads on.
        assert contents(place) in [version.site for version in versions]
        read.folders += 1

    def request() -> None:
        name = next(names)
        with urllib.request.urlopen(address + name, timeout=20) as answer:  # noqa: S310
            assert answer.read() in [version.site[name] for version in versions], name
        read.requests += 1

    def again(work: Callable[[], None]) -> None:
        try:
            while not stop.is_set():
                work()
        except Exception as error:  # told below, where the test sees it
            wrong.append(error)

    threads = [threading.Thread(target=again, args=(work,)) for work in (folder, request)]
    for thread in threads:
        thread.start()
    try:
        yield read
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        server.shutdown()
        server.server_close()
    assert not wrong, wrong
