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
    requests = [{"type": "NewIndex", "config": None},
                *(_page(page) for page in pages),
                {"type": "GetFiles", "index_id": 0}]
    files = _last_answer(requests, folder)["files"]
    while files:  # each is let go as soon as it has been taken: together they are large
        file = files.pop()
        yield file["path"], base64.b64decode(file["content"])


def _page(page: str) -> dict[str, Any]:
    return {"type": "AddFile", "index_id": 0, "file_path": page, "url": None}


def _last_answer(requests: list[dict[str, Any]], folder: Path = Path()) -> dict[str, Any]:
    """Return the answer to the last request; Pagefind answers in order."""
    count, last, wrong = 0, {}, []
    try:
        for answer in _talk(requests, folder):
            count, last = count + 1, answer
            if answer["type"] == "Error":
                wrong.append(answer["message"])
    except (BrokenPipeError, ValueError, KeyError):  # it ended, or answered in no way we know
        count = 0
    if wrong or count != len(requests):
        raise PagefindError(f"Pagefind misslyckades: {', '.join(wrong) or 'det slutade svara'}")
    return last


def _talk(requests: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the answers. The files to add are read one at a time as they are sent."""
    command = [str(get_executable()), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,  # noqa: S603
                          stderr=subprocess.DEVNULL) as pagefind:
        for number, request in enumerate(requests):
            if "file_path" in request:
                page = (folder / request["file_path"]).read_text(encoding="utf-8")
                request = {**request, "file_contents": page}
            text = json.dumps({"message_id": number, "payload": request})
            pagefind.stdin.write(base64.b64encode(text.encode()) + b",")
        pagefind.stdin.flush()
        for part in _parts(pagefind.stdout, len(requests)):
            yield json.loads(base64.b64decode(part))["payload"]


def _parts(stream: Any, count: int) -> Iterator[bytes]:
    """Yield `count` answers, or what there is. (Its input must stay open until then.)"""
    begun = bytearray()
    while count and (read := stream.read1(1 << 20)):
        *whole, rest = read.split(b",")
        for end in whole:
            yield bytes(begun + end)
            begun.clear()
            count -= 1
        begun += rest
