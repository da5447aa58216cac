"""Ask Pagefind for the index of finished pages, and get it back in memory.

Comes in: a folder of pages. Goes out: (file name, bytes). Pagefind's own writing is not to be
trusted with a site: on a full disk it leaves half files and reports success, where a file cannot
be made it tries for ever, and when the build is killed it goes on writing. Here it never touches
the disk, and it ends when we do. It gets the pages one by one, since what it makes of a folder
depends on the order that the disk lists it in. The talk is the one that Pagefind's wrappers for
Node and Python have with it: JSON in base64, a comma after each.
"""

import base64
import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable


class PagefindError(Exception):
    """Pagefind did not give an index."""


def make_index(folder: Path, pages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of Pagefind's files for the named pages, numbered in the order given."""
    files = _last_answer(_requests(folder, pages))["files"]
    while files:  # each is let go as soon as it has been taken: together they are large
        file = files.pop()
        yield file["path"], base64.b64decode(file["content"])


def _requests(folder: Path, pages: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield what Pagefind is asked; a page is read when its turn has come."""
    yield {"type": "NewIndex", "config": None}
    for page in pages:
        yield {"type": "AddFile", "index_id": 0, "file_path": page, "url": None,
               "file_contents": (folder / page).read_text(encoding="utf-8")}
    yield {"type": "GetFiles", "index_id": 0}


def _last_answer(requests: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the answer to the last request; Pagefind answers in order."""
    last, wrong = {}, []
    try:
        for last in _talk(requests):
            if last["type"] == "Error":
                wrong.append(last["message"])
    except (BrokenPipeError, ValueError, KeyError):  # it ended, or answered in no way we know
        wrong = wrong or ["det slutade svara"]
    if wrong:
        raise PagefindError(f"Pagefind misslyckades: {', '.join(wrong)}")
    return last


def _talk(requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the answers."""
    command = [str(get_executable()), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,  # noqa: S603
                          stderr=subprocess.DEVNULL) as pagefind:
        number = -1
        for number, request in enumerate(requests):
            text = json.dumps({"message_id": number, "payload": request})
            pagefind.stdin.write(base64.b64encode(text.encode()) + b",")
        pagefind.stdin.flush()
        for part in _parts(pagefind.stdout, number + 1):
            yield json.loads(base64.b64decode(part))["payload"]


def _parts(stream: Any, count: int) -> Iterator[bytes]:
    """Yield `count` answers; ValueError when they end before. (Its input must stay open.)"""
    begun = bytearray()
    while count:
        read = stream.read1(1 << 20)
        if not read:
            raise ValueError("fewer answers than requests")
        *whole, rest = read.split(b",")
        for end in whole:
            yield bytes(begun + end)
            begun.clear()
            count -= 1
        begun += rest
