"""Lighthouse gives every page type full marks: speed, access, good practice, and being found.

The site is served as it would be on the net, at an address that its pages name. What is not to be
found by search engines is let off from that part. Lighthouse comes from tests/verktyg.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.build import build
from katalog.serve import start_server
from tests import chromium, verktyg
from tests.granskning.sidor import LANGUAGES, VIEWS, View, languages_of

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TRIES = 3  # speed varies with what else the machine does; a fault does not go away

pytestmark = pytest.mark.bevis


def page_types() -> list[tuple[View, str]]:
    """Return each page type as it is opened, spread over the languages."""
    kinds = [view for view in VIEWS.values() if "#" not in view.address and not view.opened]
    return [(view, languages_of(view)[place % len(languages_of(view))])
            for place, view in enumerate(kinds)]


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site, built for the very address it is served at."""
    place = tmp_path_factory.mktemp("adress") / "guiden"
    running = start_server(place, port=0)
    address = f"http://127.0.0.1:{running.server_address[1]}"
    build(place, address=address)
    yield f"{address}/"
    running.shutdown()
    running.server_close()


def judged(address: str) -> dict[str, Any]:
    """Return what Lighthouse says of a page."""
    flags = " ".join(["--headless=new", *chromium.arguments()])
    done = subprocess.run(
        [*verktyg.lighthouse(), address, "--output=json", "--quiet", f"--chrome-flags={flags}",
         f"--only-categories={','.join(CATEGORIES)}"],
        capture_output=True, encoding="utf-8", check=False, timeout=300,
        env={**os.environ, "CHROME_PATH": chromium.find()})
    assert done.returncode == 0, done.stderr[-1000:]
    return json.loads(done.stdout)


def lost(report: dict[str, Any], listed: bool) -> list[str]:
    """Return the parts without full marks, each with the audits that took marks from it."""
    found = []
    for name, part in report["categories"].items():
        if part["score"] == 1 or (name == "seo" and not listed):
            continue
        audits = [report["audits"][each["id"]] for each in part["auditRefs"] if each["weight"]]
        why = [f"{each['id']} {each.get('displayValue', '')}".strip() for each in audits
               if each["score"] not in (None, 1)]
        found.append(f"{name} {round((part['score'] or 0) * 100)}: {', '.join(why)}")
    return found


@pytest.mark.parametrize(("view", "prefix"), [
    pytest.param(*each, id=f"{each[0].kind}-{each[1].strip('/') or 'sv'}")
    for each in page_types()])  # fmt: skip
def test_lighthouse_has_nothing_to_object_to(
        named: str, site: Path, view: View, prefix: str):
    file = site / prefix / view.address
    page = (file if file.suffix else file / "index.html").read_text(encoding="utf-8")
    listed = 'name="robots" content="noindex' not in page
    for _ in range(TRIES):
        found = lost(judged(f"{named}{prefix}{view.address}"), listed)
        if not found:
            return
    pytest.fail("\n".join(found))


def test_every_language_is_judged():
    assert {prefix for _, prefix in page_types()} == set(LANGUAGES)


@pytest.mark.parametrize(("score", "listed", "found"), [
    (1, True, []), (0.9, True, ["seo 90: hreflang"]), (0.9, False, []), (None, True, [
        "seo 0: hreflang"])])
def test_a_lost_mark_is_told_with_its_reason(score, listed, found):
    report = {"categories": {"seo": {"score": score, "auditRefs": [
        {"id": "hreflang", "weight": 1}, {"id": "canonical", "weight": 1}]}},
        "audits": {"hreflang": {"id": "hreflang", "score": 0},
                   "canonical": {"id": "canonical", "score": 1}}}
    assert lost(report, listed) == found
