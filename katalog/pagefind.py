"""Ask Pagefind for the index of finished pages, and get it back in memory.

Comes in: a folder of pages. Goes out: {file name: bytes}. Pagefind's own writing is not to be
trusted with a site: on a full disk it leaves half files and reports success, where a file cannot
be made it tries for ever, and when the build is killed it goes on writing. Here it never touches
the disk, and it ends when we do. It gets the pages one by one, since what it makes of a folder
depends on the order that the disk lists it in. The talk is the one that Pagefind's wrappers for
Node and Python have with it: JSON in base64, a comma after each.
"""

import base64
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable


class PagefindError(Exception):
    """Pagefind did not give an index."""


def make_index(folder: Path, pages: Iterable[str]) -> dict[str, bytes]:
    """Return Pagefind's files for the named pages, numbered in the order given."""
    requests = [{"type": "NewIndex", "config": None},
                *(_page(folder, page) for page in pages),
                {"type": "GetFiles", "index_id": 0}]
    *_, last = _ask(requests)
    return {file["path"]: base64.b64decode(file["content"]) for file in last["files"]}


def _page(folder: Path, page: str) -> dict[str, Any]:
    return {"type": "AddFile", "index_id": 0, "file_path": page, "url": None,
            "file_contents": (folder / page).read_text(encoding="utf-8")}


def _ask(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the answer to each request; Pagefind answers in order."""
    try:
        raw = _talk(requests)
        answers = [json.loads(base64.b64decode(part))["payload"] for part in raw.split(b",")[:-1]]
    except (BrokenPipeError, ValueError, KeyError):  # it ended, or answered in no way we know
        answers = []
    wrong = [answer["message"] for answer in answers if answer["type"] == "Error"]
    if wrong or len(answers) != len(requests):
        raise PagefindError(f"Pagefind misslyckades: {', '.join(wrong) or 'det slutade svara'}")
    return answers


def _talk(requests: list[dict[str, Any]]) -> bytes:
    command = [str(get_executable()), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,  # noqa: S603
                          stderr=subprocess.DEVNULL) as pagefind:
        for number, request in enumerate(requests):
            text = json.dumps({"message_id": number, "payload": request})
            pagefind.stdin.write(base64.b64encode(text.encode()) + b",")
        pagefind.stdin.flush()
        return _read(pagefind.stdout, len(requests))


def _read(stream: Any, count: int) -> bytes:
    """Read `count` answers, or what there is. (Its input must stay open until then.)"""
    found, seen = bytearray(), 0
    while seen < count and (part := stream.read1()):
        found += part
        seen += part.count(b",")
    return bytes(found)
