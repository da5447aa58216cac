"""Pagefind, told which pages to index and in which order.

Comes in: a folder of finished pages, and the names of those to index. Goes out: the files of the
index, {name: bytes}; nothing is written. Why not Pagefind's command, `pagefind --site`:
- It takes pages in the order that the disk lists them and numbers them so: on another disk the
  same pages would get another index. Its service takes a page at a time.
- It may say that it is done before its files are whole on the disk (mended after 1.5.2), and it
  waits for ever for a disk that is full or closed to it. Here the one that writes is Python.
The service is what Pagefind's own wrappers talk to: base64 of JSON and a comma, both ways, one
answer to each order.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

Message = dict[str, Any]


class SearchError(Exception):
    """There is no index, or it is not what the pages promise."""


def index(site: Path, pages: Iterable[str]) -> dict[str, bytes]:
    """Return the files of an index of the named pages, numbered in the order given."""
    command = [sys.executable, "-m", "pagefind_bin", "--service"]
    answer: Message = {}
    with subprocess.Popen(command, bufsize=0, stdin=subprocess.PIPE,  # noqa: S603
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as service:
        for order in _orders(site, pages):
            try:
                service.stdin.write(_packed(order))
                answer = _unpacked(service.stdout)
            except (OSError, EOFError, KeyError, ValueError) as error:
                raise SearchError(f"Pagefind svarade inte på {order}.") from error
            if answer["type"] == "Error" or answer.get("page_count") == 0:
                raise SearchError(f"Pagefind misslyckades: {order} gav {answer}.")
    return {file["path"].replace("\\", "/"): base64.b64decode(file["content"])
            for file in answer["files"]}


def _orders(site: Path, pages: Iterable[str]) -> Iterator[Message]:
    yield {"type": "NewIndex", "config": {}}
    for page in pages:
        yield {"type": "AddDir", "index_id": 0, "path": str(site), "glob": page}
    yield {"type": "GetFiles", "index_id": 0}


def _packed(order: Message) -> bytes:
    return base64.b64encode(json.dumps({"message_id": 0, "payload": order}).encode()) + b","


def _unpacked(stream: IO[bytes]) -> Message:
    packed = b""
    while not packed.endswith(b","):
        part = stream.read(1 << 20)
        if not part:
            raise EOFError
        packed += part
    return json.loads(base64.b64decode(packed[:-1]))["payload"]
