"""docs/beroenden.md: what others made is listed, as it is locked, under licences we accept."""

import json
import re

import pytest

from tests import beroenden
from tests.beroenden import FOR_TOOLS, FREE, LIST, licences, npm_licences, parts, whole


def test_the_list_is_in_step_with_the_locks():
    assert LIST.read_text(encoding="utf-8") == whole(), "kör: python -m tests.beroenden"


def test_every_licence_is_one_that_we_accept():
    unknown = {name: licence for name, licence in {**licences(), **npm_licences()}.items()
               if not parts(licence) <= FREE | FOR_TOOLS}
    assert not unknown


def test_what_visitors_get_is_free_to_use():
    vendored = json.loads(beroenden.VENDOR.read_text(encoding="utf-8"))
    sent = {item["licence"] for item in vendored} | {licences()["pagefind-bin"]}
    assert sent <= FREE


@pytest.mark.parametrize(
    ("licence", "kept"),
    [("MIT", {"MIT"}), ("(MIT OR CC0-1.0)", {"MIT"}), ("GPL-3.0-only OR MIT", {"MIT"}),
     ("MIT AND MPL-2.0", {"MIT", "MPL-2.0"}), ("Proprietary", {"Proprietary"}),
     ("SSPL-1.0 AND MIT", {"SSPL-1.0", "MIT"}), ("?", {"?"})],
)  # fmt: skip
def test_what_has_to_be_kept_of_a_licence(licence, kept):
    assert parts(licence) == kept


def test_a_package_that_says_nothing_and_was_never_listed_is_not_accepted():
    assert not parts(beroenden._licence("finns-inte-alls")) <= FREE | FOR_TOOLS


def test_the_list_names_every_package_of_every_lock():
    text = LIST.read_text(encoding="utf-8")
    for lock in (beroenden.BUILD, beroenden.TEST, beroenden.AUDIT):
        for name in re.findall(r"^([a-z0-9.-]+)==", lock.read_text("utf-8"), re.M):
            assert f"| {name} |" in text, name
