"""What is sent of a script is the script, and only what nobody's phone needs is left out."""

import re
from pathlib import Path

import pytest

from katalog.paths import THEME
from katalog.scripts import COMMENT, without_comments

OURS = sorted(path for path in (THEME / "static/js").rglob("*.js")
              if "vendor" not in path.parts)


@pytest.mark.parametrize(("source", "sent"), [
    ("// why\nlet a = 1;\n", "let a = 1;\n"),
    ("  // why\n  let a = 1; // not this one\n", "  let a = 1; // not this one\n"),
    ("/** Says what.\n * More.\n */\nexport function f() {}\n", "export function f() {}\n"),
    ("/** One line. */\nlet a;\n", "let a;\n"),
    ('let a = "https://exempel.se"; // x\nlet b = /\\/\\//;\n',
     'let a = "https://exempel.se"; // x\nlet b = /\\/\\//;\n'),
    ("let a = 1;\n\nlet b = 2;\n", "let a = 1;\n\nlet b = 2;\n"),
    ("let a = `\n// kept by nobody\n`;\n", "let a = `\n`;\n"),
])  # fmt: skip
def test_only_whole_lines_of_comment_go(source: str, sent: str):
    assert without_comments(source) == sent


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_no_text_of_ours_looks_like_a_comment(path: Path):
    """A line in a template literal would go too: so there must be none."""
    text = path.read_text(encoding="utf-8")
    for comment in COMMENT.finditer(text):
        before = re.sub(r"\\`", "", COMMENT.sub("", text[:comment.start()]))
        assert before.count("`") % 2 == 0, comment.group()


def test_every_module_is_sent_and_lighter(site: Path):
    folder = site.resolve() / "theme/js"
    for path in OURS:
        sent = folder / path.relative_to(THEME / "static/js")
        assert sent.read_text("utf-8") == without_comments(path.read_text("utf-8")), path
        assert sent.stat().st_size < path.stat().st_size, f"{path} says nothing of itself"


def test_what_others_made_is_sent_as_it_is(site: Path):
    vendor = THEME / "static/js/vendor"
    for path in vendor.rglob("*.*js"):
        sent = site.resolve() / "theme/js/vendor" / path.relative_to(vendor)
        assert sent.read_bytes() == path.read_bytes()
