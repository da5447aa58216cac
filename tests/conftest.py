"""What whole-site tests share: one built site, one browser, and the command line.

Comes in: the repository. Goes out: fixtures `site`, `records`, `server`, `browser`, `new_page`,
`page`, `pages`, and plain functions that other test files import.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from playwright.sync_api import sync_playwright

from katalog.build import build
from katalog.paths import ROOT
from katalog.records import load_records
from katalog.serve import start_server
from tests import chromium

# What a checkout holds besides what belongs to the project (.gitignore says the same).
NOT_OURS = (".git", ".venv", "output", ".output*", "sajt", ".sajt*", "__pycache__", ".*_cache",
            ".hypothesis")  # fmt: skip


def katalog(*arguments: Any, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess:
    """Run the real command line in a checkout; what it says comes as in a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "katalog", *map(str, arguments)], cwd=root, check=False,
        env=clean_environment(**environment), encoding="utf-8", timeout=120,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip


def clean_environment(**extra: str) -> dict[str, str]:
    """Return this process's environment without what a CI machine adds to it."""
    kept = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    return {**kept, **extra}


def checkout(target: Path) -> Path:
    """Copy the project, so that a test can change or break it."""
    return Path(shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*NOT_OURS)))


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    folder = folder.resolve()
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def change(path: Path, pattern: str, replacement: str) -> None:
    """Replace what a pattern finds, exactly once, in a text file."""
    text, count = re.subn(pattern, replacement, path.read_text(encoding="utf-8"), flags=re.M)
    assert count == 1, f"{pattern!r} stands {count} times in {path}"
    path.write_text(text, encoding="utf-8", newline="\n")


Pages = dict[str, ElementTree.Element]


def parse(path: Path) -> ElementTree.Element:
    """Return a page as a browser reads it; raise at the first breach of the HTML standard."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(path.read_text(encoding="utf-8"))


def text(element: ElementTree.Element) -> str:
    """Return the text of an element, on one line."""
    return " ".join("".join(element.itertext()).split())


def links(page: ElementTree.Element) -> list[str]:
    """Return the addresses of the links in an element, in order."""
    return [link.get("href", "") for link in page.iter("a")]


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """Every page of the site, parsed, by file name. Shared, so not to be changed."""
    return {path.relative_to(site.resolve()).as_posix(): parse(path)
            for path in sorted(site.resolve().rglob("*.html"))}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once. Its parent holds nothing else, so it can stand for a host."""
    place = tmp_path_factory.mktemp("webb") / "guiden"
    build(place)
    return place


@pytest.fixture(scope="session")
def records() -> dict[str, dict[str, Any]]:
    """All real records by id, as written."""
    return {record.id: record.data for record in load_records()[0]}


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The site served at the root of a host; yields its address with a slash at the end."""
    yield from _serve(site)


@pytest.fixture(scope="session")
def subpath_server(site: Path) -> Iterator[str]:
    """The same site below /guiden/, as GitHub serves a project's pages."""
    for address in _serve(site.parent):
        yield f"{address}guiden/"


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict, str]]:
    """A guide of thousands of records, for the proofs: its folder, records by id, address."""
    from tests.prestanda_sok import MANY, make_records

    place = tmp_path_factory.mktemp("stort")
    (place / "poster").mkdir()
    records = {data["id"]: data for data in make_records(place / "poster")}
    assert build(place / "ut", place / "poster", languages=()).insatser == len(records) == MANY
    for address in _serve(place / "ut"):
        yield place / "ut", records, address


def _serve(folder: Path) -> Iterator[str]:
    running = start_server(folder, port=0)
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    path = chromium.find()
    assert path, "no Chromium; `python3 guiden.py test` fetches one"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        yield running
        running.close()


@pytest.fixture
def new_page(browser: Any) -> Iterator[Any]:
    """Open pages in fresh contexts; fail if any of them complained or asked another host."""
    contexts, complaints = [], []

    def opened(**options: Any) -> Any:
        # No worker between the page and the net, but in tests of the worker itself.
        context = browser.new_context(**{"locale": "sv-SE", "service_workers": "block", **options})
        contexts.append(context)
        _watch(context, complaints)
        if moment := os.environ.get("VARLD_KLOCKA"):  # the day of tests/varld, in the browser too
            context.clock.set_fixed_time(moment)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def page(new_page: Any) -> Any:
    """A fresh page that is held to the same promises."""
    return new_page()


def _watch(context: Any, complaints: list[str]) -> None:
    """Note console errors (a breach of the CSP is one), script errors and foreign requests."""
    context.on("console", lambda message: message.type in ("error", "warning") and
               "blocked by Playwright" not in message.text and  # the worker, see new_page
               complaints.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda error: complaints.append(f"script error: {error.error}"))
    context.on("requestfailed", lambda request: "ABORTED" in request.failure or  # one went on
               complaints.append(f"failed: {request.url} {request.failure}"))
    context.on("request", lambda request: _is_foreign(request.url) and
               complaints.append(f"another host: {request.url}"))


def _is_foreign(address: str) -> bool:
    return urlsplit(address).scheme != "data" and urlsplit(address).hostname != "127.0.0.1"
