"""The proof is proved: faults sown in a copy of the site are found, and nothing is found without.

The faults are data (granskning/fel.yaml). Each is sown alone and looked for with the same checks
that the site is held to.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from katalog.serve import start_server
from tests.granskning.sadd import Fault, Look, caught, faults, looked_at

LEAST_FAULTS = 70
LEAST_SHARE = 0.95
FAULTS = faults()
LOOKS = {fault.look: fault.page for fault in FAULTS}

pytestmark = pytest.mark.bevis


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site that may be changed."""
    return Path(copytree(site.resolve(), tmp_path_factory.mktemp("fel") / "guiden"))


@pytest.fixture(scope="module")
def copy_server(copy: Path) -> Iterator[str]:
    running = start_server(copy, port=0)
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="module")
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open pages that may complain: a fault is a fault in the console too."""
    contexts: list[Any] = []

    def opened(**options: Any) -> Any:
        while len(contexts) > 2:  # a look needs no more at once
            contexts.pop(0).close()
        contexts.append(browser.new_context(
            **{"locale": "sv-SE", "service_workers": "block", **options}))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def clean(open_page: Any, copy: Path, copy_server: str) -> dict[Look, list[list[str]]]:
    """What each check finds in each look without any fault."""
    return {look: list(looked_at(open_page, copy_server, copy, look, page))
            for look, page in LOOKS.items()}


def test_the_faults_are_many_and_each_is_its_own():
    assert len(FAULTS) >= LEAST_FAULTS
    assert len({fault.namn for fault in FAULTS}) == len(FAULTS)
    assert len({fault.kriterium for fault in FAULTS}) >= 30


def test_nothing_is_found_where_nothing_is_sown(clean: dict[Look, list[list[str]]]):
    found = [(look, each) for look, stages in clean.items() for stage in stages for each in stage]
    assert not found, "\n".join(map(str, found))


def test_the_checks_find_what_is_sown(
        open_page: Any, copy: Path, copy_server: str, clean: dict[Look, list[list[str]]],
        capsys: pytest.CaptureFixture[str]):
    missed: list[Fault] = [fault for fault in FAULTS if not caught(
        open_page, copy_server, copy, fault, clean[fault.look])]
    found = len(FAULTS) - len(missed)
    with capsys.disabled():
        sys.stdout.write(f"\n{found} av {len(FAULTS)} fel hittades.\n")
        sys.stdout.writelines(f"  missat: {fault.namn} ({fault.kriterium})\n" for fault in missed)
    assert found >= LEAST_SHARE * len(FAULTS)
