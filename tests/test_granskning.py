"""Every page type once, in one of its states, spread over languages, themes and widths.

The full matrix is in test_granskning_allt.py; that the checks find faults, in
test_granskning_fel.py.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.granskning import filer
from tests.granskning.granska import audit
from tests.granskning.sidor import View, sample


@pytest.mark.parametrize(("view", "prefix", "theme", "width"), [
    pytest.param(*each, id=f"{each[0].kind}-{each[1].strip('/') or 'sv'}-{each[2]}-{each[3]}")
    for each in sample()])  # fmt: skip
def test_a_page_has_no_fault_that_we_know_to_look_for(
        new_page: Any, server: str, view: View, prefix: str, theme: str, width: int):
    found = audit(new_page, server, view, prefix, theme, width)
    assert not found, "\n".join(found)


def test_every_page_is_valid_html(site: Path):
    found = filer.html(sorted(site.resolve().rglob("*.html")))
    assert not found, "\n".join(found[:40])


def test_no_style_says_left_or_right(site: Path):
    assert filer.directions(site) == []
