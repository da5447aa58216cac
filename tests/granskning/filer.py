"""What the files of a site tell without a browser: valid HTML, whole links, physical directions.

Comes in: the folder of a built site. Goes out: findings. The HTML is judged by the Nu checker of
the W3C (tests/verktyg), which runs in Java.
"""

import json
import re
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from katalog import site_checks
from katalog.catalog import Catalogs, make_catalogs
from katalog.languages import load_languages
from katalog.records import load_records
from tests import verktyg

PHYSICAL = re.compile(
    r"(?<![\w-])(margin|padding|border|inset)?-?(left|right)\s*:|text-align\s*:\s*(left|right)"
    r"|float\s*:\s*(left|right)|border-(top|bottom)-(left|right)-radius")
LANGUAGES = [language.prefix for language in load_languages().values()]
# The words of links and headings, by which one knows a place again.
OWN_WORDS = re.compile(r"<(?:a|h2)\b[^>]*>(.*?)</(?:a|h2)>", re.S)
# The promises that a file was written by the build, and is used.
SOWN = {"utan-nat", "forklarad", "anvands"}
# What Nu says that is no fault of ours, why, and since when.
LET_BE = {
    "violates Content Security Policy":
        "2026-11-25: 'self' betyder inget för filer på disk; webbläsaren prövar på riktigt",
}


def html(pages: Iterable[Path]) -> list[str]:
    """Return what the Nu checker says of pages, errors and warnings."""
    done = subprocess.run(
        [*verktyg.nu(), "--format", "json", "--exit-zero-always", *map(str, pages)],
        capture_output=True, encoding="utf-8", check=False)
    try:
        messages = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"Nu did not answer: {done.stderr[:500]}") from error
    return [f"html: {Path(each['url'].removeprefix('file:')).parent.name}: {each['message']}"
            for each in messages if each["type"] == "error" or each.get("subType") == "warning"
            if not any(known in each["message"] for known in LET_BE)]


def links(site: Path) -> list[str]:
    """Return the promises of every build that the site breaks, but those that any file breaks
    that is sown by hand."""
    return [f"links: {promise}: {file}: {message}" for promise, file, message
            in site_checks.check(site.resolve(), _catalogs()).breaches if promise not in SOWN]


@cache
def _catalogs() -> Catalogs:
    return make_catalogs(load_records()[0])


def directions(site: Path) -> list[str]:
    """Return where a style sheet says left or right, which would not turn with the language."""
    return [f"directions: {path.name}: {match.group()}"
            for path in sorted((site / "theme" / "css").glob("*.css"))
            for match in PHYSICAL.finditer(path.read_text(encoding="utf-8"))]


def alike(site: Path, pages: Iterable[str]) -> list[str]:
    """Return the pages whose menus or numbers for help stand elsewhere than on the start page of
    the same language (WCAG 3.2.3, 3.2.6)."""
    found = []
    for name in pages:
        own = _order((site / name).read_text(encoding="utf-8"))
        language = next((prefix for prefix in LANGUAGES if prefix and name.startswith(prefix)), "")
        start = _order((site / language / "index.html").read_text(encoding="utf-8"))
        found += [f"alike: {name}: {what} är inte som på startsidan"
                  for what in start if own.get(what) != start[what]]
    return found


def _order(html: str) -> dict[str, list[str]]:
    """Return what stands in the head and in the foot of a page, in order."""
    parts = {"sidhuvudet": re.search(r"<header.*?</header>", html, re.S),
             "sidfoten": re.search(r"<footer.*?</footer>", html, re.S)}
    return {name: [re.sub(r"\s+", " ", words).strip() for words in OWN_WORDS.findall(part.group())]
            for name, part in parts.items() if part}
