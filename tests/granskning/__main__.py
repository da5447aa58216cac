"""Run every check on every view in every language, theme and width, and write down what came of it.

    python -m tests.granskning            the whole matrix (half an hour on two quiet cores)
    python -m tests.granskning --urval    each view once, as in the ordinary tests; writes nothing

Comes in: the repository. Goes out: findings in the terminal, exit code 1 when there are any, and
matning/tillganglighet.json, which the accessibility statement reads.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from katalog.build import build
from katalog.paths import RUN
from katalog.serve import start_server
from tests import chromium
from tests.granskning import filer
from tests.granskning.granska import CHECKS, PLAIN, audit
from tests.granskning.sida import AXE_VERSION
from tests.granskning.sidor import View, everything, sample
from tests.verktyg import NU_VERSION

Look = tuple[View, str, str, int]
PARTS = 40  # of the work, each with a browser of its own


def main(arguments: list[str]) -> int:
    """Run the checks and return the exit code."""
    sampled = "--urval" in arguments
    looks = sample() if sampled else everything()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "sajt"
        build(site)
        pages = sorted(site.resolve().rglob("*.html"))
        found = [*filer.html(pages), *filer.links(site), *filer.directions(site)]
        print(*found, sep="\n", flush=True)
        workers = os.cpu_count() or 1
        with ProcessPoolExecutor(workers) as pool:
            parts = [(site.resolve(), looks[start::PARTS], sampled) for start in range(PARTS)]
            for number, some in enumerate(pool.map(_audited, parts), start=1):
                found += some
                print(*some, f"{number} av {PARTS} delar klara.", sep="\n", flush=True)
    print(f"{len(looks)} tillstånd, {len(found)} fynd.")
    if not sampled:
        _write(_run(len(pages), len(looks), len(found)))
    return 1 if found else 0


def _audited(part: tuple[Path, list[Look], bool]) -> list[str]:
    site, looks, full = part
    running = start_server(site, port=0)
    address = f"http://127.0.0.1:{running.server_address[1]}/"
    with _browser() as opened:
        return [finding for view, prefix, theme, width in looks
                for finding in audit(opened, address, view, prefix, theme, width,
                                     whole=full or (theme, width) == PLAIN)]


@contextmanager
def _browser() -> Iterator[Callable[..., Any]]:
    """Give a function that opens a page, and close all but the last few."""
    contexts: list[Any] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(),
                                             args=chromium.arguments())

        def opened(**options: Any) -> Any:
            while len(contexts) > 3:
                contexts.pop(0).close()
            contexts.append(browser.new_context(locale="sv-SE", **options))
            return contexts[-1].new_page()

        yield opened


def _run(pages: int, states: int, findings: int) -> dict[str, Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(),
                                             args=chromium.arguments())
        tools = {"axe-core": AXE_VERSION, "Chromium": browser.version,
                 "The Nu Html Checker": NU_VERSION}
    return {"datum": date.today().isoformat(), "sidor": pages, "tillstand": states,
            "fynd": findings, "kontroller": list(CHECKS),
            "verktyg": [{"namn": name, "version": version} for name, version in tools.items()]}


def _write(run: dict[str, Any]) -> None:
    RUN.parent.mkdir(exist_ok=True)
    RUN.write_text(json.dumps(run, ensure_ascii=False, indent=2) + "\n", encoding="utf-8",
                   newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
