"""The scripts as they are sent: without the comments, which are for whoever reads the source.

Comes in: output/theme/js/, as Pelican copied it. Goes out: the same modules, a quarter lighter.
Only lines that are nothing but comment go; other people's files stay as their checksum has them.
"""

import re
from pathlib import Path

COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.M | re.S)


def write_scripts(output: Path) -> None:
    """Rewrite every module of ours in place."""
    folder = output / "theme" / "js"
    for path in sorted(folder.rglob("*.js")):
        if "vendor" not in path.relative_to(folder).parts:
            text = path.read_text(encoding="utf-8")
            path.write_text(without_comments(text), encoding="utf-8", newline="\n")


def without_comments(text: str) -> str:
    """Return a module without the lines that are only comment."""
    return COMMENT.sub("", text)
