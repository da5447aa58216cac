"""The scripts as they are sent: without the comments, which are for whoever reads the source, and
what they say in other languages.

Comes in: output/theme/js/, as Pelican copied it, and the languages. Goes out: the same modules, a
quarter lighter, and texter.json in the folder of each other language, which texter.js reads. Only
lines that are nothing but comment go; other people's files stay as their checksum has them.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from katalog.languages import Language

COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.M | re.S)


def write_scripts(output: Path) -> None:
    """Rewrite every module of ours in place."""
    folder = output / "theme" / "js"
    for path in sorted(folder.rglob("*.js")):
        if "vendor" not in path.relative_to(folder).parts:
            text = path.read_text(encoding="utf-8")
            path.write_text(without_comments(text), encoding="utf-8", newline="\n")


def write_script_texts(output: Path, languages: Iterable[Language]) -> None:
    """Write what the scripts say, once for each language but Swedish."""
    for language in languages:
        if not language.is_source:
            text = json.dumps(language.scripts, ensure_ascii=False, separators=(",", ":"))
            path = output / language.prefix / "texter.json"
            path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def without_comments(text: str) -> str:
    """Return a module without the lines that are only comment."""
    return COMMENT.sub("", text)
