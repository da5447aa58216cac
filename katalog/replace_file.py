"""Write a file that is already there and matters: beside it, then in its place in one step.

Comes in: a path and its new text. Goes out: the file has all of it, or is as it was.
"""

import os
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Give a file a new text; whoever is interrupted, or finds the disk full, has the old one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.ny")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
