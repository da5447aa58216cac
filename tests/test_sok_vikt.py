"""What the search costs over the wire, against tests/budget.json.

1 kB is 1000 bytes; compressed means gzip level 6, or as it is when that is smaller: Pagefind's
own files are compressed already.
"""

import gzip
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.matt_sok import ask
from tests.test_weight import BUDGET

OWN = ("theme/js/sok.js", "theme/js/sok/*.js", "sok/ord.json")
TYPICAL = ("sjukskriven", "jag är sjukskriven och vill börja jobba", "22-åring i Tyresö autism")


def sent(body: bytes) -> float:
    """Return what a server would send, in kB."""
    return min(len(body), len(gzip.compress(body, 6))) / 1000


def own_files(site: Path) -> dict[str, float]:
    """Return the weight of everything the search adds to Pagefind's own files."""
    site = site.resolve()
    return {path.relative_to(site).as_posix(): sent(path.read_bytes())
            for pattern in OWN for path in site.glob(pattern)}


def first_answer(page: Any, home: str, query: str) -> dict[str, float]:
    """Ask one question of a page with nothing in its cache; return what each file weighed."""
    weights = {}
    page.on("requestfinished", lambda request: weights.update(
        {request.url: sent(request.response().body())}))
    page.goto(f"{home}sok/")
    assert ask(page, query)
    page.wait_for_load_state("networkidle")
    return weights


def test_what_the_search_adds_is_within_the_limit(site: Path, capsys: pytest.CaptureFixture[str]):
    weights = own_files(site)
    limits = BUDGET["sok_egna_filer_kb"]
    with capsys.disabled():
        sys.stdout.write(f"\nsökningens egna filer: {sum(weights.values()):.1f} kB "
                         f"(mål {limits['mal']}, gräns {limits['grans']})\n")
    assert len(weights) >= 5
    assert sum(weights.values()) <= limits["grans"], weights


@pytest.mark.parametrize(("prefix", "query", "budget"), [
    *(("", query, "sok_forsta_svar_kb") for query in TYPICAL),
    # A page in another language also fetches what its scripts say.
    ("en/", "work", "sok_forsta_svar_andra_sprak_kb"),
    ("ar/", "عمل", "sok_forsta_svar_andra_sprak_kb"),
])  # fmt: skip
def test_the_first_answer_on_a_cold_page_is_within_the_limit(page: Any, server: str, prefix: str,
                                                             query: str, budget: str,
                                                             capsys: pytest.CaptureFixture[str]):
    weights = first_answer(page, f"{server}{prefix}", query)
    limits = BUDGET[budget]
    with capsys.disabled():
        sys.stdout.write(f"\nförsta svaret, {query}: {sum(weights.values()):.1f} kB i "
                         f"{len(weights)} filer (gräns {limits['grans']})\n")
    assert any("wasm" in address for address in weights)
    assert sum(weights.values()) <= limits["grans"], weights


def test_no_other_page_loads_the_search(new_page: Any, server: str):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", "insats/mia-hbs/", "a-o/", "ordlista/"):
        page.goto(f"{server}{address}")
        page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url or "ord.json" in url]
