"""The style sheets as they are sent: in the publisher's colours, without what is only for readers.

Comes in: output/theme/css/, as Pelican copied it, and the publisher's colours, if any. Goes out:
the same sheets, a quarter lighter.
"""

import re
from pathlib import Path

from katalog import colours

COMMENT = re.compile(r'("[^"\n]*")|/\*.*?\*/', re.S)  # or a text, which may look like one
TEXT = re.compile(r'("[^"\n]*")')
AROUND = re.compile(r"\s*([{};,>])\s*")  # not ":", since "a :is(b)" is not "a:is(b)"


def write_styles(output: Path, own: dict[str, str]) -> None:
    """Rewrite every style sheet in place."""
    for path in sorted((output / "theme" / "css").glob("*.css")):
        css = path.read_text(encoding="utf-8")
        if path.name == colours.SHEET.name:
            css = colours.applied(css, own)
        path.write_text(without_air(css), encoding="utf-8", newline="\n")


def without_air(css: str) -> str:
    """Return a style sheet that says the same in fewer letters; what is in quotes stays."""
    parts = TEXT.split(COMMENT.sub(r"\1", css))
    return "".join(part if part.startswith('"') else _tight(part) for part in parts).strip() + "\n"


def _tight(css: str) -> str:
    short = AROUND.sub(r"\1", re.sub(r"\s+", " ", css))
    return re.sub(r"([\w-]): ", r"\1:", short).replace(";}", "}")
