"""docs/hot.md and SECURITY.md: every claim names a file or a test that is there."""

import ast
import re
from pathlib import Path

import pytest

from katalog.paths import ROOT
from katalog.publisher import load_publisher
from katalog.readability import lix

THREATS = ROOT / "docs/hot.md"
SECURITY = ROOT / "SECURITY.md"
TEXT = THREATS.read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in TEXT.split("\n")
        if line.startswith("| **")]
WORDS = ("pull request", "beroende", "action", "formulär", "lura", "härmar", "bedragare",
         "byter ägare", "domän", "fastnar", "sökord", "översättare", "personuppgifter")  # fmt: skip
PLACE = re.compile(r"`([\w./-]*(?:/|\.(?:py|md|yaml|yml|json|toml))[\w./-]*)(?:::(\w+))?`")


def places(text: str) -> list[tuple[str, str]]:
    """Return (file, test or '') of all that a text points at in the repository."""
    return PLACE.findall(text)


def names_in(path: Path) -> set[str]:
    """Return the names of the tests of a file."""
    return {node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("place", sorted(set(places(TEXT + SECURITY.read_text("utf-8")))),
                         ids="::".join)  # fmt: skip
def test_what_is_named_is_there(place):
    file, test = place
    assert (ROOT / file).exists()
    if test:
        assert test in names_in(ROOT / file)


def test_each_threat_says_how_what_stops_it_and_what_does_not():
    assert len(ROWS) >= 18
    for row in ROWS:
        assert len(row) == 4, row[0]
        assert all(len(cell) > 5 for cell in row), row[0]


def test_most_threats_are_met_by_a_test_and_those_that_are_not_are_few():
    without = [row[0] for row in ROWS if not places(row[2])]
    assert len(without) <= 3, without


@pytest.mark.parametrize("word", WORDS)
def test_no_threat_that_was_thought_of_is_left_out(word):
    assert word in " ".join(" ".join(row) for row in ROWS).casefold()


def test_links_lead_somewhere_and_the_pages_are_found():
    for page in (THREATS, SECURITY):
        for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), link
    assert "docs/hot.md" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "docs/hot.md" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_owners_to_fill_in_cover_all_that_could_silence_a_check():
    owners = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8")
    for place in ("insatser/", "content/", "schema/", "katalog/", "theme/", "tests/", ".github/",
                  ".ci/", "guiden.py", "pelicanconf.py", "pyproject.toml", "requirements*.txt",
                  "utgivare.yaml"):  # fmt: skip
        assert f"/{place} " in owners, place


def test_nobody_is_invented_to_report_to():
    """As long as nobody publishes the guide, no address stands there and it says so."""
    text = SECURITY.read_text(encoding="utf-8")
    if load_publisher().is_demo:
        assert "demonstration utan utgivare" in text
        assert not re.search(r"[\w.+-]+@[\w-]+\.\w+|\d{2,4}-\d{3}", text)


@pytest.mark.parametrize("page", [THREATS, SECURITY], ids=lambda page: page.name)
def test_the_pages_are_plain(page):
    words = re.sub(r"`[^`]*`|[*|#]|\]\([^)]*\)", " ", page.read_text(encoding="utf-8"))
    assert lix(words) <= 40
